-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO day_lengths (office, day, concern, kind, bucket, count)
VALUES (:office, :day, :concern, :kind, :bucket, :count)
ON CONFLICT (office, day, concern, kind, bucket) DO UPDATE SET count = count + excluded.count;

-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT day, concern, kind, bucket, count FROM day_lengths WHERE office = :office ORDER BY day, concern, kind, bucket;

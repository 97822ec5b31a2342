-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- Up to the first one that is no older.
SELECT seq, at, body
FROM facts
WHERE office = :office
    AND seq < coalesce((SELECT seq FROM facts WHERE office = :office AND at >= :before ORDER BY seq LIMIT 1),
                       9223372036854775807)
ORDER BY seq;

-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- Of every office the first fact that is left, the oldest first.
SELECT f.office, f.at
FROM offices o
JOIN facts f ON f.office = o.id AND f.seq = (SELECT min(seq) FROM facts WHERE office = o.id)
WHERE f.at < :before
ORDER BY f.at;

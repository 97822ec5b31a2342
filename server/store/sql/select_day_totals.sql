-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT day, concern, issued, received, served, transferred, gone, aborted, missed, closed, foretold, foretold_right
FROM day_totals
WHERE office = :office
ORDER BY day, concern;

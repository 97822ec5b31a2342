-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- The oldest that are left: more than there are on the pages that the erased ones have shared with others.
INSERT INTO facts_aside (place, office, seq, at, body)
SELECT place, office, seq, at, body FROM facts ORDER BY place LIMIT 256;

-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO facts (place, office, seq, at, body)
SELECT place, office, seq, at, body FROM facts_aside ORDER BY place;

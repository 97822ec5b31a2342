-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- Frees whole pages, which are overwritten with zeros.
DELETE FROM facts WHERE place <= (SELECT max(place) FROM facts_aside);

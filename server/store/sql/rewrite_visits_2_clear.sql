-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- Without a condition: frees whole pages, which are overwritten with zeros.
DELETE FROM visits;

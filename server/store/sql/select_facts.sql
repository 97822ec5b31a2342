-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT seq, at, body FROM facts WHERE office = :office ORDER BY seq;

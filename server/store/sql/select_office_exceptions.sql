-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT from_day, until_day, meeting, extra, note FROM office_exceptions WHERE office = :office ORDER BY position;

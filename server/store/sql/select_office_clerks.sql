-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT clerk, may_call_named, is_head FROM office_clerks WHERE office = :office ORDER BY position;

-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
DELETE FROM office_clerks WHERE office = :office;

-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
DELETE FROM facts WHERE office = :office AND seq <= :seq;

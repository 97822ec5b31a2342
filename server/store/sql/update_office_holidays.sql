-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
UPDATE offices SET open_on_holidays = :open_on_holidays WHERE id = :office;

-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
UPDATE clerks SET password_hash = :password_hash WHERE id = :id AND password_hash = :before;

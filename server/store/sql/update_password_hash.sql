-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
UPDATE clerks SET password_hash = :password_hash, must_change = :must_change WHERE id = :id;

-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO clerks (id, login, name, password_hash, is_clerk, is_head, is_administrator, disabled)
VALUES (:id, :login, :name, :password_hash, :is_clerk, :is_head, :is_administrator, :disabled);

-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO clerks (id, login, name, password_hash, is_clerk, is_head, is_administrator, disabled, version)
VALUES (:id, :login, :name, '', :is_clerk, :is_head, :is_administrator, :disabled, :version)
ON CONFLICT (id) DO UPDATE
SET login = excluded.login, name = excluded.name, is_clerk = excluded.is_clerk, is_head = excluded.is_head,
    is_administrator = excluded.is_administrator, disabled = excluded.disabled, version = excluded.version;

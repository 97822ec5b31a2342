-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
UPDATE offices SET archived = 1, department_id = NULL, version = :version WHERE id = :id;

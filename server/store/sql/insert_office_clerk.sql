-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO office_clerks (office, position, clerk, may_call_named, is_head)
VALUES (:office, :position, :clerk, :may_call_named, :is_head);

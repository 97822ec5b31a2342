-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT day, from_minute, to_minute FROM interpreter_hours WHERE interpreter = :interpreter ORDER BY position;

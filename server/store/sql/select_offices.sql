-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT id, name, department, letter, relay_only, enter_within_s, clerk_grace_s, citizen_grace_s, unreachable_until_s,
    not_called_after_miss_s, max_calls, queue_limit, last_number
FROM offices
ORDER BY department, name, id;

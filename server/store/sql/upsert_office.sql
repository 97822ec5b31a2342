-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO offices (id, name, department, letter, relay_only, enter_within_s, clerk_grace_s, citizen_grace_s,
    unreachable_until_s, not_called_after_miss_s, max_calls, queue_limit, last_number)
VALUES (:id, :name, :department, :letter, :relay_only, :enter_within_s, :clerk_grace_s, :citizen_grace_s,
    :unreachable_until_s, :not_called_after_miss_s, :max_calls, :queue_limit, :last_number)
ON CONFLICT (id) DO UPDATE
SET name = excluded.name, department = excluded.department, letter = excluded.letter,
    relay_only = excluded.relay_only, enter_within_s = excluded.enter_within_s,
    clerk_grace_s = excluded.clerk_grace_s, citizen_grace_s = excluded.citizen_grace_s,
    unreachable_until_s = excluded.unreachable_until_s, not_called_after_miss_s = excluded.not_called_after_miss_s,
    max_calls = excluded.max_calls, queue_limit = excluded.queue_limit, last_number = excluded.last_number;

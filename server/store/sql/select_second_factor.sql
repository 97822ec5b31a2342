-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT coalesce(a.name, ''),
    coalesce(c.is_clerk * a.factor_of_clerks + c.is_head * a.factor_of_heads
        + c.is_administrator * a.factor_of_administrators, 0),
    f.secret, f.last_step
FROM clerks c
LEFT JOIN authority a ON a.one = 1
LEFT JOIN second_factors f ON f.clerk = c.id
WHERE c.id = :clerk;

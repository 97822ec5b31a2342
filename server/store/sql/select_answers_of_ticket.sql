-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT key, digest, refusal, clerk, refused_ticket, ticket, epoch, at
FROM answers
WHERE ticket = :ticket OR refused_ticket = :ticket
ORDER BY at, key;

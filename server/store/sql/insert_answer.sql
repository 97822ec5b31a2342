-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- A key comes again only when its first answer is too old to be remembered: then the newer one counts.
INSERT INTO answers (key, digest, refusal, clerk, refused_ticket, ticket, epoch, at)
VALUES (:key, :digest, :refusal, :clerk, :refused_ticket, :ticket, :epoch, :at)
ON CONFLICT (key) DO UPDATE
SET digest = excluded.digest, refusal = excluded.refusal, clerk = excluded.clerk,
    refused_ticket = excluded.refused_ticket, ticket = excluded.ticket, epoch = excluded.epoch, at = excluded.at;

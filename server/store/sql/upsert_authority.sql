-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO authority (one, name, time_zone, consent_version)
VALUES (1, :name, :time_zone, :consent_version)
ON CONFLICT (one) DO UPDATE
SET name = excluded.name, time_zone = excluded.time_zone, consent_version = excluded.consent_version;

-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT name, time_zone, consent_version FROM authority WHERE one = 1;

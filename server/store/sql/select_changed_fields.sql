-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT field, before, after FROM changed_fields WHERE seq = :seq ORDER BY position;

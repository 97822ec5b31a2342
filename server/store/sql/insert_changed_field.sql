-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO changed_fields (seq, position, field, before, after)
VALUES (:seq, :position, :field, :before, :after);

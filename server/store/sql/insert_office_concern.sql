-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO office_concerns (office, position, concern)
VALUES (:office, :position, :concern);

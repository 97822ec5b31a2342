-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO office_clerks (office, position, clerk) VALUES (:office, :position, :clerk);

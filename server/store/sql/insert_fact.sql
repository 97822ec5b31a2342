-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO facts (office, seq, at, body) VALUES (:office, :seq, :at, :body);

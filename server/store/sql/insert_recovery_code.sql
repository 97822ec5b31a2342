-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO recovery_codes (clerk, hash) VALUES (:clerk, :hash);

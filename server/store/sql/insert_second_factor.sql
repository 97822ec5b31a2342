-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO second_factors (clerk, secret, last_step) VALUES (:clerk, :secret, :last_step);

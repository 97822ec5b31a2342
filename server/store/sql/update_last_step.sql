-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
UPDATE second_factors SET last_step = :step WHERE clerk = :clerk AND last_step = :before RETURNING clerk;

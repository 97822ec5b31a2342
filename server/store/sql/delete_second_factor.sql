-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
DELETE FROM second_factors WHERE clerk = :clerk RETURNING clerk;

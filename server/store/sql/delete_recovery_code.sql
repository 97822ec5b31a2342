-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
DELETE FROM recovery_codes WHERE clerk = :clerk AND hash = :hash RETURNING clerk;

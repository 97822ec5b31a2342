-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
UPDATE sessions SET last_used = max(last_used, :last_used) WHERE token_hash = :token_hash;

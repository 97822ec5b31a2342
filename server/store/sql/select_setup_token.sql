-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT token_hash, expires FROM setup_tokens WHERE one = 1;

-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT count(*) FROM clerks WHERE is_administrator = 1;

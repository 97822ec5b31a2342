-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT seq, chain FROM change_log ORDER BY seq DESC LIMIT 1;

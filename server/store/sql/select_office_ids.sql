-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- Those that were taken away included: what happened there is still there.
SELECT id FROM offices;

-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT id, leika_key, length_min, version FROM concerns ORDER BY id;

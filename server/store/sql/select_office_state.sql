-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
SELECT seq, state FROM office_states WHERE office = :office;

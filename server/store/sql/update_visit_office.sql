-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
UPDATE visits SET office = :office, note = :note WHERE ticket = :ticket;

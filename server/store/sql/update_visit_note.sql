-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
UPDATE visits SET proposed_note = :note WHERE ticket = :ticket;

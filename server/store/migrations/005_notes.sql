-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- What a clerk tells the colleague who calls a transferred visitor next; goes with the visit. Until the visitor has
-- agreed to the transfer it is proposed_note, and nobody reads it.
ALTER TABLE visits ADD COLUMN note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 500);
ALTER TABLE visits ADD COLUMN proposed_note TEXT NOT NULL DEFAULT '' CHECK (length(proposed_note) <= 500);

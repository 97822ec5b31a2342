-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- What a clerk tells the colleague who calls a transferred visitor next; goes with the visit.
ALTER TABLE visits ADD COLUMN note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 500);

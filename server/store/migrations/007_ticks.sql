-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
-- What of the checklist a visitor says to have at hand, one entry a line; goes with the visit.
ALTER TABLE visits ADD COLUMN ticked TEXT NOT NULL DEFAULT '';

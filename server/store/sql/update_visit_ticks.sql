-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
UPDATE visits SET ticked = :ticked WHERE ticket = :ticket;

-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO change_log (seq, at, clerk, kind, id, version, action, chain)
VALUES (:seq, :at, :clerk, :kind, :id, :version, :action, :chain);

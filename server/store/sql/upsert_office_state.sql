-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO office_states (office, seq, state) VALUES (:office, :seq, :state)
ON CONFLICT (office) DO UPDATE SET seq = excluded.seq, state = excluded.state;

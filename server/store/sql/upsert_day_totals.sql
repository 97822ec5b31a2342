-- SPDX-FileCopyrightText: Sprechtag contributors
-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO day_totals (
    office, day, concern, issued, received, served, transferred, gone, aborted, missed, closed, foretold, foretold_right)
VALUES (
    :office, :day, :concern, :issued, :received, :served, :transferred, :gone, :aborted, :missed, :closed, :foretold,
    :foretold_right)
ON CONFLICT (office, day, concern) DO UPDATE SET
    issued = issued + excluded.issued,
    received = received + excluded.received,
    served = served + excluded.served,
    transferred = transferred + excluded.transferred,
    gone = gone + excluded.gone,
    aborted = aborted + excluded.aborted,
    missed = missed + excluded.missed,
    closed = closed + excluded.closed,
    foretold = foretold + excluded.foretold,
    foretold_right = foretold_right + excluded.foretold_right;

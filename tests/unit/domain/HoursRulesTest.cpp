// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/domain/RuleTable.h"

using namespace sprechtag::office::script;

//! Opening hours: the window, opening by itself, closing time, the hard end, what still fits before it.
class HoursRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheWindow_data();
    void knowsTheWindow() { checkRule(); }
    void opensByHours_data();
    void opensByHours() { checkRule(); }
    void closesByHours_data();
    void closesByHours() { checkRule(); }
    void endsForGood_data();
    void endsForGood() { checkRule(); }
    void takesWhatStillFits_data();
    void takesWhatStillFits() { checkRule(); }
    void closesInThreeWays_data();
    void closesInThreeWays() { checkRule(); }
    void pauses_data();
    void pauses() { checkRule(); }
};

void HoursRulesTest::knowsTheWindow_data()
{
    ruleColumns();
    rule("that is now", "", "window -60 3600", "window from -60s for 3660s");
    rule("that comes", "", "window 600 3600", "window from 600s for 3000s");
    rule("told twice", "window 600 3600", "window 600 3600", "nothing");
    rule("that is over is none", "", "window -600 -1", "nothing");
    rule("that ends now is none", "", "window -600 0", "nothing");
    rule("that is no time at all is none", "", "window 600 600", "nothing");
    rule("taken back", "window 600 3600", "window none", "no window");
    rule("is over at its end", "window -60 600; wait 600", "tick", "no window");
    rule("not before", "window -60 600; wait 599", "tick", "nothing");
}

void HoursRulesTest::opensByHours_data()
{
    ruleColumns();
    rule("when a clerk arrives", "by-hours 1; window -60 3600", "arrive A", "arrived A, opened A");
    rule("at the very beginning", "by-hours 1; window 0 3600", "arrive A", "arrived A, opened A");
    rule("not before", "by-hours 1; window 1 3600", "arrive A", "arrived A");
    rule("not at the very end", "by-hours 1; window -60 600; wait 600", "arrive A", "arrived A");
    rule("when its time comes", "by-hours 1; window 600 3600; arrive A; wait 600", "tick", "opened A");
    rule("when the hours are known", "by-hours 1; arrive A", "window -60 3600", "window from -60s for 3660s, opened A");
    rule("when a pause ends", "by-hours 1; arrive A; pause A; window -60 3600", "resume A", "resumed A, opened A");
    rule("not with a clerk on a pause", "by-hours 1; arrive A; pause A; window 600 3600; wait 600", "tick", "nothing");
    rule("not without a clerk", "by-hours 1; window 600 3600; wait 600", "tick", "nothing");
    rule("not by itself unless it may", "window -60 3600", "arrive A", "arrived A");
    rule("not after a clerk has closed", "by-hours 1; window -60 3600; arrive A; close A", "arrive B", "arrived B");
    rule("not after a clerk's closing has served all",
         "by-hours 1; window -60 3600; arrive A; draw 1; close A; leave 1", "arrive B", "arrived B");
    rule("again in the next window",
         "by-hours 1; window -60 600; arrive A; close A; wait 600; tick; window 60 3600; wait 60", "tick", "opened A");
    rule("closing before the window means another day", "by-hours 1; window 600 3600; open A; close A; wait 600",
         "tick", "opened A");
}

void HoursRulesTest::closesByHours_data()
{
    ruleColumns();
    rule("an empty office closes", "window -60 600; open A; wait 600", "tick", "closed by hours, no window");
    rule("with no clerk there", "window -60 600; open A; depart A; wait 600", "tick", "closed by hours, no window");
    rule("not before", "window -60 600; open A; wait 599", "tick", "nothing");
    rule("those who wait are served", "window -60 600; open A; draw 1; wait 600", "tick",
         "suspended by hours then close for 3600s, no window");
    rule("the last one closes", "window -60 600; open A; draw 1; wait 600; tick", "leave 1",
         "left 1 citizen, closed lobby served");
    rule("a visit keeps it open", "window -60 600; open A; draw 1; next A; enter 1; wait 600", "tick",
         "suspended by hours then close for 3600s, no window");
    rule("one moment before is in time", "window -60 600; open A; wait 599", "draw 1", "drawn 1 as 1");
    rule("at closing time it is too late, although nobody has looked", "window -60 600; open A; wait 600", "draw 1",
         "refused: intake suspended");
    rule("a clerk's closing gets its hard end", "window -60 600; open A; draw 1; close A; wait 600", "tick",
         "suspended by hours then close for 3600s, no window");
    rule("a clerk may call it off", "window -60 600; open A; draw 1; wait 600; tick; resume-intake A; wait 60",
         "draw 2", "drawn 2 as 2");
    rule("an office opened after its time stays", "window -60 600; wait 600; tick; open A; wait 9000", "tick",
         "nothing");
    rule("a window that comes closes an open office in its time", "open A; window 60 600; wait 600", "tick",
         "closed by hours, no window");
    rule("no window, no closing time", "open A; wait 100000", "tick", "nothing");
    rule("the missed list does not keep it", "window -60 600; open A; draw 1; next A; no-show A 1; wait 600", "tick",
         "left 1 missed, closed by hours, no window");
}

void HoursRulesTest::endsForGood_data()
{
    ruleColumns();
    rule("whoever is left at the hard end", "window -60 600; open A; draw 1; connect 1; wait 600; tick; wait 3600",
         "tick", "left 1 hard-end, closed by hours");
    rule("not before", "window -60 600; open A; draw 1; wait 600; tick; wait 3599", "tick", "nothing");
    rule("a window that ends before it, under shorter rules, has its own",
         "window -60 600; open A; draw 1; wait 600; tick; hard-end 10; window -60 60; wait 660", "tick",
         "left 1 hard-end, closed by hours, no window");
    rule("a window that ends after it does not move it",
         "window -60 600; open A; draw 1; wait 600; tick; window -60 7200; wait 3600", "tick",
         "left 1 hard-end, closed by hours");
    rule("whoever is parked",
         "window -60 600; open A; draw 1; next A; enter 1; park A 1 120; wait 600; tick; wait 3600", "tick",
         "left 1 hard-end, closed by hours");
    rule("whoever is called", "window -60 600; open A; draw 1; wait 600; tick; wait 3590; next A; wait 10", "tick",
         "left 1 hard-end, closed by hours");
    rule("a visit goes on", "window -60 600; open A; draw 1; next A; enter 1; wait 600; tick; wait 3600", "tick",
         "closed by hours");
    rule("to its end", "window -60 600; open A; draw 1; next A; enter 1; wait 600; tick; wait 3600; tick", "finish A 1",
         "finished 1 by A");
    rule("although nobody looked at closing time", "hard-end 5; window -60 600; open A; draw 1; wait 900", "tick",
         "left 1 hard-end, closed by hours, no window");
    rule("no time after closing", "hard-end 0; window -60 600; open A; draw 1; wait 600", "tick",
         "left 1 hard-end, closed by hours, no window");
    rule("no number after it", "hard-end 5; window -60 600; open A; draw 1; wait 600; tick; resume-intake A; wait 300",
         "draw 2", "refused: intake suspended");
}

void HoursRulesTest::takesWhatStillFits_data()
{
    ruleColumns();
    rule("what fits before the hard end", "service 3600; window -60 600; open A", "draw 1", "drawn 1 as 1");
    rule("before the one that comes first of two",
         "window -60 600; open A; draw 1; wait 600; tick; hard-end 10; window -60 60; resume-intake A; service 700",
         "draw 2", "refused: no capacity");
    rule("what does not", "service 4201; window -60 600; open A", "draw 1", "refused: no capacity");
    rule("to the second", "service 4200; window -60 600; open A", "draw 1", "drawn 1 as 1");
    rule("behind those who wait", "service 2101; window -60 600; open A; draw 1", "draw 2", "refused: no capacity");
    rule("two clerks serve twice as many", "service 2101; window -60 600; open A; arrive B; draw 1", "draw 2",
         "drawn 2 as 2");
    rule("no length is known", "window -60 600; open A; draw 1", "draw 2", "drawn 2 as 2");
    rule("no closing time", "service 9999; open A; draw 1", "draw 2", "drawn 2 as 2");
}

void HoursRulesTest::closesInThreeWays_data()
{
    ruleColumns();
    rule("with the offer of an appointment", "open A; draw 1", "close A offer", "left 1 offered, closed by clerk");
    rule("a visit goes on", "open A; draw 1; next A; enter 1; draw 2", "close A offer",
         "left 2 offered, closed by clerk");
    rule("whoever missed the calls is offered one, too", "open A; draw 1; next A; no-show A 1; draw 2", "close A offer",
         "left 1 offered, left 2 offered, closed by clerk");
}

void HoursRulesTest::pauses_data()
{
    ruleColumns();
    rule("for a break", "arrive A", "pause A", "paused A");
    rule("idle", "arrive A", "pause A idle", "paused A idle");
    rule("until a time", "arrive A", "pause A break 600", "paused A for 600s");
    rule("a longer one", "arrive A; pause A break 600", "pause A break 900", "paused A for 900s");
    rule("the same one", "arrive A; pause A break 600", "pause A break 600", "nothing");
}

QTEST_GUILESS_MAIN(HoursRulesTest)
#include "HoursRulesTest.moc"

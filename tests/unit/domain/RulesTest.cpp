// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/domain/RuleTable.h"

using namespace sprechtag::office::script;

//! What clerks and citizens may do to an office, a desk and a ticket.
class RulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensTheOffice_data();
    void opensTheOffice() { checkRule(); }
    void closesTheOffice_data();
    void closesTheOffice() { checkRule(); }
    void suspendsTheIntake_data();
    void suspendsTheIntake() { checkRule(); }
    void keepsTheDesks_data();
    void keepsTheDesks() { checkRule(); }
    void drawsNumbers_data();
    void drawsNumbers() { checkRule(); }
    void followsTheLine_data();
    void followsTheLine() { checkRule(); }
};

void RulesTest::opensTheOffice_data()
{
    ruleColumns();
    rule("a clerk who is not at a desk arrives first", "", "open A", "arrived A, opened A");
    rule("a clerk who is at a desk only opens", "arrive A", "open A", "opened A");
    rule("an open office stays open", "open A", "open A", "nothing");
    rule("opening an open office still takes a desk", "open A", "open B", "arrived B");
    rule("opening does not end a suspended intake", "open A; suspend A", "open A", "nothing");
    rule("a paused clerk opens and stays paused", "arrive A; pause A", "open A", "opened A");
    rule("a lost clerk who opens is back at the desk", "arrive A; lose A", "open A", "arrived A, opened A");
    rule("a new day begins with an open intake", "open A; suspend A; close A; open A", "draw 1", "drawn 1 as 1");
    rule("nobody draws before the office is open", "arrive A", "draw 1", "refused: office closed");
}

void RulesTest::closesTheOffice_data()
{
    ruleColumns();
    rule("an empty office closes at once", "open A", "close A", "closed by clerk");
    rule("an empty office with suspended intake closes at once", "open A; suspend A", "close A", "closed by clerk");
    rule("a closed office stays closed", "open A; close A", "close A now", "nothing");
    rule("a clerk without a desk may close", "open A; depart A", "close A", "closed by clerk");
    rule("those who wait are served first", "open A; draw 1", "close A", "suspended A then close");
    rule("closing twice changes nothing", "open A; draw 1; close A", "close A", "nothing");
    rule("a suspended intake becomes a closing one", "open A; draw 1; suspend A", "close A", "suspended A then close");
    rule("nobody draws while those waiting are served", "open A; draw 1; close A", "draw 2",
         "refused: intake suspended");
    rule("the last to finish closes", "open A; draw 1; close A; next A; enter 1", "finish A 1",
         "finished 1 by A, closed lobby served");
    rule("the last to leave closes", "open A; draw 1; close A", "leave 1", "left 1 citizen, closed lobby served");
    rule("the last to be given up closes", "open A; draw 1; close A; disconnect 1; wait 600", "tick",
         "left 1 unreachable, closed lobby served");
    rule("the last to miss the call closes", "max-calls 1; open A; draw 1; close A; next A; wait 60", "tick",
         "missed 1 for 1800s, left 1 missed, closed lobby served");
    rule("as long as one is left it stays open", "open A; draw 1; draw 2; close A", "leave 1", "left 1 citizen");
    rule("resuming the intake calls the closing off", "open A; draw 1; close A; resume-intake A", "leave 1",
         "left 1 citizen");
    rule("a suspended intake does not close", "open A; draw 1; suspend A", "leave 1", "left 1 citizen");
    rule("closing now ends those who wait", "open A; draw 1; draw 2", "close A now",
         "left 1 office-closed, left 2 office-closed, closed by clerk");
    rule("closing now ends a call that was not entered", "open A; draw 1; next A", "close A now",
         "left 1 office-closed, closed by clerk");
    rule("closing now lets a visit go on", "open A; draw 1; next A; enter 1", "close A now", "closed by clerk");
    rule("closing now ends the closing, too", "open A; draw 1; close A", "close A now",
         "left 1 office-closed, closed by clerk");
    rule("closing now lets a held visit go on", "open A; draw 1; next A; enter 1; lose A", "close A now",
         "closed by clerk");
    rule("closing now ends a held call that was not entered", "open A; draw 1; next A; lose A", "close A now",
         "left 1 office-closed, closed by clerk");
    rule("the visit behind the closed door is finished", "open A; draw 1; next A; enter 1; close A now", "finish A 1",
         "finished 1 by A");
    rule("nobody is sent back behind a closed door", "open A; draw 1; next A; enter 1; close A now", "return A 1 keep",
         "refused: office closed");
    rule("the held visit behind the closed door ends with the grace",
         "open A; draw 1; next A; enter 1; close A now; lose A; wait 90", "tick", "left 1 office-closed, departed A");
    rule("nobody is called behind a closed door", "open A; close A", "next A", "refused: office closed");
}

void RulesTest::suspendsTheIntake_data()
{
    ruleColumns();
    rule("no new numbers", "open A; suspend A", "draw 1", "refused: intake suspended");
    rule("suspending says who did it", "open A; arrive B", "suspend B", "suspended B");
    rule("suspending twice changes nothing", "open A; suspend A", "suspend A", "nothing");
    rule("suspending does not call a closing off", "open A; draw 1; close A", "suspend A", "nothing");
    rule("a closed office has no intake", "arrive A", "suspend A", "refused: office closed");
    rule("a closed office has no intake to resume", "arrive A", "resume-intake A", "refused: office closed");
    rule("resuming takes numbers again", "open A; suspend A", "resume-intake A", "intake resumed A");
    rule("an open intake stays open", "open A", "resume-intake A", "nothing");
}

void RulesTest::keepsTheDesks_data()
{
    ruleColumns();
    rule("arriving takes a desk", "", "arrive A", "arrived A");
    rule("arriving twice changes nothing", "arrive A", "arrive A", "nothing");
    rule("a paused clerk who arrives stays paused", "arrive A; pause A", "arrive A", "nothing");
    rule("departing gives the desk up", "arrive A", "depart A", "departed A");
    rule("departing from no desk changes nothing", "", "depart A", "nothing");
    rule("nobody departs from a visitor", "open A; draw 1; next A", "depart A", "refused: busy with 1");
    rule("a lost clerk without a visitor may depart", "arrive A; lose A", "depart A", "departed A");
    rule("a pause in a call is allowed", "open A; draw 1; next A; enter 1", "pause A", "paused A");
    rule("pausing twice changes nothing", "arrive A; pause A", "pause A", "nothing");
    rule("resuming ends the pause", "arrive A; pause A", "resume A", "resumed A");
    rule("resuming without a pause changes nothing", "arrive A", "resume A", "nothing");
    rule("no pause without a desk", "", "pause A", "refused: not at desk");
    rule("no pause while the line is lost", "arrive A; lose A", "pause A", "refused: not at desk");
    rule("no resuming while the line is lost", "arrive A; pause A; lose A", "resume A", "refused: not at desk");
    rule("losing a clerk keeps the desk", "arrive A", "lose A", "lost A");
    rule("losing a clerk twice changes nothing", "arrive A; lose A", "lose A", "nothing");
    rule("losing a stranger changes nothing", "", "lose A", "nothing");
    rule("losing a clerk holds the visit", "open A; draw 1; next A; enter 1", "lose A", "lost A, held 1 for 90s");
    rule("losing a clerk holds the call", "open A; draw 1; next A", "lose A", "lost A, held 1 for 90s");
    rule("a clerk who comes back resumes the visit", "open A; draw 1; next A; enter 1; lose A; wait 30", "arrive A",
         "arrived A, resumed 1 epoch 2");
    rule("a clerk who comes back calls again whom nobody saw", "open A; draw 1; next A; lose A; wait 30", "arrive A",
         "arrived A, resumed 1 epoch 2 for 60s");
    rule("a pause outlasts a lost line", "open A; draw 1; pause A; lose A; arrive A", "next A", "refused: paused");
    rule("a pause outlasts a restart during a lost line", "open A; draw 1; pause A; lose A; restart; arrive A",
         "next A", "refused: paused");
    rule("a departed clerk comes back without the pause", "open A; draw 1; pause A; depart A; arrive A", "next A",
         "called 1 by A epoch 1 for 60s");
}

void RulesTest::drawsNumbers_data()
{
    ruleColumns();
    rule("the first ticket is number 1", "open A", "draw 1", "drawn 1 as 1");
    rule("numbers follow each other", "open A; draw 1; draw 2", "draw 3", "drawn 3 as 3");
    rule("an ended number is not used again on the day", "open A; draw 1; leave 1", "draw 2", "drawn 2 as 2");
    rule("the same ticket is never drawn twice", "open A; draw 1", "draw 1", "refused: already drawn with 1");
    rule("the first ticket after midnight starts a new series", "open A; draw 1; draw 2; day 20260303", "draw 3",
         "drawn 3 as 1");
    rule("the series begins anew after the last number", "last-number 2; open A; draw 1; draw 2; leave 1", "draw 3",
         "drawn 3 as 1");
    rule("the new series skips live numbers", "last-number 3; open A; draw 1; draw 2; draw 3; leave 2", "draw 4",
         "drawn 4 as 2");
    rule("no number is free", "last-number 2; open A; draw 1; draw 2", "draw 3", "refused: office full");
    rule("yesterday's live number does not block today's", "last-number 2; open A; draw 1; draw 2; day 20260303",
         "draw 3", "drawn 3 as 1");
    rule("a clock that is set back a day skips live numbers", "open A; draw 1; day 20260303; draw 2; day 20260302",
         "draw 3", "drawn 3 as 2");
    rule("the limit counts people in line", "limit 2; open A; draw 1; draw 2", "draw 3", "refused: office full");
    rule("whoever is called makes room", "limit 2; open A; draw 1; draw 2; next A", "draw 3", "drawn 3 as 3");
    rule("whoever is given up makes room", "limit 1; open A; draw 1; disconnect 1; wait 120; tick", "draw 2",
         "drawn 2 as 2");
    rule("limit 0: one seat while a clerk is idle", "limit 0; open A", "draw 1", "drawn 1 as 1");
    rule("limit 0: nobody waits behind others", "limit 0; open A; draw 1", "draw 2", "refused: office full");
    rule("limit 0: no seat while the clerk is busy", "limit 0; open A; draw 1; next A", "draw 2",
         "refused: office full");
    rule("limit 0: no seat while the clerk is on a pause", "limit 0; open A; pause A", "draw 1",
         "refused: office full");
}

void RulesTest::followsTheLine_data()
{
    ruleColumns();
    rule("a lost line is noted", "open A; draw 1", "disconnect 1", "disconnected 1");
    rule("a line is lost once", "open A; draw 1; disconnect 1", "disconnect 1", "nothing");
    rule("a line that was given up stays so", "open A; draw 1; disconnect 1; wait 120; tick", "disconnect 1",
         "nothing");
    rule("a line that is back is noted", "open A; draw 1; disconnect 1", "connect 1", "connected 1");
    rule("a good line needs no notice", "open A; draw 1", "connect 1", "nothing");
    rule("whoever was given up comes back", "open A; draw 1; disconnect 1; wait 120; tick", "connect 1", "connected 1");
    rule("an ended ticket has no line", "open A; draw 1; leave 1", "connect 1", "refused: gone");
    rule("an unknown ticket has no line", "open A", "disconnect 9", "refused: gone");
    rule("a citizen leaves while waiting", "open A; draw 1", "leave 1", "left 1 citizen");
    rule("a citizen leaves while called", "open A; draw 1; next A", "leave 1", "left 1 citizen");
    rule("a citizen goes into the visit of somebody else", "open A; draw 1", "join 1", "left 1 joined-visit");
    rule("nobody joins who is called", "open A; draw 1; next A", "join 1", "refused: wrong state");
    rule("nobody joins who has a visit", "open A; draw 1; next A; enter 1", "join 1", "refused: wrong state");
    rule("nobody joins who has gone", "open A; draw 1; leave 1", "join 1", "refused: gone");
    rule("a citizen leaves in the call", "open A; draw 1; next A; enter 1", "leave 1", "left 1 citizen");
    rule("a citizen leaves while held", "open A; draw 1; next A; enter 1; lose A", "leave 1", "left 1 citizen");
    rule("nobody leaves twice", "open A; draw 1; leave 1", "leave 1", "refused: gone");
    rule("a clerk whose visitor left is free", "open A; draw 1; draw 2; next A; leave 1", "next A",
         "called 2 by A epoch 1 for 60s");
}

QTEST_GUILESS_MAIN(RulesTest)
#include "RulesTest.moc"

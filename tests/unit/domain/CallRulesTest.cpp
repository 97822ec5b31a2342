// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/domain/RuleTable.h"

using namespace sprechtag::office::script;

//! Calling, entering, sending back, finishing; and what the clock does.
class CallRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsTheNext_data();
    void callsTheNext() { checkRule(); }
    void callsByName_data();
    void callsByName() { checkRule(); }
    void entersOnce_data();
    void entersOnce() { checkRule(); }
    void sendsBack_data();
    void sendsBack() { checkRule(); }
    void finishes_data();
    void finishes() { checkRule(); }
    void letsCallsLapse_data();
    void letsCallsLapse() { checkRule(); }
    void judgesLostLines_data();
    void judgesLostLines() { checkRule(); }
    void givesUpLostClerks_data();
    void givesUpLostClerks() { checkRule(); }
    void startsAnew_data();
    void startsAnew() { checkRule(); }
};

void CallRulesTest::callsTheNext_data()
{
    ruleColumns();
    rule("the first in line", "open A; draw 1; draw 2", "next A", "called 1 by A epoch 1 for 60s");
    rule("two clerks get two people", "open A; arrive B; draw 1; draw 2; next A", "next B",
         "called 2 by B epoch 1 for 60s");
    rule("nobody waits", "open A", "next A", "refused: nobody waiting");
    rule("the only one is with a colleague", "open A; arrive B; draw 1; next A", "next B", "refused: nobody waiting");
    rule("a second click names the same person", "open A; draw 1; draw 2; next A", "next A", "refused: busy with 1");
    rule("a second click in a pause still names the person", "open A; draw 1; next A; pause A", "next A",
         "refused: busy with 1");
    rule("not without a desk", "open A; draw 1", "next B", "refused: not at desk");
    rule("not while the line is lost", "open A; draw 1; lose A", "next A", "refused: not at desk");
    rule("not on a pause", "open A; draw 1; pause A", "next A", "refused: paused");
    rule("somebody whose line is just lost is called", "open A; draw 1; disconnect 1", "next A",
         "called 1 by A epoch 1 for 60s");
    rule("somebody who was given up is passed over", "open A; draw 1; draw 2; disconnect 1; wait 120; tick", "next A",
         "called 2 by A epoch 1 for 60s");
    rule("somebody who is back is next again", "open A; draw 1; draw 2; disconnect 1; wait 120; tick; connect 1",
         "next A", "called 1 by A epoch 1 for 60s");
    rule("somebody who just missed a call is passed over", "open A; draw 1; draw 2; next A; wait 60; tick", "next A",
         "called 2 by A epoch 1 for 60s");
    rule("passed over until the very end of the pause", "open A; draw 1; next A; wait 60; tick; wait 299", "next A",
         "refused: nobody waiting");
    rule("next again after the pause", "open A; draw 1; draw 2; next A; wait 60; tick; wait 300", "next A",
         "called 1 by A epoch 2 for 60s");
    rule("a suspended intake still serves", "open A; draw 1; suspend A", "next A", "called 1 by A epoch 1 for 60s");
}

void CallRulesTest::callsByName_data()
{
    ruleColumns();
    rule("anybody in line", "open A; draw 1; draw 2", "name A 2", "named 2 by A epoch 1 for 60s");
    rule("the same person twice: the first clerk wins", "open A; arrive B; draw 1; name A 1", "name B 1",
         "refused: already called by A with 1");
    rule("somebody in a call", "open A; arrive B; draw 1; next A; enter 1", "name B 1",
         "refused: already called by A with 1");
    rule("somebody held for a lost colleague", "open A; arrive B; draw 1; next A; enter 1; lose A", "name B 1",
         "refused: already called by A with 1");
    rule("one's own visitor", "open A; draw 1; name A 1", "name A 1", "refused: busy with 1");
    rule("somebody who has left", "open A; draw 1; leave 1", "name A 1", "refused: gone");
    rule("somebody who never was", "open A", "name A 7", "refused: gone");
    rule("somebody who was given up", "open A; draw 1; disconnect 1; wait 120; tick", "name A 1",
         "refused: wrong state");
    rule("somebody who just missed a call", "open A; draw 1; next A; wait 60; tick", "name A 1",
         "named 1 by A epoch 2 for 60s");
    rule("not with a visitor", "open A; draw 1; draw 2; next A", "name A 2", "refused: busy with 1");
    rule("not on a pause", "open A; draw 1; pause A", "name A 1", "refused: paused");
    rule("not without a desk", "open A; draw 1", "name B 1", "refused: not at desk");
}

void CallRulesTest::entersOnce_data()
{
    ruleColumns();
    rule("whoever is called comes in", "open A; draw 1; next A", "enter 1", "entered 1");
    rule("entering twice changes nothing", "open A; draw 1; next A; enter 1", "enter 1", "nothing");
    rule("nobody enters uncalled", "open A; draw 1", "enter 1", "refused: wrong state");
    rule("an earlier call is over", "open A; draw 1; next A; return A 1 front; next A", "enter 1 1",
         "refused: stale epoch");
    rule("a lapsed call is over", "open A; draw 1; next A; wait 60; tick", "enter 1 1", "refused: wrong state");
    rule("a call to come does not exist", "open A; draw 1; next A", "enter 1 2", "refused: stale epoch");
    rule("not while the clerk is lost", "open A; draw 1; next A; lose A", "enter 1", "refused: wrong state");
    rule("into the renewed call", "open A; draw 1; next A; lose A; arrive A", "enter 1 2", "entered 1");
    rule("not into the call before the loss", "open A; draw 1; next A; lose A; arrive A", "enter 1 1",
         "refused: stale epoch");
    rule("an ended ticket enters nowhere", "open A; draw 1; leave 1", "enter 1", "refused: gone");
    rule("in time although the clock was not yet asked", "open A; draw 1; next A; wait 61", "enter 1", "entered 1");
}

void CallRulesTest::sendsBack_data()
{
    ruleColumns();
    rule("to the same place, passed over for a while", "open A; draw 1; draw 2; next A; enter 1", "return A 1 keep",
         "returned 1 sent-back to 0 not for 300s");
    rule("to the front", "open A; draw 1; draw 2; next A; enter 1", "return A 1 front",
         "returned 1 sent-back to front -1");
    rule("to the end", "open A; draw 1; draw 2; next A; enter 1", "return A 1 end", "returned 1 sent-back to 2");
    rule("before those who were called earlier", "open A; arrive B; draw 1; draw 2; next A; next B", "return B 2 front",
         "returned 2 sent-back to front -1");
    rule("from a call that was not entered, counted", "open A; draw 1; next A", "return A 1 keep",
         "returned 1 sent-back to 0 not for 300s counted");
    rule("the front is next", "open A; draw 1; draw 2; next A; enter 1; return A 1 front", "next A",
         "called 1 by A epoch 2 for 60s");
    rule("the end is last", "open A; draw 1; draw 2; next A; enter 1; return A 1 end", "next A",
         "called 2 by A epoch 1 for 60s");
    rule("a new ticket comes after the end", "open A; draw 1; next A; return A 1 end; draw 2", "next A",
         "called 1 by A epoch 2 for 60s");
    rule("not by a colleague", "open A; arrive B; draw 1; next A", "return B 1 keep", "refused: not yours by A");
    rule("whoever does not come", "open A; draw 1; next A", "return A 1 keep 1 unless-entered",
         "returned 1 sent-back to 0 not for 300s counted");
    rule("not whoever comes in at that moment", "open A; draw 1; next A; enter 1", "return A 1 keep 1 unless-entered",
         "refused: wrong state");
    rule("not under an earlier epoch", "open A; draw 1; next A; return A 1 front; next A", "return A 1 keep 1",
         "refused: stale epoch");
    rule("not somebody who waits", "open A; draw 1", "return A 1 keep", "refused: wrong state");
    rule("not somebody who left", "open A; draw 1; next A; leave 1", "return A 1 keep", "refused: gone");
}

void CallRulesTest::finishes_data()
{
    ruleColumns();
    rule("one's own visit", "open A; draw 1; next A; enter 1", "finish A 1", "finished 1 by A");
    rule("not a call that was not entered", "open A; draw 1; next A", "finish A 1", "refused: wrong state");
    rule("not somebody who waits", "open A; draw 1", "finish A 1", "refused: wrong state");
    rule("not twice", "open A; draw 1; next A; enter 1; finish A 1", "finish A 1", "refused: gone");
    rule("not a colleague's visit", "open A; arrive B; draw 1; next A; enter 1", "finish B 1",
         "refused: not yours by A");
    rule("a late finish does not end the colleague's visit",
         "open A; arrive B; draw 1; next A; enter 1; return A 1 front; next B; enter 1", "finish A 1 1",
         "refused: stale epoch");
    rule("a late finish does not end the resumed visit", "open A; draw 1; next A; enter 1; lose A; arrive A",
         "finish A 1 1", "refused: stale epoch");
    rule("the resumed visit under its new epoch", "open A; draw 1; next A; enter 1; lose A; arrive A", "finish A 1 2",
         "finished 1 by A");
    rule("a held visit whose clerk had finished it in time", "open A; draw 1; next A; enter 1; lose A", "finish A 1",
         "finished 1 by A");
    rule("a visit on a pause", "open A; draw 1; next A; enter 1; pause A", "finish A 1", "finished 1 by A");
    rule("not after the grace", "open A; draw 1; next A; enter 1; lose A; wait 90; tick", "finish A 1",
         "refused: wrong state");
}

void CallRulesTest::letsCallsLapse_data()
{
    ruleColumns();
    rule("not before the time", "open A; draw 1; next A; wait 59", "tick", "nothing");
    rule("back to the same place, passed over", "open A; draw 1; draw 2; next A; wait 60", "tick",
         "returned 1 not-entered to 0 not for 300s counted");
    rule("the clerk is free again", "open A; draw 1; draw 2; next A; wait 60; tick", "next A",
         "called 2 by A epoch 1 for 60s");
    rule("the third lapsed call is missed",
         "open A; draw 1; next A; wait 60; tick; name A 1; wait 60; tick; name A 1; wait 60", "tick",
         "missed 1 for 1800s");
    rule("whoever entered does not lapse", "open A; draw 1; next A; enter 1; wait 3600", "tick", "nothing");
    rule("a lapse with a lost line is not", "max-calls 1; open A; draw 1; next A; disconnect 1; wait 60", "tick",
         "returned 1 not-entered to 0 not for 300s");
    rule("a lapse after a line that came back is not",
         "max-calls 1; open A; draw 1; next A; disconnect 1; connect 1; wait 60", "tick",
         "returned 1 not-entered to 0 not for 300s");
    rule("a lapse of a call into a lost line is not",
         "max-calls 1; open A; draw 1; disconnect 1; next A; connect 1; wait 60", "tick",
         "returned 1 not-entered to 0 not for 300s");
    rule("a line that failed in the call before does not excuse this one",
         "max-calls 1; open A; draw 1; disconnect 1; next A; connect 1; wait 60; tick; name A 1; wait 60", "tick",
         "missed 1 for 1800s");
    rule("a lapse with a line lost for long is given up at once",
         "open A; draw 1; disconnect 1; wait 100; next A; wait 60", "tick",
         "returned 1 not-entered to 0 not for 300s, unreachable 1");
    rule("a renewed call lapses, too", "open A; draw 1; next A; lose A; arrive A; wait 60", "tick",
         "returned 1 not-entered to 0 not for 300s counted");
    rule("a clock that is set back lets nothing lapse", "open A; draw 1; next A; wait -3600", "tick", "nothing");
}

void CallRulesTest::judgesLostLines_data()
{
    ruleColumns();
    rule("silent within the grace", "open A; draw 1; disconnect 1; wait 119", "tick", "nothing");
    rule("given up after the grace", "open A; draw 1; disconnect 1; wait 120", "tick", "unreachable 1");
    rule("given up once", "open A; draw 1; disconnect 1; wait 120; tick; wait 10", "tick", "nothing");
    rule("left ten minutes after the loss", "open A; draw 1; disconnect 1; wait 120; tick; wait 480", "tick",
         "left 1 unreachable");
    rule("left although nobody looked in between", "open A; draw 1; disconnect 1; wait 600", "tick",
         "left 1 unreachable");
    rule("a line that came back starts anew",
         "open A; draw 1; disconnect 1; wait 100; connect 1; disconnect 1; wait 100", "tick", "nothing");
    rule("an in-call line is the clerk's matter", "open A; draw 1; next A; enter 1; disconnect 1; wait 3600", "tick",
         "nothing");
    rule("after being sent back the line is judged",
         "open A; draw 1; next A; enter 1; disconnect 1; wait 200; return A 1 end", "tick", "unreachable 1");
}

void CallRulesTest::givesUpLostClerks_data()
{
    ruleColumns();
    rule("not within the grace", "open A; draw 1; next A; enter 1; lose A; wait 89", "tick", "nothing");
    rule("the visitor is first in line", "open A; draw 1; draw 2; next A; enter 1; lose A; wait 90", "tick",
         "returned 1 clerk-lost to front -1, departed A");
    rule("a lost clerk without a visitor departs", "arrive A; lose A; wait 90", "tick", "departed A");
    rule("a clerk who came back stays", "arrive A; lose A; wait 50; arrive A; wait 50", "tick", "nothing");
    rule("two visitors keep their order",
         "open A; arrive B; draw 1; draw 2; draw 3; next B; next A; lose A; lose B; wait 90", "tick",
         "returned 2 clerk-lost to front -1, departed A, returned 1 clerk-lost to front -2, departed B");
    rule("a colleague takes over", "open A; arrive B; draw 1; draw 2; next A; enter 1; lose A; wait 90; tick", "next B",
         "called 1 by B epoch 2 for 60s");
    rule("the clerk who is back later finds it gone", "open A; draw 1; next A; enter 1; lose A; wait 90; tick",
         "arrive A", "arrived A");
    rule("a visitor without a line is first, but given up",
         "open A; draw 1; next A; enter 1; disconnect 1; wait 60; lose A; wait 90", "tick",
         "returned 1 clerk-lost to front -1, unreachable 1, departed A");
    rule("a visitor who left leaves the clerk's own grace", "open A; draw 1; next A; lose A; leave 1; wait 90", "tick",
         "departed A");
}

void CallRulesTest::startsAnew_data()
{
    ruleColumns();
    rule("every line is lost", "open A; draw 1; draw 2; next A", "restart",
         "lost A, held 1 for 90s, disconnected 1, disconnected 2");
    rule("an empty office starts anew in silence", "", "restart", "nothing");
    rule("the graces of the lost begin anew", "open A; draw 1; next A; enter 1; disconnect 1; lose A; wait 80",
         "restart", "lost A, held 1 for 90s, disconnected 1");
    rule("nobody is given up before the new grace",
         "open A; draw 1; depart A; disconnect 1; wait 3600; restart; wait 119", "tick", "nothing");
    rule("a clerk resumes the visit", "open A; draw 1; next A; enter 1; restart", "arrive A",
         "arrived A, resumed 1 epoch 2");
    rule("a citizen keeps the place", "open A; arrive B; draw 1; draw 2; restart; connect 1; connect 2; arrive B",
         "next B", "called 1 by B epoch 1 for 60s");
}

QTEST_GUILESS_MAIN(CallRulesTest)
#include "CallRulesTest.moc"

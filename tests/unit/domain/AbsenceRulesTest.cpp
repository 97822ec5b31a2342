// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/domain/RuleTable.h"

using namespace sprechtag::office::script;

//! Called and not there, the missed list, stepping away, parking.
class AbsenceRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersACall_data();
    void answersACall() { checkRule(); }
    void listsTheMissed_data();
    void listsTheMissed() { checkRule(); }
    void letsPeopleStepAway_data();
    void letsPeopleStepAway() { checkRule(); }
    void parks_data();
    void parks() { checkRule(); }
    void dismissesAClerk_data();
    void dismissesAClerk() { checkRule(); }
};

void AbsenceRulesTest::dismissesAClerk_data()
{
    ruleColumns();
    rule("the desk goes", "open A", "dismiss A", "departed A");
    rule("nobody at a desk", "open A", "dismiss B", "nothing");
    rule("the visitor is next", "open A; draw 1; draw 2; next A; enter 1", "dismiss A",
         "returned 1 clerk-lost to front -1, departed A");
    rule("whoever was only called, too", "open A; draw 1; next A", "dismiss A",
         "returned 1 clerk-lost to front -1, departed A");
    rule("a lost clerk's grace ends with it", "open A; draw 1; next A; enter 1; lose A", "dismiss A",
         "returned 1 clerk-lost to front -1, departed A");
    rule("behind a closed door the visit ends", "open A; draw 1; next A; enter 1; close A now", "dismiss A",
         "left 1 office-closed, departed A");
}

void AbsenceRulesTest::answersACall_data()
{
    ruleColumns();
    rule("the clerk sees the citizen appear", "open A; draw 1; next A", "admit A 1", "entered 1");
    rule("appeared already", "open A; draw 1; next A; enter 1", "admit A 1", "nothing");
    rule("not a colleague's visitor", "open A; arrive B; draw 1; next A", "admit B 1", "refused: not yours by A");
    rule("not under an earlier epoch", "open A; draw 1; next A; return A 1 front; next A", "admit A 1 1",
         "refused: stale epoch");
    rule("not while the clerk is lost", "open A; draw 1; next A; lose A", "admit A 1", "refused: wrong state");
    rule("the next person, please: counted", "open A; draw 1; next A", "return A 1 keep",
         "returned 1 sent-back to 0 not for 300s counted");
    rule("not counted when the line failed", "open A; draw 1; next A; disconnect 1", "return A 1 keep",
         "returned 1 sent-back to 0 not for 300s");
    rule("one time too many", "max-calls 1; open A; draw 1; next A", "return A 1 keep", "missed 1 for 1800s");
    rule("sent to the front is no miss", "max-calls 1; open A; draw 1; next A", "return A 1 front",
         "returned 1 sent-back to front -1");
    rule("whoever had come in has missed nothing", "max-calls 1; open A; draw 1; next A; enter 1", "return A 1 keep",
         "returned 1 sent-back to 0 not for 300s");
    rule("the citizen asks for time", "open A; draw 1; next A", "not-yet 1",
         "returned 1 not-yet to 0 not for 300s counted");
    rule("asked for time too often", "max-calls 1; open A; draw 1; next A", "not-yet 1", "missed 1 for 1800s");
    rule("the clerk is free again", "open A; draw 1; draw 2; next A; not-yet 1", "next A",
         "called 2 by A epoch 1 for 60s");
    rule("too late, the conversation has begun", "open A; draw 1; next A; enter 1", "not-yet 1",
         "refused: wrong state");
    rule("an earlier call is over", "open A; draw 1; next A; return A 1 front; next A", "not-yet 1 1",
         "refused: stale epoch");
    rule("did not appear", "open A; draw 1; next A", "no-show A 1", "missed 1 for 1800s");
    rule("did not appear because of the network", "open A; draw 1; next A; disconnect 1", "no-show A 1",
         "returned 1 not-entered to 0 not for 300s");
    rule("has appeared", "open A; draw 1; next A; enter 1", "no-show A 1", "refused: wrong state");
    rule("not a colleague's call", "open A; arrive B; draw 1; next A", "no-show B 1", "refused: not yours by A");
}

void AbsenceRulesTest::listsTheMissed_data()
{
    ruleColumns();
    rule("out of line", "open A; draw 1; next A; no-show A 1", "next A", "refused: nobody waiting");
    rule("not to be called by name", "open A; draw 1; next A; no-show A 1", "name A 1", "refused: wrong state");
    rule("taken in again to the old place", "open A; draw 1; next A; no-show A 1; draw 2", "readmit A 1",
         "returned 1 readmitted to 0");
    rule("with all calls anew",
         "max-calls 2; open A; draw 1; next A; wait 60; tick; name A 1; wait 60; tick; readmit A 1; next A; wait 60",
         "tick", "returned 1 not-entered to 0 not for 300s counted");
    rule("a lost line is tolerated on the list", "open A; draw 1; next A; no-show A 1; disconnect 1; wait 1700", "tick",
         "nothing");
    rule("and begins its grace with the readmission",
         "open A; draw 1; next A; no-show A 1; disconnect 1; wait 1700; readmit A 1; wait 119", "tick", "nothing");
    rule("the end of the list", "open A; draw 1; next A; no-show A 1; wait 1800", "tick", "left 1 missed");
    rule("without a list it is the end", "missed-listed 0; open A; draw 1; next A", "no-show A 1", "left 1 missed");
    rule("only the missed are taken in again", "open A; draw 1", "readmit A 1", "refused: wrong state");
    rule("nobody who has left", "open A; draw 1; leave 1", "readmit A 1", "refused: gone");
    rule("keeps no office open", "open A; draw 1; draw 2; next A; no-show A 1; close A", "leave 2",
         "left 2 citizen, left 1 missed, closed lobby served");
    rule("an office with nobody else closes at once", "open A; draw 1; next A; no-show A 1", "close A",
         "left 1 missed, closed by clerk");
    rule("a missed citizen may leave", "open A; draw 1; next A; no-show A 1", "leave 1", "left 1 citizen");
}

void AbsenceRulesTest::letsPeopleStepAway_data()
{
    ruleColumns();
    rule("for a while", "open A; draw 1", "away 1", "away 1 for 1200s");
    rule("away already", "open A; draw 1; away 1", "away 1", "nothing");
    rule("passed over", "open A; draw 1; draw 2; away 1", "next A", "called 2 by A epoch 1 for 60s");
    rule("not to be called by name either", "open A; draw 1; away 1", "name A 1", "refused: wrong state");
    rule("back by themselves", "open A; draw 1; away 1", "back 1", "back 1");
    rule("with the old place", "open A; draw 1; draw 2; away 1; back 1", "next A", "called 1 by A epoch 1 for 60s");
    rule("back without having been away", "open A; draw 1", "back 1", "nothing");
    rule("taken for back after the time", "open A; draw 1; away 1; wait 1200", "tick", "back 1");
    rule("not before", "open A; draw 1; away 1; wait 1199", "tick", "nothing");
    rule("a lost line is tolerated meanwhile", "open A; draw 1; away 1; disconnect 1; wait 1100", "tick", "nothing");
    rule("its grace begins with the end of that", "open A; draw 1; away 1; disconnect 1; wait 1200; tick; wait 119",
         "tick", "nothing");
    rule("and ends as always", "open A; draw 1; away 1; disconnect 1; wait 1200; tick; wait 120", "tick",
         "unreachable 1");
    rule("makes room in a full lobby", "limit 1; open A; draw 1; away 1", "draw 2", "drawn 2 as 2");
    rule("not out of a call", "open A; draw 1; next A", "away 1", "refused: wrong state");
    rule("nobody who has left", "open A; draw 1; leave 1", "away 1", "refused: gone");
}

void AbsenceRulesTest::parks_data()
{
    ruleColumns();
    rule("out of a conversation", "open A; draw 1; next A; enter 1", "park A 1", "parked 1 by A for 900s");
    rule("out of a call", "open A; draw 1; next A", "park A 1 20", "parked 1 by A for 1200s");
    rule("at least for a minute", "open A; draw 1; next A", "park A 1 0", "parked 1 by A for 60s");
    rule("at most for two hours", "open A; draw 1; next A", "park A 1 999", "parked 1 by A for 7200s");
    rule("the clerk is free", "open A; draw 1; draw 2; next A; enter 1; park A 1", "next A",
         "called 2 by A epoch 1 for 60s");
    rule("not while the clerk is lost", "open A; draw 1; next A; enter 1; lose A", "park A 1", "refused: wrong state");
    rule("not a colleague's visitor", "open A; arrive B; draw 1; next A; enter 1", "park B 1",
         "refused: not yours by A");
    rule("not behind a closed door", "open A; draw 1; next A; enter 1; close A now", "park A 1",
         "refused: office closed");
    rule("ready, says the citizen", "open A; draw 1; next A; enter 1; park A 1", "ready 1",
         "returned 1 from-parking to front 0");
    rule("ready, says the clerk", "open A; draw 1; next A; enter 1; park A 1", "unpark A 1",
         "returned 1 from-parking to front 0");
    rule("ready without having been parked", "open A; draw 1", "ready 1", "refused: wrong state");
    rule("before new numbers", "open A; draw 1; next A; enter 1; park A 1; draw 2; ready 1", "next A",
         "called 1 by A epoch 2 for 60s");
    rule("two of them in the order of arrival",
         "open A; draw 1; draw 2; next A; enter 1; park A 1; next A; enter 2; park A 2; ready 2; ready 1", "next A",
         "called 1 by A epoch 2 for 60s");
    rule("called by name while parked", "open A; draw 1; next A; enter 1; park A 1", "name A 1",
         "named 1 by A epoch 2 for 60s");
    rule("called by a colleague", "open A; arrive B; draw 1; next A; enter 1; park A 1", "name B 1",
         "named 1 by B epoch 2 for 60s");
    rule("somebody is reminded", "open A; draw 1; next A; enter 1; park A 1; wait 900", "tick", "reminded 1 for 900s");
    rule("again and again", "open A; draw 1; next A; enter 1; park A 1; wait 900; tick; wait 900", "tick",
         "reminded 1 for 900s");
    rule("a lost line is tolerated until the first time",
         "open A; draw 1; next A; enter 1; park A 1; disconnect 1; wait 899", "tick", "nothing");
    rule("its grace begins with it",
         "open A; draw 1; next A; enter 1; park A 1; disconnect 1; wait 900; tick; wait 120", "tick", "unreachable 1");
    rule("given up as in line", "open A; draw 1; next A; enter 1; park A 1; disconnect 1; wait 900; tick; wait 600",
         "tick", "left 1 unreachable");
    rule("keeps a closing office open", "open A; draw 1; next A; enter 1; park A 1; draw 2; close A", "leave 2",
         "left 2 citizen");
    rule("ends with an office that closes now", "open A; draw 1; next A; enter 1; park A 1", "close A now",
         "left 1 office-closed, closed by clerk");
}

QTEST_GUILESS_MAIN(AbsenceRulesTest)
#include "AbsenceRulesTest.moc"

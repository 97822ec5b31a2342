// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/domain/RuleTable.h"

using namespace sprechtag::office::script;

//! Who stands before whom: appointments, priority, the front, and the bound on being overtaken.
class StandingRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksInAppointments_data();
    void checksInAppointments() { checkRule(); }
    void callsByClass_data();
    void callsByClass() { checkRule(); }
    void givesPriority_data();
    void givesPriority() { checkRule(); }
    void boundsOvertaking_data();
    void boundsOvertaking() { checkRule(); }
};

void StandingRulesTest::checksInAppointments_data()
{
    ruleColumns();
    rule("on time is before walk-ins", "open A; draw 1", "draw 2 at 0", "drawn 2 as 2 appointment");
    rule("a quarter of an hour early is on time", "open A", "draw 1 at 900", "drawn 1 as 1 appointment");
    rule("earlier than that is too early", "open A", "draw 1 at 901", "refused: too early");
    rule("a quarter of an hour late is on time", "open A", "draw 1 at -900", "drawn 1 as 1 appointment");
    rule("later than that is a walk-in", "open A", "draw 1 at -901", "drawn 1 as 1");
    rule("not while the office is closed", "arrive A", "draw 1 at 0", "refused: office closed");
    rule("not while the intake is suspended", "open A; suspend A", "draw 1 at 0", "refused: intake suspended");
    rule("an appointment has its seat in a full lobby", "limit 1; open A; draw 1", "draw 2 at 0",
         "drawn 2 as 2 appointment");
    rule("one that is late has none", "limit 1; open A; draw 1", "draw 2 at -901", "refused: office full");
    rule("an appointment fits before the hard end although walk-ins do not", "service 7200; window -60 600; open A",
         "draw 1 at 0", "drawn 1 as 1 appointment");
}

void StandingRulesTest::callsByClass_data()
{
    ruleColumns();
    rule("an appointment on time before a walk-in", "open A; draw 1; draw 2 at 0", "next A",
         "called 2 by A epoch 1 for 60s");
    rule("two appointments in the order of arrival", "open A; draw 1 at 600; draw 2 at 0", "next A",
         "called 1 by A epoch 1 for 60s");
    rule("an appointment before priority", "open A; draw 1; prioritise A 1 1; draw 2 at 0", "next A",
         "called 2 by A epoch 1 for 60s");
    rule("the first priority before the second", "open A; draw 1; draw 2; prioritise A 1 2; prioritise A 2 1", "next A",
         "called 2 by A epoch 1 for 60s");
    rule("the third priority before a walk-in", "open A; draw 1; draw 2; prioritise A 2 3", "next A",
         "called 2 by A epoch 1 for 60s");
    rule("the front before an appointment", "open A; draw 1; next A; enter 1; draw 2 at 0; return A 1 front", "next A",
         "called 1 by A epoch 2 for 60s");
    rule("whoever kept the place keeps the class",
         "open A; draw 1; prioritise A 1 1; draw 2; next A; wait 60; tick; wait 300", "next A",
         "called 1 by A epoch 2 for 60s");
    rule("sent to the end is a walk-in again",
         "open A; draw 1; prioritise A 1 1; draw 2; next A; enter 1; return A 1 end", "next A",
         "called 2 by A epoch 1 for 60s");
}

void StandingRulesTest::givesPriority_data()
{
    ruleColumns();
    rule("to somebody who waits", "open A; draw 1", "prioritise A 1 1", "prioritised 1 to priority 1 by A");
    rule("the same again changes nothing", "open A; draw 1; prioritise A 1 1", "prioritise A 1 1", "nothing");
    rule("another class", "open A; draw 1; prioritise A 1 1", "prioritise A 1 3", "prioritised 1 to priority 3 by A");
    rule("taken back", "open A; draw 1; prioritise A 1 1", "prioritise A 1 0", "prioritised 1 to walk-in by A");
    rule("none for a walk-in changes nothing", "open A; draw 1", "prioritise A 1 0", "nothing");
    rule("not to somebody who is called", "open A; draw 1; next A", "prioritise A 1 1", "refused: wrong state");
    rule("not to an appointment, which is before", "open A; draw 1 at 0", "prioritise A 1 1", "refused: wrong state");
    rule("not to somebody at the front", "open A; draw 1; next A; enter 1; return A 1 front", "prioritise A 1 1",
         "refused: wrong state");
    rule("to somebody who is away", "open A; draw 1; away 1", "prioritise A 1 2", "prioritised 1 to priority 2 by A");
    rule("not to somebody who left", "open A; draw 1; leave 1", "prioritise A 1 1", "refused: gone");
}

void StandingRulesTest::boundsOvertaking_data()
{
    ruleColumns();
    rule("after so many younger ones of a higher class", "overtaken 1; open A; draw 1; draw 2 at 0", "next A",
         "called 2 by A epoch 1 for 60s, promoted 1");
    rule("and not before", "overtaken 2; open A; draw 1; draw 2 at 0", "next A", "called 2 by A epoch 1 for 60s");
    rule("the promoted one is next",
         "overtaken 1; open A; draw 1; draw 2 at 0; draw 3 at 0; next A; enter 2; finish A 2", "next A",
         "called 1 by A epoch 1 for 60s");
    rule("an older one of a higher class overtakes nobody", "overtaken 1; open A; draw 1 at 0; draw 2", "next A",
         "called 1 by A epoch 1 for 60s");
    rule("a person picked by name overtakes nobody", "overtaken 1; open A; draw 1; draw 2 at 0", "name A 2",
         "named 2 by A epoch 1 for 60s");
    rule("who is away is not overtaken", "overtaken 1; open A; draw 1; away 1; draw 2 at 0", "next A",
         "called 2 by A epoch 1 for 60s");
    rule("who cannot be reached is not overtaken",
         "overtaken 1; open A; draw 1; disconnect 1; wait 120; tick; draw 2 at 0", "next A",
         "called 2 by A epoch 1 for 60s");
    rule("two classes below are both overtaken", "overtaken 1; open A; draw 1; draw 2; prioritise A 2 1; draw 3 at 0",
         "next A", "called 3 by A epoch 1 for 60s, promoted 2, promoted 1");
}

QTEST_GUILESS_MAIN(StandingRulesTest)
#include "StandingRulesTest.moc"

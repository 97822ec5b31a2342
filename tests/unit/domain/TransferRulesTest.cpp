// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/domain/RuleTable.h"

using namespace sprechtag::office::script;

//! Handing a visitor over to another office: asked, agreed, received by arrival.
class TransferRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proposes_data();
    void proposes() { checkRule(); }
    void agrees_data();
    void agrees() { checkRule(); }
    void receives_data();
    void receives() { checkRule(); }
    void keepsItForOneClerk_data();
    void keepsItForOneClerk() { checkRule(); }
};

void TransferRulesTest::proposes_data()
{
    ruleColumns();
    rule("to another office", "open A; draw 1; next A; enter 1", "propose A 1 K", "proposed 1 to K");
    rule("to a clerk there", "open A; draw 1; next A; enter 1", "propose A 1 K C", "proposed 1 to K C");
    rule("the same again", "open A; draw 1; next A; enter 1; propose A 1 K", "propose A 1 K", "nothing");
    rule("another office instead", "open A; draw 1; next A; enter 1; propose A 1 K", "propose A 1 L",
         "proposed 1 to L");
    rule("only in a conversation", "open A; draw 1; next A", "propose A 1 K", "refused: wrong state");
    rule("not a colleague's visitor", "open A; arrive B; draw 1; next A; enter 1", "propose B 1 K",
         "refused: not yours by A");
    rule("taken back by the clerk", "open A; draw 1; next A; enter 1; propose A 1 K", "withdraw A 1",
         "withdrawn 1 by clerk");
    rule("nothing to take back", "open A; draw 1; next A; enter 1", "withdraw A 1", "nothing");
    rule("declined by the citizen", "open A; draw 1; next A; enter 1; propose A 1 K", "decline 1",
         "withdrawn 1 by citizen");
    rule("nothing to decline", "open A; draw 1; next A; enter 1", "decline 1", "nothing");
    rule("not under an earlier epoch", "open A; draw 1; next A; enter 1; propose A 1 K; lose A; arrive A",
         "decline 1 1", "refused: stale epoch");
}

void TransferRulesTest::agrees_data()
{
    ruleColumns();
    rule("goes over", "open A; draw 1; next A; enter 1; propose A 1 K", "agree 1", "transferred 1 to K");
    rule("to the clerk who was named", "open A; draw 1; next A; enter 1; propose A 1 K C", "agree 1",
         "transferred 1 to K C");
    rule("the clerk is free", "open A; draw 1; draw 2; next A; enter 1; propose A 1 K; agree 1", "next A",
         "called 2 by A epoch 1 for 60s");
    rule("nobody has asked", "open A; draw 1; next A; enter 1", "agree 1", "refused: wrong state");
    rule("it was taken back", "open A; draw 1; next A; enter 1; propose A 1 K; withdraw A 1", "agree 1",
         "refused: wrong state");
    rule("the visit is over", "open A; draw 1; next A; enter 1; propose A 1 K; finish A 1", "agree 1", "refused: gone");
    rule("sent back meanwhile", "open A; draw 1; next A; enter 1; propose A 1 K; return A 1 front", "agree 1",
         "refused: wrong state");
    rule("a new visit knows nothing of it",
         "open A; draw 1; next A; enter 1; propose A 1 K; return A 1 front; next A; enter 1", "agree 1",
         "refused: wrong state");
    rule("the clerk is lost", "open A; draw 1; next A; enter 1; propose A 1 K; lose A", "agree 1",
         "refused: wrong state");
    rule("the clerk is back", "open A; draw 1; next A; enter 1; propose A 1 K; lose A; arrive A", "agree 1",
         "transferred 1 to K");
    rule("the last to go closes", "open A; draw 1; next A; enter 1; propose A 1 K; close A", "agree 1",
         "transferred 1 to K, closed lobby served");
}

void TransferRulesTest::receives_data()
{
    ruleColumns();
    rule("with the number of the other office", "open A", "receive 5 17 0", "received 5 as 17 to 0");
    rule("ranked by arrival", "open A; draw 1; wait 60; draw 2", "receive 5 17 -30", "received 5 as 17 to 30000000");
    rule("before those who came later", "open A; wait 60; draw 1; receive 5 17 -60", "next A",
         "called 5 by A epoch 5 for 60s");
    rule("behind those who came earlier", "open A; draw 1; wait 60; receive 5 17 -30", "next A",
         "called 1 by A epoch 1 for 60s");
    rule("the next free place of the same moment", "open A; draw 1", "receive 5 17 0", "received 5 as 17 to 1");
    rule("next to the same number of its own", "open A; draw 1", "receive 5 1 0", "received 5 as 1 to 1");
    rule("its own numbers go on", "open A; receive 5 1 0", "draw 1", "drawn 1 as 1");
    rule("nobody twice", "open A; receive 5 17 0", "receive 5 18 0", "refused: already drawn with 5");
    rule("no number of an office twice", "open A; receive 5 17 0", "receive 6 17 0", "refused: already drawn with 6");
    rule("not while closed", "arrive A", "receive 5 17 0", "refused: target closed");
    rule("not while the intake is suspended", "open A; suspend A", "receive 5 17 0", "refused: intake suspended");
    rule("not after closing time", "window -60 600; open A; wait 600", "receive 5 17 0", "refused: intake suspended");
    rule("not when full", "limit 1; open A; draw 1", "receive 5 17 0", "refused: office full");
    rule("not when it no longer fits", "service 9999; window -60 600; open A", "receive 5 17 0",
         "refused: no capacity");
}

void TransferRulesTest::keepsItForOneClerk_data()
{
    ruleColumns();
    rule("for a while", "open A", "receive 5 17 0 C", "received 5 as 17 to 0 C for 600s");
    rule("colleagues call the next one", "open A; arrive C; receive 5 17 0 C; draw 1", "next A",
         "called 1 by A epoch 1 for 60s");
    rule("the clerk calls it", "open A; arrive C; receive 5 17 0 C; draw 1", "next C", "called 5 by C epoch 5 for 60s");
    rule("colleagues after the time", "open A; arrive C; receive 5 17 0 C; wait 600", "next A",
         "called 5 by A epoch 5 for 60s");
    rule("colleagues when that clerk is not there", "open A; receive 5 17 0 C", "next A",
         "called 5 by A epoch 5 for 60s");
    rule("colleagues by name", "open A; arrive C; receive 5 17 0 C", "name A 5", "named 5 by A epoch 5 for 60s");
}

QTEST_GUILESS_MAIN(TransferRulesTest)
#include "TransferRulesTest.moc"

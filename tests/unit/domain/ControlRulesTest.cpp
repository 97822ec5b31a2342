// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/domain/RuleTable.h"

using namespace sprechtag::office::script;

//! What a clerk sets for the visitor of a conversation: who may, when, and how long it holds.
class ControlRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sets_data();
    void sets() { checkRule(); }
    void holdsUntilTheyPart_data();
    void holdsUntilTheyPart() { checkRule(); }
};

void ControlRulesTest::sets_data()
{
    ruleColumns();
    rule("the microphone", "open A; draw 1; next A; enter 1", "control A 1 m", "controlled 1 m");
    rule("the camera beside it", "open A; draw 1; next A; enter 1; control A 1 m", "control A 1 mc", "controlled 1 mc");
    rule("sharing", "open A; draw 1; next A; enter 1", "control A 1 s", "controlled 1 s");
    rule("on hold", "open A; draw 1; next A; enter 1", "control A 1 h", "controlled 1 h");
    rule("all of it back", "open A; draw 1; next A; enter 1; control A 1 mcsh", "control A 1 -", "controlled 1 -");
    rule("the same again", "open A; draw 1; next A; enter 1; control A 1 m", "control A 1 m", "nothing");
    rule("nothing of nothing", "open A; draw 1; next A; enter 1", "control A 1 -", "nothing");
    rule("not before somebody is there", "open A; draw 1; next A", "control A 1 m", "refused: wrong state");
    rule("not in the lobby", "open A; draw 1", "control A 1 m", "refused: wrong state");
    rule("not a colleague's visitor", "open A; arrive B; draw 1; next A; enter 1", "control B 1 m",
         "refused: not yours by A");
    rule("not under an earlier epoch", "open A; draw 1; next A; enter 1; lose A; arrive A", "control A 1 m 1",
         "refused: stale epoch");
    rule("not by a clerk who is lost", "open A; draw 1; next A; enter 1; lose A", "control A 1 m",
         "refused: wrong state");
    rule("not after the end", "open A; draw 1; next A; enter 1; finish A 1", "control A 1 m", "refused: gone");
    rule("a visitor without a line, who comes back to it", "open A; draw 1; next A; enter 1; disconnect 1",
         "control A 1 h", "controlled 1 h");
}

// To set the same again changes nothing: so one sees that it still holds.
void ControlRulesTest::holdsUntilTheyPart_data()
{
    ruleColumns();
    rule("over a lost line of the clerk", "open A; draw 1; next A; enter 1; control A 1 h; lose A; arrive A",
         "control A 1 h", "nothing");
    rule("over a lost line of the visitor", "open A; draw 1; next A; enter 1; control A 1 h; disconnect 1; connect 1",
         "control A 1 h", "nothing");
    rule("sent back and called anew",
         "open A; draw 1; next A; enter 1; control A 1 h; return A 1 front; next A; enter 1", "control A 1 h",
         "controlled 1 h");
    rule("parked and called anew", "open A; draw 1; next A; enter 1; control A 1 h; park A 1; name A 1; enter 1",
         "control A 1 h", "controlled 1 h");
    rule("a colleague takes over from a clerk who is lost",
         "open A; arrive B; draw 1; next A; enter 1; control A 1 h; lose A; wait 90; tick; next B; enter 1",
         "control B 1 h", "controlled 1 h");
}

QTEST_GUILESS_MAIN(ControlRulesTest)
#include "ControlRulesTest.moc"

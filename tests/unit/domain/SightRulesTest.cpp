// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/domain/RuleTable.h"

using namespace sprechtag;
using namespace sprechtag::office::script;
using namespace Qt::StringLiterals;

//! An identity document that was looked at by eye: who may say so, when, and how long it is known who has looked.
class SightRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void records_data();
    void records() { checkRule(); }
    void isKnownAsLongAsTheTicketLives_data();
    void isKnownAsLongAsTheTicketLives();
    void keepsNothingButWhoHasLooked();
};

void SightRulesTest::records_data()
{
    ruleColumns();
    rule("in the conversation", "open A; draw 1; next A; enter 1", "sight A 1", "sighted 1 by A");
    rule("a second document is a second look", "open A; draw 1; next A; enter 1; sight A 1", "sight A 1",
         "sighted 1 by A");
    rule("also of somebody whose microphone and camera are locked by now",
         "open A; draw 1; next A; enter 1; control A 1 mc", "sight A 1", "sighted 1 by A");
    rule("not of somebody on hold, who is not seen", "open A; draw 1; next A; enter 1; control A 1 h", "sight A 1",
         "refused: wrong state");
    rule("not before somebody is there", "open A; draw 1; next A", "sight A 1", "refused: wrong state");
    rule("not in the lobby", "open A; draw 1", "sight A 1", "refused: wrong state");
    rule("not a colleague's visitor", "open A; arrive B; draw 1; next A; enter 1", "sight B 1",
         "refused: not yours by A");
    rule("not under an earlier epoch", "open A; draw 1; next A; enter 1; lose A; arrive A", "sight A 1 1",
         "refused: stale epoch");
    rule("not by a clerk who is lost", "open A; draw 1; next A; enter 1; lose A", "sight A 1", "refused: wrong state");
    rule("not after the end", "open A; draw 1; next A; enter 1; finish A 1", "sight A 1", "refused: gone");
    rule("not of somebody who is parked", "open A; draw 1; next A; enter 1; park A 1", "sight A 1",
         "refused: wrong state");
}

void SightRulesTest::isKnownAsLongAsTheTicketLives_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<int>("visitor");
    QTest::addColumn<QString>("clerkWhoHasLooked");
    const auto row = [](const char *sentence, const QString &story, int visitor, const QString &who) {
        QTest::newRow(sentence) << u"open A; arrive B; draw 1; draw 2; next A; enter 1; "_s + story << visitor << who;
    };
    row("nobody before", u"control A 1 m"_s, 1, {});
    row("at once", u"sight A 1"_s, 1, u"A"_s);
    row("over a lost line of the clerk", u"sight A 1; lose A; arrive A"_s, 1, u"A"_s);
    row("over a lost line of the visitor", u"sight A 1; disconnect 1; connect 1"_s, 1, u"A"_s);
    row("parked", u"sight A 1; park A 1"_s, 1, u"A"_s);
    row("sent back and called by a colleague", u"sight A 1; return A 1 front; next B; enter 1"_s, 1, u"A"_s);
    row("a colleague who has looked too", u"sight A 1; return A 1 front; next B; enter 1; sight B 1"_s, 1, u"B"_s);
    row("of the next visitor nothing", u"sight A 1; finish A 1; next A; enter 2"_s, 2, {});
}

void SightRulesTest::isKnownAsLongAsTheTicketLives()
{
    QFETCH(QString, story);
    QFETCH(int, visitor);
    QFETCH(QString, clerkWhoHasLooked);
    const Story told(story);
    QCOMPARE(told.error(), QString());
    const auto who = told.state().tickets.at(ticket(visitor)).sightedBy;
    const auto expected =
        clerkWhoHasLooked.isEmpty() ? std::nullopt : std::optional(clerk(clerkWhoHasLooked.front().toLatin1()));
    QVERIFY(who == expected);
}

void SightRulesTest::keepsNothingButWhoHasLooked()
{
    const Story before(u"open A; draw 1; next A; enter 1"_s);
    const Story after(u"open A; draw 1; next A; enter 1; sight A 1"_s);
    auto state = after.state();
    QCOMPARE(state.seq, before.state().seq + 1);
    state.seq = before.state().seq;
    state.tickets.at(ticket(1)).sightedBy.reset();
    QVERIFY(state == before.state());
    QVERIFY(after.facts().back().body == office::FactBody(office::TicketSighted{ticket(1), clerk('A')}));
}

QTEST_GUILESS_MAIN(SightRulesTest)
#include "SightRulesTest.moc"

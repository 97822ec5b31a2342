// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/base/Id.h"
#include "shared/base/Random.h"

#include <QTest>

#include <set>
#include <type_traits>
#include <unordered_set>

using namespace sprechtag;
using namespace Qt::StringLiterals;

static_assert(!std::is_convertible_v<TicketId, OfficeId>, "an id of one kind never passes as another");
static_assert(!std::is_convertible_v<OfficeId, ClerkId>);
static_assert(!std::is_constructible_v<TicketId, OfficeId>);
static_assert(!std::is_default_constructible_v<TicketId>, "an id is always of something");
static_assert(!std::is_convertible_v<TicketId, std::string>, "an id leaves only through text()");
static_assert(!std::is_constructible_v<TicketId, TicketId::Bits>, "bits become an id only through fromBits()");
static_assert(std::is_trivially_copyable_v<TicketId>);

//! Names of things: unguessable, of one kind, with one spelling.
class IdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellsBits_data();
    void spellsBits();
    void refusesOtherText_data();
    void refusesOtherText();
    void everyIdComesBackFromItsText();
    void kindsHaveTheirPrefixes();
    void ordersByBits();
    void newIdsDiffer();
};

void IdTest::spellsBits_data()
{
    QTest::addColumn<quint64>("high");
    QTest::addColumn<quint64>("low");
    QTest::addColumn<QByteArray>("text");
    constexpr quint64 kAll = ~quint64{0};
    QTest::newRow("nothing") << quint64{0} << quint64{0} << "tkt_00000000000000000000000000"_ba;
    QTest::newRow("one") << quint64{0} << quint64{1} << "tkt_00000000000000000000000001"_ba;
    QTest::newRow("a digit beyond ten") << quint64{0} << quint64{31} << "tkt_0000000000000000000000000z"_ba;
    QTest::newRow("the carry between the halves") << quint64{1} << quint64{0} << "tkt_0000000000000g000000000000"_ba;
    QTest::newRow("everything") << kAll << kAll << "tkt_7zzzzzzzzzzzzzzzzzzzzzzzzz"_ba;
}

void IdTest::spellsBits()
{
    QFETCH(quint64, high);
    QFETCH(quint64, low);
    QFETCH(QByteArray, text);
    const auto id = TicketId::fromBits({high, low});
    QCOMPARE(QByteArray::fromStdString(id.text()), text);
    QVERIFY(TicketId::parse(text.toStdString()) == id);
}

void IdTest::refusesOtherText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("only the prefix") << "tkt_"_ba;
    QTest::newRow("one digit short") << "tkt_0000000000000000000000000"_ba;
    QTest::newRow("one digit long") << "tkt_000000000000000000000000000"_ba;
    QTest::newRow("another kind") << "off_00000000000000000000000000"_ba;
    QTest::newRow("no prefix") << "00000000000000000000000000"_ba;
    QTest::newRow("more than 128 bits") << "tkt_80000000000000000000000000"_ba;
    QTest::newRow("far more than 128 bits") << "tkt_zzzzzzzzzzzzzzzzzzzzzzzzzz"_ba;
    QTest::newRow("a letter that the alphabet leaves out") << "tkt_0000000000000000000000000l"_ba;
    QTest::newRow("a capital letter") << "tkt_0000000000000000000000000A"_ba;
    QTest::newRow("a capital prefix") << "TKT_00000000000000000000000000"_ba;
    QTest::newRow("a blank") << "tkt_ 0000000000000000000000000"_ba;
    QTest::newRow("a null character") << QByteArray("tkt_0000000000000000000000000\0", 30);
}

void IdTest::refusesOtherText()
{
    QFETCH(QByteArray, text);
    QVERIFY(!TicketId::parse({text.constData(), static_cast<std::size_t>(text.size())}));
}

void IdTest::everyIdComesBackFromItsText()
{
    for (int i = 0; i < 1000; ++i) {
        const auto id = randomId<OfficeTag>();
        QCOMPARE(id.text().size(), 30U);
        QVERIFY(OfficeId::parse(id.text()) == id);
    }
}

void IdTest::kindsHaveTheirPrefixes()
{
    QVERIFY(OfficeId::fromBits({1, 2}).text().starts_with("off_"));
    QVERIFY(TicketId::fromBits({1, 2}).text().starts_with("tkt_"));
    QVERIFY(ClerkId::fromBits({1, 2}).text().starts_with("clk_"));
}

void IdTest::ordersByBits()
{
    const std::set<TicketId> ids{TicketId::fromBits({1, 0}), TicketId::fromBits({0, 9}), TicketId::fromBits({0, 1})};
    QVERIFY(*ids.begin() == TicketId::fromBits({0, 1}));
    QVERIFY(*ids.rbegin() == TicketId::fromBits({1, 0}));
}

void IdTest::newIdsDiffer()
{
    std::unordered_set<TicketId> ids;
    for (int i = 0; i < 1000; ++i)
        ids.insert(randomId<TicketTag>());
    QCOMPARE(ids.size(), 1000U);
}

QTEST_GUILESS_MAIN(IdTest)
#include "IdTest.moc"

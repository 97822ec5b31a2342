// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/hours/LocalTime.h"
#include "tests/integration/kit/Citizen.h"
#include "tests/integration/kit/ClerkDesk.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;

namespace {

// Without the letter of the office.
QString numberOf(const Citizen &who)
{
    static const QRegularExpression kDigits(u"\\d+"_s);
    return QString::number(kDigits.match(who.state()->number).captured().toInt());
}

//! Two people in the lobby of a town whose server runs.
struct Lobby
{
    Lobby()
        : server(town)
    {
        if (!server.start())
            qFatal("the server does not start");
        const auto token = signIn(server.port(), u"schmidt"_s, TownFolder::password(u"schmidt"_s));
        schmidt = std::make_unique<ClerkDesk>(server.origin(), token.value_or(QByteArray()));
        kim = std::make_unique<Citizen>(server.origin());
        sascha = std::make_unique<Citizen>(server.origin());
        if (!schmidt->greet() || !schmidt->open(TownFolder::office(u"B"_s)) || !kim->greet() || !sascha->greet())
            qFatal("nobody comes in");
        if (!kim->draw(TownFolder::office(u"B"_s), u"Kim Amsel"_s) ||
            !sascha->draw(TownFolder::office(u"B"_s), u"Sascha Drossel"_s))
            qFatal("nobody gets a number");
    }
    //! What the command prints, on the data of the running server.
    [[nodiscard]] QJsonObject printed(const QStringList &words, QByteArray *text = nullptr)
    {
        ServerProgram command(town);
        const auto code =
            command.exitCodeOf(QStringList{u"--config"_s, town.writeConfig(town.config()), u"admin"_s} + words);
        const QByteArray output = command.output();
        if (code != 0)
            qFatal("%s", output.constData());
        if (text != nullptr)
            *text = output;
        // What is logged goes the same way; the report is one line.
        for (const QByteArray &line : output.split('\n')) {
            if (line.startsWith('{'))
                return QJsonDocument::fromJson(line).object();
        }
        return {};
    }
    [[nodiscard]] QStringList person(const Citizen &who) const
    {
        const QDate today = hours::localDay(SystemClock().now(), QTimeZone("Europe/Berlin"));
        return {
            u"person"_s, u"--office"_s, u"B"_s, u"--number"_s, numberOf(who), u"--day"_s, today.toString(Qt::ISODate)};
    }

    TownFolder town;
    ServerProgram server;
    std::unique_ptr<ClerkDesk> schmidt;
    std::unique_ptr<Citizen> kim;
    std::unique_ptr<Citizen> sascha;
};

QString textOf(TicketId ticket)
{
    return QString::fromStdString(ticket.text());
}

} // namespace

//! What is read out of a town whose server runs: figures, and what is stored of one person (D-02, D-04, D-07).
class ReportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allThatIsStoredOfOnePersonIsPrintedAndNothingOfAnother();
    void afterTheVisitNothingPersonalIsLeft();
    void aNumberThatNobodyHasIsRefused();
    void fewCasesAreNotTold();
};

void ReportsTest::allThatIsStoredOfOnePersonIsPrintedAndNothingOfAnother()
{
    Lobby lobby;
    QByteArray text;
    const QJsonObject report = lobby.printed(lobby.person(*lobby.kim), &text);
    QCOMPARE(report["ticket"_L1].toString(), textOf(lobby.kim->state()->ticket));
    const QJsonObject visit = report["visit"_L1].toObject();
    QCOMPARE(visit["name"_L1].toString(), u"Kim Amsel"_s);
    const QByteArray hash = QCryptographicHash::hash(lobby.kim->token().toLatin1(), QCryptographicHash::Sha256);
    QCOMPARE(visit["token_hash"_L1].toString(), QString::fromLatin1(hash.toHex()));
    const QJsonArray facts = report["facts"_L1].toArray();
    QVERIFY(!facts.isEmpty());
    for (const auto &fact : facts)
        QCOMPARE(fact.toObject()["ticket"_L1].toString(), textOf(lobby.kim->state()->ticket));
    QVERIFY(!report["answers"_L1].toArray().isEmpty());
    QVERIFY(!text.contains("Drossel"));
    QVERIFY(!text.contains(lobby.sascha->state()->ticket.text().c_str()));
    // The copy that was read is gone.
    QCOMPARE(QDir(QFileInfo(lobby.town.paths().database).path()).entryList({u"*.read-*"_s}), QStringList());
}

void ReportsTest::afterTheVisitNothingPersonalIsLeft()
{
    Lobby lobby;
    const QStringList person = lobby.person(*lobby.kim);
    lobby.kim->send(citizen::Leave{.id = u"0123456789abcdef01234567"_s});
    QVERIFY(QTest::qWaitFor([&] { return lobby.printed(person)["visit"_L1].isNull(); }, kPatienceMs));
    QByteArray text;
    QVERIFY(!lobby.printed(person, &text)["facts"_L1].toArray().isEmpty());
    QVERIFY(!text.contains("Amsel"));
}

void ReportsTest::aNumberThatNobodyHasIsRefused()
{
    Lobby lobby;
    constexpr int kData = 65;
    ServerProgram command(lobby.town);
    QStringList words = lobby.person(*lobby.kim);
    words[4] = u"998"_s;
    QCOMPARE(
        command.exitCodeOf(QStringList{u"--config"_s, lobby.town.writeConfig(lobby.town.config()), u"admin"_s} + words),
        std::optional(kData));
    QVERIFY(command.output().contains("Nothing is stored of this number."));
}

void ReportsTest::fewCasesAreNotTold()
{
    Lobby lobby;
    const auto issued = [&lobby](const QStringList &words) {
        const QJsonArray offices = lobby.printed(QStringList{u"figures"_s} + words)["offices"_L1].toArray();
        for (const auto &office : offices) {
            if (office.toObject()["name"_L1].toString() == u"Bürgerservice"_s)
                return office.toObject()["days"_L1].toArray();
        }
        return QJsonArray();
    };
    // Two people are too few, five are enough.
    QCOMPARE(issued({}).size(), 1);
    QVERIFY(issued({})[0].toObject()["issued"_L1].isNull());
    std::vector<std::unique_ptr<Citizen>> others;
    for (int i = 0; i < 3; ++i) {
        others.push_back(std::make_unique<Citizen>(lobby.server.origin()));
        QVERIFY(others.back()->greet() && others.back()->draw(TownFolder::office(u"B"_s)));
    }
    QCOMPARE(issued({})[0].toObject()["issued"_L1].toInt(), 5);
    const QJsonObject first = lobby.printed({u"figures"_s})["offices"_L1][0].toObject();
    const QJsonObject right = first["forecasts_right"_L1].toObject();
    QCOMPARE(right.keys(), (QStringList{u"month_percent"_s, u"today_percent"_s, u"week_percent"_s}));
    QVERIFY(right["month_percent"_L1].isNull());
    QVERIFY(issued({u"--until"_s, u"2020-01-01"_s}).isEmpty());
}

QTEST_GUILESS_MAIN(ReportsTest)
#include "ReportsTest.moc"

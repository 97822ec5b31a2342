// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Lobby.h"
#include "clerk-app/model/Words.h"
#include "tests/unit/clerk-app/OfficeKit.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>

using namespace sprechtag;
using namespace sprechtag::clerk::model;
using namespace sprechtag::clerk::test;

class LobbyTest : public QObject
{
    Q_OBJECT

    StillClock m_clock;

    static QStringList numbers(const Lobby &lobby)
    {
        QStringList texts;
        for (int row = 0; row < lobby.rowCount(); ++row)
            texts.append(lobby.index(row, Lobby::NumberColumn).data().toString());
        return texts;
    }
    static QString cell(const Lobby &lobby, int row, Lobby::Column column)
    {
        return lobby.index(row, column).data().toString();
    }

private Q_SLOTS:
    void init() { m_clock.passed = {}; }

    void showsThePeopleOfMyOfficesInOrder()
    {
        Town town;
        Lobby lobby(town, m_clock);
        const QAbstractItemModelTester tester(&lobby, QAbstractItemModelTester::FailureReportingMode::QtTest);
        lobby.setMe(kMe);
        Counter counter(1, u"Bürgerservice"_s, u"B"_s, m_clock);
        town.apply(counter.snapshot());
        town.apply(counter.after(office::Open{kMe}));
        town.apply(counter.afterDraw(1, u"Kim"_s));
        town.apply(counter.afterDraw(2, QString()));

        QCOMPARE(numbers(lobby), (QStringList{u"B 001"_s, u"B 002"_s}));
        QCOMPARE(cell(lobby, 0, Lobby::NameColumn), u"Kim"_s);
        QCOMPARE(cell(lobby, 0, Lobby::ConcernColumn), u"Wohnsitz ummelden"_s);
        QCOMPARE(cell(lobby, 0, Lobby::StateColumn), u"Waiting"_s);
        QCOMPARE(cell(lobby, 1, Lobby::NameColumn), u"(no name)"_s);
    }

    void tellsWhoDidNotComeFromWhoWasSentBack()
    {
        Town town;
        Lobby lobby(town, m_clock);
        lobby.setMe(kMe);
        Counter counter(1, u"Bürgerservice"_s, u"B"_s, m_clock);
        town.apply(counter.snapshot());
        town.apply(counter.after(office::Open{kMe}));
        town.apply(counter.afterDraw(1, u"Kim"_s));
        town.apply(counter.after(office::CallNext{kMe}));
        town.apply(counter.after(office::Enter{ticketId(1), counter.epoch(ticketId(1))}));
        town.apply(
            counter.after(office::ReturnToLobby{kMe, ticketId(1), counter.epoch(ticketId(1)), office::Place::Keep}));
        QCOMPARE(cell(lobby, 0, Lobby::StateColumn), u"Back in the lobby, set aside"_s);

        town.apply(counter.after(office::CallNamed{kMe, ticketId(1)}));
        m_clock.passed += seconds(61);
        town.apply(counter.after(office::Tick{}));
        QCOMPARE(cell(lobby, 0, Lobby::StateColumn), u"Did not come when called"_s);
    }

    void tellsWhatIsAtHand()
    {
        Town town;
        Lobby lobby(town, m_clock);
        lobby.setMe(kMe);
        Counter counter(1, u"Bürgerservice"_s, u"B"_s, m_clock);
        town.apply(counter.snapshot());
        town.apply(counter.after(office::Open{kMe}));
        town.apply(counter.afterDraw(1, u"Kim"_s));
        QVERIFY(!lobby.hasPapers());
        QCOMPARE(cell(lobby, 0, Lobby::PapersColumn), QString());
        QSignalSpy changes(&lobby, &QAbstractItemModel::dataChanged);
        town.apply(counter.afterTicks(1, {u"Ausweis"_s, u"Mietvertrag"_s, u"Foto"_s}, {true, false, true}));
        QCOMPARE(changes.size(), 1);
        QVERIFY(lobby.hasPapers());
        QCOMPARE(cell(lobby, 0, Lobby::PapersColumn), u"2 of 3"_s);
        QCOMPARE(lobby.rows().front().papers.open, QStringList{u"Mietvertrag"_s});
        town.apply(counter.after(office::Leave{ticketId(1)}));
        QVERIFY2(town.offices().front().visits.empty(), "what was at hand goes with the visit");
    }

    void namesPapersInTheLanguageOfTheProgram()
    {
        protocol::VisitCard card{.ticket = ticketId(1), .name = {}, .concern = {}, .lang = u"de"_s};
        card.checklist = {{{{u"de"_s, u"Ausweis"_s}, {u"en"_s, u"Identity card"_s}}, false},
                          {{{u"de"_s, u"Mietvertrag"_s}}, false}};
        const QLocale before;
        QLocale::setDefault(QLocale(u"en"_s));
        const QStringList english = clerk::model::Words::papersOf(card).open;
        QLocale::setDefault(QLocale(u"de"_s));
        const QStringList german = clerk::model::Words::papersOf(card).open;
        QLocale::setDefault(before);
        QCOMPARE(english, (QStringList{u"Identity card"_s, u"Mietvertrag"_s}));
        QCOMPARE(german, (QStringList{u"Ausweis"_s, u"Mietvertrag"_s}));
    }

    void neverResetsAndTouchesOnlyWhatChanged()
    {
        Town town;
        Lobby lobby(town, m_clock);
        const QAbstractItemModelTester tester(&lobby, QAbstractItemModelTester::FailureReportingMode::QtTest);
        lobby.setMe(kMe);
        Counter counter(1, u"Bürgerservice"_s, u"B"_s, m_clock);
        town.apply(counter.snapshot());
        town.apply(counter.after(office::Open{kMe}));
        for (std::uint64_t n = 1; n <= 3; ++n)
            town.apply(counter.afterDraw(n, u"Kim"_s));

        QSignalSpy resets(&lobby, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&lobby, &QAbstractItemModel::dataChanged);
        QSignalSpy moves(&lobby, &QAbstractItemModel::rowsMoved);
        QSignalSpy removals(&lobby, &QAbstractItemModel::rowsRemoved);
        town.apply(counter.after(office::Disconnect{ticketId(2)}));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().first().toModelIndex().row(), 1);
        QCOMPARE(cell(lobby, 1, Lobby::StateColumn), u"Waiting, line interrupted"_s);

        town.apply(counter.after(office::CallNext{kMe}));
        QCOMPARE(numbers(lobby), (QStringList{u"B 002"_s, u"B 003"_s, u"B 001"_s}));
        QVERIFY(!moves.isEmpty());
        QCOMPARE(cell(lobby, 2, Lobby::StateColumn), u"Called by you"_s);

        town.apply(counter.after(office::Leave{ticketId(3)}));
        QCOMPARE(numbers(lobby), (QStringList{u"B 002"_s, u"B 001"_s}));
        QCOMPARE(removals.size(), 1);
        town.apply(counter.snapshot());
        QCOMPARE(resets.size(), 0);
    }

    void mergesTheLinesOfSeveralOfficesByWhoHasWaitedLongest()
    {
        Town town;
        Lobby lobby(town, m_clock);
        const QAbstractItemModelTester tester(&lobby, QAbstractItemModelTester::FailureReportingMode::QtTest);
        lobby.setMe(kMe);
        Counter first(1, u"Bürgerservice"_s, u"B"_s, m_clock);
        Counter second(2, u"Kfz-Zulassung"_s, u"K"_s, m_clock);
        Counter foreign(3, u"Standesamt"_s, u"S"_s, m_clock);
        for (Counter *counter : {&first, &second})
            counter->after(office::Open{kMe});
        foreign.after(office::Open{kColleague});
        for (Counter *counter : {&first, &second, &foreign})
            town.apply(counter->snapshot());
        for (std::uint64_t n = 0; n < 2; ++n) {
            m_clock.passed += minutes(1);
            town.apply(second.afterDraw(10 + n, {}));
            m_clock.passed += minutes(1);
            town.apply(first.afterDraw(20 + n, {}));
            town.apply(foreign.afterDraw(30 + n, {}));
        }
        QCOMPARE(numbers(lobby), (QStringList{u"K 001"_s, u"B 001"_s, u"K 002"_s, u"B 002"_s}));
        lobby.setOffice(foreign.id());
        QCOMPARE(numbers(lobby), (QStringList{u"S 001"_s, u"S 002"_s}));
        lobby.setOffice(std::nullopt);
        QCOMPARE(lobby.rowCount(), 4);
    }

    void tellsOfWaitsOnlyWhenTheyReadDifferently()
    {
        Town town;
        Lobby lobby(town, m_clock);
        lobby.setMe(kMe);
        Counter counter(1, u"Bürgerservice"_s, u"B"_s, m_clock);
        counter.after(office::Open{kMe});
        town.apply(counter.snapshot());
        town.apply(counter.afterDraw(1, {}));
        QSignalSpy changes(&lobby, &QAbstractItemModel::dataChanged);
        m_clock.passed += seconds(30);
        lobby.refreshWaits();
        QCOMPARE(changes.size(), 0);
        m_clock.passed += seconds(31);
        lobby.refreshWaits();
        QCOMPARE(changes.size(), 1);
        QCOMPARE(cell(lobby, 0, Lobby::SinceColumn), u"1 min"_s);
    }

    void countsAsTheOfficeCounts()
    {
        Town town;
        Lobby lobby(town, m_clock);
        lobby.setMe(kMe);
        Counter counter(1, u"Bürgerservice"_s, u"B"_s, m_clock);
        counter.after(office::Open{kMe});
        town.apply(counter.snapshot());
        town.apply(counter.afterDraw(1, {}));
        town.apply(counter.afterDraw(2, {}));
        QCOMPARE(lobby.waitingCount(), 2);
        town.apply(counter.after(office::Disconnect{ticketId(1)}));
        m_clock.passed += seconds(121);
        town.apply(counter.after(office::Tick{}));
        QCOMPARE(lobby.rowCount(), 2);
        QCOMPARE(lobby.waitingCount(), static_cast<int>(office::waitingCount(counter.state())));
        QCOMPARE(lobby.waitingCount(), 1);
    }

    void forgetsWhoHasLeft()
    {
        Town town;
        Counter counter(1, u"Bürgerservice"_s, u"B"_s, m_clock);
        counter.after(office::Open{kMe});
        town.apply(counter.snapshot());
        town.apply(counter.afterDraw(1, u"Kim"_s));
        QCOMPARE(town.find(counter.id())->visits.size(), std::size_t(1));
        town.apply(counter.after(office::Leave{ticketId(1)}));
        QVERIFY(town.find(counter.id())->visits.empty());
    }
};

QTEST_GUILESS_MAIN(LobbyTest)
#include "LobbyTest.moc"

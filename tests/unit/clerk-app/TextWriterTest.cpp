// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/TextWriter.h"

#include "shared/protocol/Names.h"
#include "tests/unit/clerk-app/OfficeKit.h"

using namespace sprechtag;
using namespace sprechtag::clerk::test;
using namespace sprechtag::clerk::model;
using protocol::LineStage;
using protocol::WrittenLine;

namespace {

//! A writer whose words go nowhere but here.
struct Desk
{
    StillClock clock;
    QStringList said; // as "stage text"
    QList<qint64> numbers;
    bool online{true};
    TextWriter writer{clock, [this](const WrittenLine &line) {
                          if (!online)
                              return false;
                          said.append(u"%1 %2"_s.arg(protocol::wireName(line.stage), line.text.reveal()).trimmed());
                          numbers.append(line.line);
                          return true;
                      }};

    //! What was said since the last time that somebody asked.
    QStringList heard() { return std::exchange(said, {}); }
    void pass(milliseconds span)
    {
        clock.passed += span;
        writer.tick();
    }
    void write(const QString &line)
    {
        writer.type(line);
        (void)writer.finish();
    }
    [[nodiscard]] qint64 now() const { return clock.now().time_since_epoch().count(); }
};

} // namespace

//! What is typed reaches the server in time, once, and again when it was lost.
class TextWriterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysTheFirstLetterAtOnceAndTheNextWithinAQuarterOfASecond()
    {
        Desk desk;
        desk.writer.type(u"G"_s);
        QCOMPARE(desk.heard(), QStringList{u"writing G"_s});
        desk.writer.type(u"Gu"_s);
        desk.writer.type(u"Gut"_s);
        QCOMPARE(desk.heard(), QStringList());
        QCOMPARE(desk.writer.due(), desk.clock.monotonicNow() + milliseconds(250));
        desk.pass(milliseconds(250));
        QCOMPARE(desk.heard(), QStringList{u"writing Gut"_s});
        desk.pass(milliseconds(1000));
        QCOMPARE(desk.heard(), QStringList());
        desk.writer.type(u"Gute"_s);
        QCOMPARE(desk.heard(), QStringList{u"writing Gute"_s});
    }

    void saysAgainWhatIsDoneUntilThereIsAReceipt()
    {
        Desk desk;
        desk.write(u" Guten Tag "_s);
        QCOMPARE(desk.heard(), QStringList({u"writing  Guten Tag"_s, u"done Guten Tag"_s}));
        QVERIFY(desk.writer.draft().isEmpty());
        desk.pass(milliseconds(3000));
        QCOMPARE(desk.heard(), QStringList{u"done Guten Tag"_s});
        desk.writer.heard({desk.numbers.front(), LineStage::Done, u"Guten Tag"_s});
        QCOMPARE(desk.writer.unsent(), std::size_t{0});
        desk.pass(milliseconds(3000));
        QCOMPARE(desk.heard(), QStringList());
        QVERIFY(!desk.writer.due());
    }

    void givesEveryLineAHigherNumberThoughNoTimeHasPassed()
    {
        Desk desk;
        desk.writer.heard({desk.now() + 10, LineStage::Done, u"x"_s});
        desk.write(u"a"_s);
        desk.write(u"b"_s);
        QCOMPARE(desk.numbers.front(), desk.now() + 11);
        QCOMPARE(desk.numbers.back(), desk.now() + 12);
    }

    void makesNoLineOfBlanks()
    {
        Desk desk;
        desk.writer.type(u" \n"_s);
        desk.heard();
        QVERIFY(!desk.writer.finish());
        QCOMPARE(desk.heard(), QStringList());
    }

    void saysOnlyThatSomebodyWritesWhereLettersAreNotRead()
    {
        Desk desk;
        desk.writer.setLetters(false);
        desk.writer.type(u"G"_s);
        desk.writer.type(u"Gu"_s);
        desk.pass(milliseconds(250));
        QCOMPARE(desk.heard(), QStringList{u"unseen"_s});
        desk.pass(milliseconds(5000));
        QCOMPARE(desk.heard(), QStringList{u"writing"_s}); // taken back
        desk.writer.type(u"Gut"_s);
        desk.pass(milliseconds(250));
        QCOMPARE(desk.heard(), QStringList{u"unseen"_s});
        (void)desk.writer.finish();
        QCOMPARE(desk.heard(), QStringList{u"done Gut"_s});
    }

    void countsTheSwitchAtOnce()
    {
        Desk desk;
        desk.writer.type(u"Geheim"_s);
        desk.writer.setLetters(false);
        desk.writer.setLetters(true);
        QCOMPARE(desk.heard(), QStringList({u"writing Geheim"_s, u"unseen"_s, u"writing Geheim"_s}));
    }

    void takesBackWhatWasDeleted()
    {
        Desk desk;
        desk.writer.type(u"x"_s);
        desk.writer.type(QString());
        desk.pass(milliseconds(250));
        QCOMPARE(desk.heard(), QStringList({u"writing x"_s, u"writing"_s}));
    }

    void saysEverythingAgainAfterALostLineInOrder()
    {
        Desk desk;
        desk.online = false;
        desk.write(u"eins"_s);
        desk.write(u"zwei"_s);
        desk.writer.type(u"drei"_s);
        desk.online = true;
        desk.writer.sayAgain();
        QCOMPARE(desk.heard(), QStringList({u"done eins"_s, u"done zwei"_s, u"writing drei"_s}));
    }

    void goesOnWithALineFromBeforeARestart()
    {
        Desk desk;
        desk.writer.heard({60, LineStage::Writing, u"zw"_s});
        QCOMPARE(desk.writer.draft(), u"zw"_s);
        QCOMPARE(desk.heard(), QStringList());
        desk.write(u"zwei"_s);
        QCOMPARE(desk.heard(), QStringList({u"writing zwei"_s, u"done zwei"_s}));
        QCOMPARE(desk.numbers, QList<qint64>({60, 60}));
    }

    void takesBackALineThatNobodySawBeforeARestart()
    {
        Desk desk;
        desk.writer.heard({60, LineStage::Unseen, QString()});
        QCOMPARE(desk.heard(), QStringList{u"writing"_s});
    }

    void sendsNothingThatTheServerRefuses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sent");
        QTest::newRow("several lines stay") << u"a\nb"_s << u"a\nb"_s;
        QTest::newRow("line ends of Windows become ours") << u"a\r\nb\rc"_s << u"a\nb\nc"_s;
        QTest::newRow("control characters become blanks") << u"a\tb\u0007c\u2028d"_s << u"a b c d"_s;
        QTest::newRow("half a character becomes a blank") << QString(u'a') + QChar(0xd83d) << u"a "_s;
        QTest::newRow("a whole one stays") << u"a😀"_s << u"a😀"_s;
        QTest::newRow("too much is cut") << QString(1200, u'x') << QString(1000, u'x');
        QTest::newRow("and not through a character") << QString(999, u'x') + u"😀"_s << QString(999, u'x');
    }
    void sendsNothingThatTheServerRefuses()
    {
        QFETCH(QString, typed);
        QFETCH(QString, sent);
        QCOMPARE(fittingText(typed), sent);
    }
};

QTEST_GUILESS_MAIN(TextWriterTest)
#include "TextWriterTest.moc"

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/Codec.h"
#include "shared/protocol/Names.h"
#include "shared/protocol/WireShape.h"

#include <QSet>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::protocol;
using namespace Qt::StringLiterals;

namespace {

const auto kOffice = OfficeId::fromBits({1, 2});
const auto kTicket = TicketId::fromBits({3, 4});
const auto kClerk = ClerkId::fromBits({5, 6});
const auto kConcern = ConcernId::fromBits({7, 8});

Instant at(int second)
{
    return Instant{seconds{1772438400 + second}};
}

//! Every field has a value that is not its default, so that a forgotten one shows.
office::OfficeState fullState()
{
    office::OfficeState state;
    state.settings = {seconds{1},  seconds{2},  seconds{3},  minutes{4},  minutes{5},  6,
                      minutes{30}, minutes{31}, minutes{32}, minutes{33}, minutes{34}, minutes{35},
                      36,          7,           8,           true,        minutes{37}, seconds{38}};
    state.seq = 9;
    state.open = true;
    state.intake = office::Intake::SuspendedThenClose;
    state.window = office::Window{at(40), at(41)};
    state.closedByHand = true;
    state.closesAt = at(42);
    state.hardEnd = at(43);
    state.clerks.insert({kClerk, {office::ClerkState::Lost, true, office::PauseReason::Idle, at(44), at(10), kTicket}});
    const office::TransferTarget target{kOffice, kClerk};
    state.tickets.insert({kTicket,
                          {11,
                           20260302,
                           kOffice,
                           office::TicketState::Held,
                           office::Line::Lost,
                           office::Standing::Priority2,
                           -12,
                           13,
                           kClerk,
                           14,
                           45,
                           true,
                           true,
                           true,
                           seconds{46},
                           at(15),
                           at(16),
                           at(17),
                           at(18),
                           at(19),
                           at(20),
                           at(47),
                           kConcern,
                           at(48),
                           office::ParkReason::Other,
                           at(53),
                           kClerk,
                           at(49),
                           target}});
    state.line.insert({{office::Standing::Priority2, -12}, kTicket});
    state.servicesByConcern = {{kConcern, {seconds{50}}}};
    state.day = 20260302;
    state.lastNumber = 21;
    state.nextRank = 22;
    state.services = {seconds{23}, seconds{24}};
    state.counts = {25, 26, 27, 28, 29, 51, 52};
    return state;
}

template <typename E>
void everyWordIsReadBack()
{
    QSet<QString> words;
    int value = 0;
    for (; !wireName(static_cast<E>(value)).isEmpty(); ++value) {
        const QString word = wireName(static_cast<E>(value));
        QVERIFY2(fromWireName<E>(word) == static_cast<E>(value), qPrintable(word));
        words.insert(word);
    }
    QVERIFY(value > 1);
    QCOMPARE(words.size(), value);
    QVERIFY(!fromWireName<E>(u"nothing_of_the_kind"));
    QVERIFY(!fromWireName<E>({}));
}

citizen::Draw draw()
{
    return {.id = u"c1"_s,
            .office = kOffice,
            .token = u"nG4xF1qPz0mYc7dKq2VbLw"_s,
            .name = u"Kim"_s,
            .concern = u"Ummelden"_s,
            .consentVersion = u"2026-01"_s,
            .lang = u"de"_s};
}

} // namespace

class CodecTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStateIsReadAsItWasWritten()
    {
        const clerk::OfficeSnapshot snapshot{{kOffice, u"B"_s, u"E"_s, u"B"_s, {}}, {}, fullState(), {}};
        const auto read = decodeClerkToClient(encode(clerk::ToClient(snapshot)));
        QVERIFY(read.ok());
        QVERIFY(std::get<clerk::OfficeSnapshot>(*read) == snapshot);
    }

    void aStateWithTheSameTicketTwiceIsRefused()
    {
        const clerk::OfficeSnapshot snapshot{{kOffice, u"B"_s, u"E"_s, u"B"_s, {}}, {}, fullState(), {}};
        QByteArray text = encode(clerk::ToClient(snapshot));
        const qsizetype from = text.indexOf("\"line\":[{") + 8;
        const QByteArray place = text.sliced(from, text.indexOf('}', from) + 1 - from);
        text.replace("\"line\":[" + place, "\"line\":[" + place + "," + place);
        const auto read = decodeClerkToClient(text);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().field, u"state.line"_s);
    }

    void everySetHasItsWords()
    {
        everyWordIsReadBack<office::Place>();
        everyWordIsReadBack<office::Outcome>();
        everyWordIsReadBack<office::CloseReason>();
        everyWordIsReadBack<office::ReturnReason>();
        everyWordIsReadBack<office::LeaveReason>();
        everyWordIsReadBack<office::CloseMode>();
        everyWordIsReadBack<office::Standing>();
        everyWordIsReadBack<office::Priority>();
        everyWordIsReadBack<office::PriorityReason>();
        everyWordIsReadBack<office::ParkReason>();
        everyWordIsReadBack<office::PauseReason>();
        everyWordIsReadBack<office::WithdrawReason>();
        everyWordIsReadBack<office::MoveReason>();
        everyWordIsReadBack<office::Intake>();
        everyWordIsReadBack<office::TicketState>();
        everyWordIsReadBack<office::Line>();
        everyWordIsReadBack<office::ClerkState>();
        everyWordIsReadBack<office::PublicState>();
        everyWordIsReadBack<IcePolicy>();
        everyWordIsReadBack<GoodbyeAction>();
        everyWordIsReadBack<ErrorCode>();
        everyWordIsReadBack<citizen::EndReason>();
        everyWordIsReadBack<clerk::Role>();
    }

    void everyRefusalHasACodeOfItsOwn()
    {
        QSet<int> codes;
        for (int i = 0; i <= static_cast<int>(office::RefusalCode::NotYours); ++i)
            codes.insert(static_cast<int>(errorCode(static_cast<office::RefusalCode>(i))));
        QCOMPARE(codes.size(), static_cast<int>(office::RefusalCode::NotYours) + 1);
        QVERIFY(!codes.contains(static_cast<int>(ErrorCode::BadRequest)));
    }

    void aNameHasItsLimitInWhatPeopleType_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("taken");
        QTest::newRow("nothing") << QString() << true;
        QTest::newRow("eighty letters") << QString(80, u'ä') << true;
        QTest::newRow("eighty-one letters") << QString(81, u'a') << false;
        QTest::newRow("an emoji of several parts") << u"👩🏽‍🦽"_s << true;
        QTest::newRow("written from the right") << u"محمد"_s << true;
        QTest::newRow("markup, which is text") << u"<img onerror=alert(1)>"_s << true;
        QTest::newRow("a line feed") << u"Kim\nLee"_s << false;
        QTest::newRow("a zero character") << u"Kim"_s + QChar(0) << false;
        QTest::newRow("an escape sequence of a terminal") << u"\x1b[31mKim"_s << false;
        QTest::newRow("a line separator") << u"Kim\u2028Lee"_s << false;
        QTest::newRow("half an emoji") << QString(QChar(0xd83d)) << false;
    }
    void aNameHasItsLimitInWhatPeopleType()
    {
        QFETCH(QString, name);
        QFETCH(bool, taken);
        citizen::Draw message = draw();
        message.name = u"@"_s;
        QByteArray text = encode(citizen::ToServer(message));
        QByteArray escaped;
        for (const QChar c : name)
            escaped += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        const auto read = decodeCitizenToServer(text.replace("\"@\"", "\"" + escaped + "\""));
        QCOMPARE(read.ok(), taken);
        if (taken)
            QCOMPARE(std::get<citizen::Draw>(*read).name, name);
        else
            QCOMPARE(read.error().field, u"name"_s);
    }

    void aDescriptionKeepsItsLinesAndNothingElse_data()
    {
        QTest::addColumn<QString>("sdp");
        QTest::addColumn<bool>("taken");
        QTest::newRow("lines") << u"v=0\r\na=mid:0\r\n"_s << true;
        QTest::newRow("line feeds alone") << u"v=0\na=mid:0\n"_s << true;
        QTest::newRow("a carriage return inside a line") << u"v=0\ra=mid:0\r\n"_s << false;
        QTest::newRow("a zero character") << u"v=0"_s + QChar(0) << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("as long as it may be") << QString(32 * 1024, u'a') << true;
        QTest::newRow("one character more") << QString(32 * 1024 + 1, u'a') << false;
    }
    void aDescriptionKeepsItsLinesAndNothingElse()
    {
        QFETCH(QString, sdp);
        QFETCH(bool, taken);
        const auto read = decodeCitizenToServer(encode(citizen::ToServer(citizen::StandingOffer{1, sdp})));
        QCOMPARE(read.ok(), taken);
        if (!taken)
            QCOMPARE(read.error().field, u"sdp"_s);
    }

    void openingHoursAreTimesOfADay_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<QString>("field");
        QTest::newRow("a morning") << QByteArray(R"({"day":1,"from":"08:00","to":"12:00"})") << QString();
        QTest::newRow("to the end of the day") << QByteArray(R"({"day":7,"from":"00:00","to":"24:00"})") << QString();
        QTest::newRow("day 0") << QByteArray(R"({"day":0,"from":"08:00","to":"12:00"})") << u"day"_s;
        QTest::newRow("day 8") << QByteArray(R"({"day":8,"from":"08:00","to":"12:00"})") << u"day"_s;
        QTest::newRow("backwards") << QByteArray(R"({"day":1,"from":"12:00","to":"08:00"})") << u"to"_s;
        QTest::newRow("no time at all") << QByteArray(R"({"day":1,"from":"12:00","to":"12:00"})") << u"to"_s;
        QTest::newRow("minute 60") << QByteArray(R"({"day":1,"from":"08:60","to":"12:00"})") << u"from"_s;
        QTest::newRow("after midnight") << QByteArray(R"({"day":1,"from":"08:00","to":"24:01"})") << u"to"_s;
        QTest::newRow("a sign") << QByteArray(R"({"day":1,"from":"+8:00","to":"12:00"})") << u"from"_s;
        QTest::newRow("a blank") << QByteArray(R"({"day":1,"from":" 8:00","to":"12:00"})") << u"from"_s;
    }
    void openingHoursAreTimesOfADay()
    {
        QFETCH(QByteArray, range);
        QFETCH(QString, field);
        citizen::OverviewOffice office{{kOffice, u"B"_s, u"E"_s, u"B"_s, {}}, 0, {}, {}, {}, {}};
        QByteArray text = encode(citizen::ToClient(citizen::OverviewSnapshot{{office}}));
        const auto read = decodeCitizenToClient(text.replace("\"hours\":[]", "\"hours\":[" + range + "]"));
        QCOMPARE(read.ok() ? QString() : read.error().field,
                 field.isEmpty() ? field : u"offices[0].hours[0]."_s + field);
    }

    void specialDaysAreDaysOfTheCalendar_data()
    {
        QTest::addColumn<QByteArray>("day");
        QTest::addColumn<QString>("field");
        QTest::newRow("a day") << QByteArray(R"("day":"2028-02-29","ranges":[])") << QString();
        QTest::newRow("no such day") << QByteArray(R"("day":"2026-02-29","ranges":[])") << u"day"_s;
        QTest::newRow("a day without zeros") << QByteArray(R"("day":"2026-2-3","ranges":[])") << u"day"_s;
        QTest::newRow("a day and an hour") << QByteArray(R"("day":"2026-02-03T08:00","ranges":[])") << u"day"_s;
        QTest::newRow("no such holiday") << QByteArray(R"("day":"2026-02-03","ranges":[],"holiday":"x")")
                                         << u"holiday"_s;
        QTest::newRow("no ranges") << QByteArray(R"("day":"2026-02-03")") << u"ranges"_s;
    }
    void specialDaysAreDaysOfTheCalendar()
    {
        QFETCH(QByteArray, day);
        QFETCH(QString, field);
        citizen::OverviewOffice office{{kOffice, u"B"_s, u"E"_s, u"B"_s, {}}, 0, {}, {}, {}, {}};
        QByteArray text = encode(citizen::ToClient(citizen::OverviewSnapshot{{office}}));
        const auto read =
            decodeCitizenToClient(text.replace("\"special_days\":[]", "\"special_days\":[{" + day + "}]"));
        QCOMPARE(read.ok() ? QString() : read.error().field,
                 field.isEmpty() ? field : u"offices[0].special_days[0]."_s + field);
    }

    void theShapeIsCheckedBeforeTheParser_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<std::optional<QString>>("culprit");
        const auto fine = std::optional<QString>();
        QTest::newRow("nothing") << QByteArray() << fine;
        QTest::newRow("the same key in two objects") << QByteArray(R"({"a":{"x":1},"b":{"x":1}})") << fine;
        QTest::newRow("a key that is also a value") << QByteArray(R"({"a":"b","b":"a"})") << fine;
        QTest::newRow("brackets and quotes inside a text")
            << QByteArray("{\"a\":\"{\\\"b\\\":[\\\\\",\"c\":\"]\"}") << fine;
        QTest::newRow("a text that never ends") << QByteArray("{\"a\":\"b\\") << fine;
        QTest::newRow("brackets that close nothing") << QByteArray("}]}") << fine;
        QTest::newRow("a negative number") << QByteArray(R"({"a":-10.5e-3})") << fine;
        QTest::newRow("a key twice") << QByteArray(R"({"a":1,"b":2,"a":3})") << std::optional(u"a"_s);
        QTest::newRow("a key twice, deep inside")
            << QByteArray(R"({"a":[{"b":1},{"b":1,"b":2}]})") << std::optional(u"a[1].b"_s);
        QTest::newRow("an escaped key") << QByteArray(R"({"\u0061":1})") << std::optional(QString());
        QTest::newRow("a key that is no word of ours, twice")
            << QByteArray(R"({"a":{"<b>":1,"<b>":2}})") << std::optional(u"a"_s);
        QTest::newRow("minus zero") << QByteArray(R"({"a":{"b":[1,-0]}})") << std::optional(u"a.b[1]"_s);
        QTest::newRow("minus nothing") << QByteArray(R"({"a":-)") << std::optional(u"a"_s);
    }
    void theShapeIsCheckedBeforeTheParser()
    {
        QFETCH(QByteArray, text);
        QFETCH(std::optional<QString>, culprit);
        QVERIFY(wire::shapeProblem(text) == culprit);
    }
};

QTEST_GUILESS_MAIN(CodecTest)
#include "CodecTest.moc"

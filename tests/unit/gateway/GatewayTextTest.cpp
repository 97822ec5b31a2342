// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/Names.h"
#include "tests/unit/gateway/GatewayKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;
namespace limits = protocol::limits;
using protocol::ErrorCode;
using protocol::ErrorMessage;
using protocol::LineStage;
using protocol::Speaker;

namespace {

constexpr TicketId kKim = ticketId(1);

//! Kim is called by Frau Schmidt; Herr Özdemir is at a desk of the same office, Alex waits.
struct Visit
{
    Visit()
        : schmidt(kit.clerk(kSchmidt))
        , oezdemir(kit.clerk(kOezdemir))
        , kim(kit.citizen())
        , alex(kit.citizen())
    {
        kit.open(schmidt);
        kit.say(oezdemir, clerk::Arrive{.id = u"a"_s, .office = kCitizens});
        kit.draw(kim, token('a'));
        kit.draw(alex, token('b'));
        kit.callNext(schmidt, u"k1"_s);
        kit.forgetAll();
    }
    void enter(office::Epoch epoch = 1)
    {
        kit.say(kim, citizen::Enter{.id = u"e%1"_s.arg(epoch), .epoch = epoch});
        kit.forgetAll();
    }
    void kimWrites(qint64 line, const QString &text, LineStage stage = LineStage::Done, office::Epoch epoch = 1)
    {
        kit.say(kim, citizen::TextLine{.epoch = epoch, .written = {.line = line, .stage = stage, .text = text}});
    }
    void clerkWrites(GatewayKit::Key who, qint64 line, const QString &text, LineStage stage = LineStage::Done,
                     office::Epoch epoch = 1)
    {
        kit.say(who, clerk::TextLine{.office = kCitizens,
                                     .ticket = kKim,
                                     .epoch = epoch,
                                     .written = {.line = line, .stage = stage, .text = text}});
    }
    //! What a connection has read, as "clerk 1 done Guten Tag|citizen 5 writing Ha".
    [[nodiscard]] QString readBy(GatewayKit::Key key, bool isClerk)
    {
        QList<protocol::SpokenLine> lines;
        if (isClerk) {
            for (const auto &message : kit.heardOf<clerk::TextLines>(key))
                lines += message.lines;
        } else {
            for (const auto &message : kit.heardOf<citizen::TextLines>(key))
                lines += message.lines;
        }
        QStringList words;
        for (const protocol::SpokenLine &line : lines)
            words.append(u"%1 %2 %3 %4"_s.arg(protocol::wireName(line.from))
                             .arg(line.written.line)
                             .arg(protocol::wireName(line.written.stage), line.written.text.reveal()));
        return words.join(u'|');
    }
    [[nodiscard]] QString kimReads() { return readBy(kim, false); }
    [[nodiscard]] QString clerkReads() { return readBy(schmidt, true); }
    [[nodiscard]] std::optional<ErrorCode> refusedTo(GatewayKit::Key who)
    {
        const auto errors = kit.heardOf<ErrorMessage>(who);
        return errors.isEmpty() ? std::nullopt : std::optional(errors.back().code);
    }
    void command(const clerk::ToServer &message) { kit.say(schmidt, message); }
    void reloadPage()
    {
        kit.hangUp(kim);
        kim = kit.citizen(token('a'));
    }

    GatewayKit kit;
    GatewayKit::Key schmidt;
    GatewayKit::Key oezdemir;
    GatewayKit::Key kim;
    GatewayKit::Key alex;
};

} // namespace

//! What two people write: from key to key, to nobody else, and gone when they part.
class GatewayTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLineIsReadAsItGrowsAndByNobodyElse();
    void whatIsDoneIsReceiptedToItsWriter();
    void whatIsSaidAgainIsReceiptedAndNotReadTwice();
    void whatIsDoneDoesNotChange();
    void ofALineThatIsNotSeenYetOnlyThatIsTold();
    void whoeverMayNotIsRefusedAndNobodyReadsIt_data();
    void whoeverMayNotIsRefusedAndNobodyReadsIt();
    void aPageThatComesBackReadsEverythingOnce();
    void whatWasWrittenToACitizenWithoutALineIsReadOnComingBack();
    void theCitizenMayWriteWhileTheClerkIsLost();
    void anotherNumberTakesThePlaceOfTheLineThatGrows();
    void itIsForgottenWhenTheyPart_data();
    void itIsForgottenWhenTheyPart();
    void theClerkWhoTakesOverAfterALossReadsNothing();
    void theNewestLinesAreKept();
    void theNewestLettersAreKept();
    void lettersTypedForAMinuteAreNotTooMany();
    void wordsPassAsTheyAreAndControlCharactersDoNot_data();
    void wordsPassAsTheyAreAndControlCharactersDoNot();
};

void GatewayTextTest::aLineIsReadAsItGrowsAndByNobodyElse()
{
    Visit visit;
    visit.enter();
    visit.kimWrites(7, u"Gut"_s, LineStage::Writing);
    visit.kimWrites(7, u"Guten T"_s, LineStage::Writing);
    QCOMPARE(visit.clerkReads(), u"citizen 7 writing Gut|citizen 7 writing Guten T"_s);
    QCOMPARE(visit.kimReads(), QString());
    visit.clerkWrites(visit.schmidt, 3, u"Ja"_s, LineStage::Writing);
    QCOMPARE(visit.kimReads(), u"clerk 3 writing Ja"_s);
    QVERIFY(visit.kit.heard(visit.alex).isEmpty());
    QVERIFY(visit.kit.heard(visit.oezdemir).isEmpty());
}

void GatewayTextTest::whatIsDoneIsReceiptedToItsWriter()
{
    Visit visit;
    visit.enter();
    visit.kimWrites(7, u"Guten Tag"_s);
    QCOMPARE(visit.clerkReads(), u"citizen 7 done Guten Tag"_s);
    QCOMPARE(visit.kimReads(), u"citizen 7 done Guten Tag"_s);
    visit.clerkWrites(visit.schmidt, 3, u"Hallo"_s);
    QCOMPARE(visit.clerkReads(), u"clerk 3 done Hallo"_s);
    QCOMPARE(visit.kimReads(), u"clerk 3 done Hallo"_s);
}

void GatewayTextTest::whatIsSaidAgainIsReceiptedAndNotReadTwice()
{
    Visit visit;
    visit.enter();
    visit.kimWrites(7, u"Guten Tag"_s);
    visit.kit.forgetAll();
    visit.kimWrites(7, u"Guten Tag"_s);
    QCOMPARE(visit.kimReads(), u"citizen 7 done Guten Tag"_s);
    QCOMPARE(visit.clerkReads(), QString());
}

void GatewayTextTest::whatIsDoneDoesNotChange()
{
    Visit visit;
    visit.enter();
    visit.kimWrites(7, u"Guten Tag"_s);
    visit.kit.forgetAll();
    visit.kimWrites(7, u"Anders"_s);
    visit.kimWrites(7, u"Anders"_s, LineStage::Writing);
    QCOMPARE(visit.clerkReads(), QString());
    QCOMPARE(visit.kimReads(), u"citizen 7 done Guten Tag|citizen 7 done Guten Tag"_s);
    // The same number of the other speaker is another line.
    visit.clerkWrites(visit.schmidt, 7, u"Hallo"_s);
    QCOMPARE(visit.kimReads(), u"clerk 7 done Hallo"_s);
}

void GatewayTextTest::ofALineThatIsNotSeenYetOnlyThatIsTold()
{
    Visit visit;
    visit.enter();
    visit.kimWrites(7, {}, LineStage::Unseen);
    QCOMPARE(visit.clerkReads(), u"citizen 7 unseen "_s);
    // What should not be seen is no message at all.
    visit.kimWrites(8, u"Geheim"_s, LineStage::Unseen);
    QCOMPARE(visit.clerkReads(), QString());
    QCOMPARE(visit.refusedTo(visit.kim), ErrorCode::BadRequest);
}

void GatewayTextTest::whoeverMayNotIsRefusedAndNobodyReadsIt_data()
{
    using Act = std::function<GatewayKit::Key(Visit &)>;
    QTest::addColumn<Act>("act");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, ErrorCode code, const Act &act) {
        QTest::newRow(name) << act << static_cast<int>(code);
    };
    row("the citizen who is called and has not come in", ErrorCode::WrongState, [](Visit &visit) {
        visit.kimWrites(1, u"x"_s);
        return visit.kim;
    });
    row("the clerk to somebody who has not come in", ErrorCode::WrongState, [](Visit &visit) {
        visit.clerkWrites(visit.schmidt, 1, u"x"_s);
        return visit.schmidt;
    });
    row("a citizen who waits", ErrorCode::WrongState, [](Visit &visit) {
        visit.enter();
        visit.kit.say(visit.alex, citizen::TextLine{.epoch = 1, .written = {1, LineStage::Done, u"x"_s}});
        return visit.alex;
    });
    row("a citizen without a ticket", ErrorCode::NoTicket, [](Visit &visit) {
        visit.enter();
        const auto nobody = visit.kit.citizen();
        visit.kit.say(nobody, citizen::TextLine{.epoch = 1, .written = {1, LineStage::Done, u"x"_s}});
        return nobody;
    });
    row("the citizen of an earlier assignment", ErrorCode::StaleEpoch, [](Visit &visit) {
        visit.enter();
        visit.kimWrites(1, u"x"_s, LineStage::Done, 0);
        return visit.kim;
    });
    row("a colleague at the next desk", ErrorCode::NotYours, [](Visit &visit) {
        visit.enter();
        visit.clerkWrites(visit.oezdemir, 1, u"x"_s);
        return visit.oezdemir;
    });
    row("a clerk of another office", ErrorCode::NotAuthorised, [](Visit &visit) {
        visit.enter();
        const auto weber = visit.kit.clerk(kWeber);
        visit.kit.forgetAll();
        visit.clerkWrites(weber, 1, u"x"_s);
        return weber;
    });
    row("the citizen after the end", ErrorCode::NoTicket, [](Visit &visit) {
        visit.enter();
        visit.command(clerk::FinishTicket{
            .id = u"f"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .outcome = office::Outcome::Done});
        visit.kit.forgetAll();
        visit.kimWrites(1, u"x"_s);
        return visit.kim;
    });
    row("the clerk after the end", ErrorCode::Gone, [](Visit &visit) {
        visit.enter();
        visit.kit.say(visit.kim, citizen::Leave{.id = u"l"_s});
        visit.kit.forgetAll();
        visit.clerkWrites(visit.schmidt, 1, u"x"_s);
        return visit.schmidt;
    });
}

void GatewayTextTest::whoeverMayNotIsRefusedAndNobodyReadsIt()
{
    QFETCH(std::function<GatewayKit::Key(Visit &)>, act);
    QFETCH(int, code);
    Visit visit;
    const auto who = act(visit);
    QCOMPARE(visit.refusedTo(who), static_cast<ErrorCode>(code));
    for (const auto other : {visit.kim, visit.alex})
        QCOMPARE(visit.readBy(other, false), QString());
    for (const auto other : {visit.schmidt, visit.oezdemir})
        QCOMPARE(visit.readBy(other, true), QString());
}

void GatewayTextTest::aPageThatComesBackReadsEverythingOnce()
{
    Visit visit;
    visit.enter();
    visit.kimWrites(7, u"Guten Tag"_s);
    visit.clerkWrites(visit.schmidt, 3, u"Hallo"_s);
    visit.kimWrites(8, u"Ich hätte gern"_s, LineStage::Writing);
    visit.reloadPage();
    const auto frames = visit.kit.outbox.take(visit.kim);
    QCOMPARE(typeOf(frames[frames.size() - 2]), u"ticket.state"_s);
    const auto lines = std::get<citizen::TextLines>(*protocol::decodeCitizenToClient(frames.back())).lines;
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0].written.text.reveal(), u"Guten Tag"_s);
    QCOMPARE(lines[1].from, Speaker::Clerk);
    QCOMPARE(lines[2].written, (protocol::WrittenLine{8, LineStage::Writing, u"Ich hätte gern"_s}));
    // The clerk has heard nothing of it, and goes on writing to the new page.
    visit.kit.forgetAll();
    visit.clerkWrites(visit.schmidt, 4, u"Ja?"_s);
    QCOMPARE(visit.kimReads(), u"clerk 4 done Ja?"_s);
}

void GatewayTextTest::whatWasWrittenToACitizenWithoutALineIsReadOnComingBack()
{
    Visit visit;
    visit.enter();
    visit.kit.hangUp(visit.kim);
    visit.clerkWrites(visit.schmidt, 3, u"Sind Sie noch da?"_s);
    QCOMPARE(visit.clerkReads(), u"clerk 3 done Sind Sie noch da?"_s);
    visit.kim = visit.kit.citizen(token('a'));
    QCOMPARE(visit.kimReads(), u"clerk 3 done Sind Sie noch da?"_s);
}

void GatewayTextTest::theCitizenMayWriteWhileTheClerkIsLost()
{
    Visit visit;
    visit.enter();
    visit.clerkWrites(visit.schmidt, 3, u"Hallo"_s);
    visit.kit.hangUp(visit.schmidt);
    visit.kit.forgetAll();
    visit.kimWrites(7, u"Sind Sie noch da?"_s);
    QCOMPARE(visit.kimReads(), u"citizen 7 done Sind Sie noch da?"_s);
    visit.schmidt = visit.kit.clerk(kSchmidt);
    visit.command(clerk::Arrive{.id = u"again"_s, .office = kCitizens});
    QCOMPARE(visit.clerkReads(), u"clerk 3 done Hallo|citizen 7 done Sind Sie noch da?"_s);
    visit.clerkWrites(visit.schmidt, 4, u"Ja"_s, LineStage::Done, 2);
    QCOMPARE(visit.kimReads(), u"clerk 4 done Ja"_s);
}

void GatewayTextTest::anotherNumberTakesThePlaceOfTheLineThatGrows()
{
    Visit visit;
    visit.enter();
    visit.kimWrites(7, u"Gut"_s, LineStage::Writing);
    visit.kimWrites(9, u"Hal"_s, LineStage::Writing);
    // Done late, after the newer one was begun: both are read.
    visit.kimWrites(7, u"Guten Tag"_s);
    visit.reloadPage();
    QCOMPARE(visit.kimReads(), u"citizen 7 done Guten Tag|citizen 9 writing Hal"_s);
}

void GatewayTextTest::itIsForgottenWhenTheyPart_data()
{
    using Act = std::function<void(Visit &)>;
    QTest::addColumn<Act>("part");
    QTest::newRow("sent back to the lobby") << Act([](Visit &visit) {
        visit.command(clerk::ReturnTicket{
            .id = u"r"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .place = office::Place::Front});
        visit.kit.callNext(visit.schmidt, u"k2"_s);
    });
    QTest::newRow("parked") << Act([](Visit &visit) {
        visit.command(clerk::ParkTicket{
            .id = u"p"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .reason = office::ParkReason::Other});
        visit.command(clerk::CallNamed{.id = u"k2"_s, .office = kCitizens, .ticket = kKim});
    });
    QTest::newRow("transferred") << Act([](Visit &visit) {
        const auto weber = visit.kit.clerk(kWeber);
        visit.kit.open(weber, kCars);
        visit.command(
            clerk::TransferTicket{.id = u"t"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .to = kCars});
        visit.kit.say(visit.kim, citizen::AgreeTransfer{.id = u"y"_s, .epoch = 1});
        visit.kit.callNext(weber, u"k2"_s, kCars);
    });
}

void GatewayTextTest::itIsForgottenWhenTheyPart()
{
    QFETCH(std::function<void(Visit &)>, part);
    Visit visit;
    visit.enter();
    visit.kimWrites(7, u"Guten Tag"_s);
    visit.clerkWrites(visit.schmidt, 3, u"Hal"_s, LineStage::Writing);
    visit.kit.forgetAll();
    part(visit);
    visit.kit.say(visit.kim, citizen::Enter{.id = u"e2"_s, .epoch = 2});
    QCOMPARE(visit.clerkReads(), QString());
    visit.reloadPage();
    // With the newest assignment, so that there would be something to write and read.
    visit.kimWrites(8, u"Neu"_s, LineStage::Done, 2);
    QCOMPARE(visit.kimReads(), u"citizen 8 done Neu"_s);
}

void GatewayTextTest::theClerkWhoTakesOverAfterALossReadsNothing()
{
    Visit visit;
    visit.enter();
    visit.kimWrites(7, u"Guten Tag"_s);
    visit.kit.hangUp(visit.schmidt);
    visit.kit.wait(std::chrono::seconds{91});
    visit.kit.forgetAll();
    visit.kit.callNext(visit.oezdemir, u"k2"_s);
    visit.enter(2);
    QCOMPARE(visit.kit.office().tickets.at(kKim).clerk, kOezdemir);
    visit.kimWrites(8, u"Neu"_s, LineStage::Done, 2);
    QCOMPARE(visit.readBy(visit.oezdemir, true), u"citizen 8 done Neu"_s);
}

void GatewayTextTest::theNewestLinesAreKept()
{
    Visit visit;
    visit.enter();
    for (int i = 1; i <= limits::kTextLinesKept + 3; ++i) {
        visit.kit.wait(std::chrono::seconds{1});
        visit.kimWrites(i, u"x"_s);
    }
    visit.reloadPage();
    const auto lines = visit.kit.heardOf<citizen::TextLines>(visit.kim).back().lines;
    QCOMPARE(lines.size(), limits::kTextLinesKept);
    QCOMPARE(lines.front().written.line, 4);
}

void GatewayTextTest::theNewestLettersAreKept()
{
    Visit visit;
    visit.enter();
    const QString most(limits::kTextChars, u'x');
    for (int i = 1; i <= limits::kTextCharsKept / limits::kTextChars + 2; ++i) {
        visit.kit.wait(std::chrono::seconds{1});
        visit.kimWrites(i, most);
    }
    visit.reloadPage();
    const auto lines = visit.kit.heardOf<citizen::TextLines>(visit.kim).back().lines;
    QCOMPARE(lines.size() * limits::kTextChars, limits::kTextCharsKept);
    QCOMPARE(lines.front().written.line, 3);
}

void GatewayTextTest::lettersTypedForAMinuteAreNotTooMany()
{
    Visit visit;
    visit.enter();
    for (int i = 0; i < 240; ++i) {
        visit.kit.wait(milliseconds{250});
        visit.kimWrites(1, QString(i + 1, u'x'), LineStage::Writing);
    }
    QCOMPARE(visit.refusedTo(visit.kim), std::nullopt);
    QCOMPARE(visit.kit.heardOf<clerk::TextLines>(visit.schmidt).size(), 240);
}

void GatewayTextTest::wordsPassAsTheyAreAndControlCharactersDoNot_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("passes");
    QTest::newRow("several lines") << u"a\nb"_s << true;
    QTest::newRow("as many emoji as fit") << QString(u"😀"_s).repeated(limits::kTextChars / 2) << true;
    QTest::newRow("one too many") << QString(u"😀"_s).repeated(limits::kTextChars / 2 + 1) << false;
    QTest::newRow("markup") << u"<img src=x onerror=alert(1)>"_s << true;
    QTest::newRow("the other direction") << u"\u202Eabc"_s << true;
    QTest::newRow("piled up accents") << u"Z̸̢̛a̵l̶g̷o"_s << true;
    QTest::newRow("a zero") << QString(u'a') + QChar(0) + u'b' << false;
    QTest::newRow("a terminal's escape") << u"\u001b[31mrot"_s << false;
    QTest::newRow("half a character") << QString(QChar(0xd83d)) << false;
}

void GatewayTextTest::wordsPassAsTheyAreAndControlCharactersDoNot()
{
    QFETCH(QString, words);
    QFETCH(bool, passes);
    Visit visit;
    visit.enter();
    visit.kimWrites(7, words);
    QCOMPARE(visit.refusedTo(visit.kim), passes ? std::nullopt : std::optional(ErrorCode::BadRequest));
    QCOMPARE(visit.clerkReads(), passes ? u"citizen 7 done "_s + words : QString());
}

QTEST_GUILESS_MAIN(GatewayTextTest)
#include "GatewayTextTest.moc"

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/DocumentWires.h"
#include "shared/protocol/FormWires.h"
#include "shared/protocol/HelpWires.h"
#include "shared/protocol/RoomWires.h"
#include "shared/protocol/SightWires.h"
#include "shared/protocol/TextWires.h"
#include "shared/protocol/TicketWires.h"
#include "shared/protocol/TownWire.h"
#include "shared/protocol/ViewWires.h"

namespace sprechtag::protocol::wire {
namespace {

constexpr TextRule kTicketTokenRule{
    .most = limits::kTicketTokenChars, .least = limits::kTicketTokenChars, .charset = Charset::Identifier};

// A town that nobody has set up yet has none.
constexpr TextRule kToldConsentRule{.most = limits::kWordChars, .least = 0, .charset = Charset::Printable};

QString readTicketToken(const Value &value)
{
    return value.text(kTicketTokenRule);
}

//! The languages in which an office is served; a greeting may name any.
QString readServedLanguage(const Value &value)
{
    QString tag = value.language();
    if (tag != "de"_L1 && tag != "en"_L1)
        value.refuse();
    return tag;
}

office::LineChange readLineChange(const Value &value)
{
    const Value left = value["left"_L1];
    const Value inserted = value["inserted"_L1];
    if (left.present() == inserted.present())
        value.refuse();
    if (left.present())
        return office::LineLeft{left.count<std::uint32_t>()};
    return office::LineInserted{.rank = inserted.count<std::uint32_t>(),
                                .reason = value["reason"_L1].choice<office::MoveReason>()};
}

QJsonObject lineChangeJson(const office::LineChange &change)
{
    return std::visit(
        Overloaded{[](office::LineLeft left) { return Fields().add("left"_L1, left.rank).object(); },
                   [](office::LineInserted inserted) {
                       return Fields().add("inserted"_L1, inserted.rank).add("reason"_L1, inserted.reason).object();
                   }},
        change);
}

QDate readDay(const Value &value)
{
    const QString text = value.text({.most = 10, .least = 10, .charset = Charset::Printable});
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (day.toString(Qt::ISODate) != text)
        value.refuse();
    return day;
}

citizen::SpecialDay readSpecialDay(const Value &value)
{
    return {.day = readDay(value["day"_L1]),
            .ranges = readRanges(value["ranges"_L1], RangeDays::Unnamed),
            .holiday = value["holiday"_L1].optional([](const Value &v) { return v.choice<hours::Holiday>(); }),
            .note = value["note"_L1].textOrEmpty(kLabelRule)};
}

QJsonObject specialDayJson(const citizen::SpecialDay &special)
{
    return Fields()
        .add("day"_L1, special.day.toString(Qt::ISODate))
        .add("ranges"_L1, rangesJson(special.ranges, RangeDays::Unnamed))
        .add("holiday"_L1, special.holiday)
        .addUnlessEmpty("note"_L1, special.note)
        .object();
}

citizen::ConcernCard readConcernCard(const Value &value)
{
    return {.id = value["id"_L1].id<ConcernTag>(),
            .names = readTownWords(value["names"_L1]),
            .checklist = value["checklist"_L1].list(limits::kChecklist, readTownWords)};
}

QJsonObject concernCardJson(const citizen::ConcernCard &concern)
{
    return Fields()
        .add("id"_L1, concern.id)
        .add("names"_L1, wordsJson(concern.names))
        .addList("checklist"_L1, concern.checklist, wordsJson)
        .object();
}

void addUsage(Fields &fields, const citizen::OverviewOffice &office)
{
    if (!office.concerns.isEmpty())
        fields.addList("concerns"_L1, office.concerns, concernCardJson);
    if (office.hidesPosition)
        fields.add("hides_position"_L1, true);
    if (office.isNameless)
        fields.add("nameless"_L1, true);
    if (!office.texts.welcome.isEmpty())
        fields.add("welcome"_L1, wordsJson(office.texts.welcome));
    if (!office.texts.closed.isEmpty())
        fields.add("closed"_L1, wordsJson(office.texts.closed));
}

citizen::OverviewOffice readOverviewOffice(const Value &value)
{
    return {.card = readOfficeCard(value),
            .seq = value["seq"_L1].sequence(),
            .hoursToday = readRanges(value["hours_today"_L1], RangeDays::Unnamed),
            .specialDays = value["special_days"_L1].list(limits::kSpecialDays, readSpecialDay),
            .nextOpening = value["next_opening"_L1].optional([](const Value &v) { return v.instant(); }),
            .view = readPublicView(value["view"_L1]),
            .concerns = value["concerns"_L1]
                            .optional([](const Value &v) { return v.list(limits::kConcernsOfOffice, readConcernCard); })
                            .value_or(QList<citizen::ConcernCard>()),
            .hidesPosition = readFlag(value["hides_position"_L1]),
            .isNameless = readFlag(value["nameless"_L1]),
            .texts = {.welcome = value["welcome"_L1].optional(readTownWords).value_or(town::Words()),
                      .closed = value["closed"_L1].optional(readTownWords).value_or(town::Words())}};
}

QJsonObject overviewOfficeJson(const citizen::OverviewOffice &office)
{
    Fields fields;
    writeOfficeCard(fields, office.card);
    addUsage(fields, office);
    return fields.add("seq"_L1, office.seq)
        .add("hours_today"_L1, rangesJson(office.hoursToday, RangeDays::Unnamed))
        .addList("special_days"_L1, office.specialDays, specialDayJson)
        .add("next_opening"_L1, office.nextOpening)
        .add("view"_L1, publicViewJson(office.view))
        .object();
}

} // namespace

template <>
struct Wire<citizen::Hello>
{
    static constexpr auto type = "hello"_L1;
    static citizen::Hello read(const Value &value)
    {
        return {.protocol = value["protocol"_L1].list(limits::kProtocols,
                                                      [](const Value &v) { return v.count<int>(1, 65535); }),
                .client = value["client"_L1].text(kProgramRule),
                .features =
                    value["features"_L1].list(limits::kFeatures, [](const Value &v) { return v.text(kProgramRule); }),
                .lang = value["lang"_L1].language(),
                .ticketToken = value["ticket_token"_L1].optional(readTicketToken)};
    }
    static void write(Fields &fields, const citizen::Hello &message)
    {
        fields.addList("protocol"_L1, message.protocol, [](int number) { return number; })
            .add("client"_L1, message.client)
            .add("features"_L1, QJsonArray::fromStringList(message.features))
            .add("lang"_L1, message.lang)
            .add("ticket_token"_L1, message.ticketToken);
    }
};

template <>
struct Wire<citizen::WatchOverview> : EmptyWire<citizen::WatchOverview>
{
    static constexpr auto type = "overview.watch"_L1;
};

template <>
struct Wire<citizen::Draw>
{
    static constexpr auto type = "ticket.draw"_L1;
    static citizen::Draw read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .office = value["office"_L1].id<OfficeTag>(),
                .token = readTicketToken(value["token"_L1]),
                .name = value["name"_L1].textOrEmpty(kNameRule),
                .concern = value["concern"_L1].textOrEmpty(kConcernRule),
                .consentVersion = value["consent_version"_L1].text(kProgramRule),
                .lang = readServedLanguage(value["lang"_L1]),
                .concernId = value["concern_id"_L1].optional([](const Value &v) { return v.id<ConcernTag>(); })};
    }
    static void write(Fields &fields, const citizen::Draw &message)
    {
        fields.add("id"_L1, message.id)
            .add("office"_L1, message.office)
            .add("token"_L1, message.token)
            .addUnlessEmpty("name"_L1, message.name)
            .addUnlessEmpty("concern"_L1, message.concern)
            .add("concern_id"_L1, message.concernId)
            .add("consent_version"_L1, message.consentVersion)
            .add("lang"_L1, message.lang);
    }
};

template <typename T>
struct MessageNumber
{
    static T read(const Value &value) { return {.message = value["message"_L1].count<int>(1)}; }
    static void write(Fields &fields, const T &message) { fields.add("message"_L1, message.message); }
};
template <>
struct Wire<citizen::MessageShown> : MessageNumber<citizen::MessageShown>
{
    static constexpr auto type = "message.shown"_L1;
};
template <>
struct Wire<citizen::MessageRead> : MessageNumber<citizen::MessageRead>
{
    static constexpr auto type = "message.read"_L1;
};

template <>
struct Wire<citizen::MessageReceived>
{
    static constexpr auto type = "message.received"_L1;
    static citizen::MessageReceived read(const Value &value)
    {
        return {.message = value["message"_L1].count<int>(1),
                .at = value["at"_L1].instant(),
                .content = readContent(value)};
    }
    static void write(Fields &fields, const citizen::MessageReceived &message)
    {
        fields.add("message"_L1, message.message).add("at"_L1, message.at);
        writeContent(fields, message.content);
    }
};

template <>
struct Wire<citizen::PrepareCall>
{
    static constexpr auto type = "call.prepare"_L1;
    static citizen::PrepareCall read(const Value &value) { return {.id = value["id"_L1].commandId()}; }
    static void write(Fields &fields, const citizen::PrepareCall &message) { fields.add("id"_L1, message.id); }
};

template <>
struct Wire<citizen::StandingOffer>
{
    static constexpr auto type = "ticket.offer"_L1;
    static citizen::StandingOffer read(const Value &value)
    {
        return {.generation = value["generation"_L1].generation(), .sdp = value["sdp"_L1].text(kSdpRule)};
    }
    static void write(Fields &fields, const citizen::StandingOffer &message)
    {
        fields.add("generation"_L1, message.generation).add("sdp"_L1, message.sdp);
    }
};

template <>
struct Wire<citizen::WithdrawOffer>
{
    static constexpr auto type = "ticket.offer_withdraw"_L1;
    static citizen::WithdrawOffer read(const Value &value)
    {
        return {.generation = value["generation"_L1].generation()};
    }
    static void write(Fields &fields, const citizen::WithdrawOffer &message)
    {
        fields.add("generation"_L1, message.generation);
    }
};

template <>
struct Wire<citizen::CallSignal>
{
    static constexpr auto type = "call.signal"_L1;
    static citizen::CallSignal read(const Value &value)
    {
        return {.epoch = value["epoch"_L1].epoch(), .signal = readSignal(value["signal"_L1])};
    }
    static void write(Fields &fields, const citizen::CallSignal &message)
    {
        fields.add("epoch"_L1, message.epoch).add("signal"_L1, signalJson(message.signal));
    }
};

template <>
struct Wire<citizen::Welcome>
{
    static constexpr auto type = "welcome"_L1;
    static citizen::Welcome read(const Value &value)
    {
        const Value limits = value["limits"_L1];
        return {.protocol = value["protocol"_L1].count<int>(1, 65535),
                .serverTime = value["server_time"_L1].instant(),
                .authority = value["authority"_L1].text(kLabelRule),
                .consentVersion = value["consent_version"_L1].text(kToldConsentRule),
                .limits = {.prepareRanks = limits["prepare_ranks"_L1].count<int>(),
                           .nameChars = limits["name_chars"_L1].count<int>(),
                           .concernChars = limits["concern_chars"_L1].count<int>()}};
    }
    static void write(Fields &fields, const citizen::Welcome &message)
    {
        fields.add("protocol"_L1, message.protocol)
            .add("server_time"_L1, message.serverTime)
            .add("authority"_L1, message.authority)
            .add("consent_version"_L1, message.consentVersion)
            .add("limits"_L1, Fields()
                                  .add("prepare_ranks"_L1, message.limits.prepareRanks)
                                  .add("name_chars"_L1, message.limits.nameChars)
                                  .add("concern_chars"_L1, message.limits.concernChars)
                                  .object());
    }
};

template <>
struct Wire<citizen::OverviewSnapshot>
{
    static constexpr auto type = "overview.snapshot"_L1;
    static citizen::OverviewSnapshot read(const Value &value)
    {
        return {.offices = value["offices"_L1].list(limits::kOffices, readOverviewOffice)};
    }
    static void write(Fields &fields, const citizen::OverviewSnapshot &message)
    {
        fields.addList("offices"_L1, message.offices, overviewOfficeJson);
    }
};

template <>
struct Wire<citizen::OfficeFeed>
{
    static constexpr auto type = "office.feed"_L1;
    static citizen::OfficeFeed read(const Value &value)
    {
        const auto changes = value["changes"_L1].list(limits::kChanges, readLineChange);
        return {.office = value["office"_L1].id<OfficeTag>(),
                .seq = value["seq"_L1].sequence(),
                .view = readPublicView(value["view"_L1]),
                .changes = {changes.begin(), changes.end()}};
    }
    static void write(Fields &fields, const citizen::OfficeFeed &message)
    {
        fields.add("office"_L1, message.office)
            .add("seq"_L1, message.seq)
            .add("view"_L1, publicViewJson(message.view))
            .addList("changes"_L1, message.changes, lineChangeJson);
    }
};

} // namespace sprechtag::protocol::wire

namespace sprechtag::protocol {

Decoded<citizen::ToServer> decodeCitizenToServer(const QByteArray &frame)
{
    return wire::decodeMessage<citizen::ToServer>(frame, limits::kMessageBytesToServer);
}

Decoded<citizen::ToClient> decodeCitizenToClient(const QByteArray &frame)
{
    return wire::decodeMessage<citizen::ToClient>(frame, limits::kMessageBytesToClient);
}

QByteArray encode(const citizen::ToServer &message)
{
    return wire::encodeMessage(message);
}

QByteArray encode(const citizen::ToClient &message)
{
    return wire::encodeMessage(message);
}

} // namespace sprechtag::protocol

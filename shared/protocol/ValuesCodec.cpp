// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/ValuesCodec.h"

#include "shared/domain/hours/ClockText.h"
#include "shared/protocol/TownWire.h"

namespace sprechtag::protocol::wire {
namespace {

constexpr TextRule kCandidateRule{.most = limits::kCandidateChars, .least = 0, .charset = Charset::Printable};
constexpr TextRule kMidRule{.most = limits::kMidChars, .least = 0, .charset = Charset::Printable};
constexpr TextRule kIceTextRule{.most = limits::kIceTextChars, .least = 0, .charset = Charset::Printable};
constexpr int kMinutesOfDay = 24 * 60;

SessionDescription readDescription(const Value &signal)
{
    const Value description = signal["description"_L1];
    const Value type = description["type"_L1];
    SessionDescription result{.type = type.text(kWordRule),
                              .sdp = description["sdp"_L1].textOrEmpty(kSdpRule),
                              .generation = signal["generation"_L1].generation()};
    const bool rollback = result.type == "rollback"_L1;
    if (!rollback && result.type != "offer"_L1 && result.type != "answer"_L1)
        type.refuse();
    if (!rollback && result.sdp.isEmpty())
        description["sdp"_L1].refuse();
    return result;
}

Candidate readCandidate(const Value &signal)
{
    const Value candidate = signal["candidate"_L1];
    return {.candidate = candidate["candidate"_L1].text(kCandidateRule),
            .sdpMid = candidate["sdp_mid"_L1].textOrEmpty(kMidRule),
            .sdpMLineIndex = candidate["sdp_m_line_index"_L1].count<int>(0, limits::kMLineIndex),
            .generation = signal["generation"_L1].generation()};
}

QJsonObject descriptionJson(const SessionDescription &description)
{
    return Fields().add("type"_L1, description.type).addUnlessEmpty("sdp"_L1, description.sdp).object();
}

QJsonObject candidateJson(const Candidate &candidate)
{
    return Fields()
        .add("candidate"_L1, candidate.candidate)
        .addUnlessEmpty("sdp_mid"_L1, candidate.sdpMid)
        .add("sdp_m_line_index"_L1, candidate.sdpMLineIndex)
        .object();
}

hours::Range readRange(const Value &value, RangeDays days)
{
    hours::Range range{.day = days == RangeDays::Named ? value["day"_L1].count<int>(1, 7) : 0,
                       .fromMinute = readClock(value["from"_L1]),
                       .toMinute = readClock(value["to"_L1])};
    if (range.toMinute <= range.fromMinute)
        value["to"_L1].refuse();
    return range;
}

bool isIceUrl(const QString &url)
{
    return url.startsWith("stun:"_L1) || url.startsWith("stuns:"_L1) || url.startsWith("turn:"_L1) ||
           url.startsWith("turns:"_L1);
}

QString readIceUrl(const Value &value)
{
    QString url = value.text(kIceTextRule);
    if (!isIceUrl(url))
        value.refuse();
    return url;
}

} // namespace

QString clockText(int minuteOfDay)
{
    return hours::clockText(minuteOfDay);
}

int readClock(const Value &value)
{
    const QString text = value.text({.most = 5, .least = 5, .charset = Charset::Printable});
    bool hourFits = false;
    bool minuteFits = false;
    const int hour = text.left(2).toUShort(&hourFits);
    const int minute = text.mid(3).toUShort(&minuteFits);
    const int result = hour * 60 + minute;
    if (!hourFits || !minuteFits || minute > 59 || result > kMinutesOfDay || text != clockText(result))
        value.refuse();
    return result;
}

OfficeCard readOfficeCard(const Value &value)
{
    return {.id = value["id"_L1].id<OfficeTag>(),
            .name = value["name"_L1].text(kLabelRule),
            .department = value["department"_L1].text(kLabelRule),
            .letter = value["letter"_L1].text(kLetterRule),
            .hours = readRanges(value["hours"_L1], RangeDays::Named)};
}

void writeOfficeCard(Fields &fields, const OfficeCard &card)
{
    fields.add("id"_L1, card.id)
        .add("name"_L1, card.name)
        .add("department"_L1, card.department)
        .add("letter"_L1, card.letter)
        .add("hours"_L1, rangesJson(card.hours, RangeDays::Named));
}

ClerkCard readClerkCard(const Value &value)
{
    return {.id = value["id"_L1].id<ClerkTag>(),
            .login = value["login"_L1].textOrEmpty({.most = limits::kLoginChars}),
            .name = value["name"_L1].text(kLabelRule)};
}

QJsonObject clerkCardJson(const ClerkCard &card)
{
    return Fields().add("id"_L1, card.id).addUnlessEmpty("login"_L1, card.login).add("name"_L1, card.name).object();
}

town::Words readTownWords(const Value &value)
{
    return readWords(value, {.most = limits::kTownTextChars, .charset = Charset::Lines});
}

namespace {

ChecklistEntry readChecklistEntry(const Value &value)
{
    return {.words = readTownWords(value["words"_L1]), .ticked = readFlag(value["ticked"_L1])};
}

QJsonObject checklistEntryJson(const ChecklistEntry &entry)
{
    Fields fields;
    fields.add("words"_L1, wordsJson(entry.words));
    if (entry.ticked)
        fields.add("ticked"_L1, true);
    return fields.object();
}

} // namespace

VisitCard readVisitCard(const Value &value)
{
    return {.ticket = value["ticket"_L1].id<TicketTag>(),
            .name = value["name"_L1].textOrEmpty(kNameRule),
            .concern = value["concern"_L1].textOrEmpty(kConcernRule),
            .lang = value["lang"_L1].language(),
            .letter = value["letter"_L1].textOrEmpty(kLetterRule),
            .note = value["note"_L1].textOrEmpty(kNoteRule),
            .checklist = value["checklist"_L1]
                             .optional([](const Value &v) { return v.list(limits::kChecklist, readChecklistEntry); })
                             .value_or(QList<ChecklistEntry>())};
}

QJsonObject visitCardJson(const VisitCard &card)
{
    Fields fields;
    if (!card.checklist.isEmpty())
        fields.addList("checklist"_L1, card.checklist, checklistEntryJson);
    return fields.add("ticket"_L1, card.ticket)
        .addUnlessEmpty("name"_L1, card.name)
        .addUnlessEmpty("concern"_L1, card.concern)
        .add("lang"_L1, card.lang)
        .addUnlessEmpty("letter"_L1, card.letter)
        .addUnlessEmpty("note"_L1, card.note)
        .object();
}

IceServer readIceServer(const Value &value)
{
    return {.urls = value["urls"_L1].list(limits::kIceUrls, readIceUrl),
            .username = value["username"_L1].textOrEmpty(kIceTextRule),
            .credential = value["credential"_L1].textOrEmpty(kIceTextRule)};
}

QJsonObject iceServerJson(const IceServer &server)
{
    return Fields()
        .add("urls"_L1, QJsonArray::fromStringList(server.urls))
        .addUnlessEmpty("username"_L1, server.username)
        .addUnlessEmpty("credential"_L1, server.credential)
        .object();
}

Signal readSignal(const Value &value)
{
    const auto kinds = {"description"_L1, "candidate"_L1, "media"_L1, "restart"_L1};
    const auto there = std::ranges::count_if(kinds, [&](auto kind) { return value[kind].present(); });
    if (there != 1)
        value.refuse();
    if (value["description"_L1].present())
        return readDescription(value);
    if (value["candidate"_L1].present())
        return readCandidate(value);
    if (value["media"_L1].present())
        return readMediaState(value["media"_L1]);
    value["restart"_L1].object();
    return RestartCall{};
}

QJsonObject signalJson(const Signal &signal)
{
    Fields fields;
    std::visit(
        Overloaded{
            [&](const SessionDescription &description) {
                fields.add("description"_L1, descriptionJson(description)).add("generation"_L1, description.generation);
            },
            [&](const Candidate &candidate) {
                fields.add("candidate"_L1, candidateJson(candidate)).add("generation"_L1, candidate.generation);
            },
            [&](const MediaState &media) {
                Fields state;
                writeMediaState(state, media);
                fields.add("media"_L1, state.object());
            },
            [&](const RestartCall &) { fields.add("restart"_L1, QJsonObject()); }},
        signal);
    return fields.object();
}

MediaState readMediaState(const Value &value)
{
    return {.microphone = value["microphone"_L1].flag(),
            .camera = value["camera"_L1].flag(),
            .screen = value["screen"_L1].flag(),
            .screenPaused =
                value["screen_paused"_L1].optional([](const Value &v) { return v.flag(); }).value_or(false)};
}

void writeMediaState(Fields &fields, const MediaState &media)
{
    fields.add("microphone"_L1, media.microphone).add("camera"_L1, media.camera).add("screen"_L1, media.screen);
    if (media.screenPaused)
        fields.add("screen_paused"_L1, true);
}

QList<hours::Range> readRanges(const Value &value, RangeDays days)
{
    return value.list(limits::kRanges, [days](const Value &range) { return readRange(range, days); });
}

QJsonArray rangesJson(const QList<hours::Range> &ranges, RangeDays days)
{
    QJsonArray array;
    for (const hours::Range &range : ranges) {
        Fields fields;
        if (days == RangeDays::Named)
            fields.add("day"_L1, range.day);
        fields.add("from"_L1, clockText(range.fromMinute)).add("to"_L1, clockText(range.toMinute));
        array.append(fields.object());
    }
    return array;
}

namespace {

seconds readServiceLength(const Value &value)
{
    return seconds{value.count<int>(0, limits::kDurationSeconds)};
}

std::map<ConcernId, seconds> readAverages(const Value &value)
{
    const auto list = value.list(limits::kConcerns, [](const Value &v) {
        return std::pair{v["concern"_L1].id<ConcernTag>(), readServiceLength(v["average_service_s"_L1])};
    });
    std::map<ConcernId, seconds> averages{list.begin(), list.end()};
    if (averages.size() != static_cast<std::size_t>(list.size()))
        value.refuse();
    return averages;
}

} // namespace

office::PublicView readPublicView(const Value &value)
{
    const auto instant = [](const Value &v) { return v.instant(); };
    const Value byConcern = value["by_concern"_L1];
    return {.state = value["state"_L1].choice<office::PublicState>(),
            .waiting = value["waiting"_L1].count<std::uint32_t>(),
            .serving = value["serving"_L1].count<std::uint32_t>(),
            .idle = value["idle"_L1].count<std::uint32_t>(),
            .seats = value["seats"_L1].optional([](const Value &v) { return v.count<std::uint32_t>(); }),
            .averageService = value["average_service_s"_L1].optional(readServiceLength),
            .averageByConcern = byConcern.optional(readAverages).value_or(std::map<ConcernId, seconds>{}),
            .intakeEndsAt = value["intake_ends_at"_L1].optional(instant),
            .backAt = value["back_at"_L1].optional(instant)};
}

QJsonObject publicViewJson(const office::PublicView &view)
{
    Fields fields;
    fields.add("state"_L1, view.state)
        .add("waiting"_L1, view.waiting)
        .add("serving"_L1, view.serving)
        .add("idle"_L1, view.idle)
        .add("seats"_L1, view.seats)
        .add("average_service_s"_L1, view.averageService)
        .add("intake_ends_at"_L1, view.intakeEndsAt)
        .add("back_at"_L1, view.backAt);
    if (!view.averageByConcern.empty()) {
        fields.addList("by_concern"_L1, view.averageByConcern, [](const auto &entry) {
            return Fields().add("concern"_L1, entry.first).add("average_service_s"_L1, entry.second).object();
        });
    }
    return fields.object();
}

MessageContent readContent(const Value &value)
{
    const Value sentence = value["sentence"_L1];
    if (sentence.present())
        return sentence.choice<Sentence>();
    const Value text = value["text"_L1];
    if (!text.present())
        value.refuse();
    return text.text(kMessageRule);
}

void writeContent(Fields &fields, const MessageContent &content)
{
    if (const auto *sentence = std::get_if<Sentence>(&content))
        fields.add("sentence"_L1, *sentence);
    else
        fields.add("text"_L1, std::get<QString>(content));
}

} // namespace sprechtag::protocol::wire

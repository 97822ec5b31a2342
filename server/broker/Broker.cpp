// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/broker/Broker.h"

#include "server/broker/Retention.h"
#include "shared/base/Log.h"
#include "shared/base/Random.h"
#include "shared/domain/hours/DayNumber.h"

#include <algorithm>
#include <utility>

namespace sprechtag::broker {
namespace {

std::optional<ClerkId> clerkOf(const office::Command &command)
{
    return std::visit(
        [](const auto &some) -> std::optional<ClerkId> {
            if constexpr (requires { some.clerk; })
                return some.clerk;
            else
                return std::nullopt;
        },
        command);
}

bool callsSomebody(const office::Command &command)
{
    return std::holds_alternative<office::CallNext>(command) || std::holds_alternative<office::CallNamed>(command);
}

// A call says whom it brought in.
office::Answer answerTo(const office::Facts &facts)
{
    for (const office::Fact &fact : facts) {
        if (const auto *called = std::get_if<office::TicketCalled>(&fact.body))
            return {.refusal = {}, .ticket = called->ticket, .epoch = called->epoch};
    }
    return {};
}

office::AnswerBook bookOf(const std::vector<KeyedAnswer> &answers)
{
    office::AnswerBook book(std::chrono::duration_cast<minutes>(retention::periodOf(retention::Record::Answer)));
    for (const KeyedAnswer &answer : answers)
        book.remember(answer.key.toStdString(), answer.digest, answer.answer, answer.at);
    return book;
}

} // namespace

Broker::Broker(Loaded loaded, OfficeStore &store, const Clock &clock, std::function<TicketId()> newTicket)
    : m_store(store)
    , m_answers(bookOf(loaded.answers))
    , m_record(std::move(loaded))
    , m_clock(clock)
    , m_time(clock)
    , m_newTicket(std::move(newTicket))
    , m_queue(store, [this](const Pass &pass) {
        for (const OfficeChange &change : m_record.apply(pass)) {
            if (m_observer != nullptr)
                m_observer->published(change);
        }
    })
{
    for (const OfficeId office : m_record.offices())
        m_desks.emplace(office,
                        Desk{.state = m_record.office(office)->state, .due = {}, .dueIsKnown = false, .sealed = false});
    for (const auto &[ticket, visit] : m_record.visits()) {
        if (m_record.ticket(visit) == nullptr)
            continue;
        m_places.insert(visit.tokenHash, Place{.office = visit.office, .ticket = ticket});
        m_tokens.emplace(ticket, visit.tokenHash);
        if (!visit.proposedNote.reveal().isEmpty())
            m_proposedNotes.emplace(ticket, visit.proposedNote);
    }
}

void Broker::publishTo(Observer *observer)
{
    m_observer = observer;
    m_silent = observer == nullptr;
}

void Broker::start()
{
    m_answers.forgetBefore(now());
    eraseStrayVisits();
    for (const OfficeId office : m_record.offices()) {
        runOwn(office, office::Restart{});
        // What the clock has decided meanwhile comes first: the old window may have closed the office.
        runOwn(office, office::Tick{});
        // Whoever may staff it no longer, since before the end or by the command line, keeps no visitor waiting.
        fitDesk(office);
    }
}

void Broker::run(OfficeId office, const office::Command &command, const CommandKey &key, Reply reply)
{
    const auto clerk = clerkOf(command);
    const bool mayIt = clerk && m_record.mayStaff(office, *clerk) &&
                       (!std::holds_alternative<office::CallNamed>(command) || m_record.mayCallNamed(office, *clerk));
    if (!mayIt)
        return replyLater(std::move(reply), {.verdict = Verdict::NotAuthorised});
    if (answeredAtOnce(key, reply))
        return;
    if (openDesk(office) == nullptr)
        return replyLater(std::move(reply), {.verdict = Verdict::Sealed});
    if (const auto refusal = whyNotAcross(office, *clerk, command)) {
        const office::Answer no{.refusal = refusal, .ticket = {}, .epoch = {}};
        remember(key, no, false);
        return replyLater(std::move(reply), {.answer = no});
    }
    replyLater(std::move(reply), decideKeyed(office, m_desks.at(office), command, key));
}

// What an office cannot know of the others.
std::optional<office::Refusal> Broker::whyNotAcross(OfficeId office, ClerkId clerk,
                                                    const office::Command &command) const
{
    if (callsSomebody(command)) {
        const auto visitor = visitorElsewhere(office, clerk);
        return visitor ? std::optional(office::Refusal{.code = office::RefusalCode::Busy, .ticket = visitor})
                       : std::nullopt;
    }
    const auto *proposal = std::get_if<office::ProposeTransfer>(&command);
    return proposal != nullptr && m_desks.at(office).state.tickets.contains(proposal->ticket)
               ? whyNotTo(*proposal, office)
               : std::nullopt;
}

// An office knows its own visits alone; that a clerk has one visitor at a time holds across offices (I-4).
std::optional<TicketId> Broker::visitorElsewhere(OfficeId office, ClerkId clerk) const
{
    for (const auto &[other, desk] : m_desks) {
        const auto found = desk.state.clerks.find(clerk);
        if (other != office && found != desk.state.clerks.end() && found->second.ticket)
            return found->second.ticket;
    }
    return std::nullopt;
}

office::Elsewhere Broker::engagedElsewhere(OfficeId office) const
{
    office::Elsewhere engaged;
    for (const auto &[other, desk] : m_desks) {
        for (const auto &[clerk, place] : desk.state.clerks) {
            if (other != office && place.ticket)
                engaged.insert(clerk);
        }
    }
    return engaged;
}

void Broker::draw(const DrawRequest &request, const CommandKey &key, Reply reply)
{
    if (answeredAtOnce(key, reply))
        return;
    Desk *desk = openDesk(request.office);
    if (desk == nullptr)
        return replyLater(std::move(reply),
                          {.verdict = m_desks.contains(request.office) ? Verdict::Sealed : Verdict::UnknownOffice});
    if (const auto place = m_places.constFind(request.tokenHash); place != m_places.cend()) {
        const office::Answer answer{.refusal = {}, .ticket = place->ticket, .epoch = {}};
        remember(key, answer, false);
        return replyLater(std::move(reply), {.answer = answer});
    }
    const TicketId ticket = m_newTicket();
    office::Answer answer = decideIn(request.office, *desk,
                                     office::Draw{.ticket = ticket,
                                                  .day = serviceDay(),
                                                  .elsewhere = engagedElsewhere(request.office),
                                                  .concern = request.concernId,
                                                  .appointment = request.appointment});
    if (!answer.refusal) {
        answer.ticket = ticket;
        const Visit visit{.ticket = ticket,
                          .office = request.office,
                          .tokenHash = request.tokenHash,
                          .name = request.name,
                          .concern = request.concern,
                          .lang = request.lang,
                          .consentVersion = request.consentVersion,
                          .fileKey = randomBytes(kFileKeyBytes)};
        m_places.insert(visit.tokenHash, Place{.office = visit.office, .ticket = ticket});
        m_tokens.emplace(ticket, visit.tokenHash);
        m_queue.open().batch.visits.push_back(visit);
        m_queue.open().drawn.push_back(visit);
    }
    remember(key, answer, !answer.refusal);
    replyLater(std::move(reply), {.answer = answer});
}

bool Broker::isNewDraw(const DrawRequest &request, const CommandKey &key) const
{
    return !known(key) && !m_places.contains(request.tokenHash);
}

void Broker::runForTicket(const QByteArray &tokenHash, const std::function<office::Command(TicketId)> &command,
                          const CommandKey &key, Reply reply)
{
    if (answeredAtOnce(key, reply))
        return;
    const auto found = m_places.constFind(tokenHash);
    if (found == m_places.cend())
        return replyLater(std::move(reply), {.verdict = Verdict::NoTicket});
    const Place place = *found;
    const office::Command asked = command(place.ticket);
    if (const auto *agreed = std::get_if<office::Transfer>(&asked)) {
        const auto before = m_desks.at(place.office).state.seq;
        const office::Answer answer = transfer(place, *agreed);
        remember(key, answer, m_desks.at(place.office).state.seq != before);
        return replyLater(std::move(reply), {.answer = answer});
    }
    replyLater(std::move(reply), decideKeyed(place.office, m_desks.at(place.office), asked, key));
}

void Broker::tick(const QByteArray &tokenHash, const QStringList &ticked, const CommandKey &key, Reply reply)
{
    if (answeredAtOnce(key, reply))
        return;
    const auto found = m_places.constFind(tokenHash);
    if (found == m_places.cend())
        return replyLater(std::move(reply), {.verdict = Verdict::NoTicket});
    m_queue.open().batch.ticks.push_back({.ticket = found->ticket, .ticked = ticked});
    remember(key, {}, true);
    replyLater(std::move(reply), {});
}

void Broker::citizenConnected(const QByteArray &tokenHash)
{
    if (const auto place = m_places.constFind(tokenHash); place != m_places.cend())
        runOwn(place->office, office::Connect{.ticket = place->ticket});
}

void Broker::citizenDisconnected(const QByteArray &tokenHash)
{
    if (const auto place = m_places.constFind(tokenHash); place != m_places.cend())
        runOwn(place->office, office::Disconnect{.ticket = place->ticket});
}

void Broker::clerkLost(ClerkId clerk)
{
    for (const OfficeId office : m_record.offices()) {
        if (m_desks.at(office).state.clerks.contains(clerk))
            runOwn(office, office::LoseClerk{.clerk = clerk});
    }
}

std::optional<Instant> Broker::nextDue()
{
    std::optional<Instant> next;
    for (auto &[office, desk] : m_desks) {
        if (!desk.dueIsKnown) {
            desk.due = office::due(desk.state);
            desk.dueIsKnown = true;
        }
        if (desk.due && (!next || *desk.due < *next))
            next = desk.due;
    }
    return next;
}

void Broker::tick()
{
    const Instant now = m_time.now();
    if (const auto next = nextDue(); !next || *next > now)
        return;
    for (const OfficeId office : m_record.offices()) {
        if (const auto due = m_desks.at(office).due; due && *due <= now) {
            const bool hadHours = m_desks.at(office).state.window.has_value();
            runOwn(office, office::Tick{});
            // Its window is over: the next one is told at once.
            if (hadHours && !m_desks.at(office).state.window)
                readHours(office);
        }
    }
}

void Broker::flush()
{
    m_answers.forgetBefore(now());
    m_queue.flush();
}

void Broker::whenDurable(std::function<void()> effect)
{
    m_queue.afterwards([this, effect = std::move(effect)] {
        if (!m_silent)
            effect();
    });
}

void Broker::whenShowable(const QByteArray &tokenHash, std::function<void()> effect)
{
    const auto place = m_places.constFind(tokenHash);
    const Visit *const shown = m_record.visitOf(tokenHash);
    const bool isShown = place == m_places.cend() ? shown == nullptr : shown && shown->ticket == place->ticket;
    if (!m_store.isFull() || !isShown)
        return whenDurable(std::move(effect));
    soon(std::move(effect));
}

void Broker::soon(std::function<void()> effect)
{
    m_queue.soon([this, effect = std::move(effect)] {
        if (!m_silent)
            effect();
    });
}

// For want of room is not remembered: the command is decided when it comes again.
bool Broker::answeredAtOnce(const CommandKey &key, const Reply &reply)
{
    if (const auto outcome = known(key))
        replyLater(reply, *outcome);
    else if (m_store.isFull())
        soon([reply] { reply({.verdict = Verdict::NoRoom}); });
    else
        return false;
    return true;
}

std::optional<Outcome> Broker::known(const CommandKey &key) const
{
    const auto finding = m_answers.find(key.key.toStdString(), key.digest);
    switch (finding.verdict) {
    case office::AnswerBook::Verdict::New:
        return std::nullopt;
    case office::AnswerBook::Verdict::Repeated:
        return Outcome{.answer = finding.answer};
    case office::AnswerBook::Verdict::Conflict:
        return Outcome{.verdict = Verdict::Conflict};
    }
    return std::nullopt;
}

office::Answer Broker::decideIn(OfficeId office, Desk &desk, const office::Command &command)
{
    const auto decision = office::decide(desk.state, command, now());
    if (!decision)
        return {.refusal = decision.error(), .ticket = {}, .epoch = {}};
    collect(office, desk, *decision);
    return answerTo(*decision);
}

void Broker::collect(OfficeId office, Desk &desk, const office::Facts &facts)
{
    if (facts.empty())
        return;
    auto &batch = m_queue.open().batch.facts;
    auto entry = std::ranges::find(batch, office, &Batch::OfficeFacts::office);
    if (entry == batch.end())
        entry = batch.insert(batch.end(), {.office = office, .facts = {}});
    for (const office::Fact &fact : facts) {
        office::evolve(desk.state, fact);
        entry->facts.push_back(fact);
        if (const auto *finished = std::get_if<office::TicketFinished>(&fact.body))
            collectEnd(office, finished->ticket, std::nullopt);
        else if (const auto *left = std::get_if<office::TicketLeft>(&fact.body))
            collectEnd(office, left->ticket, left->reason);
    }
    dropNotes(desk);
    desk.dueIsKnown = false;
}

void Broker::collectEnd(OfficeId office, TicketId ticket, std::optional<office::LeaveReason> left)
{
    const auto token = m_tokens.find(ticket);
    if (token == m_tokens.end())
        return;
    Pass &pass = m_queue.open();
    pass.ended.push_back({.office = office, .ticket = ticket, .tokenHash = token->second, .left = left});
    // Rows that came and went within one pass are never written.
    if (std::erase_if(pass.batch.visits, [ticket](const Visit &visit) { return visit.ticket == ticket; }) == 0)
        pass.batch.erasedVisits.push_back(ticket);
    m_places.remove(token->second);
    m_tokens.erase(token);
    m_proposedNotes.erase(ticket);
}

void Broker::remember(const CommandKey &key, const office::Answer &answer, bool durably)
{
    const Instant now = m_time.now();
    m_answers.remember(key.key.toStdString(), key.digest, answer, now);
    // What changed nothing may be decided anew after a restart: nobody has acted on it.
    if (durably)
        m_queue.open().batch.answers.push_back({.key = key.key, .digest = key.digest, .answer = answer, .at = now});
}

Outcome Broker::decideKeyed(OfficeId office, Desk &desk, const office::Command &command, const CommandKey &key)
{
    const auto before = desk.state.seq;
    const office::Answer answer = decideIn(office, desk, command);
    remember(key, answer, desk.state.seq != before);
    return {.answer = answer};
}

void Broker::runOwn(OfficeId office, const office::Command &command)
{
    const auto answer = decideIn(office, m_desks.at(office), command);
    if (answer.refusal)
        qCDebug(lcBroker) << "an own command found nothing to do in" << office.text().c_str();
}

void Broker::replyLater(Reply reply, Outcome outcome)
{
    whenDurable([reply = std::move(reply), outcome] { reply(outcome); });
}

// Rows without a ticket can only come from outside of the broker (a restored or migrated store): nobody needs them.
void Broker::eraseStrayVisits()
{
    for (const auto &[ticket, visit] : m_record.visits()) {
        if (m_record.ticket(visit) == nullptr)
            m_queue.open().batch.erasedVisits.push_back(ticket);
    }
}

office::ServiceDay Broker::serviceDay() const
{
    return hours::dayNumber(hours::localDay(m_clock.now(), m_record.town().calendar.zone));
}

} // namespace sprechtag::broker

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/CitizenRoom.h"

#include "server/gateway/CommandKeys.h"
#include "server/gateway/Words.h"
#include "shared/protocol/Limits.h"

#include <algorithm>

namespace sprechtag::gateway {

using namespace Qt::StringLiterals;
using namespace protocol::citizen;
using protocol::ErrorCode;

namespace {

// What the clerk reads: the name from the catalogue, then what the citizen has added.
QString inClerksWords(const town::Concern *concern, const QString &added)
{
    if (concern == nullptr)
        return added;
    const QString name = concern->names.value(u"de"_s, concern->names.values().value(0));
    return (added.isEmpty() ? name : name + u": "_s + added).left(protocol::limits::kConcernChars);
}

// Each of them opens a connection and gets the whole overview.
constexpr int kBackPerSecond = 50;

} // namespace

CitizenRoom::CitizenRoom(World &world, FeedBoard &feeds, const Desks &desks, DrawPace draws)
    : m_world(world)
    , m_feeds(feeds)
    , m_calls(desks.calls)
    , m_messages(desks.messages)
    , m_texts(desks.texts)
    , m_documents(desks.documents)
    , m_views(desks.views)
    , m_forms(desks.forms)
    , m_guests(desks.guests)
    , m_sights(desks.sights)
    , m_draws(std::move(draws))
{
}

void CitizenRoom::greet(ConnectionKey connection, const std::string &network, const Hello &hello)
{
    Session &session = m_sessions[connection];
    session.connection = connection;
    session.network = network;
    const broker::Town &town = m_world.record().town();
    m_world.toCitizen(connection, Welcome{.protocol = 1,
                                          .serverTime = m_world.broker.now(),
                                          .authority = town.authority,
                                          .consentVersion = town.consentVersion,
                                          .limits = {}});
    if (!hello.ticketToken)
        return;
    const QByteArray hash = tokenHash(*hello.ticketToken);
    claim(session, hash);
    m_world.broker.citizenConnected(hash);
    later(connection, [this, hash](Session &greeted) { takeUpAgain(greeted.connection, hash); });
}

void CitizenRoom::take(ConnectionKey connection, const ToServer &message)
{
    if (Session *session = find(connection))
        std::visit([this, session](const auto &some) { on(*session, some); }, message);
}

void CitizenRoom::gone(ConnectionKey connection)
{
    const Session *session = find(connection);
    if (session == nullptr)
        return;
    const QByteArray hash = session->tokenHash;
    m_guests.guestGone(connection);
    letGo(connection, hash);
    if (!hash.isEmpty())
        m_world.broker.citizenDisconnected(hash);
}

void CitizenRoom::published(const broker::OfficeChange &change)
{
    for (const broker::EndedTicket &ended : change.ended) {
        rememberEnd(ended);
        m_calls.ended(ended.ticket);
        m_messages.ended(ended.ticket);
        Session *session = holder(ended.tokenHash);
        if (session != nullptr && session->ticket.value_or(ended.ticket) == ended.ticket)
            tellEnd(*session, ended);
    }
    for (const TicketId ticket : change.moved) {
        m_calls.ended(ticket);
        const broker::Visit *visit = m_world.record().visit(ticket);
        Session *session = visit == nullptr ? nullptr : holder(visit->tokenHash);
        if (session == nullptr)
            continue;
        unbind(*session);
        tellState(*session);
    }
    for (const TicketId ticket : change.tickets) {
        const broker::Visit *visit = m_world.record().visit(ticket);
        Session *session = visit == nullptr ? nullptr : holder(visit->tokenHash);
        if (session != nullptr)
            tellState(*session);
    }
}

void CitizenRoom::welcomeChanged()
{
    std::vector<std::pair<ConnectionKey, QByteArray>> idle;
    for (auto &[connection, session] : m_sessions) {
        if (session.ticket || session.drawing)
            session.isBehindTime = true;
        else
            idle.emplace_back(connection, session.tokenHash);
    }
    int place = 0;
    for (const auto &[connection, tokenHash] : idle)
        sendRound(connection, tokenHash, place++);
}

void CitizenRoom::sendRound(ConnectionKey connection, const QByteArray &tokenHash, int place)
{
    m_guests.guestGone(connection);
    letGo(connection, tokenHash);
    // A page that came back may have been on its way to its ticket.
    if (!tokenHash.isEmpty())
        m_world.broker.citizenDisconnected(tokenHash);
    m_world.door.dismiss(connection,
                         {.reason = u"town_changed"_s,
                          .action = protocol::GoodbyeAction::Retry,
                          .afterSeconds = 1 + place / kBackPerSecond},
                         CloseCode::Normal);
}

void CitizenRoom::on(Session &session, const Hello &)
{
    m_world.door.complain(session.connection, plainError({}, ErrorCode::BadRequest, u"type"_s));
}

void CitizenRoom::on(Session &session, const WatchOverview &)
{
    session.watchedBeforeDraw = false;
    m_feeds.watch(session.connection);
}

void CitizenRoom::on(Session &session, const Draw &message)
{
    const QByteArray hash = tokenHash(message.token);
    const ConnectionKey connection = session.connection;
    // A guest of a conversation is in one already.
    if ((session.ticket && session.tokenHash != hash) || m_guests.isGuest(connection))
        return m_world.toCitizen(connection, plainError(message.id, ErrorCode::AlreadyDrawn));
    // One after the other: else a burst with many tokens would be many places in line.
    if (session.drawing && session.tokenHash != hash)
        return m_world.toCitizen(connection, plainError(message.id, ErrorCode::NotYet));
    if (message.consentVersion != m_world.record().town().consentVersion)
        return m_world.toCitizen(connection, plainError(message.id, ErrorCode::BadRequest, u"consent_version"_s));
    const broker::OfficeRecord *office = m_world.record().office(message.office);
    const town::Concern *concern = office == nullptr ? nullptr : concernOf(office->config, message.concernId);
    if (office != nullptr && message.concernId && concern == nullptr)
        return m_world.toCitizen(connection, plainError(message.id, ErrorCode::BadRequest, u"concern_id"_s));
    draw(session,
         {.office = message.office,
          .tokenHash = hash,
          .name = message.name,
          .concern = inClerksWords(concern, message.concern),
          .lang = message.lang,
          .consentVersion = message.consentVersion,
          .concernId = message.concernId},
         citizenKey(hash, message.id, protocol::encode(ToServer{message})), message.id);
}

void CitizenRoom::draw(Session &session, const broker::DrawRequest &request, const broker::CommandKey &key,
                       const QString &re)
{
    const ConnectionKey connection = session.connection;
    // Only what makes a place is counted: whoever repeats a command or has a place already gets the answer at once.
    const bool isNew = m_world.broker.isNewDraw(request, key);
    const auto wait = isNew ? m_draws.take(session.network, m_world.clock.monotonicNow()) : std::nullopt;
    if (wait)
        return m_world.toCitizen(connection, tryLater(re, *wait));
    claim(session, request.tokenHash);
    session.watchedBeforeDraw = m_feeds.isWatching(connection);
    session.drawing = true;
    m_world.broker.draw(request, key,
                        [this, connection, re, isNew, network = session.network](const broker::Outcome &outcome) {
                            if (isNew && (outcome.verdict != broker::Verdict::Answered || outcome.answer.refusal))
                                m_draws.giveBack(network);
                            answerDraw(connection, re, outcome);
                        });
    // Who comes back with a command instead of a greeting has the line back as well.
    m_world.broker.citizenConnected(request.tokenHash);
}

void CitizenRoom::on(Session &session, const PrepareCall &message)
{
    if (m_guests.isGuest(session.connection))
        return m_world.toCitizen(session.connection, m_guests.iceFor(session.connection, message.id));
    later(session.connection, [this, re = message.id](Session &asking) {
        const broker::Visit *visit = visitOf(asking);
        if (visit == nullptr)
            return m_world.toCitizen(asking.connection, plainError(re, ErrorCode::NoTicket));
        if (!mayPrepare(*visit))
            return m_world.toCitizen(asking.connection, plainError(re, ErrorCode::NotYet));
        asking.prepared = true;
        m_world.toCitizen(asking.connection, callIce(re, m_world.ice.grant(m_world.clock.now(), visit->ticket.text()),
                                                     m_calls.policyOf(visit->office)));
    });
}

// Only who may build a call may leave an offer: strangers far back in the line cost no memory.
void CitizenRoom::claim(Session &session, const QByteArray &tokenHash)
{
    if (session.tokenHash == tokenHash)
        return;
    if (!session.tokenHash.isEmpty()) {
        m_holders.remove(session.tokenHash);
        m_world.broker.citizenDisconnected(session.tokenHash);
    }
    const Session *older = holder(tokenHash);
    if (older != nullptr) {
        const ConnectionKey connection = older->connection;
        letGo(connection, tokenHash);
        m_world.door.dismiss(connection,
                             {.reason = u"taken_over"_s, .action = protocol::GoodbyeAction::Stop, .afterSeconds = {}},
                             CloseCode::Normal);
    }
    session.tokenHash = tokenHash;
    m_holders.insert(tokenHash, session.connection);
}

void CitizenRoom::letGo(ConnectionKey connection, const QByteArray &tokenHash)
{
    if (Session *session = find(connection))
        unbind(*session);
    m_feeds.unwatch(connection);
    if (m_holders.value(tokenHash) == connection)
        m_holders.remove(tokenHash);
    m_sessions.erase(connection);
}

void CitizenRoom::takeUpAgain(ConnectionKey connection, const QByteArray &tokenHash)
{
    Session *session = find(connection);
    if (session == nullptr || session->tokenHash != tokenHash || tellState(*session))
        return;
    const auto ended = m_ended.constFind(tokenHash);
    if (ended != m_ended.cend())
        return m_world.toCitizen(connection, TicketEnded{.ticket = ended->ticket, .reason = endReason(ended->left)});
    m_world.toCitizen(connection, TicketEnded{.ticket = {}, .reason = EndReason::Unknown});
}

void CitizenRoom::answerDraw(ConnectionKey connection, const QString &re, const broker::Outcome &outcome)
{
    Session *session = find(connection);
    if (session != nullptr)
        session->drawing = false;
    if (session != nullptr && outcome.verdict == broker::Verdict::Answered && !outcome.answer.refusal &&
        !tellState(*session)) {
        // The repeated command of a visit that is over.
        const auto ended = m_ended.constFind(session->tokenHash);
        const auto reason = ended == m_ended.cend() ? EndReason::Unknown : endReason(ended->left);
        m_world.toCitizen(connection, TicketEnded{.ticket = outcome.answer.ticket, .reason = reason});
    }
    answer(connection, re, outcome);
    if (session != nullptr && session->isBehindTime && !session->ticket)
        sendRound(connection, QByteArray(session->tokenHash), 0);
}

void CitizenRoom::answer(ConnectionKey connection, const QString &re, const broker::Outcome &outcome)
{
    if (find(connection) == nullptr)
        return;
    if (const auto error = errorOf(m_world.record(), re, outcome, Listener::Citizen))
        m_world.toCitizen(connection, *error);
    else
        m_world.toCitizen(connection, protocol::DoneMessage{.re = re, .ticket = {}, .epoch = {}});
}

broker::Reply CitizenRoom::replyTo(ConnectionKey connection, const QString &re)
{
    return [this, connection, re](const broker::Outcome &outcome) { answer(connection, re, outcome); };
}

bool CitizenRoom::tellState(Session &session)
{
    const broker::Visit *visit = m_world.record().visitOf(session.tokenHash);
    const auto state = visit == nullptr ? std::nullopt : ticketState(m_world.record(), *visit, m_world.broker.now());
    if (!state)
        return false;
    const bool isNew = session.ticket != visit->ticket;
    if (isNew) {
        session.ticket = visit->ticket;
        session.toldSeq = 0;
        m_calls.citizenBound(visit->ticket, session.connection);
        // Who has a place hears of the own office; the overview comes back when it is asked for again.
        if (session.watchedBeforeDraw)
            m_feeds.unwatch(session.connection);
        session.watchedBeforeDraw = false;
        m_feeds.wait(session.connection, visit->office);
        m_world.outbox.setMessageLimit(session.connection, protocol::limits::kMessageBytesToServer);
    }
    if (session.toldSeq != state->seq)
        m_world.toCitizen(session.connection, *state);
    session.toldSeq = state->seq;
    // The page must know of its ticket before it hears of anything about it.
    if (isNew) {
        m_messages.citizenBound(visit->ticket, session.connection);
        m_texts.citizenBound(visit->ticket, session.connection);
        m_documents.citizenBound(visit->ticket, session.connection);
        m_views.citizenBound(visit->ticket, session.connection);
        m_forms.citizenBound(visit->ticket, session.connection);
        m_guests.citizenBound(visit->ticket, session.connection);
        m_sights.citizenBound(visit->ticket, session.connection);
    }
    return true;
}

void CitizenRoom::tellEnd(Session &session, const broker::EndedTicket &ended)
{
    unbind(session);
    m_world.outbox.setMessageLimit(session.connection, protocol::limits::kMessageBytesBeforeTicket);
    m_world.toCitizen(session.connection, TicketEnded{.ticket = ended.ticket, .reason = endReason(ended.left)});
    // Who draws once more agrees to what counts now.
    if (session.isBehindTime)
        sendRound(session.connection, QByteArray(session.tokenHash), 0);
}

void CitizenRoom::unbind(Session &session)
{
    if (!session.ticket)
        return;
    m_calls.citizenGone(*session.ticket);
    m_messages.citizenGone(*session.ticket);
    m_texts.citizenGone(*session.ticket);
    m_documents.citizenGone(*session.ticket);
    m_views.citizenGone(*session.ticket);
    m_forms.citizenGone(*session.ticket);
    m_guests.citizenGone(*session.ticket);
    m_sights.citizenGone(*session.ticket);
    m_feeds.stopWaiting(session.connection);
    session.ticket.reset();
    session.prepared = false;
}

void CitizenRoom::rememberEnd(const broker::EndedTicket &ended)
{
    if (!m_ended.contains(ended.tokenHash))
        m_endedOrder.push_back(ended.tokenHash);
    m_ended.insert(ended.tokenHash, ended);
    if (m_endedOrder.size() > kEndsRemembered) {
        m_ended.remove(m_endedOrder.front());
        m_endedOrder.pop_front();
    }
}

const broker::Visit *CitizenRoom::visitOf(const Session &session) const
{
    return session.ticket ? m_world.record().visit(*session.ticket) : nullptr;
}

bool CitizenRoom::mayPrepare(const broker::Visit &visit) const
{
    const office::Ticket *ticket = m_world.record().ticket(visit);
    if (ticket == nullptr)
        return false;
    if (ticket->state != office::TicketState::Waiting)
        return true;
    const auto ahead = office::peopleAhead(m_world.record().office(visit.office)->state, visit.ticket);
    return ahead && *ahead < static_cast<std::uint32_t>(Limits{}.prepareRanks);
}

void CitizenRoom::report(ConnectionKey connection, const CallProblem &problem)
{
    const auto error = plainError({}, problem.code, problem.field);
    if (problem.code == ErrorCode::BadRequest)
        m_world.door.complain(connection, error);
    else
        m_world.toCitizen(connection, error);
}

CitizenRoom::Session *CitizenRoom::find(ConnectionKey connection)
{
    const auto found = m_sessions.find(connection);
    return found == m_sessions.end() ? nullptr : &found->second;
}

CitizenRoom::Session *CitizenRoom::holder(const QByteArray &tokenHash)
{
    const auto found = m_holders.constFind(tokenHash);
    return found == m_holders.cend() ? nullptr : find(*found);
}

} // namespace sprechtag::gateway

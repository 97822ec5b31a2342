// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/CallDirector.h"

#include "shared/base/Log.h"
#include "shared/base/Result.h"

namespace sprechtag::clerk::app {

namespace {

// The lobby stands and is painted by then; the web engine takes its second without anybody waiting for it.
constexpr std::chrono::milliseconds kAfterTheLobby{1'200};
// Credentials are renewed in good time: one that ends during a call ends its relay.
constexpr int kRenewAtPercent = 70;
constexpr std::chrono::seconds kAskAgainAfterRefusal{30};

} // namespace

CallDirector::CallDirector(connection::ServerConnection &line, model::Workplace &workplace, model::Intents &intents,
                           Factory factory, QString language, QObject *parent)
    : QObject(parent)
    , m_line(line)
    , m_workplace(workplace)
    , m_intents(intents)
    , m_factory(std::move(factory))
{
    m_settings.language = std::move(language);
    m_soon.setSingleShot(true);
    m_relay.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, [this] { surface(); });
    connect(&m_relay, &QTimer::timeout, this, [this] {
        m_relayKnown = false;
        refreshReadiness();
    });
    connect(&m_line, &connection::ServerConnection::callExpected, this, &CallDirector::takeExpected);
    connect(&m_line, &connection::ServerConnection::callOffered, this, &CallDirector::takeOffer);
    connect(&m_line, &connection::ServerConnection::callSignalled, this, &CallDirector::takeSignal);
    connect(&m_line, &connection::ServerConnection::formTold, this, &CallDirector::takeForm);
    connect(&m_line, &connection::ServerConnection::statusChanged, this, [this](const connection::LineStatus &status) {
        followLine(status.state == connection::LineState::Online);
    });
    connect(&m_workplace.guests(), &model::VisitGuests::roomChanged, this, &CallDirector::takeRoom);
    model::ColleagueCall &colleague = m_workplace.colleagueCall();
    connect(&colleague, &model::ColleagueCall::talkChanged, this, &CallDirector::join);
    connect(&colleague, &model::ColleagueCall::talkEnded, this, &CallDirector::end);
    connect(&colleague, &model::ColleagueCall::roomChanged, this, &CallDirector::takeRoom);
    connect(&m_line, &connection::ServerConnection::roomSignalled, this, &CallDirector::takeRoomSignal);
    model::CurrentVisit &visit = m_workplace.visit();
    connect(&visit, &model::CurrentVisit::started, this, &CallDirector::follow);
    connect(&visit, &model::CurrentVisit::changed, this, &CallDirector::follow);
    connect(&visit, &model::CurrentVisit::ended, this, &CallDirector::end);
    connect(&m_workplace, &model::Workplace::changed, this, &CallDirector::refreshReadiness);
}

CallDirector::~CallDirector() = default;

void CallDirector::prepareSoon()
{
    if (!m_surface && !m_soon.isActive())
        m_soon.start(kAfterTheLobby);
}

void CallDirector::setWarm(bool allowed)
{
    m_warmAllowed = allowed;
    refreshReadiness();
}

void CallDirector::keepDevice(call::DeviceKind kind, const QString &device)
{
    m_settings.choose(kind, device);
}

call::CallSurface &CallDirector::surface()
{
    if (m_surface)
        return *m_surface;
    m_soon.stop();
    m_surface = m_factory();
    connect(m_surface.get(), &call::CallSurface::signalToSend, this, &CallDirector::sendSignal);
    connect(m_surface.get(), &call::CallSurface::formSaid, this, &CallDirector::sendForm);
    connect(m_surface.get(), &call::CallSurface::roomSignalToSend, this, &CallDirector::sendRoomSignal);
    connect(m_surface.get(), &call::CallSurface::lineChanged, &m_line, [this](call::LineState state) {
        if (state == call::LineState::Interrupted)
            m_line.suspect();
    });
    connect(m_surface.get(), &call::CallSurface::firstFrameShown, this,
            [](std::chrono::milliseconds after) { qCInfo(lcCall) << "first picture after" << after.count() << "ms"; });
    connect(m_surface.get(), &call::CallSurface::mediaChanged, &m_shield,
            [this](protocol::MediaState own) { m_shield.setSharing(own.screen); });
    connect(m_surface.get(), &call::CallSurface::shareEnded, &m_shield, [this] { m_shield.setSharing(false); });
    m_surface->configure(m_settings);
    Q_EMIT surfaceCreated(*m_surface);
    m_surface->warm(m_warm);
    expectNext();
    return *m_surface;
}

void CallDirector::follow(const model::Visit &visit)
{
    const Running now{visit.office, visit.ticket, visit.epoch};
    if (m_running != now)
        begin(now, std::nullopt);
    else
        surface().control(visit.control);
}

void CallDirector::end()
{
    if (!m_running)
        return;
    m_running.reset();
    m_form.reset();
    surface().end();
    refreshReadiness();
}

// My part in the conversation of a colleague: as long as it is the same one, the lines stay.
void CallDirector::join(const protocol::clerk::ColleaguePlace &talk)
{
    const Running now{talk.office, talk.ticket, talk.epoch};
    if (m_running == now)
        return;
    m_running = now;
    m_expected.reset();
    refreshReadiness();
    surface().start({.ticket = talk.ticket,
                     .epoch = talk.epoch,
                     .number = talk.number,
                     .name = {},
                     .offer = std::nullopt,
                     .joinsAs = talk.peer});
}

void CallDirector::takeExpected(const protocol::clerk::ExpectedOffer &offer)
{
    if (m_surface && m_expected == model::NextPerson{offer.office, offer.ticket})
        m_surface->expect({offer.ticket, {offer.generation, offer.sdp}});
}

// The offer may come before the fact that makes the visit mine: the line answers first. It is not waited for.
void CallDirector::takeOffer(const protocol::clerk::CallOffer &offer)
{
    const Running of{offer.office, offer.ticket, offer.epoch};
    const call::CitizenOffer standing{offer.generation, offer.sdp};
    if (m_running == of)
        surface().offer(offer.epoch, standing);
    else if (!m_workplace.visit().waiting())
        begin(of, standing);
}

void CallDirector::takeSignal(const protocol::clerk::CallSignal &signal)
{
    if (m_running == Running{signal.office, signal.ticket, signal.epoch})
        surface().signal(signal.epoch, signal.signal);
}

void CallDirector::takeRoom(const protocol::clerk::RoomState &room)
{
    if (m_running && m_running->ticket == room.ticket && m_running->epoch == room.epoch)
        surface().showRoom(room.epoch, room.people);
}

void CallDirector::takeRoomSignal(const protocol::clerk::RoomSignal &signal)
{
    if (m_running == Running{signal.office, signal.ticket, signal.epoch})
        surface().roomSignal(signal.epoch, signal.peer, signal.signal);
}

void CallDirector::sendRoomSignal(office::Epoch epoch, int peer, const protocol::Signal &signal)
{
    if (m_running && m_running->epoch == epoch)
        m_line.signal(protocol::clerk::RoomSignal{m_running->office, m_running->ticket, epoch, peer, signal});
}

void CallDirector::sendSignal(office::Epoch epoch, const protocol::Signal &signal)
{
    if (m_running && m_running->epoch == epoch)
        m_line.signal(protocol::clerk::CallSignal{m_running->office, m_running->ticket, epoch, signal});
}

void CallDirector::takeForm(TicketId ticket, const protocol::FormNews &news)
{
    if (!m_running || m_running->ticket != ticket)
        return;
    if (const auto *state = std::get_if<protocol::FormState>(&news))
        m_form = state->form ? std::optional(state->form->document) : std::nullopt;
    surface().tellForm(news);
}

void CallDirector::sendForm(const protocol::FormWord &word)
{
    namespace wire = protocol::clerk;
    if (!m_running)
        return;
    const wire::FormPlace at{m_running->office, m_running->ticket, m_running->epoch};
    const auto send = Overloaded{[&](const protocol::bridge::OpenForm &said) {
                                     m_line.fillIn(wire::OpenForm{at, said.document});
                                 },
                                 [&](const protocol::bridge::CloseForm &) { m_line.fillIn(wire::CloseForm{at}); },
                                 [&](const protocol::FormUpdate &said) {
                                     m_line.fillIn(wire::UpdateForm{at, said});
                                 },
                                 [&](const protocol::FormClaim &said) {
                                     m_line.fillIn(wire::ClaimForm{at, said});
                                 }};
    std::visit(send, word);
}

// Without a line nobody waits for the other one; on a new one the server says what it has, and may have lost it all.
void CallDirector::followLine(bool online)
{
    if (std::exchange(m_online, online) == online || !m_form || !m_running)
        return;
    if (online)
        sendForm(protocol::bridge::OpenForm{*m_form});
    else
        surface().tellForm(protocol::FormClaimed{.document = *m_form, .field = {}});
}

void CallDirector::begin(const Running &call, std::optional<call::CitizenOffer> offer)
{
    m_running = call;
    m_expected.reset();
    call::CallStart start{call.ticket, call.epoch, {}, {}, std::move(offer)};
    office::CallControl control;
    if (const model::OfficeBook *book = m_workplace.town().find(call.office)) {
        if (const auto ticket = book->state.tickets.find(call.ticket); ticket != book->state.tickets.end()) {
            start.number = book->numberText(call.ticket, ticket->second);
            control = ticket->second.control;
        }
        if (const auto visit = book->visits.find(call.ticket); visit != book->visits.end())
            start.name = visit->second.name;
    }
    // First: who is on hold is not seen or heard for a moment either.
    surface().control(control);
    surface().start(start);
}

void CallDirector::refreshReadiness()
{
    const bool online = m_workplace.online();
    const bool soon = online && (m_workplace.callMayCome() || m_running);
    const bool rings = online && m_workplace.colleagueCall().ring();
    if ((soon || rings) && !m_relayKnown && !m_relayAsked)
        askForRelay();
    const bool warm = m_warmAllowed && soon;
    if (warm != std::exchange(m_warm, warm) && m_surface)
        m_surface->warm(warm);
    expectNext();
}

// The picture of the person who is next is made ready down to the answer. Where another one is called, nothing is lost.
void CallDirector::expectNext()
{
    const bool wanted = m_surface && m_warm && !m_running;
    const auto next = wanted ? m_workplace.nextPerson(m_workplace.lobby().office()) : std::nullopt;
    if (m_expected == next)
        return;
    m_expected = next;
    if (next)
        m_line.expect({next->office, next->ticket});
}

void CallDirector::askForRelay()
{
    m_relayAsked = true;
    m_intents.prepareCall(this, [this](const model::CommandResult &result) {
        m_relayAsked = false;
        m_relayKnown = true; // or not to be asked for before the timer
        if (result.ok() && result.value().ice) {
            configure(*result.value().ice);
            return;
        }
        qCInfo(lcCall) << "no relay credentials yet";
        m_relay.start(kAskAgainAfterRefusal);
    });
}

void CallDirector::configure(const protocol::CallIce &ice)
{
    m_settings.iceServers = ice.servers;
    m_settings.policy = ice.policy;
    if (m_surface)
        m_surface->configure(m_settings);
    m_relay.start(std::chrono::seconds(ice.ttlSeconds) * kRenewAtPercent / 100);
}

} // namespace sprechtag::clerk::app

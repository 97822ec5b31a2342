// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/call/WebEngineCallSurface.h"

#include "clerk-app/call/BridgeValues.h"
#include "clerk-app/call/CallPermissions.h"
#include "shared/base/Log.h"

namespace sprechtag::call {

namespace bridge = protocol::bridge;

namespace {
// More than a connection ever needs; stops a peer that floods a page which is still loading.
constexpr qsizetype kMaxEarlySignals = 128;
} // namespace

WebEngineCallSurface::WebEngineCallSurface(const QString &root, QObject *parent)
    : CallSurface(parent)
    , m_host(root)
{
    connect(&m_host, &CallPageHost::reported, this, [this](const QByteArray &text) { hear(text); });
    connect(&m_host, &CallPageHost::died, this, &WebEngineCallSurface::survivePageDeath);
    m_host.load();
}

QWidget *WebEngineCallSurface::widget()
{
    return m_host.view();
}

void WebEngineCallSurface::configure(const CallSettings &settings)
{
    m_settings = settings;
    m_prepared.reset(); // the page prepares anew
    tell(toBridge(settings));
}

void WebEngineCallSurface::warm(bool on)
{
    m_warm = on;
    if (!on)
        expectNobody();
    allowMediaAsNeeded();
    tell(bridge::Warm{on});
}

void WebEngineCallSurface::expect(const ExpectedCall &call)
{
    m_expected = call;
    m_prepared.reset();
    tell(toBridge(call));
}

void WebEngineCallSurface::expectNobody()
{
    m_expected.reset();
    m_prepared.reset();
}

void WebEngineCallSurface::start(const CallStart &call)
{
    m_call = call;
    m_people.clear();
    m_expected.reset();
    sayPrepared();
    m_earlySignals.clear();
    m_resuming = false;
    allowMediaAsNeeded();
    if (!m_listening)
        return;
    tellMedia();
    tellStart();
}

// The way through the page and back would keep the other side waiting for what is here already.
void WebEngineCallSurface::sayPrepared()
{
    if (!m_prepared || !m_call || !m_call->offer || m_call->ticket != m_prepared->ticket ||
        m_call->offer->generation != m_prepared->answer.generation)
        return;
    const auto answer = std::exchange(m_prepared, std::nullopt)->answer;
    Q_EMIT signalToSend(m_call->epoch,
                        protocol::SessionDescription{QStringLiteral("answer"), answer.sdp, answer.generation});
}

void WebEngineCallSurface::offer(office::Epoch epoch, const CitizenOffer &offer)
{
    if (!m_call || m_call->epoch != epoch)
        return;
    m_call->offer = offer;
    sayPrepared();
    tell(bridge::ReplaceOffer{epoch, toBridge(offer)});
}

void WebEngineCallSurface::signal(office::Epoch epoch, const protocol::Signal &signal)
{
    if (!m_call || m_call->epoch != epoch)
        return;
    if (m_listening)
        tell(bridge::CallSignal{epoch, signal});
    else if (m_earlySignals.size() < kMaxEarlySignals)
        m_earlySignals.append(signal);
}

void WebEngineCallSurface::control(const office::CallControl &control)
{
    if (std::exchange(m_control, control) != control)
        tell(bridge::ControlCall{control});
}

void WebEngineCallSurface::showRoom(office::Epoch epoch, const QList<protocol::Person> &people)
{
    if (!m_call || m_call->epoch != epoch)
        return;
    m_people = people;
    tell(bridge::RoomPeople{epoch, people});
}

// A page that does not listen yet has no line to guests: it begins anew with them when it does.
void WebEngineCallSurface::roomSignal(office::Epoch epoch, int peer, const protocol::Signal &signal)
{
    if (m_call && m_call->epoch == epoch)
        tell(bridge::RoomSignal{epoch, peer, signal});
}

void WebEngineCallSurface::end()
{
    endShare();
    hideDocument();
    showSight(std::nullopt);
    m_call.reset();
    m_people.clear();
    m_control = {};
    m_prepared.reset();
    m_earlySignals.clear();
    m_form.reset();
    allowMediaAsNeeded();
    tell(bridge::EndCall{});
    Q_EMIT lineChanged(LineState::Idle);
}

void WebEngineCallSurface::tellForm(const protocol::FormNews &news)
{
    if (const auto *state = std::get_if<protocol::FormState>(&news))
        m_form = state->form ? std::optional(state->form->document) : std::nullopt;
    std::visit([this](const auto &some) { tell(some); }, news);
}

void WebEngineCallSurface::setMicrophone(bool on)
{
    m_microphoneOn = on;
    tell(bridge::SetMedia{on, std::nullopt});
}

void WebEngineCallSurface::setCamera(bool on)
{
    m_cameraOn = on;
    tell(bridge::SetMedia{std::nullopt, on});
}

void WebEngineCallSurface::chooseDevice(DeviceKind kind, const QString &id)
{
    const std::optional<bridge::DeviceKind> chosen = toBridge(kind);
    if (!chosen)
        return;
    m_settings.choose(kind, id);
    tell(bridge::ChooseDevice{*chosen, id});
}

void WebEngineCallSurface::testSpeaker()
{
    tell(bridge::TestSpeaker{});
}

void WebEngineCallSurface::chooseBackground(Background background)
{
    m_background = background;
    tell(bridge::ChooseBackground{toBridge(background)});
}

void WebEngineCallSurface::setBackgroundPicture(const QString &file)
{
    m_host.setBackgroundPicture(file);
}

void WebEngineCallSurface::startShare()
{
    if (!m_call) {
        Q_EMIT shareEnded();
        return;
    }
    m_sharing = true;
    if (m_listening)
        tellShare();
}

void WebEngineCallSurface::pauseShare(bool paused)
{
    tell(bridge::PauseShare{paused});
}

// A page that listens says itself when it is over.
void WebEngineCallSurface::stopShare()
{
    m_host.permissions().withdrawScreen();
    if (m_listening)
        tell(bridge::StopShare{});
    else
        endShare();
}

void WebEngineCallSurface::showDocument(const ShownDocument &document)
{
    m_document = document;
    m_host.setDocument(document.view.document, document.content);
    tellDocument();
}

void WebEngineCallSurface::changeDocument(documents::From from, const documents::ViewChange &change)
{
    if (!m_document)
        return;
    documents::apply(m_document->view, from, change);
    tell(bridge::ViewChanged{.from = from, .document = m_document->view.document, .change = change});
}

void WebEngineCallSurface::hideDocument()
{
    if (!m_document)
        return;
    m_document.reset();
    m_host.forgetDocument();
    tell(bridge::CloseView{});
}

void WebEngineCallSurface::showSight(std::optional<protocol::SightStep> step)
{
    if (std::exchange(m_sight, step) != step)
        tell(bridge::SightState{.step = step});
}

void WebEngineCallSurface::tellShare()
{
    m_host.permissions().allowScreenOnce();
    tell(bridge::StartShare{});
}

void WebEngineCallSurface::tellDocument()
{
    tell(bridge::ShowView{.kind = m_document->kind, .name = m_document->name, .view = m_document->view});
}

// What a page that does not listen yet misses, bringUpToDate() tells it later.
void WebEngineCallSurface::tell(const bridge::ToPage &message)
{
    if (m_listening)
        m_host.send(protocol::bridge::encode(message));
}

void WebEngineCallSurface::tellMedia()
{
    tell(bridge::SetMedia{m_microphoneOn, m_cameraOn});
}

void WebEngineCallSurface::tellStart()
{
    if (m_call->joinsAs)
        tell(bridge::JoinRoom{m_call->epoch, *m_call->joinsAs, m_call->number});
    else
        tell(toBridge(*m_call));
    for (const protocol::Signal &signal : std::exchange(m_earlySignals, {}))
        tell(bridge::CallSignal{m_call->epoch, signal});
    if (!m_people.isEmpty())
        tell(bridge::RoomPeople{m_call->epoch, m_people});
}

void WebEngineCallSurface::hear(const QByteArray &text)
{
    const auto report = bridge::decodeToApp(text);
    if (report)
        hear(report.value());
    else
        qCWarning(lcCall) << "the call page reported something unreadable; field" << report.error().field;
}

void WebEngineCallSurface::hear(const bridge::ToApp &report)
{
    std::visit(Overloaded{
                   [this](const bridge::PageReady &) { bringUpToDate(); },
                   [this](const bridge::AnswerPrepared &said) {
                       // While a call runs: given away before the page had heard of it.
                       if (m_call ? m_call->ticket == said.ticket : m_expected && m_expected->ticket == said.ticket)
                           m_prepared = said;
                       sayPrepared();
                   },
                   [this](const bridge::CallSignal &said) {
                       if (m_call && m_call->epoch == said.epoch)
                           Q_EMIT signalToSend(said.epoch, said.signal);
                   },
                   [this](const bridge::RoomSignal &said) {
                       if (m_call && m_call->epoch == said.epoch)
                           Q_EMIT roomSignalToSend(said.epoch, said.peer, said.signal);
                   },
                   [this](const bridge::MediaChanged &said) {
                       if (said.media.screen)
                           m_sharing = true;
                       Q_EMIT mediaChanged(said.media);
                       Q_EMIT sharePaused(said.media.screenPaused);
                   },
                   [this](const bridge::PeerMedia &said) { Q_EMIT peerMediaChanged(said.media); },
                   [this](const bridge::DevicesChanged &said) { Q_EMIT devicesChanged(fromBridge(said)); },
                   [this](const bridge::DeviceSwitched &said) { Q_EMIT deviceSwitched(fromBridge(said)); },
                   [this](const bridge::ConnectionChanged &said) {
                       if (m_call)
                           Q_EMIT lineChanged(fromBridge(said.state));
                   },
                   [this](const bridge::QualityChanged &said) {
                       if (m_call)
                           Q_EMIT lineQualityChanged(fromBridge(said));
                   },
                   [this](const bridge::FirstFrame &said) { Q_EMIT firstFrameShown(said.after); },
                   [this](const bridge::MediaProblem &said) {
                       if (said.device == bridge::ProblemDevice::Screen)
                           m_host.permissions().withdrawScreen();
                       Q_EMIT mediaProblem(fromBridge(said.kind), fromBridge(said.device));
                   },
                   [this](const bridge::BackgroundChanged &said) {
                       m_background = fromBridge(said.background);
                       if (said.reason != bridge::BackgroundReason::Chosen)
                           qCInfo(lcCall) << "the background has ended by itself";
                       Q_EMIT backgroundChanged(m_background, fromBridge(said.reason));
                   },
                   [this](const bridge::ShareEnded &) { endShare(); },
                   [this](const bridge::ChangeView &said) {
                       if (!m_document || m_document->view.document != said.document)
                           return;
                       documents::apply(m_document->view, documents::From::Clerk, said.change);
                       Q_EMIT documentChanged(said.document, said.change);
                   },
                   [this](const bridge::CloseView &) {
                       if (m_document)
                           Q_EMIT documentCloseWanted();
                   },
                   [this](const bridge::OpenForm &said) { Q_EMIT formSaid(said); },
                   [this](const bridge::CloseForm &said) { Q_EMIT formSaid(said); },
                   [this](const protocol::FormUpdate &said) { Q_EMIT formSaid(said); },
                   [this](const protocol::FormClaim &said) { Q_EMIT formSaid(said); },
                   [this](const bridge::AskSight &said) {
                       if (m_sight)
                           Q_EMIT sightAsked(said.step);
                   },
                   [this](const bridge::SightSeen &) {
                       if (m_sight)
                           Q_EMIT sightSeen();
                   },
                   [this](const bridge::EndSight &) {
                       if (m_sight)
                           Q_EMIT sightEndWanted();
                   },
               },
               report);
}

void WebEngineCallSurface::bringUpToDate()
{
    m_host.confirmReady();
    m_listening = true;
    tell(toBridge(m_settings));
    // Before the camera: what is to be hidden must not be seen for a moment either.
    if (m_background != Background::None)
        tell(bridge::ChooseBackground{toBridge(m_background)});
    tellMedia(); // before anything is opened: what is off must not be seen or heard for a moment either
    if (m_control != office::CallControl{})
        tell(bridge::ControlCall{m_control});
    tell(bridge::Warm{m_warm});
    if (m_expected)
        tell(toBridge(*m_expected));
    if (m_call)
        tellStart();
    if (m_sharing)
        tellShare();
    if (m_document)
        tellDocument();
    // A page that was loaded again knows nothing of it: opened again, the whole is told.
    if (m_form)
        Q_EMIT formSaid(bridge::OpenForm{*m_form});
    if (m_sight)
        tell(bridge::SightState{.step = m_sight});
    Q_EMIT ready();
    // A citizen's page whose offer is answered a second time knows that the connection died and makes a fresh one.
    // Where no offer is known it has to be asked.
    if (m_call && std::exchange(m_resuming, false) && !m_call->offer)
        Q_EMIT signalToSend(m_call->epoch, protocol::RestartCall{});
}

void WebEngineCallSurface::survivePageDeath()
{
    m_listening = false;
    m_prepared.reset();
    m_earlySignals.clear();
    endShare();
    if (m_call) {
        m_resuming = true;
        Q_EMIT lineChanged(LineState::Interrupted);
    }
    Q_EMIT surfaceFailed();
}

void WebEngineCallSurface::endShare()
{
    m_host.permissions().withdrawScreen();
    if (std::exchange(m_sharing, false))
        Q_EMIT shareEnded();
}

void WebEngineCallSurface::allowMediaAsNeeded()
{
    m_host.permissions().allowMedia(m_warm || m_call);
}

} // namespace sprechtag::call

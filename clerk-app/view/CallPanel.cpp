// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/CallPanel.h"

#include "clerk-app/model/Words.h"
#include "clerk-app/view/Actions.h"
#include "clerk-app/view/Announce.h"
#include "clerk-app/view/FocusHeir.h"
#include "clerk-app/view/Icons.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using call::DeviceKind;
using call::MediaProblem;

namespace {

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QToolButton *callButton(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    const int size = button->fontMetrics().height() * 3 / 2;
    button->setIconSize(QSize(size, size));
    return button;
}

QToolButton *menuButton(const QString &name, const QString &icon, const QString &text, QWidget *parent)
{
    QToolButton *button = callButton(name, parent);
    button->setIcon(themedIcon(icon));
    button->setText(text);
    button->setAccessibleName(text);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(new QMenu(button));
    return button;
}

} // namespace

CallPanel::CallPanel(const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_who(plainLabel(u"visitWho"_s, this))
    , m_concern(plainLabel(u"visitConcern"_s, this))
    , m_state(plainLabel(u"visitState"_s, this))
    , m_peer(plainLabel(u"visitPeer"_s, this))
    , m_note(plainLabel(u"visitNote"_s, this))
    , m_stage(new QWidget(this))
    , m_devices(nullptr)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"callPanel"_s);
    m_layout->setContentsMargins(8, 12, 8, 8);
    m_layout->setSpacing(8);
    buildHeader();
    m_stage->setObjectName(u"callStage"_s);
    m_stage->setMinimumSize(280, 180);
    m_stage->setAutoFillBackground(true);
    m_stage->setBackgroundRole(QPalette::Shadow);
    auto *stage = new QVBoxLayout(m_stage);
    stage->setContentsMargins(0, 0, 0, 0);
    m_layout->addWidget(m_stage, 1);
    buildToolbar();
}

void CallPanel::buildHeader()
{
    QFont large = m_who->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_who->setFont(large);
    m_who->setFocusPolicy(Qt::ClickFocus);
    m_who->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_concern->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    QFont strong = m_state->font();
    strong.setWeight(QFont::DemiBold);
    m_state->setFont(strong);
    auto *first = new QHBoxLayout;
    first->addWidget(m_who, 1);
    first->addWidget(m_state);
    auto *second = new QHBoxLayout;
    second->addWidget(m_concern, 1);
    second->addWidget(m_peer);
    m_layout->addLayout(first);
    m_layout->addLayout(second);
    m_note->setWordWrap(true);
    m_note->setFocusPolicy(Qt::TabFocus);
    m_note->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_note->hide();
    m_layout->addWidget(m_note);
}

void CallPanel::buildToolbar()
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(4);
    for (auto [action, name] :
         {std::pair(m_actions.microphone, u"microphoneButton"_s), std::pair(m_actions.camera, u"cameraButton"_s)}) {
        QToolButton *button = callButton(name, this);
        button->setDefaultAction(action);
        bar->addWidget(button);
    }
    QToolButton *devices = menuButton(u"devicesButton"_s, u"devices"_s, tr("Devices"), this);
    m_devices = devices->menu();
    fillDevices({});
    bar->addWidget(devices);
    m_share = callButton(u"shareButton"_s, this);
    m_share->setDefaultAction(m_actions.share);
    bar->addWidget(m_share);
    bar->addStretch(1);
    m_answers = buildAnswers();
    leaveFocusTo(m_who, m_answers);
    bar->addWidget(m_answers);
    //: a menu: park, transfer, back to the lobby
    m_handOver = menuButton(u"backButton"_s, u"back"_s, tr("Hand over"), this);
    m_handOver->menu()->addActions({m_actions.park, m_actions.transfer});
    m_handOver->menu()->addSeparator();
    m_handOver->menu()->addActions({m_actions.backKeep, m_actions.backFront, m_actions.backEnd});
    bar->addWidget(m_handOver);
    m_finish = menuButton(u"finishButton"_s, u"end"_s, tr("End the conversation"), this);
    m_finish->menu()->addActions({m_actions.finishDone, m_actions.finishNotDone, m_actions.finishUnstated});
    bar->addWidget(m_finish);
    m_layout->addLayout(bar);
}

// What can have become of a call: there, later, not at all.
QWidget *CallPanel::buildAnswers()
{
    auto *answers = new QWidget(this);
    answers->setObjectName(u"callAnswers"_s);
    auto *row = new QHBoxLayout(answers);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (auto [action, name] :
         {std::pair(m_actions.appeared, u"appearedButton"_s), std::pair(m_actions.nextPlease, u"nextPleaseButton"_s),
          std::pair(m_actions.noShow, u"noShowButton"_s)}) {
        QToolButton *button = callButton(name, answers);
        button->setDefaultAction(action);
        row->addWidget(button);
    }
    return answers;
}

// There is nothing to share and nothing to end before somebody is there.
void CallPanel::offerWhatFits()
{
    const bool called = m_visit->state == office::TicketState::Called;
    m_answers->setVisible(called);
    for (QWidget *button : {m_share, m_handOver, m_finish})
        button->setVisible(!called);
}

void CallPanel::attach(call::CallSurface &surface)
{
    QWidget *picture = surface.widget();
    picture->setObjectName(u"callPicture"_s);
    picture->setAccessibleName(tr("Picture of the call"));
    m_stage->layout()->addWidget(picture);
    connect(m_actions.microphone, &QAction::triggered, &surface, &call::CallSurface::setMicrophone);
    connect(m_actions.camera, &QAction::triggered, &surface, &call::CallSurface::setCamera);
    connect(m_actions.share, &QAction::triggered, &surface, [&surface](bool on) {
        if (on)
            surface.startShare();
        else
            surface.stopShare();
    });
    connect(this, &CallPanel::deviceChosen, &surface, &call::CallSurface::chooseDevice);
    connect(&surface, &call::CallSurface::mediaChanged, this, &CallPanel::showOwn);
    connect(&surface, &call::CallSurface::peerMediaChanged, this, &CallPanel::showPeer);
    connect(&surface, &call::CallSurface::devicesChanged, this, &CallPanel::fillDevices);
    connect(&surface, &call::CallSurface::lineChanged, this, &CallPanel::showLine);
    connect(&surface, &call::CallSurface::shareEnded, this, [this] { m_actions.share->setChecked(false); });
    connect(&surface, &call::CallSurface::surfaceFailed, this, [this] {
        if (m_visit)
            Q_EMIT troubled(tr("The picture had to be started anew. The conversation goes on."));
    });
    connect(&surface, &call::CallSurface::mediaProblem, this, [this](MediaProblem problem, DeviceKind kind) {
        if (kind == DeviceKind::Screen)
            m_actions.share->setChecked(false);
        Q_EMIT troubled(problemText(problem, kind));
    });
}

void CallPanel::show(const model::Visit &visit)
{
    m_visit = visit;
    m_who->setText(visit.who());
    QStringList about{visit.officeName};
    if (!visit.concern.isEmpty())
        about.append(visit.concern);
    if (!visit.language.isEmpty())
        about.append(model::Words::language(visit.language));
    m_concern->setText(about.join(u" · "_s));
    //: %1 is what a colleague wrote about the visitor
    m_note->setText(tr("Note of the colleague: %1").arg(visit.note));
    m_note->setVisible(!visit.note.isEmpty());
    offerWhatFits();
    refreshState();
}

// Not at the next show(): what the picture says of a call may come before the call is shown.
void CallPanel::end()
{
    m_visit.reset();
    m_phase.reset();
    m_line = call::LineState::Idle;
    m_peer->clear();
    m_actions.share->setChecked(false);
}

void CallPanel::takeFocus()
{
    m_who->setAccessibleDescription(m_state->text());
    m_who->setFocus();
}

void CallPanel::tick(Instant now)
{
    m_now = now;
    refreshState();
}

void CallPanel::refreshState()
{
    if (!m_visit)
        return;
    const Phase now = phase();
    m_state->setText(phaseText(now));
    if (std::exchange(m_phase, now) != now)
        announce(m_state);
}

CallPanel::Phase CallPanel::phase() const
{
    if (m_visit->state == office::TicketState::Held)
        return Phase::Held;
    if (m_visit->state == office::TicketState::Called && m_visit->enterBy)
        return Phase::Called;
    if (m_line == call::LineState::Interrupted)
        return Phase::Interrupted;
    return m_line == call::LineState::Failed ? Phase::Silent : Phase::Talking;
}

QString CallPanel::phaseText(Phase phase) const
{
    const auto span = [](auto length) { return model::Words::countdown(std::chrono::duration_cast<seconds>(length)); };
    switch (phase) {
    case Phase::Held:
        return tr("Interrupted, connecting again …");
    case Phase::Called:
        //: %1 is a countdown such as 0:42
        return tr("Called, %1 left").arg(span(*m_visit->enterBy - m_now));
    case Phase::Interrupted:
        return tr("Line interrupted, connecting again …");
    case Phase::Silent:
        return tr("No picture and no sound");
    case Phase::Talking:
        //: %1 is a length such as 3:07
        return tr("In conversation: %1 min").arg(span(m_now - m_visit->since));
    }
    return {};
}

void CallPanel::showOwn(protocol::MediaState own)
{
    m_actions.microphone->setChecked(own.microphone);
    m_actions.camera->setChecked(own.camera);
    m_actions.share->setChecked(own.screen);
    m_actions.microphone->setIcon(themedIcon(own.microphone ? u"microphone"_s : u"microphone-off"_s));
    m_actions.camera->setIcon(themedIcon(own.camera ? u"camera"_s : u"camera-off"_s));
    m_actions.share->setIcon(themedIcon(own.screen ? u"share-stop"_s : u"share"_s));
    m_actions.share->setText(own.screen ? tr("Stop &sharing") : tr("&Share the screen"));
}

void CallPanel::showPeer(protocol::MediaState peer)
{
    QStringList missing;
    if (!peer.microphone)
        missing.append(tr("microphone off"));
    if (!peer.camera)
        missing.append(tr("camera off"));
    //: what the citizen has switched off: %1 such as "microphone off, camera off"
    m_peer->setText(missing.isEmpty() ? QString() : tr("On the other side: %1").arg(missing.join(u", "_s)));
}

void CallPanel::showLine(call::LineState state)
{
    m_line = state;
    refreshState();
}

void CallPanel::fillDevices(const QList<call::Device> &devices)
{
    m_devices->clear();
    if (devices.isEmpty())
        m_devices->addAction(tr("No devices known yet"))->setEnabled(false);
    addDevices(devices, DeviceKind::Microphone, tr("Microphone"));
    addDevices(devices, DeviceKind::Camera, tr("Camera"));
    addDevices(devices, DeviceKind::Speaker, tr("Loudspeaker"));
}

void CallPanel::addDevices(const QList<call::Device> &devices, DeviceKind kind, const QString &title)
{
    QActionGroup *group = nullptr;
    for (const call::Device &device : devices) {
        if (device.kind != kind)
            continue;
        if (!group) {
            m_devices->addSection(title);
            group = new QActionGroup(m_devices);
        }
        QString name = device.name.isEmpty() ? title : device.name;
        QAction *action = m_devices->addAction(name.replace(u'&', u"&&"_s)); // not a mnemonic
        action->setCheckable(true);
        action->setChecked(device.inUse);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, kind, id = device.id] { Q_EMIT deviceChosen(kind, id); });
    }
}

QString CallPanel::problemText(MediaProblem problem, DeviceKind kind)
{
    const bool microphone = kind == DeviceKind::Microphone;
    if (kind == DeviceKind::Screen)
        return tr("The screen could not be shared.");
    if (kind == DeviceKind::Speaker)
        return tr("The loudspeaker cannot be used. Choose another one under Devices.");
    switch (problem) {
    case MediaProblem::Denied:
        return microphone
                   ? tr("The system does not let Sprechtag use the microphone. Allow it in the system's settings.")
                   : tr("The system does not let Sprechtag use the camera. Allow it in the system's settings.");
    case MediaProblem::Missing:
        return microphone ? tr("No microphone was found. You can see and hear, but are not heard.")
                          : tr("No camera was found. You can see and hear, but are not seen.");
    case MediaProblem::InUse:
        return microphone ? tr("Another program uses the microphone. End it there, then switch it on here again.")
                          : tr("Another program uses the camera. End it there, then switch it on here again.");
    case MediaProblem::Unsupported:
        return tr("This installation shows no calls. Please tell your administrator.");
    }
    return {};
}

} // namespace sprechtag::clerk::view

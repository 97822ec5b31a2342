// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/CallPanel.h"

#include "clerk-app/model/Words.h"
#include "clerk-app/view/Actions.h"
#include "clerk-app/view/Announce.h"
#include "clerk-app/view/CallButtons.h"
#include "clerk-app/view/DevicesMenu.h"
#include "clerk-app/view/DocumentsPanel.h"
#include "clerk-app/view/FocusHeir.h"
#include "clerk-app/view/GuestsPanel.h"
#include "clerk-app/view/Icons.h"
#include "clerk-app/view/LineNotice.h"
#include "clerk-app/view/PanelRoom.h"
#include "clerk-app/view/ShareBar.h"
#include "clerk-app/view/TalkKey.h"
#include "clerk-app/view/TextPanel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using call::DeviceKind;
using call::MediaProblem;

namespace {

constexpr int kRoomBesideInChars = 90;
constexpr int kPictureInChars = 60; // so much is left to it beside panels
constexpr int kPanelInChars = 40;
// As long a lost line is brought back; the call page counts the same.
constexpr seconds kRestoreWithin{60};

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

CallPanel::CallPanel(const Actions &actions, model::VisitText &text, model::VisitDocuments &documents,
                     model::VisitGuests &guests, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_who(plainLabel(u"visitWho"_s, this))
    , m_concern(plainLabel(u"visitConcern"_s, this))
    , m_state(plainLabel(u"visitState"_s, this))
    , m_peer(plainLabel(u"visitPeer"_s, this))
    , m_lineWord(plainLabel(u"visitLine"_s, this))
    , m_note(plainLabel(u"visitNote"_s, this))
    , m_papers(plainLabel(u"visitPapers"_s, this))
    , m_sighted(plainLabel(u"visitSighted"_s, this))
    , m_stage(new QWidget(this))
    , m_written(new TextPanel(text, actions.writing, this))
    , m_documents(new DocumentsPanel(documents, actions.documents, this))
    , m_guests(new GuestsPanel(guests, actions.guests, this))
    , m_middle(new QSplitter(this))
    , m_room(new PanelRoom(this))
    , m_devices(new DevicesMenu(this))
    , m_lineNotice(new LineNotice(actions.camera, m_lineWord, this))
    , m_shareBar(new ShareBar(actions, m_stage, this))
    , m_talkKey(new TalkKey(this, m_actions.microphone))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"callPanel"_s);
    m_layout->setContentsMargins(8, 12, 8, 8);
    m_layout->setSpacing(8);
    buildHeader();
    buildMiddle();
    buildToolbar();
    connect(m_devices, &DevicesMenu::chosen, this, &CallPanel::deviceChosen);
    connect(m_devices, &DevicesMenu::troubled, this, &CallPanel::troubled);
}

void CallPanel::buildMiddle()
{
    m_stage->setObjectName(u"callStage"_s);
    m_stage->setMinimumSize(280, 180);
    m_stage->setAutoFillBackground(true);
    m_stage->setBackgroundRole(QPalette::Shadow);
    auto *stage = new QVBoxLayout(m_stage);
    stage->setContentsMargins(0, 0, 0, 0);
    m_middle->setObjectName(u"callMiddle"_s);
    m_middle->setChildrenCollapsible(false);
    m_middle->addWidget(m_stage);
    m_middle->addWidget(m_written);
    m_middle->addWidget(m_documents);
    m_middle->addWidget(m_guests);
    m_middle->setStretchFactor(0, 1);
    m_layout->addWidget(m_middle, 1);
    m_room->add(*m_actions.writing, *m_written);
    m_room->add(*m_actions.documents, *m_documents);
    m_room->add(*m_actions.guests, *m_guests);
    connect(m_written, &TextPanel::wanted, this, [this] { m_room->offer(*m_actions.writing); });
    connect(m_documents, &DocumentsPanel::wanted, this, [this] { m_room->offer(*m_actions.documents); });
    connect(m_guests, &GuestsPanel::wanted, this, [this] { m_room->offer(*m_actions.guests); });
    connect(m_documents, &DocumentsPanel::left, this, [this] { m_files->setFocus(); });
    connect(m_documents, &DocumentsPanel::heard, this, [this](const QString &words) { announce(m_files, words); });
    m_guests->ringBy(m_actions.colleague);
    connect(m_guests, &GuestsPanel::left, this, [this] { m_people->setFocus(); });
    connect(m_guests, &GuestsPanel::heard, this, [this](const QString &words) { announce(m_people, words); });
    connect(m_written, &TextPanel::left, this, [this] { m_text->setFocus(); });
    connect(m_written, &TextPanel::heard, this, [this](const QString &words) { announce(m_text, words); });
}

// Beside the picture where there is room, else below it.
void CallPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int chars = width() / fontMetrics().averageCharWidth();
    const bool beside = chars >= kRoomBesideInChars;
    m_middle->setOrientation(beside ? Qt::Horizontal : Qt::Vertical);
    m_room->setRoom(beside ? (chars - kPictureInChars) / kPanelInChars : 1);
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
    second->addSpacing(12);
    second->addWidget(m_lineWord);
    m_layout->addLayout(first);
    m_layout->addLayout(second);
    for (QLabel *label : {m_papers, m_note, m_sighted}) {
        label->setWordWrap(true);
        label->setFocusPolicy(Qt::TabFocus);
        label->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
        label->hide();
        m_layout->addWidget(label);
    }
    m_layout->addWidget(m_lineNotice);
    m_layout->addWidget(m_shareBar);
}

void CallPanel::buildToolbar()
{
    auto *bar = new CallButtonRow(this);
    bar->setObjectName(u"callButtons"_s);
    for (auto [action, name] :
         {std::pair(m_actions.microphone, u"microphoneButton"_s), std::pair(m_actions.camera, u"cameraButton"_s)})
        bar->add(new CallButton(name, action, bar));
    auto *devices = new CallButton(u"devicesButton"_s, u"devices"_s, tr("Devices"), bar);
    devices->setMenu(m_devices);
    bar->add(devices);
    m_share = new CallButton(u"shareButton"_s, m_actions.share, bar);
    bar->add(m_share);
    m_text = new CallButton(u"textButton"_s, m_actions.writing, bar);
    bar->add(m_text);
    m_files = new CallButton(u"documentsButton"_s, m_actions.documents, bar);
    bar->add(m_files);
    m_people = new CallButton(u"guestsButton"_s, m_actions.guests, bar);
    bar->add(m_people);
    m_hold = new CallButton(u"holdButton"_s, m_actions.hold, bar);
    bar->add(m_hold);
    //: a menu: what the person on the other side of the call may do
    m_visitor = new CallButton(u"visitorButton"_s, u"visitor"_s, tr("Visitor"), bar);
    m_visitor->menu()->addAction(m_actions.hold);
    m_visitor->menu()->addActions(
        {m_actions.muteVisitor, m_actions.visitorCamera, m_actions.visitorShare, m_actions.sight});
    bar->add(m_visitor);
    bar->addStretch();
    m_answers = buildAnswers(bar);
    leaveFocusTo(m_who, m_answers);
    leaveFocusTo(m_visitor, m_hold);
    bar->add(m_answers);
    //: a menu: park, transfer, back to the lobby
    m_handOver = new CallButton(u"backButton"_s, u"back"_s, tr("Hand over"), bar);
    m_handOver->menu()->addActions({m_actions.park, m_actions.transfer});
    m_handOver->menu()->addSeparator();
    m_handOver->menu()->addActions({m_actions.backKeep, m_actions.backFront, m_actions.backEnd});
    bar->add(m_handOver);
    m_finish = new CallButton(u"finishButton"_s, u"end"_s, tr("End the conversation"), bar);
    m_finish->menu()->addActions({m_actions.finishDone, m_actions.finishNotDone, m_actions.finishUnstated});
    bar->add(m_finish);
    m_leave = new CallButton(u"leaveTalkButton"_s, m_actions.leaveTalk, bar);
    bar->add(m_leave);
    m_layout->addWidget(bar);
}

// What can have become of a call: there, later, not at all.
QWidget *CallPanel::buildAnswers(QWidget *bar)
{
    auto *answers = new QWidget(bar);
    answers->setObjectName(u"callAnswers"_s);
    auto *row = new QHBoxLayout(answers);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (auto [action, name] :
         {std::pair(m_actions.appeared, u"appearedButton"_s), std::pair(m_actions.nextPlease, u"nextPleaseButton"_s),
          std::pair(m_actions.noShow, u"noShowButton"_s)})
        row->addWidget(new CallButton(name, action, answers));
    return answers;
}

// There is nothing to share and nothing to end before somebody is there. On hold the way on takes the place of sharing:
// on a small screen there is no room for one button more.
void CallPanel::offerWhatFits()
{
    const bool called = m_visit->state == office::TicketState::Called;
    const bool onHold = m_visit->control.onHold;
    m_answers->setVisible(called);
    m_leave->hide();
    m_hold->setVisible(!called && onHold);
    m_share->setVisible(!called && !onHold);
    for (QWidget *button : {m_text, m_files, m_people, m_visitor, m_handOver, m_finish})
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
    connect(m_talkKey, &TalkKey::microphoneWanted, &surface, &call::CallSurface::setMicrophone);
    m_shareBar->attach(surface);
    m_devices->attach(surface);
    connect(&surface, &call::CallSurface::mediaChanged, this, &CallPanel::showOwn);
    connect(&surface, &call::CallSurface::peerMediaChanged, this, [this](protocol::MediaState theirs) {
        m_theirs = theirs;
        showPeer();
    });
    m_lineNotice->attach(surface);
    connect(&surface, &call::CallSurface::lineChanged, this, &CallPanel::showLine);
    connect(&surface, &call::CallSurface::shareEnded, this, [this] { m_actions.share->setChecked(false); });
    connect(&surface, &call::CallSurface::surfaceFailed, this, [this] {
        if (m_visit)
            Q_EMIT troubled(tr("The picture had to be started anew. The conversation goes on."));
    });
    connect(&surface, &call::CallSurface::mediaProblem, this, [this](MediaProblem problem, DeviceKind kind) {
        if (kind == DeviceKind::Screen)
            m_actions.share->setChecked(false);
        Q_EMIT troubled(DevicesMenu::problemText(problem, kind));
    });
}

void CallPanel::show(const model::Visit &visit)
{
    m_visit = visit;
    m_talkKey->setActive(true);
    m_who->setText(visit.who());
    QStringList about{visit.officeName};
    if (!visit.concern.isEmpty())
        about.append(visit.concern);
    if (!visit.language.isEmpty())
        about.append(model::Words::language(visit.language));
    m_concern->setText(about.join(u" · "_s));
    m_papers->setText(model::Words::papers(visit.papers));
    m_papers->setVisible(visit.papers.listed > 0);
    //: %1 is what a colleague wrote about the visitor
    m_note->setText(tr("Note of the colleague: %1").arg(visit.note));
    m_note->setVisible(!visit.note.isEmpty());
    showSighted(visit.sightedBy);
    offerWhatFits();
    showPeer();
    refreshState();
}

// Said once, when it is recorded.
void CallPanel::showSighted(const QString &clerk)
{
    const QString words = clerk.isEmpty() ? QString() : model::Words::sighted(clerk);
    const bool isNew = m_sighted->text() != words;
    m_sighted->setText(words);
    m_sighted->setVisible(!words.isEmpty());
    if (isNew && !words.isEmpty())
        announce(m_sighted);
}

// Not at the next show(): what the picture says of a call may come before the call is shown.
void CallPanel::end()
{
    m_visit.reset();
    m_talkKey->setActive(false);
    m_phase.reset();
    m_line = call::LineState::Idle;
    m_lineNotice->end();
    m_theirs.reset();
    m_peer->clear();
    m_sighted->clear();
    m_actions.share->setChecked(false);
    m_shareBar->end();
}

void CallPanel::takeFocus()
{
    m_who->setAccessibleDescription(m_state->text());
    m_who->setFocus();
}

void CallPanel::followSight(std::optional<protocol::SightStep> step)
{
    auto *picture = m_stage->findChild<QWidget *>(u"callPicture"_s);
    if (!picture || std::exchange(m_sighting, step.has_value()) == step.has_value())
        return;
    if (m_sighting)
        picture->setFocus();
    else if (picture->hasFocus() || picture->isAncestorOf(window()->focusWidget()))
        m_visitor->setFocus();
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
    if (m_visit->control.onHold)
        return Phase::OnHold;
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
    case Phase::OnHold:
        return tr("On hold: nobody hears or sees the other");
    case Phase::Interrupted:
        //: %1 is a countdown such as 0:42
        return tr("Line interrupted, connecting again, %1 left").arg(span(m_lostAt + kRestoreWithin - m_now));
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

void CallPanel::showPeer()
{
    const office::CallControl control = m_visit ? m_visit->control : office::CallControl{};
    QStringList there;
    if (control.muted)
        there.append(tr("microphone locked"));
    else if (m_theirs && !m_theirs->microphone && !control.onHold)
        there.append(tr("microphone off"));
    if (control.cameraOff)
        there.append(tr("camera locked"));
    else if (m_theirs && !m_theirs->camera && !control.onHold)
        there.append(tr("camera off"));
    if (control.mayShare)
        there.append(m_theirs && m_theirs->screen ? tr("shares the screen") : tr("may share the screen"));
    //: how the citizen is to be heard and seen: %1 such as "microphone off, camera off"
    m_peer->setText(there.isEmpty() ? QString() : tr("On the other side: %1").arg(there.join(u", "_s)));
}

void CallPanel::showLine(call::LineState state)
{
    if (std::exchange(m_line, state) != state)
        m_lostAt = m_now;
    refreshState();
}

} // namespace sprechtag::clerk::view

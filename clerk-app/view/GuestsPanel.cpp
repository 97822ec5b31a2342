// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/GuestsPanel.h"

#include "clerk-app/model/Words.h"
#include "clerk-app/view/Actions.h"
#include "clerk-app/view/ColleagueDialog.h"
#include "clerk-app/view/InterpreterDialog.h"
#include "clerk-app/view/QrCode.h"

#include <QAction>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using model::VisitGuests;
using protocol::PersonState;

namespace {

constexpr int kModulePixels = 3;

QPushButton *button(const QString &name, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    return made;
}

QLabel *label(const QString &name, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setObjectName(name);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    return made;
}

} // namespace

GuestsPanel::GuestsPanel(VisitGuests &guests, QAction *toggle, QWidget *parent)
    : QWidget(parent)
    , m_guests(guests)
    , m_toggle(toggle)
    , m_invite(button(u"guestInviteButton"_s, tr("&Invite a guest"), this))
    , m_interpret(button(u"guestInterpretButton"_s, tr("In&terpreter …"), this))
    , m_fetch(button(u"guestFetchButton"_s, tr("From the &waiting area"), this))
    , m_waiting(new QMenu(this))
    , m_ring(button(u"colleagueRingButton"_s, tr("Ring a colleague…"), this))
    //: a colleague is being rung, and shall not be any more
    , m_stopRinging(button(u"colleagueStopButton"_s, tr("&Stop ringing"), this))
    , m_code(label(u"guestCode"_s, this))
    , m_picture(new QLabel(this))
    , m_copy(button(u"guestCopyButton"_s, tr("Copy the lin&k"), this))
    , m_list(new QListView(this))
    , m_news(label(u"guestNews"_s, this))
    , m_admit(button(u"guestAdmitButton"_s, tr("&Let in"), this))
    , m_remove(button(u"guestRemoveButton"_s, tr("&Remove"), this))
    , m_mute(button(u"guestMuteButton"_s, tr("Lock &microphone"), this))
    , m_camera(button(u"guestCameraButton"_s, tr("Lock &camera"), this))
{
    setObjectName(u"guestsPanel"_s);
    build();
    wire();
    hide();
    refresh();
}

void GuestsPanel::build()
{
    m_code->setFocusPolicy(Qt::TabFocus);
    m_code->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_picture->setObjectName(u"guestPicture"_s);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setAccessibleName(tr("The link as a picture for a phone"));
    m_list->setObjectName(u"guestList"_s);
    m_list->setModel(&m_guests);
    m_list->setWordWrap(true);
    m_list->setAccessibleName(tr("Guests of this conversation"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_waiting->setObjectName(u"guestWaitingMenu"_s);
    m_fetch->setMenu(m_waiting);
    int row = 0;
    for (QWidget *wide : std::initializer_list<QWidget *>{m_invite, m_ring, m_stopRinging, m_interpret, m_fetch, m_code,
                                                          m_picture, m_copy, m_list, m_news}) {
        layout->addWidget(wide, row, 0, 1, 2);
        layout->setRowStretch(row++, wide == m_list ? 1 : 0);
    }
    layout->addWidget(m_admit, row, 0);
    layout->addWidget(m_remove, row++, 1);
    layout->addWidget(m_mute, row, 0);
    layout->addWidget(m_camera, row, 1);
}

void GuestsPanel::wire()
{
    connect(m_toggle, &QAction::toggled, this, &GuestsPanel::setOpen);
    connect(m_toggle, &QAction::triggered, this, [this](bool open) {
        if (open)
            (m_guests.rowCount() > 0 ? static_cast<QWidget *>(m_list) : m_invite)->setFocus();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &GuestsPanel::refresh);
    connect(m_list, &QListView::activated, this, [this] {
        if (m_admit->isEnabled())
            m_guests.admit(current());
    });
    connect(m_invite, &QPushButton::clicked, &m_guests, [this] { m_guests.invite(); });
    connect(m_interpret, &QPushButton::clicked, this, &GuestsPanel::askInterpreter);
    connect(m_waiting, &QMenu::aboutToShow, this, &GuestsPanel::listWaiting);
    connect(&m_guests, &VisitGuests::stayedAway, this, [this](const QString &name) {
        //: %1 is a name or a number
        tell(tr("%1 does not come in and goes on waiting.").arg(name));
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (const auto &invitation = m_guests.invitation()) {
            QGuiApplication::clipboard()->setText(invitation->link);
            tell(tr("The link is copied."));
        }
    });
    connect(m_admit, &QPushButton::clicked, this, [this] { m_guests.admit(current()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_guests.remove(current()); });
    connect(m_mute, &QPushButton::clicked, this, [this] { m_guests.toggle(current(), &office::CallControl::muted); });
    connect(m_camera, &QPushButton::clicked, this,
            [this] { m_guests.toggle(current(), &office::CallControl::cameraOff); });
    connect(&m_guests, &VisitGuests::stateChanged, this, &GuestsPanel::refresh);
    connect(&m_guests, &VisitGuests::troubled, this, &GuestsPanel::tell);
    model::VisitColleagues &colleagues = m_guests.colleagues();
    connect(m_stopRinging, &QPushButton::clicked, &colleagues, &model::VisitColleagues::cancel);
    connect(&colleagues, &model::VisitColleagues::stateChanged, this, &GuestsPanel::refreshRinging);
    connect(&colleagues, &model::VisitColleagues::told, this, [this](const QString &text) {
        Q_EMIT wanted();
        tell(text);
    });
    connect(&m_guests, &VisitGuests::arrived, this, [this](const QString &name) {
        Q_EMIT wanted();
        //: %1 is a name
        tell(tr("%1 is at the door. Nobody hears or sees the guest before you let them in.").arg(name));
        m_tellsOfDoor = true;
        const auto *chosen = m_guests.guest(current());
        if (chosen == nullptr || chosen->state != PersonState::Waiting)
            m_list->setCurrentIndex(m_guests.index(m_guests.rowCount() - 1));
    });
}

// What was told is told once more to a screen reader, wherever the keyboard is.
void GuestsPanel::tell(const QString &text)
{
    m_tellsOfDoor = false;
    m_news->setText(text);
    Q_EMIT heard(text);
}

void GuestsPanel::askInterpreter()
{
    InterpreterDialog dialog(m_guests.interpreters(), this);
    m_guests.interpreters().ask(m_guests.visitorLanguage());
    if (dialog.exec() == QDialog::Accepted)
        m_guests.invite(dialog.wish());
}

// Whoever waits when the menu opens: people come and go.
void GuestsPanel::listWaiting()
{
    m_waiting->clear();
    for (const VisitGuests::Waiting &person : m_guests.waitingPeople()) {
        QAction *action = m_waiting->addAction(QString(person.text).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, person] {
            m_guests.fetch(person.office, person.ticket);
            //: %1 is a number, perhaps with a name
            tell(tr("%1 is asked to come in.").arg(person.text));
        });
    }
    if (m_waiting->isEmpty())
        m_waiting->addAction(tr("Nobody is waiting"))->setEnabled(false);
}

void GuestsPanel::setOpen(bool open)
{
    const bool hadFocus = isAncestorOf(focusWidget());
    setVisible(open);
    if (!open && hadFocus)
        Q_EMIT left();
}

void GuestsPanel::refresh()
{
    // Whoever is the only one need not be chosen first.
    if (!current().isValid() && m_guests.rowCount() == 1)
        return m_list->setCurrentIndex(m_guests.index(0));
    const auto *guest = m_guests.guest(current());
    const bool alone = guest != nullptr && guest->state == PersonState::Consulting;
    const bool waits = guest != nullptr && guest->state == PersonState::Waiting;
    m_admit->setEnabled(alone || (waits && !m_guests.isFull()));
    //: whoever talks with the clerk alone comes into the conversation
    m_admit->setText(alone ? tr("&Bring in") : tr("&Let in"));
    m_admit->setToolTip(waits && m_guests.isFull() ? tr("Five people are in the conversation already.") : QString());
    const bool isInvited = guest != nullptr && guest->state == PersonState::Invited;
    m_remove->setEnabled(guest != nullptr);
    //: the talk with a colleague alone
    const QString hangUp = tr("&Hang up");
    m_remove->setText(isInvited ? tr("&Take back") : waits ? tr("&Refuse") : alone ? hangUp : tr("&Remove"));
    m_mute->setEnabled(guest != nullptr && !waits && !isInvited && !alone);
    m_mute->setText(guest != nullptr && guest->control.muted ? tr("Unlock &microphone") : tr("Lock &microphone"));
    m_camera->setEnabled(guest != nullptr && !waits && !isInvited && !alone);
    m_camera->setText(guest != nullptr && guest->control.cameraOff ? tr("Unlock &camera") : tr("Lock &camera"));
    for (QPushButton *one : {m_invite, m_interpret, m_fetch})
        one->setEnabled(m_guests.canInvite());
    m_toggle->setEnabled(m_guests.canInvite());
    if (!m_guests.canInvite()) {
        m_toggle->setChecked(false);
        m_news->clear();
    }
    showInvitation();
    refreshRinging();
    const int waiting = m_guests.waiting();
    if (waiting == 0 && std::exchange(m_tellsOfDoor, false))
        m_news->clear();
    // That a colleague has accepted is no news any more once the talk is over.
    if (std::exchange(m_confers, confers()) && !m_confers)
        m_news->clear();
    //: a button; %1 is how many guests wait to be let in
    m_toggle->setText(waiting > 0 ? tr("&Guests (%1)").arg(waiting) : tr("&Guests"));
}

void GuestsPanel::showInvitation()
{
    const auto &invitation = m_guests.invitation();
    for (QWidget *part : std::initializer_list<QWidget *>{m_code, m_picture, m_copy})
        part->setVisible(invitation.has_value());
    const QString link = invitation ? invitation->link : QString();
    if (std::exchange(m_shown, link) == link || !invitation)
        return;
    //: %1 is a code to be read aloud, %2 a time of the day
    m_code->setText(
        tr("Code: %1. It opens once, until %2.").arg(invitation->spoken, model::Words::clock(invitation->expiresAt)));
    m_picture->setPixmap(QPixmap::fromImage(qrCode(link.toUtf8(), kModulePixels)));
    m_news->clear();
    Q_EMIT heard(m_code->text());
}

void GuestsPanel::ringBy(QAction *ring)
{
    m_ringAction = ring;
    wearAction(m_ring, ring);
    connect(ring, &QAction::triggered, this, &GuestsPanel::askWhomToRing);
    refreshRinging();
}

void GuestsPanel::askWhomToRing()
{
    auto *dialog = new ColleagueDialog(m_guests.colleagues(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void GuestsPanel::refreshRinging()
{
    const bool rings = !m_guests.colleagues().ringing().isEmpty();
    const bool hadFocus = m_ring->hasFocus() || m_stopRinging->hasFocus();
    m_ring->setVisible(!rings);
    m_stopRinging->setVisible(rings);
    if (hadFocus)
        (rings ? m_stopRinging : m_ring)->setFocus();
    if (m_ringAction != nullptr) {
        m_ringAction->setEnabled(m_guests.colleagues().canRing() && !m_guests.isFull() && !confers());
    }
}

bool GuestsPanel::confers() const
{
    return std::ranges::any_of(m_guests.people(),
                               [](const protocol::Person &person) { return person.state == PersonState::Consulting; });
}

QModelIndex GuestsPanel::current() const
{
    return m_list->currentIndex();
}

} // namespace sprechtag::clerk::view

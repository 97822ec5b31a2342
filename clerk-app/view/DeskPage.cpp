// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/DeskPage.h"

#include "clerk-app/model/Words.h"
#include "clerk-app/view/Actions.h"
#include "clerk-app/view/AwayDialog.h"
#include "clerk-app/view/CallPanel.h"
#include "clerk-app/view/CloseDialog.h"
#include "clerk-app/view/LobbyPanel.h"
#include "clerk-app/view/MessageDialog.h"
#include "clerk-app/view/Notice.h"
#include "clerk-app/view/OfficePanel.h"
#include "clerk-app/view/Orders.h"
#include "clerk-app/view/RingBar.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using model::VisitEnd;

namespace {

constexpr int kRoomForThreeInChars = 185; // below, a call takes the offices' place
constexpr int kRoomForTwoInChars = 110;   // below, it takes the lobby's place too
// Laying out and painting take the thread that has to carry the offer to the page and the answer to the server, and the
// processor that has to build the connection. That the new view comes this much later is not seen; the face that comes
// earlier is.
constexpr std::chrono::milliseconds kStillAtMost{150};

} // namespace

DeskPage::DeskPage(model::Workplace &workplace, model::Intents &intents, const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_intents(intents)
    , m_actions(actions)
    , m_notice(new Notice(this))
    , m_offices(new OfficePanel(workplace, this))
    , m_call(new CallPanel(actions, workplace.text(), workplace.documents(), workplace.guests(), this))
    , m_lobby(new LobbyPanel(workplace, actions, this))
    , m_orders(new Orders(workplace, intents, actions, *m_notice))
    , m_splitter(new QSplitter(this))
{
    setObjectName(u"deskPage"_s);
    for (QWidget *panel : std::initializer_list<QWidget *>{m_offices, m_call, m_lobby})
        m_splitter->addWidget(panel);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(new RingBar(actions, workplace.colleagueCall(), this));
    layout->addWidget(m_splitter, 1);
    wireOffices();
    wireActions();
    wireVisit();
    wireTalk();
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &DeskPage::tick);
    m_second.start();
    arrange();
    refreshActions();
}

void DeskPage::wireOffices()
{
    connect(m_offices, &OfficePanel::officeChosen, this, [this](const std::optional<OfficeId> &office) {
        m_workplace.lobby().setOffice(office);
        refreshActions();
        Q_EMIT m_workplace.changed();
    });
    connect(m_offices, &OfficePanel::openWanted, this,
            [this](OfficeId id) { m_intents.open(id, this, m_notice->complaint()); });
    connect(m_offices, &OfficePanel::closeWanted, this, &DeskPage::closeOffice);
    connect(m_offices, &OfficePanel::departWanted, this,
            [this](OfficeId id) { m_intents.depart(id, this, m_notice->complaint()); });
    connect(m_offices, &OfficePanel::suspendIntakeWanted, this,
            [this](OfficeId id) { m_intents.suspendIntake(id, this, m_notice->complaint()); });
    connect(m_offices, &OfficePanel::resumeIntakeWanted, this,
            [this](OfficeId id) { m_intents.resumeIntake(id, this, m_notice->complaint()); });
}

void DeskPage::wireActions()
{
    connect(m_actions.callNext, &QAction::triggered, this, &DeskPage::callNext);
    connect(m_actions.onBreak, &QAction::triggered, this, &DeskPage::toggleBreak);
    connect(m_actions.away, &QAction::triggered, this, [this] {
        if (const auto backAt = askBackAt(m_workplace, this))
            m_intents.pause(office::PauseReason::Break, backAt, this, m_notice->complaint());
    });
    connect(m_actions.showOffices, &QAction::toggled, this, &DeskPage::arrange);
    connect(m_actions.takeUp, &QAction::triggered, this, [this] { m_intents.takeUp(this, m_notice->complaint()); });
    connect(&m_workplace, &model::Workplace::transferFailed, this, [this](office::WithdrawReason why) {
        const QString text = model::Words::transferFailed(m_workplace.visit().running()->number, why);
        if (!text.isEmpty())
            m_notice->tell(NoticeKind::Warning, text);
    });
    connect(&m_workplace, &model::Workplace::messageStatus, this, [this](OfficeId office, int sent, int shown) {
        //: how many pages have shown a message: %1 of %2
        m_notice->amend(office, tr("Message sent, shown to %1 of %2.").arg(shown).arg(sent));
    });
    connect(&m_workplace, &model::Workplace::parkedForLong, this, &DeskPage::remindOfParked);
    connect(&m_workplace, &model::Workplace::changed, this, &DeskPage::refreshActions);
    connect(&m_intents, &model::Intents::callingChanged, this, &DeskPage::followCalling);
    m_still.setSingleShot(true);
    connect(&m_still, &QTimer::timeout, this, &DeskPage::settle);
    connect(m_lobby, &LobbyPanel::selectionChanged, this, &DeskPage::refreshActions);
    connect(m_lobby, &LobbyPanel::nothingToDo, m_orders, &Orders::tellWhyNot);
}

void DeskPage::wireVisit()
{
    model::CurrentVisit &visit = m_workplace.visit();
    connect(&visit, &model::CurrentVisit::started, m_notice, &Notice::clear);
    connect(&visit, &model::CurrentVisit::started, this, &DeskPage::followVisit);
    connect(&visit, &model::CurrentVisit::changed, this, &DeskPage::followVisit);
    connect(&visit, &model::CurrentVisit::ended, this, &DeskPage::showEnd);
    connect(&visit, &model::CurrentVisit::waitingChanged, this, &DeskPage::askToTakeUp);
    connect(m_call, &CallPanel::troubled, this,
            [this](const QString &text) { m_notice->tell(NoticeKind::Warning, text); });
}

void DeskPage::followVisit()
{
    if (m_intents.calling())
        holdStill();
    else if (!m_held)
        showVisit();
}

void DeskPage::showVisit()
{
    if (const auto &visit = m_workplace.visit().running()) {
        m_call->tick(m_workplace.clock().now());
        m_call->show(*visit);
    }
    tellOfTransfer();
    arrange();
    refreshActions();
}

void DeskPage::followCalling(bool calling)
{
    if (calling)
        holdStill();
    else if (!m_workplace.visit().running())
        settle();
    refreshActions();
}

void DeskPage::holdStill()
{
    m_held = true;
    setUpdatesEnabled(false);
    m_still.start(kStillAtMost);
}

void DeskPage::settle()
{
    if (!std::exchange(m_held, false))
        return;
    m_still.stop();
    showVisit();
    setUpdatesEnabled(true);
}

void DeskPage::callNext()
{
    const auto next = m_workplace.nextPerson(m_workplace.lobby().office());
    if (next)
        m_intents.callNext(next->office, this, m_notice->complaint());
}

void DeskPage::toggleBreak(bool on)
{
    m_actions.onBreak->setChecked(m_workplace.onBreak()); // until the server has agreed
    if (on)
        m_intents.pause(office::PauseReason::Break, std::nullopt, this, m_notice->complaint());
    else
        m_intents.resume(this, m_notice->complaint());
}

void DeskPage::closeOffice(OfficeId office)
{
    const model::OfficeRow *row = m_workplace.offices().find(office);
    if (!row)
        return;
    const auto choice = askHowToClose(*row, m_workplace, this);
    if (!choice)
        return;
    switch (*choice) {
    case CloseChoice::ServeWaiting:
        m_intents.close(office, office::CloseMode::ServeWaiting, this, m_notice->complaint());
        return;
    case CloseChoice::OfferAppointments:
        m_intents.close(office, office::CloseMode::OfferAppointments, this, m_notice->complaint());
        return;
    case CloseChoice::Now:
        closeNow(office);
        return;
    case CloseChoice::LeaveToColleagues:
        m_intents.depart(office, this, m_notice->complaint());
        return;
    }
}

// First the words, then the door: whoever has no place any more is told nothing.
void DeskPage::closeNow(OfficeId office)
{
    const model::OfficeRow *row = m_workplace.offices().find(office);
    if (!row)
        return;
    LastWordsDialog dialog(row->name, m_workplace, this);
    connect(&dialog, &LastWordsDialog::spoken, &dialog, [this, office, &dialog](const protocol::MessageContent &words) {
        m_intents.message(office, std::nullopt, words, &dialog,
                          [&dialog](const model::CommandResult &result) { dialog.take(result); });
    });
    if (dialog.exec() == QDialog::Accepted)
        m_intents.close(office, office::CloseMode::Now, this, m_notice->complaint());
}

// Nobody is there to read it yet: it stays until the break ends.
void DeskPage::tellOfBreak(const QString &text)
{
    if (m_workplace.onBreak())
        m_notice->ask(NoticeKind::Info, text, m_actions.onBreak);
}

void DeskPage::askToTakeUp()
{
    const auto &visit = m_workplace.visit().waiting();
    if (visit) {
        //: %1 is a number such as B 017
        m_notice->ask(NoticeKind::Info, tr("Your conversation with %1 was interrupted.").arg(visit->number),
                      m_actions.takeUp);
    } else {
        m_notice->withdraw(m_actions.takeUp);
    }
    refreshActions();
}

// Stays in sight until the citizen has answered, and can be taken back as long.
void DeskPage::tellOfTransfer()
{
    const auto &visit = m_workplace.visit().running();
    const auto to = visit && visit->transfer ? std::optional(visit->transfer->office) : std::nullopt;
    if (std::exchange(m_transferTo, to) == to)
        return;
    if (!to)
        return m_notice->withdraw(m_actions.withdrawTransfer);
    const QString name = m_workplace.town().nameOf(*to);
    m_notice->ask(NoticeKind::Info,
                  name.isEmpty() ? tr("%1 is asked about a transfer to another office.").arg(visit->number)
                                 //: %1 is a number such as B 017, %2 an office
                                 : tr("%1 is asked about a transfer to %2.").arg(visit->number, name),
                  m_actions.withdrawTransfer);
}

void DeskPage::showEnd(const model::Visit &visit, VisitEnd end)
{
    const bool wasThere = m_call->isAncestorOf(focusWidget());
    // Hidden with the call, the focus would go on as by the Tab key, which chooses a person in the lobby.
    if (wasThere)
        focusWidget()->clearFocus();
    tellOfTransfer();
    m_call->end();
    arrange();
    refreshActions();
    if (wasThere)
        m_lobby->takeFocus();
    tellEnd(visit, end);
}

void DeskPage::tellEnd(const model::Visit &visit, VisitEnd end)
{
    switch (end) {
    case VisitEnd::Finished:
    case VisitEnd::SentBack:
    case VisitEnd::Parked:
        return;
    case VisitEnd::Transferred:
        //: %1 is a number such as B 017
        m_notice->tell(NoticeKind::Info, tr("%1 has gone on to the other office.").arg(visit.number));
        return;
    case VisitEnd::NotYet:
        //: %1 is a number such as B 017
        m_notice->tell(NoticeKind::Info,
                       tr("%1 asks for a moment and keeps the place. Next person passes over it for a few minutes.")
                           .arg(visit.number));
        return;
    case VisitEnd::Missed:
        //: %1 is a number such as B 017
        m_notice->tell(NoticeKind::Info,
                       tr("%1 is out of the line. You can take this person in again below the lobby for a while.")
                           .arg(visit.number));
        return;
    case VisitEnd::NotEntered:
        m_notice->tell(
            NoticeKind::Info,
            //: %1 is a number such as B 017
            tr("%1 did not come and keeps the place. Next person passes over it for a few minutes.").arg(visit.number));
        return;
    case VisitEnd::Left:
        //: %1 is a number such as B 017
        m_notice->tell(NoticeKind::Info, tr("%1 has left.").arg(visit.number));
        return;
    case VisitEnd::Lost:
        //: %1 is a number such as B 017
        m_notice->tell(NoticeKind::Warning, tr("%1 is no longer with you.").arg(visit.number));
        return;
    }
}

void DeskPage::arrange()
{
    const bool inCall = m_workplace.inConversation();
    const bool roomForThree = width() >= fontMetrics().averageCharWidth() * kRoomForThreeInChars;
    m_offices->setVisible(m_actions.showOffices->isChecked() && (!inCall || roomForThree));
    const bool begins = inCall && m_call->isHidden();
    m_call->setVisible(inCall);
    m_lobby->setVisible(!inCall || width() >= fontMetrics().averageCharWidth() * kRoomForTwoInChars);
    m_lobby->setShape(inCall ? LobbyPanel::Shape::Narrow : LobbyPanel::Shape::Wide);
    const int unit = fontMetrics().averageCharWidth();
    const int side = unit * 40;
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, inCall ? 0 : 1);
    const int offices = m_offices->isVisibleTo(this) ? side : 0;
    if (inCall)
        m_splitter->setSizes({offices, width() - offices - side, side});
    else
        m_splitter->setSizes({offices, 0, width() - offices});
    if (begins)
        m_call->takeFocus();
}

void DeskPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void DeskPage::refreshActions()
{
    const bool online = m_workplace.online();
    const auto &visit = m_workplace.visit().running();
    const bool free = online && !m_workplace.inConversation() && !m_workplace.visit().waiting() && !m_intents.calling();
    const bool onBreak = m_workplace.onBreak();
    m_actions.callNext->setEnabled(free && m_workplace.nextPerson(m_workplace.lobby().office()));
    m_orders->choose(m_lobby->selected());
    m_actions.onBreak->setEnabled(online && !visit && m_workplace.atAnyDesk());
    m_actions.onBreak->setChecked(onBreak);
    if (!onBreak)
        m_notice->withdraw(m_actions.onBreak);
    m_actions.onBreak->setText(onBreak ? tr("End the &break") : tr("&Break"));
    m_actions.onBreak->setIconText(m_actions.onBreak->text().remove(u'&'));
    m_actions.away->setEnabled(m_actions.onBreak->isEnabled());
    m_actions.takeUp->setEnabled(online && m_workplace.visit().waiting().has_value());
    for (QAction *action : {m_actions.microphone, m_actions.camera, m_actions.share})
        action->setEnabled(m_workplace.inConversation());
}

void DeskPage::tick()
{
    m_workplace.lobby().refreshWaits();
    if (m_workplace.visit().running())
        m_call->tick(m_workplace.clock().now());
    refreshActions();
}

// Silent in a conversation: the lobby shows it all the same.
void DeskPage::remindOfParked(OfficeId office, TicketId ticket)
{
    const model::OfficeBook *book = m_workplace.town().find(office);
    if (!book || m_workplace.visit().running() || !book->state.tickets.contains(ticket))
        return;
    //: %1 is a number such as B 017
    m_notice->tell(NoticeKind::Info,
                   tr("%1 is still parked.").arg(book->numberText(ticket, book->state.tickets.at(ticket))));
}

} // namespace sprechtag::clerk::view

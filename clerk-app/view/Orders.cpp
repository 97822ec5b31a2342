// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/Orders.h"

#include "clerk-app/model/Words.h"
#include "clerk-app/view/Actions.h"
#include "clerk-app/view/Icons.h"
#include "clerk-app/view/Notice.h"
#include "clerk-app/view/ParkDialog.h"
#include "clerk-app/view/PriorityDialog.h"
#include "clerk-app/view/TransferDialog.h"

#include <QWidget>

#include <algorithm>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

Orders::Orders(model::Workplace &workplace, model::Intents &intents, const Actions &actions, Notice &notice)
    : QObject(&notice)
    , m_workplace(workplace)
    , m_intents(intents)
    , m_actions(actions)
    , m_notice(notice)
    , m_window(notice.parentWidget())
{
    wireLobby();
    wireCall();
    wireControl();
    wireSight();
}

void Orders::choose(const std::optional<model::LobbyRow> &person)
{
    m_person = person;
    refresh();
}

void Orders::wireLobby()
{
    connect(m_actions.callSelected, &QAction::triggered, this, &Orders::callSelected);
    connect(m_actions.prioritise, &QAction::triggered, this, &Orders::prioritise);
    connect(m_actions.message, &QAction::triggered, this, &Orders::message);
    connect(m_actions.readmit, &QAction::triggered, this, [this] {
        if (m_person)
            m_intents.readmit(m_person->office, m_person->ticket, this, m_notice.complaint());
    });
    connect(m_actions.unpark, &QAction::triggered, this, [this] {
        if (m_person)
            m_intents.unpark(m_person->office, m_person->ticket, this, m_notice.complaint());
    });
}

void Orders::wireCall()
{
    using office::Outcome;
    using office::Place;
    for (const auto &[action, place] :
         {std::pair(m_actions.backKeep, Place::Keep), std::pair(m_actions.backFront, Place::Front),
          std::pair(m_actions.backEnd, Place::End)})
        connect(action, &QAction::triggered, this,
                [this, p = place] { m_intents.sendBack(p, this, m_notice.complaint()); });
    for (const auto &[action, outcome] :
         {std::pair(m_actions.finishDone, Outcome::Done), std::pair(m_actions.finishNotDone, Outcome::NotDone),
          std::pair(m_actions.finishUnstated, Outcome::Unstated)})
        connect(action, &QAction::triggered, this,
                [this, o = outcome] { m_intents.finish(o, this, m_notice.complaint()); });
    connect(m_actions.appeared, &QAction::triggered, this, [this] { m_intents.appeared(this, m_notice.complaint()); });
    connect(m_actions.noShow, &QAction::triggered, this, [this] { m_intents.noShow(this, m_notice.complaint()); });
    connect(m_actions.nextPlease, &QAction::triggered, this, &Orders::nextPlease);
    connect(m_actions.park, &QAction::triggered, this, &Orders::park);
    connect(m_actions.transfer, &QAction::triggered, this, &Orders::transfer);
    connect(m_actions.withdrawTransfer, &QAction::triggered, this,
            [this] { m_intents.withdrawTransfer(this, m_notice.complaint()); });
}

void Orders::wireControl()
{
    using office::CallControl;
    for (const auto &[action, part] :
         {std::pair(m_actions.muteVisitor, &CallControl::muted),
          std::pair(m_actions.visitorCamera, &CallControl::cameraOff),
          std::pair(m_actions.visitorShare, &CallControl::mayShare), std::pair(m_actions.hold, &CallControl::onHold)})
        connect(action, &QAction::triggered, this, [this, p = part] {
            m_intents.toggleControl(p, this, m_notice.complaint());
            refresh(); // until the server has agreed, the button stands for what is
        });
}

void Orders::refreshControl(bool talking)
{
    const auto &visit = m_workplace.visit().running();
    const office::CallControl control = visit ? visit->control : office::CallControl{};
    m_actions.muteVisitor->setChecked(control.muted);
    m_actions.visitorCamera->setChecked(control.cameraOff);
    m_actions.visitorShare->setChecked(control.mayShare);
    m_actions.hold->setChecked(control.onHold);
    for (QAction *action : {m_actions.muteVisitor, m_actions.visitorCamera, m_actions.visitorShare, m_actions.hold})
        action->setEnabled(m_workplace.online() && talking);
    //: ends the hold
    const QString text = control.onHold ? tr("&Go on") : tr("Put on &hold");
    if (m_actions.hold->text() == text)
        return;
    m_actions.hold->setText(text);
    m_actions.hold->setIcon(themedIcon(control.onHold ? u"talking"_s : u"pause"_s));
    explain(m_actions.hold, {});
}

void Orders::wireSight()
{
    model::VisitSight &sight = m_workplace.sight();
    connect(m_actions.sight, &QAction::triggered, &sight, [this, &sight] {
        sight.toggle();
        refresh(); // until the server has agreed, the button stands for what is
    });
    connect(&sight, &model::VisitSight::stepChanged, this, &Orders::refresh);
    connect(&sight, &model::VisitSight::recordWanted, this, [this] { m_intents.sight(this, m_notice.complaint()); });
    connect(&sight, &model::VisitSight::declined, this,
            [this] { m_notice.tell(NoticeKind::Info, tr("The visitor would rather not show an identity document.")); });
}

// Who is on hold, or whose camera is locked, cannot show anything.
void Orders::refreshSight(bool talking)
{
    const bool asked = m_workplace.sight().step().has_value();
    const office::CallControl control = talking ? m_workplace.visit().running()->control : office::CallControl{};
    m_actions.sight->setChecked(asked);
    m_actions.sight->setEnabled(m_workplace.online() && talking && (asked || (!control.onHold && !control.cameraOff)));
}

void Orders::refresh()
{
    const bool online = m_workplace.online();
    const auto &visit = m_workplace.visit().running();
    const bool free = online && !visit && !m_workplace.visit().waiting() && !m_intents.calling();
    offerToCall(free);
    m_actions.readmit->setEnabled(online && m_person && m_person->state == model::PersonState::Missed);
    m_actions.unpark->setEnabled(online && m_person && m_person->state == model::PersonState::Parked);
    m_actions.prioritise->setEnabled(online && m_person && mayBePrioritised(*m_person));
    m_actions.message->setEnabled(online && receivers());
    const bool called = visit && visit->state == office::TicketState::Called;
    for (QAction *action : {m_actions.appeared, m_actions.nextPlease, m_actions.noShow})
        action->setEnabled(online && called);
    for (QAction *action : {m_actions.backKeep, m_actions.backFront, m_actions.backEnd})
        action->setEnabled(online && visit);
    m_actions.park->setEnabled(online && visit && visit->state != office::TicketState::Held);
    const bool talking = visit && visit->state == office::TicketState::InCall;
    refreshControl(talking);
    refreshSight(talking);
    m_actions.transfer->setEnabled(online && talking && !visit->transfer);
    m_actions.withdrawTransfer->setEnabled(online && talking && visit->transfer);
    m_actions.withdrawTransfer->setVisible(talking && visit->transfer);
    for (QAction *action : {m_actions.finishDone, m_actions.finishNotDone, m_actions.finishUnstated})
        action->setEnabled(online && visit && !called);
}

const model::OfficeRow *Orders::officeOfPerson() const
{
    return m_person ? m_workplace.offices().find(m_person->office) : nullptr;
}

// Whoever has the right nowhere is not shown what it is for.
void Orders::offerToCall(bool free)
{
    const model::OfficeRow *office = officeOfPerson();
    const bool there = office && office->atDesk && !office->paused;
    m_actions.callSelected->setVisible(
        std::ranges::any_of(m_workplace.offices().rows(), &model::OfficeRow::mayCallNamed));
    m_actions.callSelected->setEnabled(free && there && office->mayCallNamed && mayBeCalledIn(*m_person));
    explain(m_actions.callSelected, office && !office->mayCallNamed ? model::Words::mayNotCallNamed() : QString());
}

void Orders::tellWhyNot()
{
    const model::OfficeRow *office = officeOfPerson();
    if (office && !office->mayCallNamed && mayBeCalledIn(*m_person))
        m_notice.tell(NoticeKind::Info, model::Words::mayNotCallNamed());
}

void Orders::callSelected()
{
    if (m_person && m_actions.callSelected->isEnabled())
        m_intents.call(m_person->office, m_person->ticket, this, m_notice.complaint());
}

void Orders::nextPlease()
{
    m_intents.sendBack(office::Place::Keep, this, [this](const model::CommandResult &result) {
        if (!result.ok())
            return m_notice.complaint()(result);
        // Nobody else, and the clerk simply is free again.
        if (const auto next = m_workplace.nextPerson(m_workplace.lobby().office()))
            m_intents.callNext(next->office, this, m_notice.complaint());
    });
}

// Of whoever is selected; else the one that is shown, or the only one where somebody waits.
std::optional<OfficeId> Orders::messageOffice() const
{
    if (m_person)
        return m_person->office;
    std::optional<OfficeId> only;
    for (const model::LobbyRow &row : m_workplace.lobby().rows()) {
        if (groupOf(row.state) == model::PersonGroup::Served)
            continue;
        if (only && *only != row.office)
            return std::nullopt;
        only = row.office;
    }
    return only;
}

std::optional<MessageReceivers> Orders::receivers() const
{
    const auto office = messageOffice();
    const model::OfficeBook *book = office ? m_workplace.town().find(*office) : nullptr;
    if (!book)
        return std::nullopt;
    MessageReceivers found{*office, book->card.name, 0, {}};
    if (m_person && mayBeWrittenTo(*m_person))
        found.person = m_person;
    for (const model::LobbyRow &row : m_workplace.lobby().rows())
        found.everybody += row.office == *office && groupOf(row.state) != model::PersonGroup::Served ? 1 : 0;
    return found.person || found.everybody > 0 ? std::optional(found) : std::nullopt;
}

void Orders::message()
{
    const auto found = receivers();
    if (!found)
        return;
    MessageDialog dialog(*found, m_workplace, m_window);
    connect(&dialog, &MessageDialog::ordered, &dialog, [this, &dialog, office = found->office] {
        m_intents.message(office, dialog.to(), dialog.content(), &dialog,
                          [this, &dialog, office](const model::CommandResult &result) {
                              if (result.ok())
                                  m_notice.tellOfProgress(office, tr("Message sent."));
                              dialog.take(result);
                          });
    });
    dialog.exec();
}

void Orders::prioritise()
{
    if (!m_person)
        return;
    const model::LobbyRow person = *m_person; // the selection may change while the question stands
    if (const auto choice = askPriority(person, m_workplace, m_window))
        m_intents.prioritise(person.office, person.ticket, choice->priority, choice->reason, this,
                             m_notice.complaint());
}

void Orders::park()
{
    const auto visit = m_workplace.visit().running();
    const model::OfficeBook *book = visit ? m_workplace.town().find(visit->office) : nullptr;
    if (!book)
        return;
    const auto choice = askToPark(*visit, book->state.settings.parkReminder, m_workplace, m_window);
    const auto &still = m_workplace.visit().running();
    if (choice && still && still->ticket == visit->ticket)
        m_intents.park(choice->reason, choice->remindAfter, this, m_notice.complaint());
}

void Orders::transfer()
{
    const auto visit = m_workplace.visit().running();
    if (!visit)
        return;
    TransferDialog dialog(visit->number, m_workplace, m_window);
    bool asked = false;
    const auto ask = [this, &dialog, &asked] {
        if (!m_workplace.online() || std::exchange(asked, true))
            return;
        m_intents.listTown(&dialog, [this, &dialog, &asked](const model::CommandResult &result) {
            asked = false;
            if (!result.ok())
                return dialog.showRefusal(model::Words::refusal(result.error()));
            m_workplace.town().learn(result.value().town);
            dialog.show(result.value().town);
        });
    };
    connect(&dialog, &TransferDialog::listWanted, &dialog, ask);
    // Gone or given back meanwhile: there is nobody left to ask.
    connect(&m_workplace.visit(), &model::CurrentVisit::ended, &dialog, &QDialog::reject);
    connect(&dialog, &TransferDialog::ordered, &dialog, [this, &dialog](const TransferChoice &choice) {
        m_intents.transfer(choice.to, choice.clerk, choice.note, &dialog,
                           [&dialog](const model::CommandResult &result) { dialog.take(result); });
    });
    ask();
    dialog.exec();
}

} // namespace sprechtag::clerk::view

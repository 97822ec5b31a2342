// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/PriorityDialog.h"

#include "clerk-app/model/Words.h"
#include "clerk-app/view/DialogParts.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using office::Priority;
using office::PriorityReason;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sprechtag::clerk::view::PriorityDialog)
};

QString wordOf(Priority priority)
{
    switch (priority) {
    case Priority::None:
        return Text::tr("None");
    case Priority::First:
        return Text::tr("1 – before all other priorities");
    case Priority::Second:
        return Text::tr("2");
    case Priority::Third:
        return Text::tr("3");
    }
    return {};
}

Priority priorityOf(office::Standing standing)
{
    switch (standing) {
    case office::Standing::Priority1:
        return Priority::First;
    case office::Standing::Priority2:
        return Priority::Second;
    case office::Standing::Priority3:
        return Priority::Third;
    case office::Standing::Front:
    case office::Standing::Appointment:
    case office::Standing::Walkin:
        break;
    }
    return Priority::None;
}

} // namespace

std::optional<PriorityChoice> askPriority(const model::LobbyRow &person, model::Workplace &workplace, QWidget *parent)
{
    QDialog dialog(parent);
    dialog.setObjectName(u"priorityDialog"_s);
    dialog.setWindowTitle(Text::tr("Priority"));
    //: %1 is a number such as B 017
    QLabel *about = plainLabel(Text::tr("%1 is called before people who came earlier.").arg(person.number), &dialog);
    auto *priority = new QComboBox(&dialog);
    priority->setObjectName(u"priorityChoice"_s);
    for (const auto value : {Priority::First, Priority::Second, Priority::Third, Priority::None})
        priority->addItem(wordOf(value), static_cast<int>(value));
    const Priority present = priorityOf(person.standing);
    priority->setCurrentIndex(priority->findData(static_cast<int>(present)));
    if (present == Priority::None)
        priority->setCurrentIndex(priority->findData(static_cast<int>(Priority::Second)));
    auto *reason = new QComboBox(&dialog);
    reason->setObjectName(u"priorityReason"_s);
    for (const auto value :
         {PriorityReason::Hardship, PriorityReason::Deadline, PriorityReason::ReturnVisit, PriorityReason::Other})
        reason->addItem(model::Words::priorityReason(value), static_cast<int>(value));
    auto *buttons = new OrderButtons(workplace, Text::tr("OK"), &dialog);
    buttons->order().setObjectName(u"prioritySetButton"_s);
    auto *form = new QFormLayout(&dialog);
    form->addRow(about);
    form->addRow(Text::tr("&Priority:"), priority);
    form->addRow(Text::tr("&Reason:"), reason);
    form->addRow(buttons);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return PriorityChoice{static_cast<Priority>(priority->currentData().toInt()),
                          static_cast<PriorityReason>(reason->currentData().toInt())};
}

} // namespace sprechtag::clerk::view

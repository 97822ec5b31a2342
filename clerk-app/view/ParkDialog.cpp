// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/ParkDialog.h"

#include "clerk-app/view/DialogParts.h"
#include "shared/protocol/Limits.h"

#include <QButtonGroup>
#include <QCoreApplication>
#include <QDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using office::ParkReason;

namespace {

constexpr int kLongestMinutes = protocol::limits::kReminderSecondsMost / 60;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sprechtag::clerk::view::ParkDialog)
};

QString wordOf(ParkReason reason)
{
    switch (reason) {
    case ParkReason::FillsInForm:
        return Text::tr("Fills in a &form");
    case ParkReason::FetchesPapers:
        return Text::tr("Fetches &papers");
    case ParkReason::Other:
        return Text::tr("Has something &else to do");
    }
    return {};
}

QSpinBox *minutesBox(minutes usual, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(u"parkMinutes"_s);
    box->setRange(1, kLongestMinutes);
    box->setValue(static_cast<int>(usual.count()));
    //: minutes, behind a number
    box->setSuffix(Text::tr(" min"));
    return box;
}

} // namespace

std::optional<ParkChoice> askToPark(const model::Visit &visit, minutes usual, model::Workplace &workplace,
                                    QWidget *parent)
{
    QDialog dialog(parent);
    dialog.setObjectName(u"parkDialog"_s);
    //: %1 is a number such as B 017
    dialog.setWindowTitle(Text::tr("Park %1").arg(visit.number));
    auto *form = new QFormLayout(&dialog);
    form->addRow(plainLabel(Text::tr("The conversation pauses and you are free for others. "
                                     "Who is ready comes before new numbers."),
                            &dialog));
    QButtonGroup reasons;
    for (const auto reason : {ParkReason::FillsInForm, ParkReason::FetchesPapers, ParkReason::Other}) {
        auto *choice = new QRadioButton(wordOf(reason), &dialog);
        choice->setChecked(reason == ParkReason::FillsInForm);
        reasons.addButton(choice, static_cast<int>(reason));
        form->addRow(choice);
    }
    QSpinBox *after = minutesBox(usual, &dialog);
    form->addRow(Text::tr("&Remind me after:"), after);
    auto *buttons = new OrderButtons(workplace, Text::tr("Park"), &dialog);
    buttons->order().setObjectName(u"parkButton"_s);
    form->addRow(buttons);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return ParkChoice{static_cast<ParkReason>(reasons.checkedId()), minutes(after->value())};
}

} // namespace sprechtag::clerk::view

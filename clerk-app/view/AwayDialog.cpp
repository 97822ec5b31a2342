// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/AwayDialog.h"

#include "clerk-app/model/Words.h"
#include "clerk-app/view/DialogParts.h"

#include <QCoreApplication>
#include <QDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

namespace {

constexpr int kUsualMinutes = 10;
constexpr int kLongestMinutes = 240;
constexpr std::chrono::seconds kTellAgainAfter{10};

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sprechtag::clerk::view::AwayDialog)
};

} // namespace

std::optional<Instant> askBackAt(model::Workplace &workplace, QWidget *parent)
{
    QDialog dialog(parent);
    dialog.setObjectName(u"awayDialog"_s);
    dialog.setWindowTitle(Text::tr("Away for a moment"));
    QLabel *about = plainLabel({}, &dialog);
    auto *after = new QSpinBox(&dialog);
    after->setObjectName(u"awayMinutes"_s);
    after->setRange(1, kLongestMinutes);
    //: minutes, behind a number
    after->setSuffix(Text::tr(" min"));
    // From when the break begins, not from when the question was asked.
    const auto backAt = [after, &workplace] { return workplace.clock().now() + minutes(after->value()); };
    const auto tell = [about, backAt] {
        //: %1 is a time of day
        about->setText(Text::tr("Those who wait read: back at about %1.").arg(model::Words::clock(backAt())));
    };
    QObject::connect(after, &QSpinBox::valueChanged, about, tell);
    QTimer again;
    again.setInterval(kTellAgainAfter);
    QObject::connect(&again, &QTimer::timeout, about, tell);
    again.start();
    after->setValue(kUsualMinutes);
    after->selectAll();
    auto *buttons = new OrderButtons(workplace, Text::tr("&Begin the break"), &dialog);
    buttons->order().setObjectName(u"awayGoButton"_s);
    auto *form = new QFormLayout(&dialog);
    form->addRow(Text::tr("&Back in:"), after);
    form->addRow(about);
    form->addRow(buttons);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return backAt();
}

} // namespace sprechtag::clerk::view

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/AwayDialog.h"

#include "clerk-app/model/Words.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

namespace {

constexpr int kUsualMinutes = 10;
constexpr int kLongestMinutes = 240;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sprechtag::clerk::view::AwayDialog)
};

} // namespace

std::optional<Instant> askBackAt(Instant now, QWidget *parent)
{
    QDialog dialog(parent);
    dialog.setObjectName(u"awayDialog"_s);
    dialog.setWindowTitle(Text::tr("Away for a moment"));
    auto *about = new QLabel(&dialog);
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    auto *after = new QSpinBox(&dialog);
    after->setObjectName(u"awayMinutes"_s);
    after->setRange(1, kLongestMinutes);
    //: minutes, behind a number
    after->setSuffix(Text::tr(" min"));
    const auto tell = [about, now](int value) {
        //: %1 is a time of day
        about->setText(
            Text::tr("Those who wait read: back at about %1.").arg(model::Words::clock(now + minutes(value))));
    };
    QObject::connect(after, &QSpinBox::valueChanged, about, tell);
    after->setValue(kUsualMinutes);
    after->selectAll();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, &dialog);
    buttons->button(QDialogButtonBox::Cancel)->setText(Text::tr("Cancel"));
    QPushButton *go = buttons->addButton(Text::tr("&Begin the break"), QDialogButtonBox::AcceptRole);
    go->setObjectName(u"awayGoButton"_s);
    go->setDefault(true);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto *form = new QFormLayout(&dialog);
    form->addRow(Text::tr("&Back in:"), after);
    form->addRow(about);
    form->addRow(buttons);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return now + minutes(after->value());
}

} // namespace sprechtag::clerk::view

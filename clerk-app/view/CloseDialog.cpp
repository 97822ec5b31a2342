// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/CloseDialog.h"

#include "clerk-app/view/DialogParts.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QMessageBox>
#include <QPushButton>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sprechtag::clerk::view::CloseDialog)
};

QPushButton *add(QMessageBox &box, const QString &name, const QString &text, QMessageBox::ButtonRole role)
{
    QPushButton *button = box.addButton(text, role);
    button->setObjectName(name);
    return button;
}

} // namespace

std::optional<CloseChoice> askHowToClose(const model::OfficeRow &office, model::Workplace &workplace, QWidget *parent)
{
    const bool colleagues = !office.colleagues.isEmpty();
    if (office.waiting == 0)
        return colleagues && office.atDesk ? CloseChoice::LeaveToColleagues : CloseChoice::ServeWaiting;
    QMessageBox box(parent);
    box.setObjectName(u"closeDialog"_s);
    box.setIcon(QMessageBox::Question);
    box.setTextFormat(Qt::PlainText);
    box.setWindowTitle(Text::tr("Close the office"));
    //: %n people wait, %1 is the office
    box.setText(Text::tr("%n person(s) are waiting in %1.", nullptr, office.waiting).arg(office.name));
    QPushButton *leave = nullptr;
    if (colleagues && office.atDesk) {
        //: %1 is a list of names
        leave = add(box, u"leaveButton"_s,
                    Text::tr("&Leave it to %1").arg(QString(office.colleagues.join(u", "_s)).replace(u'&', u"&&"_s)),
                    QMessageBox::AcceptRole);
    }
    QPushButton *serve =
        add(box, u"serveButton"_s, Text::tr("S&top giving out numbers and serve %n person(s)", nullptr, office.waiting),
            QMessageBox::AcceptRole);
    QPushButton *offer = add(box, u"offerButton"_s, Text::tr("&Offer appointments and close"), QMessageBox::AcceptRole);
    QPushButton *now = add(box, u"closeNowButton"_s, Text::tr("&Close at once…"), QMessageBox::DestructiveRole);
    box.addButton(Text::tr("Cancel"), QMessageBox::RejectRole);
    box.setDefaultButton(serve);
    // One below the other: side by side, five answers are wider than a window.
    box.findChild<QDialogButtonBox *>()->setOrientation(Qt::Vertical);
    const auto follow = [&box, &workplace, orders = QList<QPushButton *>{leave, serve, offer, now}] {
        box.setInformativeText(workplace.online() ? Text::tr("What shall happen to them?") : noLineText());
        for (QPushButton *order : orders) {
            if (order)
                order->setEnabled(workplace.online());
        }
    };
    QObject::connect(&workplace, &model::Workplace::lineChanged, &box, follow);
    follow();
    box.exec();
    if (box.clickedButton() == serve)
        return CloseChoice::ServeWaiting;
    if (box.clickedButton() == offer)
        return CloseChoice::OfferAppointments;
    if (box.clickedButton() == now)
        return CloseChoice::Now;
    if (leave && box.clickedButton() == leave)
        return CloseChoice::LeaveToColleagues;
    return std::nullopt;
}

} // namespace sprechtag::clerk::view

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/LeaveDialog.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sprechtag::clerk::view::LeaveDialog)
};

QString standing(const std::optional<model::Visit> &person)
{
    if (!person)
        return Text::tr("You still staff an office.");
    //: %1 is a number and a name such as B 017 · Kim
    return person->state == office::TicketState::Called ? Text::tr("You have called %1.").arg(person->who())
                                                        : Text::tr("You are talking with %1.").arg(person->who());
}

QString consequence(const std::optional<model::Visit> &person)
{
    return person
               ? Text::tr("The call ends, this person goes back to the front of the lobby, and you leave your desks.")
               : Text::tr("You leave your desks. Nobody loses their place in the lobby.");
}

} // namespace

bool askToLeave(Leaving how, const Left &left, QWidget *parent)
{
    QStringList standings;
    QStringList consequences;
    if (left.desk || left.person) {
        standings.append(standing(left.person));
        consequences.append(consequence(left.person));
    }
    if (left.drafts) {
        standings.append(Text::tr("Changes in the administration are not stored yet."));
        consequences.append(Text::tr("What is not stored is lost."));
    }
    const bool quit = how == Leaving::Quit;
    QMessageBox box(parent);
    box.setObjectName(u"leaveDialog"_s);
    box.setIcon(QMessageBox::Question);
    box.setTextFormat(Qt::PlainText);
    box.setWindowTitle(quit ? Text::tr("Quit Sprechtag") : Text::tr("Sign out"));
    box.setText(standings.join(u'\n'));
    box.setInformativeText(consequences.join(u'\n'));
    QPushButton *go = box.addButton(quit ? Text::tr("&Quit") : Text::tr("Sign &out"), QMessageBox::AcceptRole);
    go->setObjectName(u"leaveButton"_s);
    box.addButton(Text::tr("Cancel"), QMessageBox::RejectRole);
    box.exec();
    return box.clickedButton() == go;
}

} // namespace sprechtag::clerk::view

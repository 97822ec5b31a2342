// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/TownList.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sprechtag::protocol {

QByteArray encode(const TownList &list)
{
    QJsonArray offices;
    for (const TownList::OfficeLine &office : list.offices) {
        offices.append(QJsonObject{{u"id"_s, QString::fromStdString(office.id.text())},
                                   {u"letter"_s, office.letter},
                                   {u"name"_s, office.name},
                                   {u"department"_s, office.department}});
    }
    QJsonArray accounts;
    for (const TownList::AccountLine &account : list.accounts) {
        accounts.append(QJsonObject{{u"id"_s, QString::fromStdString(account.id.text())},
                                    {u"login"_s, account.login},
                                    {u"name"_s, account.name},
                                    {u"disabled"_s, account.disabled}});
    }
    return QJsonDocument(QJsonObject{{u"offices"_s, offices}, {u"accounts"_s, accounts}})
        .toJson(QJsonDocument::Compact);
}

} // namespace sprechtag::protocol

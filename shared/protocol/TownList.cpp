// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/TownList.h"

#include "shared/base/Random.h"
#include "shared/protocol/TownCodec.h"
#include "shared/protocol/TownWire.h"

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

QByteArray encode(const QList<town::Interpreter> &interpreters)
{
    QJsonArray list;
    for (const town::Interpreter &one : interpreters)
        list.append(wire::townValueJson(one));
    return QJsonDocument(QJsonObject{{u"interpreters"_s, list}}).toJson(QJsonDocument::Compact);
}

QByteArray encode(const QList<town::Form> &forms)
{
    QJsonArray list;
    for (const town::Form &form : forms)
        list.append(QJsonDocument::fromJson(encode(town::Value(form))).object());
    return QJsonDocument(QJsonObject{{u"forms"_s, list}}).toJson(QJsonDocument::Compact);
}

QByteArray encode(const SavedValue &saved)
{
    QJsonObject object{{u"id"_s, saved.id}, {u"version"_s, static_cast<qint64>(saved.version)}};
    if (!saved.startPassword.isEmpty())
        object.insert(u"start_password"_s, saved.startPassword);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

namespace {

QString newId(town::Kind kind)
{
    switch (kind) {
    case town::Kind::Authority:
        break;
    case town::Kind::Department:
        return town::textOf(randomId<DepartmentTag>());
    case town::Kind::Concern:
        return town::textOf(randomId<ConcernTag>());
    case town::Kind::Office:
        return town::textOf(randomId<OfficeTag>());
    case town::Kind::Account:
        return town::textOf(randomId<ClerkTag>());
    case town::Kind::Form:
        return town::textOf(randomId<FormTag>());
    case town::Kind::Interpreter:
        return town::textOf(randomId<InterpreterTag>());
    }
    return {};
}

} // namespace

QByteArray asNewUnlessNamed(town::Kind kind, const QByteArray &value)
{
    QJsonObject object = QJsonDocument::fromJson(value).object();
    // What is no object is for the decoder to refuse; else nothing is touched that it would refuse.
    if (object.isEmpty() || (object.contains("id"_L1) && object.contains("version"_L1)))
        return value;
    if (!object.contains("id"_L1) && kind != town::Kind::Authority)
        object.insert("id"_L1, newId(kind));
    if (!object.contains("version"_L1))
        object.insert("version"_L1, 0);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace sprechtag::protocol

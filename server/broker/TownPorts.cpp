// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/broker/TownPorts.h"

#include <QCryptographicHash>

#include <algorithm>

namespace sprechtag::broker {

QString actionName(ChangeAction action)
{
    switch (action) {
    case ChangeAction::Created:
        return QStringLiteral("created");
    case ChangeAction::Changed:
        return QStringLiteral("changed");
    case ChangeAction::Removed:
        return QStringLiteral("removed");
    }
    return {};
}

QList<TownEdit> editsTo(const town::Town &wanted, const town::Town &present)
{
    QList<TownEdit> edits;
    for (const town::Value &value : town::valuesOf(wanted)) {
        const town::Key key = town::keyOf(value);
        const auto before = town::valueOf(present, key);
        const std::uint32_t version = town::storedVersion(before);
        if (before != town::withVersion(value, version))
            edits.append({key, value, version});
    }
    return edits;
}

void setPassword(QList<TownEdit> &edits, const town::Account &account, const NewPassword &password)
{
    const auto edit =
        std::ranges::find_if(edits, [&](const TownEdit &one) { return one.key == town::Key(account.id); });
    if (edit == edits.end())
        edits.append({account.id, account, account.version, password});
    else
        edit->password = password;
}

std::optional<town::Fault> fileFault(const TownEdit &edit, const std::optional<town::Value> &before)
{
    const auto *form = edit.value ? std::get_if<town::Form>(&*edit.value) : nullptr;
    if (form == nullptr)
        return std::nullopt;
    const town::Fault unknown{QStringLiteral("file"), town::FaultCode::Unknown};
    if (!edit.content) {
        const bool isTheSame = before && std::get<town::Form>(*before).file == form->file;
        return isTheSame ? std::nullopt : std::optional(unknown);
    }
    const QByteArray sum = QCryptographicHash::hash(*edit.content, QCryptographicHash::Sha256).toHex();
    const bool isThis = form->file.bytes == edit.content->size() && form->file.sha256.toLatin1() == sum;
    return isThis ? std::nullopt : std::optional(unknown);
}

bool keysChange(const TownEdit &edit)
{
    return edit.password.has_value() || edit.withoutFactor;
}

OfficeConfig configOf(const town::Office &office, const town::Town &town)
{
    OfficeConfig config{.id = office.id,
                        .name = office.name,
                        .department = {},
                        .letter = office.letter,
                        .hours = office.hours,
                        .settings = office.settings,
                        .relayOnly = office.relayOnly,
                        .clerks = {},
                        .concerns = {},
                        .hidePosition = office.hidePosition,
                        .askName = office.askName,
                        .texts = office.texts};
    if (config.texts.welcome.isEmpty())
        config.texts.welcome = town.authority.texts.welcome;
    if (config.texts.closed.isEmpty())
        config.texts.closed = town.authority.texts.closed;
    for (const ConcernId id : office.concerns) {
        const auto concern = std::ranges::find(town.concerns, id, &town::Concern::id);
        if (concern != town.concerns.end())
            config.concerns.append(*concern);
    }
    for (const town::Department &department : town.departments) {
        if (department.id == office.department)
            config.department = department.name;
    }
    for (const town::StaffMember &member : office.staff) {
        const auto account = std::ranges::find(town.accounts, member.clerk, &town::Account::id);
        if (account != town.accounts.end() && account->disabled)
            continue;
        config.clerks.append(member.clerk);
        if (member.mayCallNamed)
            config.namedCallers.append(member.clerk);
    }
    return config;
}

TownConfig configOf(const town::Town &town)
{
    TownConfig config{.town = {.authority = town.authority.name,
                               .calendar = town.authority.calendar,
                               .consentVersion = town.authority.consentVersion,
                               .interpreters = town.interpreters},
                      .offices = {},
                      .clerks = {}};
    for (const town::Account &account : town.accounts)
        config.clerks.push_back({account.id, account.login, account.name});
    for (const town::Office &office : town.offices)
        config.offices.push_back(configOf(office, town));
    return config;
}

} // namespace sprechtag::broker

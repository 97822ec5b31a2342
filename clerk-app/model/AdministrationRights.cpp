// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Administration.h"
#include "shared/domain/town/Rights.h"

//! What this account may do, as the server will say.
namespace sprechtag::clerk::model {

bool Administration::mayChange(const town::Key &key, town::Group group) const
{
    if (!m_workplace.me())
        return false;
    const Draft *mine = draft(key);
    return town::mayChange(mine != nullptr ? town::asIfThere(m_town, mine->mine) : m_town, m_workplace.me()->id, key,
                           group);
}

bool Administration::mayCreate(town::Kind kind) const
{
    if (kind == town::Kind::Form)
        return !stocked().isEmpty();
    return kind != town::Kind::Authority && m_workplace.me() &&
           m_workplace.me()->roles.contains(town::Role::Administrator);
}

bool Administration::mayRemove(const town::Key &key) const
{
    return std::holds_alternative<FormId>(key) ? mayChange(key, town::Group::Existence) : mayCreate(town::kindOf(key));
}

QList<town::Office> Administration::stocked() const
{
    QList<town::Office> offices;
    for (const town::Office &office : m_town.offices) {
        const town::Form any{.id = FormId::fromBits({}), .office = office.id, .names = {}, .file = {}};
        if (m_workplace.me() &&
            town::mayChange(town::asIfThere(m_town, any), m_workplace.me()->id, any.id, town::Group::Existence))
            offices.append(office);
    }
    return offices;
}

bool Administration::isMe(const town::Key &key) const
{
    return m_workplace.me() && key == town::Key(m_workplace.me()->id);
}

} // namespace sprechtag::clerk::model

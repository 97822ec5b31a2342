// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Offices.h"

#include "clerk-app/model/Words.h"

#include <algorithm>

namespace sprechtag::clerk::model {

Offices::Offices(Town &town, QObject *parent)
    : QAbstractListModel(parent)
    , m_town(town)
{
    connect(&m_town, &Town::officeAdded, this, &Offices::add);
    connect(&m_town, &Town::officeChanged, this, &Offices::refresh);
    connect(&m_town, &Town::officeRemoved, this, [this](int index) {
        beginRemoveRows({}, index, index);
        m_rows.erase(m_rows.begin() + index);
        endRemoveRows();
    });
    connect(&m_town, &Town::cleared, this, [this] {
        if (m_rows.empty())
            return;
        beginRemoveRows({}, 0, rowCount() - 1);
        m_rows.clear();
        endRemoveRows();
    });
}

void Offices::setMe(std::optional<ClerkId> me)
{
    m_me = me;
    for (int index = 0; index < rowCount(); ++index)
        refresh(index);
}

int Offices::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant Offices::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OfficeRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::ToolTipRole:
        return row.department;
    case IdRole:
        return QString::fromStdString(row.id.text());
    case StateRole:
        return Words::office(row);
    case OpenRole:
        return row.open;
    case AtDeskRole:
        return row.atDesk;
    case PausedRole:
        return row.paused;
    case WaitingRole:
        return row.waiting;
    default:
        return {};
    }
}

const OfficeRow *Offices::find(OfficeId id) const
{
    const auto found = std::ranges::find(m_rows, id, &OfficeRow::id);
    return found == m_rows.end() ? nullptr : &*found;
}

OfficeRow Offices::rowOf(const OfficeBook &book) const
{
    OfficeRow row{
        book.card.id, book.card.name, book.card.department, book.state.open, book.state.intake, false, false, {}, {}};
    row.waiting = static_cast<int>(office::waitingCount(book.state));
    row.hours = book.state.window;
    row.hardEnd = book.state.hardEnd;
    row.mayCallNamed = book.mayCallNamed;
    if (book.state.open && book.state.intake == office::Intake::Open)
        row.intakeEndsAt = office::acceptanceEnd(book.state);
    for (const auto &[id, clerk] : book.state.clerks) {
        if (id == m_me) {
            row.atDesk = true;
            row.paused = clerk.state == office::ClerkState::Paused;
            row.backAt = clerk.backAt;
        } else if (clerk.state != office::ClerkState::Lost) {
            row.colleagues.append(book.clerkName(id));
        }
    }
    return row;
}

void Offices::add(int index)
{
    beginInsertRows({}, index, index);
    m_rows.insert(m_rows.begin() + index, rowOf(m_town.offices()[static_cast<std::size_t>(index)]));
    endInsertRows();
}

void Offices::refresh(int index)
{
    OfficeRow fresh = rowOf(m_town.offices()[static_cast<std::size_t>(index)]);
    OfficeRow &row = m_rows[static_cast<std::size_t>(index)];
    if (row == fresh)
        return;
    row = std::move(fresh);
    const QModelIndex changed = createIndex(index, 0);
    Q_EMIT dataChanged(changed, changed);
}

} // namespace sprechtag::clerk::model

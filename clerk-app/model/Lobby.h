// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Rows.h"
#include "clerk-app/model/Town.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace sprechtag::clerk::model {

//! The people of one office, or of all that I staff: those who wait in the order of the rule, then those being served.
class Lobby final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Lobby)
public:
    enum Column { NumberColumn, NameColumn, ConcernColumn, SinceColumn, StateColumn, PapersColumn, ColumnCount };
    enum Role { TicketRole = Qt::UserRole + 1, OfficeRole, PersonStateRole, MineRole, GroupStartRole };

    Lobby(Town &town, const Clock &clock, QObject *parent = nullptr);

    void setMe(std::optional<ClerkId> me);
    //! None: every office that I staff.
    void setOffice(std::optional<OfficeId> office);
    [[nodiscard]] std::optional<OfficeId> office() const { return m_office; }
    //! Time has passed: tells of the waits that read differently now.
    void refreshWaits();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const std::vector<LobbyRow> &rows() const { return m_rows; }
    [[nodiscard]] int waitingCount() const;
    [[nodiscard]] int count(PersonGroup group) const;
    //! Somebody has a checklist.
    [[nodiscard]] bool hasPapers() const;

private:
    [[nodiscard]] QVariant text(const LobbyRow &row, int column) const;
    [[nodiscard]] QString waitText(const LobbyRow &row) const;
    [[nodiscard]] std::vector<const OfficeBook *> shownBooks() const;
    [[nodiscard]] LobbyRow rowOf(const OfficeBook &book, TicketId id, const office::Ticket &ticket) const;
    [[nodiscard]] std::vector<LobbyRow> waitingRows() const;
    [[nodiscard]] std::vector<LobbyRow> otherRows() const;
    void refresh();
    void removeMissing(const std::vector<LobbyRow> &wanted);
    void place(std::size_t at, const LobbyRow &row);

    Town &m_town;
    const Clock &m_clock;
    std::optional<ClerkId> m_me;
    std::optional<OfficeId> m_office;
    std::vector<LobbyRow> m_rows;
    std::vector<QString> m_waitTexts;
};

} // namespace sprechtag::clerk::model

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Rows.h"
#include "clerk-app/model/Town.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace sprechtag::clerk::model {

//! My offices, one a row, in the order in which the server names them.
class Offices final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Offices)
public:
    enum Role { IdRole = Qt::UserRole + 1, StateRole, OpenRole, AtDeskRole, PausedRole, WaitingRole };

    explicit Offices(Town &town, QObject *parent = nullptr);

    void setMe(std::optional<ClerkId> me);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const std::vector<OfficeRow> &rows() const { return m_rows; }
    [[nodiscard]] const OfficeRow *find(OfficeId id) const;

private:
    [[nodiscard]] OfficeRow rowOf(const OfficeBook &book) const;
    void add(int index);
    void refresh(int index);

    Town &m_town;
    std::optional<ClerkId> m_me;
    std::vector<OfficeRow> m_rows;
};

} // namespace sprechtag::clerk::model

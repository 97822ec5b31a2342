// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Rows.h"

#include <QAbstractButton>

#include <optional>

class QToolButton;

namespace sprechtag::clerk::view {

class Switch;

//! One office in the list: press it to see its lobby, switch it to open or close it, more in its menu.
class OfficeRowView final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OfficeRowView)
public:
    explicit OfficeRowView(QWidget *parent = nullptr);

    void show(const model::OfficeRow &row, Instant now);
    [[nodiscard]] const std::optional<model::OfficeRow> &row() const { return m_row; }
    //! What the server can be asked for now, or not.
    void setReachable(bool reachable);
    //! The Tab key comes here next; returns the last of this row.
    QWidget *takeTabAfter(QWidget *before);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void openWanted(sprechtag::OfficeId office);
    void closeWanted(sprechtag::OfficeId office);
    void departWanted(sprechtag::OfficeId office);
    void suspendIntakeWanted(sprechtag::OfficeId office);
    void resumeIntakeWanted(sprechtag::OfficeId office);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillMenu();
    void showSwitch();
    void flip(bool on);
    [[nodiscard]] QString stateLine() const;

    std::optional<model::OfficeRow> m_row;
    QString m_hours;
    Switch *m_switch;
    QToolButton *m_more;
};

} // namespace sprechtag::clerk::view

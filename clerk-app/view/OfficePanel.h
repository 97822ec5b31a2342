// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Workplace.h"

#include <QWidget>

class QAbstractButton;
class QLabel;
class QVBoxLayout;

namespace sprechtag::clerk::view {

class OfficeRowView;

//! The left side: my offices, each with its switch, and one row for all that I staff.
class OfficePanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OfficePanel)
public:
    explicit OfficePanel(model::Workplace &workplace, QWidget *parent = nullptr);

Q_SIGNALS:
    //! None: all that I staff.
    void officeChosen(std::optional<sprechtag::OfficeId> office);
    void openWanted(sprechtag::OfficeId office);
    void closeWanted(sprechtag::OfficeId office);
    void departWanted(sprechtag::OfficeId office);
    void suspendIntakeWanted(sprechtag::OfficeId office);
    void resumeIntakeWanted(sprechtag::OfficeId office);

private:
    void insertRow(int index);
    void removeRows(int first, int last);
    void refreshRow(int index);
    void refreshReach();
    void refreshNone();
    void orderTabs();

    model::Workplace &m_workplace;
    QVBoxLayout *m_list;
    QAbstractButton *m_all;
    QLabel *m_none; //!< why the list is empty
    std::vector<OfficeRowView *> m_rows;
};

} // namespace sprechtag::clerk::view

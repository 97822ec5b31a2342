// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Administration.h"

#include <QWidget>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace sprechtag::clerk::view {

//! How often the waits came true that were named to citizens, office by office; and what to do where they do not.
class ForecastsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ForecastsPage)
public:
    ForecastsPage(model::Administration &administration, QWidget *parent);

    void refresh();

private:
    void show(const protocol::clerk::AdminOfficeFigures &figures);
    static void fill(QTreeWidgetItem *row, const office::Accuracy &accuracy);

    model::Administration &m_administration;
    QLabel *m_about;
    QTreeWidget *m_list;
    QLabel *m_advice;
};

} // namespace sprechtag::clerk::view

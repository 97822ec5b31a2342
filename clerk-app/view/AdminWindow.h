// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Administration.h"
#include "clerk-app/model/FormBringer.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace sprechtag::clerk::view {

class ChangesPage;
class ForecastsPage;
class Notice;
class ValuePage;

//! The administration: everything that there is on the left, the form of one of them on the right.
class AdminWindow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AdminWindow)
public:
    AdminWindow(model::Administration &administration, const Clock &clock, QWidget *parent = nullptr);

    //! By whom new forms come; none before.
    void bringBy(model::FormBringer &bringer);

    void open();
    void select(const town::Key &key);

private:
    [[nodiscard]] QWidget *buildLeft();
    [[nodiscard]] QWidget *buildRight(const Clock &clock);
    void refreshTree();
    void fillTree();
    void restore(std::optional<int> head);
    void addPage(int head, const QString &name);
    void showHead(int head);
    void addValues(town::Kind kind, const QList<town::Key> &keys);
    void mark(const town::Key &key);
    void follow(QTreeWidgetItem *item);
    void refreshButtons();
    [[nodiscard]] QString explanationOf(town::Kind kind) const;
    void create();
    void chooseForm();
    void bringForm(const QString &path);
    [[nodiscard]] std::optional<OfficeId> askOffice();
    void remove();
    void tellSaved(const town::Key &key, const QString &startPassword);
    [[nodiscard]] QTreeWidgetItem *itemOf(const town::Key &key) const;

    model::Administration &m_administration;
    model::FormBringer *m_bringer{};
    QTreeWidget *m_tree;
    QPushButton *m_new;
    QPushButton *m_remove;
    Notice *m_notice;
    QStackedWidget *m_pages;
    QLabel *m_nothing;
    ValuePage *m_value;
    ChangesPage *m_changes;
    ForecastsPage *m_forecasts;
    bool m_refreshing{};
};

} // namespace sprechtag::clerk::view

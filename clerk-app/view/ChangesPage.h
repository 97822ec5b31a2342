// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Administration.h"

#include <QHash>
#include <QWidget>

class QPushButton;
class QTreeWidget;

namespace sprechtag::clerk::view {

//! Who has changed what, the newest first; each change opens to its fields.
class ChangesPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangesPage)
public:
    ChangesPage(model::Administration &administration, QWidget *parent);

    void refresh();

private:
    void ask();
    void show(const protocol::clerk::AdminLogPage &page);
    void add(const protocol::ChangeLine &line);
    [[nodiscard]] QString nameOf(const protocol::ChangeLine &line);

    model::Administration &m_administration;
    QTreeWidget *m_list;
    QPushButton *m_older;
    std::optional<std::int64_t> m_before;
    QHash<QString, QString> m_names; //!< of what is gone, by its id
};

} // namespace sprechtag::clerk::view

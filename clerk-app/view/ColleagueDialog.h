// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/VisitColleagues.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace sprechtag::clerk::view {

//! Whom to ring, found by name or office, and how. Who is there is asked for again and again while the question stands.
class ColleagueDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColleagueDialog)
public:
    ColleagueDialog(model::VisitColleagues &colleagues, QWidget *parent);

    void show(const QList<protocol::clerk::ReachableColleague> &colleagues);
    //! Who is chosen and can be rung.
    [[nodiscard]] std::optional<ClerkId> chosen() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void ring(model::VisitColleagues::How how);
    void search();
    void refresh();

    model::VisitColleagues &m_colleagues;
    QLineEdit *m_search;
    QTreeWidget *m_list;
    QLabel *m_hint;
    QPushButton *m_consult;
    QPushButton *m_directly;
    bool m_asked{}; //!< and answered
    QTimer m_again;
};

} // namespace sprechtag::clerk::view

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Workplace.h"

#include <QWidget>

class QLabel;
class QTableView;
class QPushButton;

namespace sprechtag::clerk::view {

class Actions;
class PersonPanel;
class PrimaryButton;

//! Who waits: the table, what can be done about it above. Narrow beside a call.
class LobbyPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LobbyPanel)
public:
    enum class Shape { Wide, Narrow };

    LobbyPanel(model::Workplace &workplace, const Actions &actions, QWidget *parent = nullptr);

    void setShape(Shape shape);
    [[nodiscard]] std::optional<model::LobbyRow> selected() const;
    //! Where the next call begins.
    void takeFocus();

Q_SIGNALS:
    void selectionChanged();
    //! Somebody was chosen by two clicks or a key, and nothing can be done.
    void nothingToDo();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTable();
    void openMenu(const QPoint &at);
    void activate();
    void offerWhatFits();
    void buildLayout();
    void unselect(int first, int last);
    void arrangeColumns();
    void refreshWords();
    void refreshPerson();
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString emptyText() const;

    model::Workplace &m_workplace;
    const Actions &m_actions;
    Shape m_shape{Shape::Wide};
    QLabel *m_title;
    QLabel *m_count;
    PrimaryButton *m_next;
    QPushButton *m_call;
    QPushButton *m_readmit;
    QPushButton *m_break;
    QTableView *m_table;
    QLabel *m_empty;
    PersonPanel *m_person;
};

} // namespace sprechtag::clerk::view

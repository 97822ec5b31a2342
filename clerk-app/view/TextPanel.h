// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/VisitText.h"

#include <QWidget>

class QAction;
class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTextEdit;

namespace sprechtag::clerk::view {

//! What the visitor and I write: who said what, what the visitor is writing just now, and a field of my own.
//!
//! Opens by itself, without taking the keyboard, when the visitor begins to write, unless it was closed in this visit.
class TextPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextPanel)
public:
    //! `toggle` shows and hides the panel, and tells of what is unread.
    TextPanel(model::VisitText &text, QAction *toggle, QWidget *parent = nullptr);

Q_SIGNALS:
    //! The panel was closed while it had the keyboard.
    void left();
    //! There is something in it that the clerk has not asked for.
    void wanted();
    //! A line of the visitor, while the panel is not in sight.
    void heard(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void wire();
    void setOpen(bool open);
    void openForVisitor();
    void append(const model::TextLine &line);
    void rebuild();
    void takeNewest();
    void showGrowing();
    void showDraft();
    void takeDraft();
    void refresh();
    void refreshToggle();
    [[nodiscard]] QString whoOf(const model::TextLine &line) const;

    model::VisitText &m_text;
    QAction *m_toggle;
    QTextEdit *m_log;
    QLabel *m_growing;
    QLabel *m_unsent;
    QPlainTextEdit *m_field;
    QCheckBox *m_letters;
    QPushButton *m_send;
    bool m_closedByHand{}; //!< in this visit
};

} // namespace sprechtag::clerk::view

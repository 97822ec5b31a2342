// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/VisitDocuments.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace sprechtag::clerk::view {

class DocumentList;

class StockButton;

//! The files of the visit: what the visitor hands over waits here for the clerk's word; what the clerk hands over is
//! chosen here, or dropped.
class DocumentsPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DocumentsPanel)
public:
    //! `toggle` shows and hides the panel, and tells how many files wait.
    DocumentsPanel(model::VisitDocuments &documents, QAction *toggle, QWidget *parent = nullptr);

Q_SIGNALS:
    //! The panel was closed while it had the keyboard.
    void left();
    //! There is something in it that the clerk has not asked for.
    void wanted();
    //! What a screen reader is to say.
    void heard(const QString &text);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void wire();
    void choose();
    void save();
    void setOpen(bool open);
    void refresh();
    void tell(const QString &text);
    [[nodiscard]] QModelIndex current() const;

    model::VisitDocuments &m_documents;
    QAction *m_toggle;
    DocumentList *m_list;
    QLabel *m_hint;
    QLabel *m_news;
    bool m_asks{}; //!< the news is a question that somebody has to answer
    QPushButton *m_accept;
    QPushButton *m_refuse;
    QPushButton *m_save;
    QPushButton *m_remove;
    QPushButton *m_add;
    QPushButton *m_show;
    StockButton *m_stock;
};

} // namespace sprechtag::clerk::view

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/DocumentsPanel.h"

#include "clerk-app/view/Announce.h"
#include "clerk-app/view/DocumentList.h"
#include "clerk-app/view/StockButton.h"

#include <QAction>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>

#include <utility>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using model::VisitDocuments;

namespace {

constexpr int kFilesTried = 1000;

// The folder for downloads, and never over a file that is there.
QString freePath(const QString &name)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    folder.mkpath(u"."_s);
    const QFileInfo wanted(folder.filePath(name));
    for (int i = 2; i < kFilesTried; ++i) {
        const QString numbered =
            i == 2 ? name : u"%1 (%2).%3"_s.arg(wanted.completeBaseName(), QString::number(i - 1), wanted.suffix());
        if (!folder.exists(numbered))
            return folder.filePath(numbered);
    }
    return folder.filePath(name);
}

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

QPushButton *button(const QString &name, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    return made;
}

} // namespace

DocumentsPanel::DocumentsPanel(VisitDocuments &documents, QAction *toggle, QWidget *parent)
    : QWidget(parent)
    , m_documents(documents)
    , m_toggle(toggle)
    , m_list(new DocumentList(documents, this))
    , m_hint(new QLabel(tr("PDF, JPEG or PNG, up to 25 MB each. All of it is erased when the visit ends; save what "
                           "belongs to the matter."),
                        this))
    , m_news(new QLabel(this))
    , m_accept(button(u"documentAcceptButton"_s, tr("A&ccept"), this))
    , m_refuse(button(u"documentRefuseButton"_s, tr("Re&fuse"), this))
    , m_save(button(u"documentSaveButton"_s, tr("Sa&ve"), this))
    , m_remove(button(u"documentRemoveButton"_s, tr("Take bac&k"), this))
    , m_add(button(u"documentAddButton"_s, tr("Hand over a fi&le…"), this))
    , m_show(button(u"documentShowButton"_s, tr("Look at it tog&ether"), this))
    , m_stock(new StockButton(documents.stock(), this))
{
    setObjectName(u"documentsPanel"_s);
    setAcceptDrops(true);
    build();
    wire();
    hide();
    refresh();
}

void DocumentsPanel::build()
{
    m_list->setObjectName(u"documentList"_s);
    m_list->setWordWrap(true);
    m_list->setAccessibleName(tr("Files of this visit"));
    m_hint->setWordWrap(true);
    m_news->setObjectName(u"documentNews"_s);
    m_news->setTextFormat(Qt::PlainText);
    m_news->setWordWrap(true);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_hint, 0, 0, 1, 2);
    layout->addWidget(m_list, 1, 0, 1, 2);
    layout->addWidget(m_news, 2, 0, 1, 2);
    layout->addWidget(m_accept, 3, 0);
    layout->addWidget(m_refuse, 3, 1);
    layout->addWidget(m_show, 4, 0, 1, 2);
    layout->addWidget(m_save, 5, 0);
    layout->addWidget(m_remove, 5, 1);
    layout->addWidget(m_add, 6, 0, 1, 2);
    layout->addWidget(m_stock, 7, 0, 1, 2);
    layout->setRowStretch(1, 1);
}

void DocumentsPanel::wire()
{
    connect(m_toggle, &QAction::toggled, this, &DocumentsPanel::setOpen);
    connect(m_toggle, &QAction::triggered, this, [this](bool open) {
        if (open)
            (m_list->model()->rowCount() > 0 ? static_cast<QWidget *>(m_list) : m_add)->setFocus();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &DocumentsPanel::refresh);
    connect(m_list, &DocumentList::activated, this, [this] {
        if (VisitDocuments::maySave(m_documents.row(current())))
            save();
    });
    connect(m_accept, &QPushButton::clicked, this, [this] { m_documents.judge(current(), true); });
    connect(m_refuse, &QPushButton::clicked, this, [this] { m_documents.judge(current(), false); });
    connect(m_show, &QPushButton::clicked, this, [this] { m_documents.show(current()); });
    connect(m_save, &QPushButton::clicked, this, &DocumentsPanel::save);
    connect(m_remove, &QPushButton::clicked, this, [this] { m_documents.remove(current()); });
    connect(m_stock, &StockButton::told, this, &DocumentsPanel::tell);
    connect(m_add, &QPushButton::clicked, this, &DocumentsPanel::choose);
    // What has just come is what something is done with.
    connect(&m_documents, &VisitDocuments::modelReset, this, [this] {
        if (!current().isValid() && m_documents.rowCount() > 0)
            m_list->setCurrentIndex(m_documents.index(m_documents.rowCount() - 1));
    });
    connect(&m_documents, &VisitDocuments::stateChanged, this, &DocumentsPanel::refresh);
    connect(&m_documents, &VisitDocuments::troubled, this, &DocumentsPanel::tell);
    connect(m_list, &DocumentList::troubled, this, &DocumentsPanel::tell);
    connect(&m_documents, &VisitDocuments::savedTo, this, [this](const QString &path) {
        //: %1 is a path
        tell(tr("Saved: %1").arg(QDir::toNativeSeparators(path)));
    });
    connect(&m_documents, &VisitDocuments::offered, this, [this](const QString &name) {
        Q_EMIT wanted();
        //: %1 is the name of a file
        tell(tr("The visitor hands over %1. Accept or refuse it.").arg(name));
        m_asks = true;
        if (!current().isValid() || !VisitDocuments::mayAccept(m_documents.row(current())))
            m_list->setCurrentIndex(m_documents.index(m_documents.rowCount() - 1));
    });
}

// What was told is told once more to a screen reader, wherever the keyboard is.
void DocumentsPanel::tell(const QString &text)
{
    m_asks = false;
    m_news->setText(text);
    Q_EMIT heard(text);
}

void DocumentsPanel::choose()
{
    auto *dialog = new QFileDialog(this, tr("Hand over a file"));
    dialog->setObjectName(u"documentDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Documents and pictures (*.pdf *.jpg *.jpeg *.png)"));
    connect(dialog, &QFileDialog::filesSelected, &m_documents, &VisitDocuments::send);
    dialog->open();
}

void DocumentsPanel::save()
{
    if (const auto *row = m_documents.row(current()))
        m_documents.save(current(), freePath(row->name));
}

void DocumentsPanel::setOpen(bool open)
{
    const bool hadFocus = isAncestorOf(focusWidget());
    setVisible(open);
    if (!open && hadFocus)
        Q_EMIT left();
}

void DocumentsPanel::refresh()
{
    const auto *row = m_documents.row(current());
    m_accept->setEnabled(VisitDocuments::mayAccept(row));
    m_refuse->setEnabled(VisitDocuments::mayAccept(row));
    const bool shown = m_documents.isShown(row);
    m_show->setText(shown ? tr("&End looking together") : tr("Look at it tog&ether"));
    m_show->setEnabled(shown || (m_documents.canShow() && VisitDocuments::mayShow(row)));
    m_save->setEnabled(VisitDocuments::maySave(row));
    m_remove->setEnabled(VisitDocuments::mayRemove(row));
    m_add->setEnabled(m_documents.canSend());
    m_stock->setEnabled(m_documents.stock().offered());
    m_toggle->setEnabled(m_documents.canSend());
    if (!m_documents.canSend()) {
        m_toggle->setChecked(false);
        m_news->clear();
        m_list->forget();
    }
    const int waiting = m_documents.waiting();
    if (waiting == 0 && std::exchange(m_asks, false))
        m_news->clear();
    //: a button; %1 is how many files wait
    m_toggle->setText(waiting > 0 ? tr("F&iles (%1)").arg(waiting) : tr("F&iles"));
}

QModelIndex DocumentsPanel::current() const
{
    return m_list->currentIndex();
}

void DocumentsPanel::dragEnterEvent(QDragEnterEvent *event)
{
    // What was dragged out of the list is here already.
    if (m_documents.canSend() && event->source() == nullptr && !localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void DocumentsPanel::dropEvent(QDropEvent *event)
{
    m_documents.send(localFiles(event->mimeData()));
    event->acceptProposedAction();
}

} // namespace sprechtag::clerk::view

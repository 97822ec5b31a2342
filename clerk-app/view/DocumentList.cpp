// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/DocumentList.h"

#include <QDir>
#include <QDrag>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

DocumentList::DocumentList(model::VisitDocuments &documents, QWidget *parent)
    : QListView(parent)
    , m_documents(documents)
{
    setModel(&documents);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
}

DocumentList::~DocumentList() = default;

void DocumentList::forget()
{
    m_folder.reset();
}

// Other programs want a file where Qt has no promise of one: it is fetched first, and the drag begins when it is there.
void DocumentList::startDrag(Qt::DropActions /*actions*/)
{
    const auto *row = m_documents.row(currentIndex());
    if (!model::VisitDocuments::maySave(row))
        return;
    m_documents.fetch(currentIndex(), this, [this, name = QFileInfo(row->name).fileName()](const QByteArray &content) {
        if (!QGuiApplication::mouseButtons().testFlag(Qt::LeftButton))
            return;
        const QString path = lay(name, content);
        if (path.isEmpty())
            return Q_EMIT troubled(tr("The file cannot be dragged from here. Save it instead."));
        auto *dragged = new QMimeData;
        dragged->setUrls({QUrl::fromLocalFile(path)});
        auto *drag = new QDrag(this);
        drag->setMimeData(dragged);
        drag->exec(Qt::CopyAction);
    });
}

// Each in a folder of its own: two files may have one name.
QString DocumentList::lay(const QString &name, const QByteArray &content)
{
    if (m_folder == nullptr)
        m_folder = std::make_unique<QTemporaryDir>(QDir::temp().filePath(u"sprechtag-XXXXXX"_s));
    const QString number = QString::number(++m_laid);
    if (!m_folder->isValid() || !QDir(m_folder->path()).mkdir(number))
        return {};
    QFile file(m_folder->filePath(number + u'/' + name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return file.fileName();
}

} // namespace sprechtag::clerk::view

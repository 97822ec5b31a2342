// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/VisitDocuments.h"

#include <QListView>
#include <QTemporaryDir>

#include <memory>

namespace sprechtag::clerk::view {

//! The files of the visit; those that may be saved can be dragged out, to the desktop or into another program.
//!
//! What is dragged lies in a folder that only this user can read. It stays until the visit ends, for programs that copy
//! after the drop.
class DocumentList final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DocumentList)
public:
    explicit DocumentList(model::VisitDocuments &documents, QWidget *parent = nullptr);
    ~DocumentList() override;

    //! Takes away what was dragged.
    void forget();

Q_SIGNALS:
    void troubled(const QString &text);

protected:
    void startDrag(Qt::DropActions actions) override;

private:
    //! Where the content lies now; empty: it cannot be written.
    [[nodiscard]] QString lay(const QString &name, const QByteArray &content);

    model::VisitDocuments &m_documents;
    std::unique_ptr<QTemporaryDir> m_folder;
    int m_laid{};
};

} // namespace sprechtag::clerk::view

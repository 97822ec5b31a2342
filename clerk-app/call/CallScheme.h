// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Id.h"

#include <QUrl>
#include <QWebEngineUrlSchemeHandler>

namespace sprechtag::call {

//! Before QApplication: makes `sprechtag:` a secure origin, without which there is no camera.
void registerCallScheme();

[[nodiscard]] QUrl callPageUrl();
[[nodiscard]] bool isOfCallOrigin(const QUrl &url);

//! Serves the call page out of the app itself: no server, nothing but what was built in, and one picture if it is told.
class CallSchemeHandler final : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallSchemeHandler)

public:
    //! `root` is a folder of the Qt resources, such as `:/clerk-call`.
    explicit CallSchemeHandler(QString root, QObject *parent = nullptr);

    //! The one file that is not built in: the town's picture.
    void setPicture(const QString &file) { m_picture = file; }
    //! And the document that clerk and visitor look at, as `document/<id>`.
    void setDocument(DocumentId document, const QByteArray &content);
    void forgetDocument();
    void requestStarted(QWebEngineUrlRequestJob *job) override;

private:
    void servePicture(QWebEngineUrlRequestJob &job) const;
    void serveDocument(QWebEngineUrlRequestJob &job) const;

    QString m_root;
    QString m_picture;
    QString m_documentPath; //!< empty: there is none
    QByteArray m_document;
};

//! The page as it is served: with the content security policy as the first thing in its head.
[[nodiscard]] QByteArray withContentSecurityPolicy(const QByteArray &html);

} // namespace sprechtag::call

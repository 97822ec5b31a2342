// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QUrl>
#include <QWebEngineUrlSchemeHandler>

namespace sprechtag::call {

//! Before QApplication: makes `sprechtag:` a secure origin, without which there is no camera.
void registerCallScheme();

[[nodiscard]] QUrl callPageUrl();
[[nodiscard]] bool isOfCallOrigin(const QUrl &url);

//! Serves the call page out of the app itself: no server, no file system, nothing but what was built in.
class CallSchemeHandler final : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallSchemeHandler)

public:
    //! `root` is a folder of the Qt resources, such as `:/clerk-call`.
    explicit CallSchemeHandler(QString root, QObject *parent = nullptr);

    void requestStarted(QWebEngineUrlRequestJob *job) override;

private:
    QString m_root;
};

//! The page as it is served: with the content security policy as the first thing in its head.
[[nodiscard]] QByteArray withContentSecurityPolicy(const QByteArray &html);

} // namespace sprechtag::call

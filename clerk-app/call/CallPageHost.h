// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/call/CallBridge.h"
#include "clerk-app/call/CallHardening.h"
#include "clerk-app/call/CallScheme.h"

#include <QPointer>
#include <QTimer>
#include <QWebChannel>
#include <QWebEngineProfile>
#include <QWebEngineView>

namespace sprechtag::call {

class CallPage;
class CallPermissions;

//! The web engine around the call page: loads it, keeps it locked in, speaks with it, and brings it back when it dies.
class CallPageHost final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallPageHost)

public:
    //! `root` is the folder of the Qt resources with the page: index.html without any script, and the scripts (*.js)
    //! that are to run beside it.
    explicit CallPageHost(const QString &root, QObject *parent = nullptr);
    ~CallPageHost() override;

    [[nodiscard]] QWebEngineView *view() const { return m_view; }
    [[nodiscard]] CallPage &page() const { return *m_page; }
    [[nodiscard]] CallPermissions &permissions() const { return *m_permissions; }

    //! Served to the page as background-picture.png, whatever kind of picture it is.
    void setBackgroundPicture(const QString &file) { m_schemeHandler.setPicture(file); }
    //! Served to the page, until it is forgotten.
    void setDocument(DocumentId document, const QByteArray &content) { m_schemeHandler.setDocument(document, content); }
    void forgetDocument() { m_schemeHandler.forgetDocument(); }
    void load();
    void send(const QByteArray &command);
    //! The page has said that it listens: it is healthy.
    void confirmReady();

Q_SIGNALS:
    void reported(const QByteArray &text);
    //! The page is gone and will be loaded again by itself.
    void died();

private:
    void injectScripts(const QString &root);
    void reloadAfterDeath();

    QWebEngineProfile m_profile;
    CallRequestGuard m_guard;
    CallSchemeHandler m_schemeHandler;
    CallPage *m_page;
    CallPermissions *m_permissions;
    CallBridge *m_bridge;
    QWebChannel m_channel;
    QPointer<QWebEngineView> m_view;
    QTimer m_readyTimer;
    QTimer m_reloadTimer;
    QTimer m_calmTimer;
    int m_deathsInARow{};
};

} // namespace sprechtag::call

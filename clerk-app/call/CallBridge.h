// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace sprechtag::call {

//! The one object that the call page sees: it is told `command`s and answers with `report`s, both JSON texts of
//! shared/protocol/Bridge.h.
//!
//! In the page it is `channel.objects.bridge` of `new QWebChannel(qt.webChannelTransport, …)`. Every public slot,
//! signal and property here is open to the page: tests/unit/clerk-app/call holds the list to a golden file.
class CallBridge final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallBridge)

public:
    //! An SDP of 32 KiB, twice that for what JSON escapes.
    static constexpr qsizetype kMaxReportChars = qsizetype{64} * 1024;
    static constexpr const char *kNameInPage = "bridge";

    //! `onReport` is no signal, because the page could then send it to itself.
    explicit CallBridge(std::function<void(const QByteArray &)> onReport, QObject *parent = nullptr);

public Q_SLOTS:
    void report(const QString &text);

Q_SIGNALS:
    void command(const QString &text);

private:
    std::function<void(const QByteArray &)> m_onReport;
};

} // namespace sprechtag::call

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/connection/DocumentPort.h"
#include "clerk-app/connection/ServerAddress.h"
#include "shared/base/Secret.h"
#include "shared/protocol/DocumentMessages.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QPointer>

#include <map>
#include <memory>

class QNetworkReply;

namespace sprechtag::clerk::connection {

//! Files over HTTP, in parts: what was there before a lost line need not go again.
class DocumentLine final : public DocumentPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DocumentLine)
public:
    //! Where the server is and who speaks, as of now; none while nobody is signed in.
    struct Desk
    {
        ServerAddress server;
        Secret token;
    };
    explicit DocumentLine(std::function<std::optional<Desk>()> desk, QObject *parent = nullptr);

    [[nodiscard]] int send(const FileToSend &file) override;
    [[nodiscard]] int sendForm(const FormToSend &form) override;
    void cancel(int key) override;
    void fetch(DocumentId document, qint64 bytes, QObject *guard, Fetched then) override;
    void withdraw(DocumentId document) override;

private:
    struct Upload
    {
        std::variant<FileToSend, FormToSend> what;
        std::unique_ptr<QFile> file;
        std::optional<protocol::DocumentStarted> begun{};
        qint64 sent{};
        int tries{};
    };
    struct Download
    {
        DocumentId document;
        qint64 bytes{};
        QByteArray got{};
        int tries{};
        QPointer<QObject> guard{};
        Fetched then{};
    };
    using Then = std::function<void(int status, const QByteArray &body)>;

    [[nodiscard]] int add(const std::variant<FileToSend, FormToSend> &what);
    [[nodiscard]] static QString pathIn(const std::variant<FileToSend, FormToSend> &what);
    [[nodiscard]] static protocol::DocumentStart startOf(const Upload &upload);
    void step(int key);
    void begin(int key);
    void sendPart(int key);
    void took(int key, int status, const QByteArray &body);
    void again(int key);
    void fail(int key, const QByteArray &body);
    void fetchPart(const std::shared_ptr<Download> &download);
    void tookPart(const std::shared_ptr<Download> &download, int status, const QByteArray &body);
    //! Status 0: nobody has answered.
    void ask(const QByteArray &method, const QString &path, const QByteArray &body,
             const std::vector<std::pair<QByteArray, QByteArray>> &fields, Then then);

    std::function<std::optional<Desk>()> m_desk;
    QNetworkAccessManager m_network;
    std::map<int, Upload> m_uploads;
    int m_lastKey{};
};

} // namespace sprechtag::clerk::connection

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/connection/DocumentLine.h"

#include "shared/protocol/Sessions.h"

#include <QFileInfo>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

#include <algorithm>

namespace sprechtag::clerk::connection {

using namespace Qt::StringLiterals;
using protocol::ErrorCode;

namespace {

constexpr milliseconds kPause{1000};
constexpr int kTries = 60;              // longer than the server keeps what was begun
constexpr int kAnswerWithinMs = 90'000; // a scanner takes its time
constexpr qint64 kFetchBytes = qint64{1024} * 1024;
const QString kPath = u"/api/v1/files"_s;

QString pathOf(DocumentId document)
{
    return kPath + u'/' + QString::fromStdString(document.text());
}

// "bytes 0-9/10", and without the whole as it is asked for.
QByteArray span(qint64 from, qint64 bytes)
{
    return QByteArray::number(from) + '-' + QByteArray::number(from + bytes - 1);
}

} // namespace

DocumentLine::DocumentLine(std::function<std::optional<Desk>()> desk, QObject *parent)
    : DocumentPort(parent)
    , m_desk(std::move(desk))
{
}

int DocumentLine::send(const FileToSend &file)
{
    return add(file);
}

int DocumentLine::sendForm(const FormToSend &form)
{
    return add(form);
}

QString DocumentLine::pathIn(const std::variant<FileToSend, FormToSend> &what)
{
    return std::visit([](const auto &one) { return one.path; }, what);
}

int DocumentLine::add(const std::variant<FileToSend, FormToSend> &what)
{
    const int key = ++m_lastKey;
    m_uploads.emplace(key, Upload{.what = what, .file = std::make_unique<QFile>(pathIn(what))});
    QTimer::singleShot(0, this, [this, key] { step(key); });
    return key;
}

void DocumentLine::cancel(int key)
{
    const auto found = m_uploads.find(key);
    if (found == m_uploads.end())
        return;
    const auto begun = found->second.begun;
    m_uploads.erase(found);
    if (begun)
        withdraw(begun->document);
}

void DocumentLine::withdraw(DocumentId document)
{
    ask("DELETE", pathOf(document), {}, {}, [](int, const QByteArray &) {});
}

void DocumentLine::step(int key)
{
    const auto found = m_uploads.find(key);
    if (found == m_uploads.end())
        return;
    Upload &upload = found->second;
    if (!upload.file->isOpen() && !upload.file->open(QIODevice::ReadOnly))
        return fail(key, protocol::encode(protocol::RestError{.code = ErrorCode::DocumentDamaged}));
    if (upload.file->size() > documents::kFileBytes)
        return fail(key, protocol::encode(protocol::RestError{.code = ErrorCode::DocumentTooLarge}));
    upload.begun ? sendPart(key) : begin(key);
}

protocol::DocumentStart DocumentLine::startOf(const Upload &upload)
{
    protocol::DocumentStart start{.name = QFileInfo(pathIn(upload.what)).fileName(), .bytes = upload.file->size()};
    if (const auto *file = std::get_if<FileToSend>(&upload.what)) {
        start.ticket = file->ticket;
        start.epoch = file->epoch;
    } else {
        start.office = std::get<FormToSend>(upload.what).office;
    }
    return start;
}

void DocumentLine::begin(int key)
{
    const QByteArray body = protocol::encode(startOf(m_uploads.at(key)));
    ask("POST", kPath, body, {{"Content-Type", "application/json"}}, [this, key](int status, const QByteArray &answer) {
        const auto found = m_uploads.find(key);
        if (found == m_uploads.end())
            return;
        if (status == 0)
            return again(key);
        const auto begun = status == 201
                               ? protocol::decodeDocumentStarted(answer)
                               : protocol::Decoded<protocol::DocumentStarted>(Failure(protocol::DecodeError{}));
        if (!begun)
            return fail(key, answer);
        found->second.begun = *begun;
        found->second.tries = 0;
        step(key);
    });
}

void DocumentLine::sendPart(int key)
{
    Upload &upload = m_uploads.at(key);
    const qint64 size = upload.file->size();
    const qint64 bytes = std::min(upload.begun->partBytes, size - upload.sent);
    if (!upload.file->seek(upload.sent))
        return fail(key, protocol::encode(protocol::RestError{.code = ErrorCode::DocumentDamaged}));
    const QByteArray part = upload.file->read(bytes);
    const QByteArray range = "bytes " + span(upload.sent, bytes) + '/' + QByteArray::number(size);
    ask("PUT", pathOf(upload.begun->document), part,
        {{"Content-Type", "application/octet-stream"}, {"Content-Range", range}},
        [this, key](int status, const QByteArray &body) { took(key, status, body); });
}

void DocumentLine::took(int key, int status, const QByteArray &body)
{
    const auto found = m_uploads.find(key);
    if (found == m_uploads.end())
        return;
    if (status == 0)
        return again(key);
    Upload &upload = found->second;
    // Another part was expected: it goes on from there.
    const auto refused = protocol::decodeRestError(body);
    const auto received = protocol::decodeDocumentReceived(body);
    if (status == 200 && received)
        upload.sent = received->received;
    else if (status == 409 && refused && refused->received)
        upload.sent = *refused->received;
    else
        return fail(key, body);
    upload.tries = 0;
    Q_EMIT progressed(key, upload.sent);
    if (status == 200 && upload.sent == upload.file->size()) {
        m_uploads.erase(found);
        if (received->form) {
            Q_EMIT checked(key, *received->form, received->cleaned);
        } else {
            Q_EMIT sent(key);
        }
        return;
    }
    step(key);
}

void DocumentLine::again(int key)
{
    if (++m_uploads.at(key).tries > kTries)
        return fail(key, {});
    QTimer::singleShot(kPause, this, [this, key] { step(key); });
}

void DocumentLine::fail(int key, const QByteArray &body)
{
    const auto error = protocol::decodeRestError(body);
    m_uploads.erase(key);
    Q_EMIT failed(key, error ? error->code : ErrorCode::TryLater);
}

void DocumentLine::fetch(DocumentId document, qint64 bytes, QObject *guard, Fetched then)
{
    fetchPart(std::make_shared<Download>(
        Download{.document = document, .bytes = bytes, .guard = guard, .then = std::move(then)}));
}

void DocumentLine::fetchPart(const std::shared_ptr<Download> &download)
{
    const qint64 from = download->got.size();
    ask("GET", pathOf(download->document), {},
        {{"Range", "bytes=" + span(from, std::min(kFetchBytes, download->bytes - from))}},
        [this, download](int status, const QByteArray &body) { tookPart(download, status, body); });
}

void DocumentLine::tookPart(const std::shared_ptr<Download> &download, int status, const QByteArray &body)
{
    if (!download->guard)
        return;
    if (status == 0 && ++download->tries <= kTries) {
        QTimer::singleShot(kPause, this, [this, download] { fetchPart(download); });
        return;
    }
    if (status != 206 || body.isEmpty())
        return download->then(std::nullopt);
    download->tries = 0;
    download->got += body;
    if (download->got.size() >= download->bytes)
        download->then(download->got);
    else
        fetchPart(download);
}

void DocumentLine::ask(const QByteArray &method, const QString &path, const QByteArray &body,
                       const std::vector<std::pair<QByteArray, QByteArray>> &fields, Then then)
{
    const auto desk = m_desk();
    if (!desk)
        return then(0, {});
    QNetworkRequest request(desk->server.rest(path));
    request.setTransferTimeout(kAnswerWithinMs);
    // A session token must not follow a redirect to somewhere else.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setRawHeader("Authorization", "Bearer " + desk->token.reveal());
    for (const auto &[name, value] : fields)
        request.setRawHeader(name, value);
    QNetworkReply *reply = m_network.sendCustomRequest(request, method, body);
    // Whatever answers there must not fill the memory.
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received, qint64) {
        if (received > 2 * kFetchBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [reply, then = std::move(then)] {
        reply->deleteLater();
        then(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll());
    });
}

} // namespace sprechtag::clerk::connection

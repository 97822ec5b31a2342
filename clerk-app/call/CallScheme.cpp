// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/call/CallScheme.h"

#include "shared/base/Log.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QRegularExpression>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlScheme>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace sprechtag::call {

namespace {

constexpr QByteArrayView kScheme = "sprechtag";

// No script of the page itself: the only code comes from the app into an isolated world, which this policy does not
// bind. Whatever could slip into the page's markup therefore stays dead text. `sprechtag:` stands for 'self', which
// older Chromium does not match for schemes of its own. The background of the picture is computed in WebAssembly, which
// is asked for here though it runs in the isolated world. Documents are read in a worker, which the script makes of a
// file of the app. These files, and the document that is shown, are all that is read, from the app.
constexpr QByteArrayView kPolicy =
    "default-src 'none'; script-src 'wasm-unsafe-eval'; style-src sprechtag:; img-src sprechtag:; font-src sprechtag:; "
    "media-src sprechtag: blob:; connect-src sprechtag:; worker-src blob:; frame-src 'none'; object-src 'none'; "
    "base-uri 'none'; "
    "form-action 'none'; require-trusted-types-for 'script'";

struct FileKind
{
    QLatin1StringView suffix;
    QByteArrayView mimeType;
};

// Scripts are not among them on purpose: they are injected, not fetched. What a worker runs is given out as bytes.
constexpr std::array kServed = {
    FileKind{".html"_L1, "text/html"},
    FileKind{".css"_L1, "text/css"},
    FileKind{".woff2"_L1, "font/woff2"},
    FileKind{".svg"_L1, "image/svg+xml"},
    FileKind{".png"_L1, "image/png"},
    FileKind{".wasm"_L1, "application/wasm"},
    FileKind{".tflite"_L1, "application/octet-stream"},
    FileKind{".worker"_L1, "application/octet-stream"},
};

std::optional<FileKind> kindOf(const QString &path)
{
    for (const FileKind &kind : kServed) {
        if (path.endsWith(kind.suffix))
            return kind;
    }
    return std::nullopt;
}

constexpr auto kPicturePath = "/background-picture.png"_L1;
constexpr QSize kLargestPicture(1280, 720); // as the camera's

bool isPlainPath(const QString &path)
{
    static const QRegularExpression plain(u"\\A(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)+\\z"_s);
    return plain.match(path).hasMatch();
}

} // namespace

void registerCallScheme()
{
    if (QWebEngineUrlScheme::schemeByName(kScheme.toByteArray()) != QWebEngineUrlScheme())
        return;
    QWebEngineUrlScheme scheme(kScheme.toByteArray());
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Host);
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme | QWebEngineUrlScheme::CorsEnabled);
    QWebEngineUrlScheme::registerScheme(scheme);
}

QUrl callPageUrl()
{
    return QUrl(u"sprechtag://call/index.html"_s);
}

bool isOfCallOrigin(const QUrl &url)
{
    return url.scheme() == callPageUrl().scheme() && url.host() == callPageUrl().host() && url.port() == -1 &&
           url.userInfo().isEmpty();
}

QByteArray withContentSecurityPolicy(const QByteArray &html)
{
    constexpr QByteArrayView kHead = "<head>";
    const qsizetype head = html.indexOf(kHead);
    if (head < 0)
        return {};
    QByteArray page = html;
    page.insert(head + kHead.size(),
                "<meta http-equiv=\"Content-Security-Policy\" content=\"" + kPolicy.toByteArray() + "\">");
    return page;
}

CallSchemeHandler::CallSchemeHandler(QString root, QObject *parent)
    : QWebEngineUrlSchemeHandler(parent)
    , m_root(std::move(root))
{
}

void CallSchemeHandler::requestStarted(QWebEngineUrlRequestJob *job)
{
    const QUrl url = job->requestUrl();
    const QString path = url.path();
    const std::optional<FileKind> kind = kindOf(path);
    if (!m_documentPath.isEmpty() && path == m_documentPath && job->requestMethod() == "GET" && isOfCallOrigin(url)) {
        serveDocument(*job);
        return;
    }
    if (job->requestMethod() != "GET" || !isOfCallOrigin(url) || !isPlainPath(path) || !kind) {
        job->fail(QWebEngineUrlRequestJob::RequestDenied);
        return;
    }
    if (path == kPicturePath) {
        servePicture(*job);
        return;
    }
    QFile file(m_root + path);
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcCall) << "the call page asks for a file that is not in the app:" << path;
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        return;
    }
    const bool isPage = kind->suffix == ".html"_L1;
    auto *body = new QBuffer(job);
    body->setData(isPage ? withContentSecurityPolicy(file.readAll()) : file.readAll());
    body->open(QIODevice::ReadOnly);
    job->reply(kind->mimeType.toByteArray(), body);
}

void CallSchemeHandler::setDocument(DocumentId document, const QByteArray &content)
{
    m_documentPath = u"/document/"_s + QString::fromStdString(document.text());
    m_document = content;
}

void CallSchemeHandler::forgetDocument()
{
    m_documentPath.clear();
    m_document.clear();
}

// As bytes, whatever they are: nothing but the script of the page makes anything of them.
void CallSchemeHandler::serveDocument(QWebEngineUrlRequestJob &job) const
{
    auto *body = new QBuffer(&job);
    body->setData(m_document);
    body->open(QIODevice::ReadOnly);
    job.reply("application/octet-stream", body);
}

// Read and written anew: whatever lies in the file, the page gets the points of a picture.
void CallSchemeHandler::servePicture(QWebEngineUrlRequestJob &job) const
{
    QImageReader reader(m_picture);
    reader.setAutoTransform(true);
    reader.setDecideFormatFromContent(true);
    QImage picture = reader.read();
    if (picture.isNull()) {
        qCWarning(lcCall) << "the picture for the background cannot be read:" << reader.errorString();
        job.fail(QWebEngineUrlRequestJob::UrlNotFound);
        return;
    }
    if (picture.width() > kLargestPicture.width() || picture.height() > kLargestPicture.height())
        picture = picture.scaled(kLargestPicture, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    auto *body = new QBuffer(&job);
    body->open(QIODevice::ReadWrite);
    picture.save(body, "PNG");
    body->seek(0);
    job.reply("image/png", body);
}

} // namespace sprechtag::call

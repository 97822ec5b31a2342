// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/http/Site.h"

#include "server/http/Negotiation.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <array>

namespace sprechtag::http {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 67'108'864;

// Small and without style: it must be right even where the built pages are broken.
constexpr std::string_view kNotFoundPage =
    "<!doctype html>\n<html lang=\"de\">\n<head><meta charset=\"utf-8\"><title>Seite nicht gefunden</title>"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"></head>\n<body>\n"
    "<h1>Diese Seite gibt es nicht</h1>\n<p><a href=\"/\">Zur Übersicht der Ämter</a></p>\n"
    "<div lang=\"en\"><h2>This page does not exist</h2>\n<p><a href=\"/\">To the overview of offices</a></p></div>\n"
    "</body>\n</html>\n";

struct Type
{
    QLatin1String suffix;
    const char *name{};
    bool compressible{};
};
constexpr std::array kTypes{Type{".html"_L1, "text/html; charset=utf-8", true},
                            Type{".js"_L1, "text/javascript; charset=utf-8", true},
                            Type{".mjs"_L1, "text/javascript; charset=utf-8", true},
                            Type{".css"_L1, "text/css; charset=utf-8", true},
                            Type{".json"_L1, "application/json", true},
                            Type{".webmanifest"_L1, "application/manifest+json", true},
                            Type{".svg"_L1, "image/svg+xml", true},
                            Type{".txt"_L1, "text/plain; charset=utf-8", true},
                            Type{".wasm"_L1, "application/wasm", true},
                            Type{".png"_L1, "image/png", false},
                            Type{".jpg"_L1, "image/jpeg", false},
                            Type{".ico"_L1, "image/vnd.microsoft.icon", false},
                            Type{".woff2"_L1, "font/woff2", false},
                            Type{".mp3"_L1, "audio/mpeg", false},
                            Type{".wav"_L1, "audio/wav", false},
                            Type{".ogg"_L1, "audio/ogg", false}};
constexpr Type kOtherType{""_L1, "application/octet-stream", false};

const Type &typeOf(const QString &path)
{
    const auto type = std::ranges::find_if(kTypes, [&](const Type &t) { return path.endsWith(t.suffix); });
    return type == kTypes.end() ? kOtherType : *type;
}

std::string cachingOf(const QString &path, bool page)
{
    if (path.startsWith("/assets/"_L1))
        return "public, max-age=31536000, immutable";
    return page ? "no-store" : "no-cache";
}

//! Cuts the ending of a compressed file off its path and says its content coding.
std::string takeCoding(QString &path)
{
    if (path.endsWith(".br"_L1)) {
        path.chop(3);
        return "br";
    }
    if (path.endsWith(".gz"_L1)) {
        path.chop(3);
        return "gzip";
    }
    return {};
}

std::string etagOf(const QByteArray &bytes)
{
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).first(16);
    return '"' + hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString() + '"';
}

bool isElsewhere(std::string_view path)
{
    return path == "/health" || path.starts_with("/api/") || path.starts_with("/ws/");
}

} // namespace

Site::Site(HeaderPolicy policy)
    : m_policy(std::move(policy))
{
}

Result<Site, SiteError> Site::load(const QString &folder, HeaderPolicy policy)
{
    Site site(std::move(policy));
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        bytes += files.fileInfo().size();
        if (bytes > kMostBytes)
            return Failure(SiteError::TooLarge);
        if (const auto error = site.add(folder, file))
            return Failure(*error);
    }
    std::erase_if(site.m_files, [](const auto &entry) { return !entry.second.variants.contains(""); });
    auto index = site.m_files.extract("/index.html");
    if (index.empty())
        return Failure(SiteError::NoIndex);
    index.key() = "/";
    site.m_files.insert(std::move(index));
    return site;
}

std::optional<SiteError> Site::add(const QString &folder, const QString &file)
{
    QString path = u'/' + QDir(folder).relativeFilePath(file);
    if (path.contains("/."_L1))
        return std::nullopt;
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return SiteError::Unreadable;
    const QByteArray bytes = source.readAll();
    if (bytes.size() != source.size())
        return SiteError::Unreadable;
    const std::string coding = takeCoding(path);
    const Type &type = typeOf(path);
    const bool page = path.endsWith(".html"_L1);
    File &entry = m_files[path.toStdString()];
    entry.type = type.name;
    entry.caching = cachingOf(path, page);
    entry.framing = page ? Framing::ByConfiguration : Framing::Never;
    entry.compressible = type.compressible;
    entry.variants[coding] = {etagOf(bytes), std::make_shared<const std::string>(bytes.toStdString())};
    return std::nullopt;
}

std::optional<Response> Site::serve(const Request &request) const
{
    if (isElsewhere(request.path))
        return std::nullopt;
    if (request.method != "GET" && request.method != "HEAD")
        return wrongMethod();
    const auto file = m_files.find(request.path);
    return file == m_files.end() ? notFound() : answer(file->second, request);
}

Response Site::answer(const File &file, const Request &request) const
{
    const std::string_view accepted = request.header("accept-encoding");
    std::string coding;
    for (const char *offered : {"gzip", "br"})
        if (file.variants.contains(offered) && accepts(accepted, offered))
            coding = offered;
    const Variant &variant = file.variants.at(coding);
    const bool known = matches(request.header("if-none-match"), variant.etag);
    Response response{.status = known ? 304 : 200};
    if (!known) {
        response.headers.emplace_back("Content-Type", file.type);
        response.body = variant.body;
        if (!coding.empty())
            response.headers.emplace_back("Content-Encoding", coding);
    }
    response.headers.emplace_back("ETag", variant.etag);
    if (file.compressible)
        response.headers.emplace_back("Vary", "Accept-Encoding");
    response.headers.emplace_back("Cache-Control", file.caching);
    m_policy.protect(response, file.framing);
    return response;
}

Response Site::notFound() const
{
    static const auto page = std::make_shared<const std::string>(kNotFoundPage);
    Response response{.status = 404, .headers = {{"Content-Type", "text/html; charset=utf-8"}}, .body = page};
    m_policy.protect(response);
    return response;
}

Response Site::wrongMethod() const
{
    Response response{.status = 405, .headers = {{"Allow", "GET, HEAD"}}};
    m_policy.protect(response);
    return response;
}

} // namespace sprechtag::http

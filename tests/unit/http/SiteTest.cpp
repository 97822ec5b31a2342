// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/http/Site.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::http;
using namespace Qt::StringLiterals;

namespace {

HeaderPolicy policy()
{
    return HeaderPolicy(*Origin::parse("https://amt.example"), {*Origin::parse("https://www.stadt.example")});
}

void write(const QString &path, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray field(const Response &response, std::string_view name)
{
    QByteArray value;
    for (const auto &[key, text] : response.headers)
        if (key == name)
            value += (value.isEmpty() ? "" : " | ") + QByteArray::fromStdString(text);
    return value;
}

QByteArray body(const Response &response)
{
    return response.body ? QByteArray::fromStdString(*response.body) : QByteArray();
}

} // namespace

class SiteTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::optional<Site> m_site;

    Response ask(const std::string &path, std::map<std::string, std::string> headers = {})
    {
        const auto response = m_site->serve({.method = "GET", .path = path, .headers = std::move(headers)});
        return response.value_or(Response{.status = 0});
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString web = m_folder.filePath(u"web"_s);
        write(web + u"/index.html"_s, "<!doctype html>the page");
        write(web + u"/embed.html"_s, "<!doctype html>the widget");
        write(web + u"/favicon.svg"_s, "<svg/>");
        write(web + u"/assets/app-3f1c.js"_s, "the script");
        write(web + u"/assets/app-3f1c.js.br"_s, "script as br");
        write(web + u"/assets/app-3f1c.js.gz"_s, "script as gz");
        write(web + u"/assets/style-77aa.css"_s, "the style");
        write(web + u"/assets/style-77aa.css.gz"_s, "style as gz");
        write(web + u"/assets/font-12.woff2"_s, "the font");
        write(web + u"/assets/orphan.js.br"_s, "compressed alone");
        write(web + u"/.git/config"_s, "hidden");
        write(web + u"/.env"_s, "hidden");
        write(m_folder.filePath(u"secret.txt"_s), "outside");
        QVERIFY(QFile::link(m_folder.filePath(u"secret.txt"_s), web + u"/link.txt"_s));
        auto site = Site::load(web, policy());
        QVERIFY(site.ok());
        m_site = *std::move(site);
    }

    void servesAFile_data()
    {
        QTest::addColumn<std::string>("path");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("caching");
        const QByteArray forever = "public, max-age=31536000, immutable";
        const QByteArray html = "text/html; charset=utf-8";
        QTest::newRow("the page at the root")
            << std::string("/") << QByteArray("<!doctype html>the page") << html << QByteArray("no-store");
        QTest::newRow("another page") << std::string("/embed.html") << QByteArray("<!doctype html>the widget") << html
                                      << QByteArray("no-store");
        QTest::newRow("a picture at the root") << std::string("/favicon.svg") << QByteArray("<svg/>")
                                               << QByteArray("image/svg+xml") << QByteArray("no-cache");
        QTest::newRow("a script") << std::string("/assets/app-3f1c.js") << QByteArray("the script")
                                  << QByteArray("text/javascript; charset=utf-8") << forever;
        QTest::newRow("a style") << std::string("/assets/style-77aa.css") << QByteArray("the style")
                                 << QByteArray("text/css; charset=utf-8") << forever;
        QTest::newRow("a font") << std::string("/assets/font-12.woff2") << QByteArray("the font")
                                << QByteArray("font/woff2") << forever;
    }
    void servesAFile()
    {
        QFETCH(std::string, path);
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, caching);
        const Response response = ask(path);
        QCOMPARE(response.status, 200);
        QCOMPARE(body(response), content);
        QCOMPARE(field(response, "Content-Type"), type);
        QCOMPARE(field(response, "Cache-Control"), caching);
        QCOMPARE(field(response, "X-Content-Type-Options"), QByteArray("nosniff"));
    }

    void picksTheBestCodingThatTheBrowserTakes_data()
    {
        QTest::addColumn<std::string>("path");
        QTest::addColumn<std::string>("accepted");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("coding");
        const std::string script = "/assets/app-3f1c.js";
        const std::string style = "/assets/style-77aa.css";
        QTest::newRow("no wish") << script << std::string() << QByteArray("the script") << QByteArray();
        QTest::newRow("what browsers send")
            << script << std::string("gzip, deflate, br, zstd") << QByteArray("script as br") << QByteArray("br");
        QTest::newRow("gzip alone") << script << std::string("gzip") << QByteArray("script as gz")
                                    << QByteArray("gzip");
        QTest::newRow("no br") << script << std::string("br;q=0, gzip;q=0.5") << QByteArray("script as gz")
                               << QByteArray("gzip");
        QTest::newRow("anything") << script << std::string("*") << QByteArray("script as br") << QByteArray("br");
        QTest::newRow("anything but br") << script << std::string("*, br;q=0.000") << QByteArray("script as gz")
                                         << QByteArray("gzip");
        QTest::newRow("nothing") << script << std::string("*;q=0") << QByteArray("the script") << QByteArray();
        QTest::newRow("only as it is") << script << std::string("identity") << QByteArray("the script") << QByteArray();
        QTest::newRow("br where there is only gzip")
            << style << std::string("br, gzip") << QByteArray("style as gz") << QByteArray("gzip");
        QTest::newRow("in capital letters")
            << script << std::string("GZIP") << QByteArray("script as gz") << QByteArray("gzip");
        QTest::newRow("a name that only begins so")
            << script << std::string("brotli, gzipped") << QByteArray("the script") << QByteArray();
    }
    void picksTheBestCodingThatTheBrowserTakes()
    {
        QFETCH(std::string, path);
        QFETCH(std::string, accepted);
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, coding);
        const Response response = ask(path, {{"accept-encoding", accepted}});
        QCOMPARE(body(response), content);
        QCOMPARE(field(response, "Content-Encoding"), coding);
        QCOMPARE(field(response, "Vary"), QByteArray("Accept-Encoding"));
    }

    void saysThatNothingHasChanged_data()
    {
        QTest::addColumn<QByteArray>("known");
        QTest::addColumn<int>("status");
        QTest::newRow("the same") << QByteArray("@") << 304;
        QTest::newRow("the same, weakly") << QByteArray("W/@") << 304;
        QTest::newRow("the same among others") << QByteArray("\"x\" , @ ,\"y\"") << 304;
        QTest::newRow("whatever there is") << QByteArray("*") << 304;
        QTest::newRow("another one") << QByteArray("\"x\"") << 200;
        QTest::newRow("junk") << QByteArray(",,;\"") << 200;
    }
    void saysThatNothingHasChanged()
    {
        QFETCH(QByteArray, known);
        QFETCH(int, status);
        const Response first = ask("/assets/app-3f1c.js");
        known.replace("@", field(first, "ETag"));
        const Response second = ask("/assets/app-3f1c.js", {{"if-none-match", known.toStdString()}});
        QCOMPARE(second.status, status);
        QCOMPARE(body(second), status == 304 ? QByteArray() : QByteArray("the script"));
        QCOMPARE(field(second, "ETag"), field(first, "ETag"));
        QCOMPARE(field(second, "Cache-Control"), field(first, "Cache-Control"));
    }

    void codingsOfOneFileHaveDifferentTags()
    {
        const std::string path = "/assets/app-3f1c.js";
        const QByteArray plain = field(ask(path), "ETag");
        const QByteArray small = field(ask(path, {{"accept-encoding", "br"}}), "ETag");
        QVERIFY(plain != small);
        QCOMPARE(ask(path, {{"accept-encoding", "br"}, {"if-none-match", plain.toStdString()}}).status, 200);
    }

    void servesNothingElse_data()
    {
        QTest::addColumn<std::string>("path");
        for (const char *path : {"/nothing",
                                 "/index.html",
                                 "/assets",
                                 "/assets/",
                                 "/assets/app-3f1c.js.br",
                                 "/assets/orphan.js",
                                 "/assets/orphan.js.br",
                                 "/.git/config",
                                 "/.env",
                                 "/../secret.txt",
                                 "/assets/../../secret.txt",
                                 "/link.txt",
                                 "//",
                                 "/;a",
                                 "/assets/..%2f..%2fsecret.txt",
                                 "",
                                 "index.html",
                                 "/metrics",
                                 "/admin",
                                 "/INDEX.HTML",
                                 "/api",
                                 "/healthy"})
            QTest::addRow("'%s'", path) << std::string(path);
        QTest::newRow("a zero byte") << std::string("/index.html\0.js", 15);
        QTest::newRow("bytes that are no UTF-8") << std::string("/\xc0\xae\xc0\xae/secret.txt");
        QTest::newRow("8 KiB") << "/" + std::string(8192, 'a');
    }
    void servesNothingElse()
    {
        QFETCH(std::string, path);
        const Response response = ask(path);
        QCOMPARE(response.status, 404);
        QVERIFY(body(response).contains("Diese Seite gibt es nicht"));
        QVERIFY(body(response).contains("This page does not exist"));
        QCOMPARE(field(response, "Cache-Control"), QByteArray("no-store"));
    }

    void leavesToOthersWhatIsNotItsOwn()
    {
        for (const char *path : {"/api/v1/sessions", "/api/", "/ws/citizen", "/ws/clerk", "/health"})
            QVERIFY2(!m_site->serve({.method = "POST", .path = path}), path);
    }

    void refusesEveryOtherMethod_data()
    {
        QTest::addColumn<std::string>("method");
        for (const char *method : {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "FOO", "get", ""})
            QTest::addRow("'%s'", method) << std::string(method);
    }
    void refusesEveryOtherMethod()
    {
        QFETCH(std::string, method);
        const auto response = m_site->serve({.method = method, .path = "/", .body = "<echo>"});
        QVERIFY(response);
        QCOMPARE(response->status, 405);
        QCOMPARE(field(*response, "Allow"), QByteArray("GET, HEAD"));
        QVERIFY(!body(*response).contains("echo"));
    }

    void answersHeadAsGet()
    {
        const auto head = m_site->serve({.method = "HEAD", .path = "/"});
        QVERIFY(head);
        QCOMPARE(head->status, 200);
        QVERIFY(head->headers == ask("/").headers);
    }

    void onlyPagesMayBeEmbedded()
    {
        QVERIFY(field(ask("/"), "Content-Security-Policy").contains("frame-ancestors https://www.stadt.example;"));
        for (const char *path : {"/nothing", "/assets/app-3f1c.js"})
            QVERIFY2(field(ask(path), "Content-Security-Policy").contains("frame-ancestors 'none';"), path);
    }

    void doesNotStartWithoutPages()
    {
        const QTemporaryDir empty;
        const auto none = Site::load(empty.path(), policy());
        QVERIFY(!none.ok());
        QVERIFY(none.error() == SiteError::NoIndex);
        QVERIFY(!Site::load(u"/nowhere/at/all"_s, policy()).ok());
    }

    void doesNotReadAFolderThatIsNoWebFolder()
    {
        const QTemporaryDir folder;
        write(folder.filePath(u"index.html"_s), "x");
        QFile file(folder.filePath(u"video.mp4"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(65 * 1024 * 1024));
        const auto site = Site::load(folder.path(), policy());
        QVERIFY(!site.ok());
        QVERIFY(site.error() == SiteError::TooLarge);
    }
};

QTEST_GUILESS_MAIN(SiteTest)
#include "SiteTest.moc"

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/http/Origin.h"
#include "server/http/Negotiation.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::http;

class OriginTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsOnlyWhatBrowsersSend_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("a site") << std::string("https://amt.example") << true;
        QTest::newRow("with a port") << std::string("http://127.0.0.1:8480") << true;
        QTest::newRow("an address of version 6") << std::string("http://[::1]:8480") << true;
        QTest::newRow("the usual port") << std::string("https://amt.example:443") << false;
        QTest::newRow("the usual port without TLS") << std::string("http://amt.example:80") << false;
        QTest::newRow("the other usual port") << std::string("http://amt.example:443") << true;
        QTest::newRow("a slash at the end") << std::string("https://amt.example/") << false;
        QTest::newRow("a path") << std::string("https://amt.example/buergeramt") << false;
        QTest::newRow("capital letters") << std::string("https://Amt.example") << false;
        QTest::newRow("a user") << std::string("https://me@amt.example") << false;
        QTest::newRow("another scheme") << std::string("ftp://amt.example") << false;
        QTest::newRow("no scheme") << std::string("amt.example") << false;
        QTest::newRow("no host") << std::string("https://") << false;
        QTest::newRow("no port after the colon") << std::string("https://amt.example:") << false;
        QTest::newRow("a port that is too large") << std::string("https://amt.example:65536") << false;
        QTest::newRow("a port with a zero before it") << std::string("https://amt.example:08480") << false;
        QTest::newRow("a source list") << std::string("https://amt.example *") << false;
        QTest::newRow("a wildcard") << std::string("https://*.example") << false;
        QTest::newRow("the end of a policy") << std::string("https://amt.example; script-src *") << false;
        QTest::newRow("a new header line") << std::string("https://amt.example\r\nSet-Cookie: a") << false;
        QTest::newRow("null") << std::string("null") << false;
        QTest::newRow("nothing") << std::string() << false;
    }
    void readsOnlyWhatBrowsersSend()
    {
        QFETCH(std::string, text);
        QFETCH(bool, good);
        const auto origin = Origin::parse(text);
        QCOMPARE(origin.has_value(), good);
        if (origin)
            QCOMPARE(origin->text(), text);
    }

    void knowsTheWebSocketOfASite()
    {
        QCOMPARE(Origin::parse("https://amt.example")->webSocket(), std::string("wss://amt.example"));
        QCOMPARE(Origin::parse("http://127.0.0.1:8480")->webSocket(), std::string("ws://127.0.0.1:8480"));
    }

    void onlyOurOwnPagesMayConnect_data()
    {
        QTest::addColumn<std::optional<std::string>>("sent");
        QTest::addColumn<bool>("ours");
        const auto row = [](const char *name, const std::optional<std::string> &sent, bool ours) {
            QTest::newRow(name) << sent << ours;
        };
        row("ours", "https://amt.example", true);
        row("our second name", "https://www.amt.example:8443", true);
        row("none", std::nullopt, false);
        row("an empty one", "", false);
        row("null", "null", false);
        row("a stranger's", "https://evil.example", false);
        row("one that begins as ours", "https://amt.example.evil.tld", false);
        row("one that ends as ours", "https://evil-amt.example", false);
        row("ours without TLS", "http://amt.example", false);
        row("ours on another port", "https://amt.example:444", false);
        row("ours with its usual port", "https://amt.example:443", false);
        row("ours in capital letters", "https://AMT.EXAMPLE", false);
        row("ours with a slash", "https://amt.example/", false);
        row("ours twice", "https://amt.example, https://amt.example", false);
    }
    void onlyOurOwnPagesMayConnect()
    {
        QFETCH(std::optional<std::string>, sent);
        QFETCH(bool, ours);
        Request request;
        if (sent)
            request.headers["origin"] = *sent;
        const std::vector<Origin> origins{*Origin::parse("https://amt.example"),
                                          *Origin::parse("https://www.amt.example:8443")};
        QCOMPARE(comesFrom(request, origins), ours);
        QVERIFY(!comesFrom(request, {}));
    }

    void readsABearerToken_data()
    {
        QTest::addColumn<std::string>("sent");
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("a token") << std::string("Bearer abc-DEF_1.2~3+4/5==") << QByteArray("abc-DEF_1.2~3+4/5==");
        QTest::newRow("in small letters") << std::string("bearer abc") << QByteArray("abc");
        QTest::newRow("the longest") << "Bearer " + std::string(512, 'a') << QByteArray(512, 'a');
        QTest::newRow("longer") << "Bearer " + std::string(513, 'a') << QByteArray();
        QTest::newRow("nothing") << std::string() << QByteArray();
        QTest::newRow("no token") << std::string("Bearer ") << QByteArray();
        QTest::newRow("no word") << std::string("abc") << QByteArray();
        QTest::newRow("another scheme") << std::string("Basic YTpi") << QByteArray();
        QTest::newRow("two tokens") << std::string("Bearer a b") << QByteArray();
        QTest::newRow("two blanks") << std::string("Bearer  a") << QByteArray();
        QTest::newRow("a list") << std::string("Bearer a, Bearer b") << QByteArray();
        QTest::newRow("letters that no token has") << std::string("Bearer \xc3\xa4") << QByteArray();
    }
    void readsABearerToken()
    {
        QFETCH(std::string, sent);
        QFETCH(QByteArray, token);
        const auto read = bearerToken({.headers = {{"authorization", sent}}});
        QCOMPARE(read ? read->reveal() : QByteArray(), token);
    }

    void knowsJson_data()
    {
        QTest::addColumn<std::string>("type");
        QTest::addColumn<bool>("json");
        QTest::newRow("JSON") << std::string("application/json") << true;
        QTest::newRow("with its letters") << std::string("Application/JSON; charset=UTF-8") << true;
        QTest::newRow("with other letters") << std::string("application/json; charset=latin1") << false;
        QTest::newRow("a form") << std::string("application/x-www-form-urlencoded") << false;
        QTest::newRow("text, which a foreign page may send") << std::string("text/plain") << false;
        QTest::newRow("nothing") << std::string() << false;
        QTest::newRow("something that begins so") << std::string("application/jsonp") << false;
    }
    void knowsJson()
    {
        QFETCH(std::string, type);
        QFETCH(bool, json);
        QCOMPARE(isJson(type), json);
    }
};

QTEST_GUILESS_MAIN(OriginTest)
#include "OriginTest.moc"

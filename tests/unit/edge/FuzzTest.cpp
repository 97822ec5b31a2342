// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/edge/EdgeHost.h"
#include "tests/unit/edge/RawClient.h"

#include "server/edge/FrameReader.h"
#include "server/edge/HttpHead.h"
#include "server/edge/Utf8.h"

#include <QTest>

#include <future>
#include <random>

using namespace sprechtag;
using namespace sprechtag::test;

namespace {

constexpr unsigned kSeed = 20260302; // a failure can be repeated

// Seeds are honest inputs; changed ones get further than noise does.
std::string mutated(std::mt19937 &random, std::string text)
{
    const auto below = [&](std::size_t limit) { return random() % std::max<std::size_t>(limit, 1); };
    for (std::size_t changes = 1 + below(6); changes > 0; --changes) {
        const std::size_t at = below(text.size());
        switch (below(5)) {
        case 0:
            text.insert(at, 1, static_cast<char>(random()));
            break;
        case 1:
            text.erase(at, 1 + below(4));
            break;
        case 2:
            text.insert(at, text.substr(below(text.size()), below(40)));
            break;
        case 3:
            text.resize(at);
            break;
        default:
            if (at < text.size())
                text[at] = static_cast<char>(random());
        }
    }
    return text;
}

std::string noise(std::mt19937 &random)
{
    std::string text(random() % 200, '\0');
    for (char &c : text)
        c = static_cast<char>(random());
    return text;
}

std::string someRequest(std::mt19937 &random)
{
    static const std::vector<std::string> kSeeds{
        "GET /a%20b?x=1 HTTP/1.1\r\nHost: localhost:80\r\nAccept: */*\r\nCookie: a=b\r\n\r\n",
        "POST /p HTTP/1.1\r\nHost: [::1]\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\nabcde",
        "POST /p HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n",
        "GET http://localhost/ws HTTP/1.1\r\n" + std::string(kUpgradeFields) + "\r\n",
    };
    return random() % 8 == 0 ? noise(random) : mutated(random, kSeeds[random() % kSeeds.size()]);
}

std::string someFrames(std::mt19937 &random)
{
    static const std::vector<std::string> kSeeds{
        maskedFrame(0x81, "Grüße"), maskedFrame(0x01, "a") + maskedFrame(0x89, "p") + maskedFrame(0x80, "b"),
        maskedFrame(0x88, "\x03\xe8 bye"), maskedFrame(0x81, std::string(300, 'x'))};
    return random() % 8 == 0 ? noise(random) : mutated(random, kSeeds[random() % kSeeds.size()]);
}

} // namespace

//! Random and broken bytes: no crash, no hang, and what is let through keeps its promises.
class FuzzTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headsKeepTheirPromises();
    void framesKeepTheirPromisesHoweverTheyAreCut();
    void theServerLivesThroughBrokenRequests();
    void theServerLivesThroughBrokenFrames();
};

void FuzzTest::headsKeepTheirPromises()
{
    std::mt19937 random(kSeed);
    const edge::Limits limits;
    int accepted = 0;
    for (int i = 0; i < 20000; ++i) {
        const std::string text = someRequest(random);
        edge::HeadScanner scanner(limits);
        if (scanner.scan(text) != edge::HeadScanner::Status::Complete)
            continue;
        const auto head = edge::parseHead(std::string_view(text).substr(0, scanner.headBytes()), limits);
        if (!head.ok()) {
            QVERIFY(head.error() >= 400 && head.error() < 600);
            continue;
        }
        ++accepted;
        const std::string &path = head->request.path;
        QVERIFY(path.starts_with('/') && edge::isUtf8(path));
        QVERIFY(path.find("/../") == std::string::npos && !path.ends_with("/..") &&
                path.find('\0') == std::string::npos);
        QVERIFY(head->contentLength <= limits.bodyBytes);
        QVERIFY(head->request.headers.contains("host") && !head->request.headers.contains("transfer-encoding"));
    }
    QVERIFY2(accepted > 500, "some inputs must get through, else nothing was tried");
}

void FuzzTest::framesKeepTheirPromisesHoweverTheyAreCut()
{
    std::mt19937 random(kSeed);
    int messages = 0;
    const auto read = [](edge::FrameReader &reader, std::string_view input, std::vector<std::string> &seen) {
        while (!input.empty()) {
            const auto incoming = reader.next(input);
            if (!incoming)
                continue;
            if (const auto *message = std::get_if<edge::TextMessage>(&*incoming))
                seen.push_back(message->text);
            else
                seen.push_back('#' + std::to_string(incoming->index()));
            if (std::holds_alternative<edge::Violation>(*incoming))
                return false;
        }
        return true;
    };
    for (int i = 0; i < 20000; ++i) {
        const std::string bytes = someFrames(random) + someFrames(random);
        edge::FrameReader whole(1000);
        std::vector<std::string> atOnce;
        read(whole, bytes, atOnce);
        edge::FrameReader piecewise(1000);
        std::vector<std::string> inPieces;
        for (std::size_t at = 0, next = 0; at < bytes.size(); at = next) {
            next = std::min(bytes.size(), at + 1 + random() % 7);
            if (!read(piecewise, std::string_view(bytes).substr(at, next - at), inPieces))
                break;
        }
        QCOMPARE(inPieces, atOnce);
        for (const std::string &text : atOnce) {
            QVERIFY(text.size() <= 1000 && edge::isUtf8(text));
            messages += text.starts_with('#') ? 0 : 1;
        }
    }
    QVERIFY(messages > 500);
}

void FuzzTest::theServerLivesThroughBrokenRequests()
{
    std::mt19937 random(kSeed);
    edge::Config config;
    config.limits.connectionsPerAddress = 1000;
    config.limits.idleTimeoutMs = 500; // nobody answers the upgrades among them
    EdgeHost host(config, [](const edge::Request &request) { return textResponse(request.path); });
    for (int i = 0; i < 5000; ++i) {
        RawClient client(host.port());
        client.send(someRequest(random));
    }
    RawClient honest(host.port());
    honest.send("GET /alive HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QCOMPARE(honest.answer()->body, std::string("/alive"));
    QTRY_VERIFY(host.edge().figures().open <= 1); // the honest one is idle by now
}

void FuzzTest::theServerLivesThroughBrokenFrames()
{
    std::mt19937 random(kSeed);
    edge::Config config;
    config.limits.connectionsPerAddress = 3000;
    EdgeHost host(config);
    const std::string upgrade = "GET /ws HTTP/1.1\r\n" + std::string(kUpgradeFields) + "\r\n";
    int opened = 0;
    for (int i = 0; i < 2000; ++i) {
        RawClient client(host.port());
        client.send(upgrade);
        auto event = host.next();
        while (event && !std::holds_alternative<edge::RequestArrived>(*event))
            event = host.next();
        QVERIFY(event);
        host.edge().acceptUpgrade(std::get<edge::RequestArrived>(*event).id);
        const auto answered = client.answer(RawClient::Body::None);
        opened += answered && answered->status == 101 ? 1 : 0;
        for (int frames = 0; frames < 3; ++frames)
            client.send(someFrames(random));
    }
    QCOMPARE(opened, 2000);
    QTRY_COMPARE(host.edge().figures().open, 0U);
}

QTEST_GUILESS_MAIN(FuzzTest)
#include "FuzzTest.moc"

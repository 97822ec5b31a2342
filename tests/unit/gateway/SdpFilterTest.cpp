// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/SdpFilter.h"

#include <QRegularExpression>
#include <QTest>

using namespace sprechtag::gateway;
using namespace Qt::StringLiterals;

class SdpFilterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void letsOnlyRelayedCandidatesPass_data();
    void letsOnlyRelayedCandidatesPass();
    void neutralisesEveryLineWithAnAddress_data();
    void neutralisesEveryLineWithAnAddress();
    void aWholeDescriptionKeepsAllButTheAddresses();
    void filteringTwiceChangesNothing();
};

namespace {

// As Chromium 156 writes it, addresses replaced by those for documentation.
const QString kDescription =
    u"v=0\r\n"
    "o=- 4611731400430051336 2 IN IP4 198.51.100.23\r\n"
    "s=-\r\n"
    "t=0 0\r\n"
    "a=group:BUNDLE 0 1\r\n"
    "m=audio 51234 UDP/TLS/RTP/SAVPF 111\r\n"
    "c=IN IP4 198.51.100.23\r\n"
    "a=rtcp:51235 IN IP4 198.51.100.23\r\n"
    "a=candidate:1 1 udp 2113937151 198.51.100.23 51234 typ host generation 0 network-id 1\r\n"
    "a=candidate:2 1 udp 2113937151 0b7e1b7c-5a2c-4a3c-9a52-5f6f0f7a3a11.local 51234 typ host generation 0\r\n"
    "a=candidate:3 1 udp 1677729535 203.0.113.77 62000 typ srflx raddr 198.51.100.23 rport 51234 generation 0\r\n"
    "a=candidate:4 1 udp 33562367 192.0.2.10 49170 typ relay raddr 203.0.113.77 rport 62000 generation 0 "
    "network-id 1 network-cost 10\r\n"
    "a=end-of-candidates\r\n"
    "a=ice-ufrag:EsAw\r\n"
    "a=fingerprint:sha-256 7B:8B:F0:65\r\n"
    "m=video 0 UDP/TLS/RTP/SAVPF 96\r\n"
    "c=IN IP6 2001:db8::23\r\n"
    "a=inactive\r\n"_s;

} // namespace

void SdpFilterTest::letsOnlyRelayedCandidatesPass_data()
{
    QTest::addColumn<QString>("candidate");
    QTest::addColumn<std::optional<QString>>("passed");
    const std::optional<QString> nothing;

    QTest::newRow("a host candidate goes")
        << u"candidate:1 1 udp 2113937151 192.168.1.7 51234 typ host generation 0"_s << nothing;
    QTest::newRow("a host candidate with a name of mDNS goes")
        << u"candidate:1 1 udp 2113937151 0b7e1b7c.local 51234 typ host"_s << nothing;
    QTest::newRow("a reflexive candidate goes")
        << u"candidate:3 1 udp 1677729535 203.0.113.77 62000 typ srflx raddr 192.168.1.7 rport 51234"_s << nothing;
    QTest::newRow("a peer reflexive candidate goes")
        << u"candidate:3 1 udp 1677729535 203.0.113.77 62000 typ prflx raddr 192.168.1.7 rport 51234"_s << nothing;
    QTest::newRow("a relayed candidate stays without the address behind it")
        << u"candidate:4 1 udp 33562367 192.0.2.10 49170 typ relay raddr 203.0.113.77 rport 62000 generation 0"_s
        << std::optional(u"candidate:4 1 udp 33562367 192.0.2.10 49170 typ relay raddr 0.0.0.0 rport 0 generation 0"_s);
    QTest::newRow("a relayed candidate keeps its user fragment and loses what tells of the network")
        << u"candidate:4 1 tcp 1 192.0.2.10 9 typ relay raddr 10.0.0.1 rport 9 tcptype active ufrag EsAw network-id 3 network-cost 50"_s
        << std::optional(
               u"candidate:4 1 tcp 1 192.0.2.10 9 typ relay raddr 0.0.0.0 rport 0 tcptype active ufrag EsAw"_s);
    QTest::newRow("a relayed candidate without the address behind it gets the neutral one")
        << u"candidate:4 1 udp 33562367 192.0.2.10 49170 typ relay"_s
        << std::optional(u"candidate:4 1 udp 33562367 192.0.2.10 49170 typ relay raddr 0.0.0.0 rport 0"_s);
    QTest::newRow("the sign that there are no more stays") << QString() << std::optional(QString());
    QTest::newRow("a type that nobody knows goes")
        << u"candidate:4 1 udp 33562367 192.0.2.10 49170 typ RELAY"_s << nothing;
    QTest::newRow("a type at the wrong place goes")
        << u"candidate:4 1 udp 33562367 192.168.1.7 49170 x y typ relay"_s << nothing;
    QTest::newRow("a line break does not smuggle a second candidate")
        << u"candidate:4 1 udp 1 192.0.2.10 9 typ relay\r\na=candidate:1 1 udp 1 192.168.1.7 9 typ host"_s << nothing;
    QTest::newRow("something else goes") << u"192.168.1.7"_s << nothing;
    QTest::newRow("a candidate that is cut short goes") << u"candidate:4 1 udp"_s << nothing;
}

void SdpFilterTest::letsOnlyRelayedCandidatesPass()
{
    QFETCH(QString, candidate);
    QFETCH(std::optional<QString>, passed);
    QCOMPARE(relayedCandidate(candidate), passed);
}

void SdpFilterTest::neutralisesEveryLineWithAnAddress_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("neutral");

    QTest::newRow("the connection of IPv4") << u"c=IN IP4 192.168.1.7"_s << u"c=IN IP4 0.0.0.0\r\n"_s;
    QTest::newRow("the connection of IPv6") << u"c=IN IP6 2001:db8::7"_s << u"c=IN IP4 0.0.0.0\r\n"_s;
    QTest::newRow("the origin") << u"o=- 46117 2 IN IP4 192.168.1.7"_s << u"o=- 46117 2 IN IP4 0.0.0.0\r\n"_s;
    QTest::newRow("the origin of Firefox")
        << u"o=mozilla...THIS_IS_SDPARTA-99.0 11 0 IN IP4 192.168.1.7"_s << u"o=- 11 0 IN IP4 0.0.0.0\r\n"_s;
    QTest::newRow("an origin that is cut short") << u"o=192.168.1.7"_s << u"o=- 0 0 IN IP4 0.0.0.0\r\n"_s;
    QTest::newRow("the port of control") << u"a=rtcp:51235 IN IP4 192.168.1.7"_s << u"a=rtcp:9 IN IP4 0.0.0.0\r\n"_s;
    QTest::newRow("the port of the medium")
        << u"m=audio 51234 UDP/TLS/RTP/SAVPF 111"_s << u"m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n"_s;
    QTest::newRow("a medium that is refused stays so")
        << u"m=video 0 UDP/TLS/RTP/SAVPF 96"_s << u"m=video 0 UDP/TLS/RTP/SAVPF 96\r\n"_s;
    QTest::newRow("candidates of the other side") << u"a=remote-candidates:1 192.168.1.7 51234"_s << QString();
    QTest::newRow("a candidate in capitals") << u"A=CANDIDATE:1 1 udp 1 192.168.1.7 9 typ host"_s << QString();
    QTest::newRow("a candidate after a blank") << u" a=candidate:1 1 udp 1 192.168.1.7 9 typ host"_s << QString();
    QTest::newRow("a candidate behind a lone carriage return")
        << u"a=mid:0\ra=candidate:1 1 udp 1 192.168.1.7 9 typ host"_s << u"a=mid:0\r\n"_s;
    QTest::newRow("a candidate behind a lone line feed")
        << u"a=mid:0\na=candidate:1 1 udp 1 192.168.1.7 9 typ host"_s << u"a=mid:0\r\n"_s;
    QTest::newRow("multiplexed control has no address") << u"a=rtcp-mux"_s << u"a=rtcp-mux\r\n"_s;
}

void SdpFilterTest::neutralisesEveryLineWithAnAddress()
{
    QFETCH(QString, line);
    QFETCH(QString, neutral);
    QCOMPARE(relayedDescription(line), neutral);
}

void SdpFilterTest::aWholeDescriptionKeepsAllButTheAddresses()
{
    const QString filtered = relayedDescription(kDescription);
    for (const QString &address : {u"198.51.100.23"_s, u"203.0.113.77"_s, u".local"_s, u"2001:db8"_s, u"62000"_s})
        QVERIFY2(!filtered.contains(address), qPrintable(address));
    QVERIFY(filtered.contains(u"192.0.2.10 49170 typ relay raddr 0.0.0.0 rport 0 generation 0\r\n"_s));
    for (const QString &kept : {u"a=group:BUNDLE 0 1\r\n"_s, u"a=ice-ufrag:EsAw\r\n"_s, u"a=end-of-candidates\r\n"_s,
                                u"a=fingerprint:sha-256 7B:8B:F0:65\r\n"_s, u"m=video 0 "_s})
        QVERIFY2(filtered.contains(kept), qPrintable(kept));
    QCOMPARE(filtered.count(u"typ "_s), 1);
}

void SdpFilterTest::filteringTwiceChangesNothing()
{
    const QString once = relayedDescription(kDescription);
    QCOMPARE(relayedDescription(once), once);
}

QTEST_GUILESS_MAIN(SdpFilterTest)
#include "SdpFilterTest.moc"

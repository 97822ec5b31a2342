// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/CallRules.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::gateway;
using namespace Qt::StringLiterals;
using office::CallControl;
using protocol::MediaState;

namespace {

constexpr MediaState kAll{.microphone = true, .camera = true, .screen = true};
constexpr MediaState kNothing{};

QString described(const QStringList &lines)
{
    return u"v=0\r\nt=0 0\r\n"_s + lines.join(u"\r\n"_s) + u"\r\n"_s;
}

//! Sound, camera and screen with these directions.
QString call(const QString &sound, const QString &camera, const QString &screen)
{
    return described({u"m=audio 9 UDP/TLS/RTP/SAVPF 111"_s, u"a=mid:0"_s, sound, u"m=video 9 UDP/TLS/RTP/SAVPF 96"_s,
                      u"a=mid:1"_s, camera, u"m=video 9 UDP/TLS/RTP/SAVPF 96"_s, u"a=mid:2"_s, screen});
}

} // namespace

//! What each of the two may send, and that no description says more.
class MaySendTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theClerkDecidesWhatMayBeSent_data();
    void theClerkDecidesWhatMayBeSent();
    void noDescriptionSaysMore_data();
    void noDescriptionSaysMore();
    void whatIsAllowedPassesAsItIs();
    void flagsSayNoMoreThanIsAllowed();
    void whatIsNoMediaPassesAsItIs();
};

void MaySendTest::theClerkDecidesWhatMayBeSent_data()
{
    QTest::addColumn<CallControl>("control");
    QTest::addColumn<MediaState>("citizen");
    QTest::addColumn<MediaState>("clerk");
    QTest::newRow("nothing is set: all but the screen") << CallControl{} << MediaState{true, true, false} << kAll;
    QTest::newRow("muted") << CallControl{.muted = true} << MediaState{false, true, false} << kAll;
    QTest::newRow("camera off") << CallControl{.cameraOff = true} << MediaState{true, false, false} << kAll;
    QTest::newRow("may share") << CallControl{.mayShare = true} << kAll << kAll;
    QTest::newRow("on hold, neither side") << CallControl{.onHold = true} << kNothing << kNothing;
    QTest::newRow("on hold, whatever else") << CallControl{.mayShare = true, .onHold = true} << kNothing << kNothing;
}

void MaySendTest::theClerkDecidesWhatMayBeSent()
{
    QFETCH(CallControl, control);
    QFETCH(MediaState, citizen);
    QFETCH(MediaState, clerk);
    QCOMPARE(citizenMaySend(control), citizen);
    QCOMPARE(clerkMaySend(control), clerk);
}

void MaySendTest::noDescriptionSaysMore_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<MediaState>("may");
    QTest::addColumn<QString>("passed");
    const QString both = u"a=sendrecv"_s;
    const QString receive = u"a=recvonly"_s;
    const QString none = u"a=inactive"_s;
    const MediaState muted{.microphone = false, .camera = true, .screen = true};
    const MediaState dark{.microphone = true, .camera = false, .screen = true};
    const MediaState usual{.microphone = true, .camera = true, .screen = false};
    QTest::newRow("sound of somebody who is muted") << call(both, both, both) << muted << call(receive, both, both);
    QTest::newRow("the picture of a camera that is off") << call(both, both, both) << dark << call(both, receive, both);
    QTest::newRow("a screen that may not be shown") << call(both, both, both) << usual << call(both, both, receive);
    QTest::newRow("anything on hold") << call(both, both, both) << kNothing << call(receive, receive, receive);
    QTest::newRow("who only sends, neither sends nor receives")
        << call(u"a=sendonly"_s, both, receive) << muted << call(none, both, receive);
    QTest::newRow("who does not send anyway")
        << call(receive, none, receive) << kNothing << call(receive, none, receive);
    QTest::newRow("without a word it is both ways")
        << described({u"m=audio 9 RTP 0"_s}) << muted << described({u"m=audio 9 RTP 0"_s, receive});
    QTest::newRow("the word of the head holds for all") << described({u"a=sendonly"_s, u"m=audio 9 RTP 0"_s}) << muted
                                                        << described({u"a=sendonly"_s, u"m=audio 9 RTP 0"_s, none});
    QTest::newRow("a second word does not help")
        << described({u"m=audio 9 RTP 0"_s, receive, both}) << muted << described({u"m=audio 9 RTP 0"_s, receive});
    QTest::newRow("nor one in capitals") << described({u"m=AUDIO 9 RTP 0"_s, u"a=SendRecv"_s}) << muted
                                         << described({u"m=AUDIO 9 RTP 0"_s, receive});
    QTest::newRow("nor a line that ends in a bare return") << u"v=0\nm=audio 9 RTP 0\na=recvonly\ra=sendrecv\n"_s
                                                           << muted << u"v=0\r\nm=audio 9 RTP 0\r\na=recvonly\r\n"_s;
    QTest::newRow("what was named once stays named")
        << described({u"m=audio 9 RTP 0"_s, u"a=msid:s t"_s, u"a=ssrc:1 cname:x"_s, both}) << muted
        << described({u"m=audio 9 RTP 0"_s, u"a=msid:s t"_s, u"a=ssrc:1 cname:x"_s, receive});
    QTest::newRow("sound in the place of the camera is nobody's")
        << described({u"m=video 9 RTP 0"_s, both, u"m=audio 9 RTP 0"_s, both}) << kAll
        << described({u"m=video 9 RTP 0"_s, receive, u"m=audio 9 RTP 0"_s, receive});
    QTest::newRow("a fourth medium is nobody's")
        << call(both, both, both) + u"m=video 9 RTP 0\r\na=sendonly\r\n"_s << kAll
        << call(both, both, both) + u"m=video 9 RTP 0\r\na=inactive\r\n"_s;
    QTest::newRow("what carries neither is left alone")
        << described({u"m=application 9 UDP/DTLS/SCTP webrtc-datachannel"_s, u"a=mid:3"_s}) << kNothing
        << described({u"m=application 9 UDP/DTLS/SCTP webrtc-datachannel"_s, u"a=mid:3"_s});
}

void MaySendTest::noDescriptionSaysMore()
{
    QFETCH(QString, said);
    QFETCH(MediaState, may);
    QFETCH(QString, passed);
    QCOMPARE(permittedDescription(said, may), passed);
    QCOMPARE(permittedDescription(passed, may), passed);
}

void MaySendTest::whatIsAllowedPassesAsItIs()
{
    const QString said = described({u"m=audio 9 RTP 0"_s, u"a=sendrecv"_s, u"a=msid:s t"_s, u"a=ssrc:1 cname:x"_s});
    QCOMPARE(permittedDescription(said, kAll), said);
    QCOMPARE(permittedDescription({}, kNothing), QString());
}

void MaySendTest::flagsSayNoMoreThanIsAllowed()
{
    QCOMPARE(permitted(kAll, {.microphone = true, .camera = false, .screen = true}),
             protocol::Signal((MediaState{.microphone = true, .camera = false, .screen = true})));
    QCOMPARE(permitted(kNothing, kAll), protocol::Signal(kNothing));
}

void MaySendTest::whatIsNoMediaPassesAsItIs()
{
    const protocol::Signal candidate = protocol::Candidate{u"candidate:1"_s, u"0"_s, 0, 1};
    QCOMPARE(permitted(candidate, kNothing), candidate);
    QCOMPARE(permitted(protocol::RestartCall{}, kNothing), protocol::Signal(protocol::RestartCall{}));
}

QTEST_GUILESS_MAIN(MaySendTest)
#include "MaySendTest.moc"

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/Admin.h"
#include "server/app/AdminEdit.h"
#include "server/identity/Totp.h"
#include "shared/protocol/Sessions.h"
#include "tests/integration/kit/ClerkDesk.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"

#include <QTextStream>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
using protocol::SecondFactorDemand;
using Kind = protocol::SecondFactorRequest::Kind;

namespace {

//! A town that asks its clerks for a second factor.
void demandSecondFactors(const TownFolder &town)
{
    QByteArray text = contentOf(QStringLiteral(SPRECHTAG_SOURCE_DIR "/resources/demo/town.toml"));
    text.replace("second_factor_roles = []", "second_factor_roles = [\"clerk\"]");
    app::Options options;
    options.config = town.config();
    options.townFile = town.path(u"strict.toml"_s);
    QString said;
    QTextStream out(&said);
    if (!writeFile(options.townFile, text) || app::importTown(options, SystemClock(), {out, out}) != 0)
        qFatal("the strict town cannot be imported: %s", qPrintable(said));
}

SecondFactorDemand demandOf(const LocalServer &server)
{
    const QString login = u"schmidt"_s;
    const auto answer = signInAnswer(server.port(), login, TownFolder::password(login));
    const auto demand = protocol::decodeSecondFactorDemand(answer.body);
    if (answer.status != 401 || !demand)
        qFatal("no second factor is asked for: %d %s", answer.status, answer.body.constData());
    return *demand;
}

HttpAnswer answerTo(const LocalServer &server, const SecondFactorDemand &demand, Kind kind, const QByteArray &code)
{
    return post(server.port(), "/api/v1/sessions/second-factor",
                protocol::encode(protocol::SecondFactorRequest{demand.challenge, kind, Secret(code)}))
        .value_or(HttpAnswer());
}

Secret fromBase32(const QByteArray &text)
{
    QByteArray bytes;
    unsigned buffer = 0;
    int bits = 0;
    for (const char c : text) {
        buffer = (buffer << 5U) | static_cast<unsigned>(QByteArray("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").indexOf(c));
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes.append(static_cast<char>((buffer >> bits) & 0xffU));
        }
    }
    return Secret(bytes);
}

//! What the phone shows now, or after so many steps.
QByteArray codeOf(const Secret &secret, int steps = 0)
{
    return identity::totpCode(secret, identity::totpStepAt(SystemClock().now()) + steps);
}

} // namespace

//! Signing in twice, with what the clerk knows and what the clerk has, over the real server and its database.
class SecondFactorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPhoneIsSetUpUsedLostAndReset()
    {
        const TownFolder town;
        demandSecondFactors(town);
        Secret secret;
        QList<Secret> recovery;
        {
            LocalServer server(town.config());
            const SecondFactorDemand demand = demandOf(server);
            QVERIFY(demand.enrolment);
            QVERIFY(demand.enrolment->uri.reveal().startsWith("otpauth://totp/Landkreis%20Musterland:schmidt?"));
            secret = fromBase32(demand.enrolment->secret.reveal());
            const auto answer = answerTo(server, demand, Kind::Phone, codeOf(secret));
            QCOMPARE(answer.status, 201);
            const auto session = protocol::decodeSignedIn(answer.body);
            QVERIFY(session.ok());
            recovery = session->recoveryCodes;
            QCOMPARE(recovery.size(), 10);
            ClerkDesk desk(server.origin(), session->token.reveal());
            QVERIFY(desk.greet());
            server.stop();
        }
        // It outlives the server, with the step that was used.
        LocalServer server(town.config());
        const SecondFactorDemand demand = demandOf(server);
        QVERIFY(!demand.enrolment);
        QCOMPARE(answerTo(server, demand, Kind::Phone, codeOf(secret, -1)).body,
                 QByteArray(R"({"error":"wrong_code"})"));
        const auto next = answerTo(server, demand, Kind::Phone, codeOf(secret, 1));
        QCOMPARE(next.status, 201);
        QCOMPARE(answerTo(server, demandOf(server), Kind::RecoveryCode, recovery.at(3).reveal()).status, 201);
        QCOMPARE(answerTo(server, demandOf(server), Kind::RecoveryCode, recovery.at(3).reveal()).status, 401);
        QCOMPARE(answerTo(server, demand, Kind::RecoveryCode, recovery.at(4).reveal()).body,
                 QByteArray(R"({"error":"challenge_over"})"));
        server.stop();
        reset(town);
        LocalServer again(town.config());
        QVERIFY(demandOf(again).enrolment);
        const auto token = protocol::decodeSignedIn(next.body)->token.reveal();
        QCOMPARE(signOut(again.port(), token), 401);
    }

    void whoNeedsNoneIsNotAsked()
    {
        const TownFolder town;
        const LocalServer server(town.config());
        QVERIFY(signIn(server.port(), u"schmidt"_s, TownFolder::password(u"schmidt"_s)));
    }

private:
    static void reset(const TownFolder &town)
    {
        app::Options options;
        options.config = town.config();
        options.login = u" Schmidt"_s;
        QString said;
        QTextStream out(&said);
        QCOMPARE(app::resetSecondFactor(options, SystemClock(), {out, out}), 0);
        options.login = u"nobody"_s;
        QVERIFY(app::resetSecondFactor(options, SystemClock(), {out, out}) != 0);
    }
};

QTEST_GUILESS_MAIN(SecondFactorTest)
#include "SecondFactorTest.moc"

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/Admin.h"
#include "server/app/AdminEdit.h"
#include "shared/protocol/Sessions.h"
#include "tests/integration/kit/ClerkDesk.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"

#include <QTextStream>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;

namespace {

const QString kLogin = u"kim"_s;
constexpr auto kStart = "Rathaus-Musterland-4";
constexpr auto kOwn = "vier Wörter ohne Sinn";

void import(const TownFolder &town, const QByteArray &password, bool mayStay = false)
{
    app::Options options;
    options.config = town.config();
    options.townFile = town.path(u"more.toml"_s);
    const QByteArray text = contentOf(QStringLiteral(SPRECHTAG_SOURCE_DIR "/resources/demo/town.toml")) +
                            "\n[[clerks]]\nlogin = \"kim\"\nname = \"Kim\"\nroles = [\"clerk\"]\npassword = \"" +
                            password + "\"\n" + (mayStay ? "change_password = false\n" : "");
    QString said;
    QTextStream out(&said);
    if (!writeFile(options.townFile, text) || app::importTown(options, SystemClock(), {out, out}) != 0)
        qFatal("the town cannot be imported: %s", qPrintable(said));
}

//! What stands for a start password until another one is chosen; empty: it opened something, or nothing.
Secret demanded(quint16 port, const QByteArray &password)
{
    const HttpAnswer answer = signInAnswer(port, kLogin, password);
    const auto demand = protocol::decodeNewPasswordDemand(answer.body);
    return answer.status == 401 && demand ? demand->challenge : Secret();
}

QByteArray refusal(const char *code)
{
    return QByteArray(R"({"error":")") + code + R"("})";
}

} // namespace

//! The first sign-in with a password that somebody else has given, over the real server and its database.
class StartPasswordTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStartPasswordOpensNothingButTheChoiceOfAnother()
    {
        const TownFolder town;
        import(town, kStart);
        LocalServer server(town.config());
        const Secret challenge = demanded(server.port(), kStart);
        QVERIFY(!challenge.isEmpty());
        const auto upgrade =
            exchange(server.port(), upgradeText("/ws/clerk", "Authorization: Bearer " + challenge.reveal() + "\r\n"));
        QVERIFY(upgrade && upgrade->status == 401);
        QCOMPARE(choose(server.port(), challenge, kStart).body, refusal("password_unchanged"));
        QCOMPARE(choose(server.port(), challenge, "kurz").body, refusal("password_too_short"));
        QCOMPARE(choose(server.port(), challenge, "kim und noch jemand").body, refusal("password_too_simple"));
        QCOMPARE(choose(server.port(), challenge, "password123").body, refusal("password_too_common"));

        const HttpAnswer chosen = choose(server.port(), challenge, kOwn);
        QCOMPARE(chosen.status, 201);
        const auto session = protocol::decodeSignedIn(chosen.body);
        QVERIFY(session.ok());
        ClerkDesk desk(server.origin(), session->token.reveal());
        QVERIFY(desk.isConnectedSoon());
        QCOMPARE(choose(server.port(), challenge, "und noch eines").body, refusal("challenge_over"));
        QCOMPARE(signInAnswer(server.port(), kLogin, kStart).body, refusal("wrong_login"));
        server.stop();

        // It outlives the server.
        LocalServer again(town.config());
        QCOMPARE(signInAnswer(again.port(), kLogin, kStart).body, refusal("wrong_login"));
        QVERIFY(signIn(again.port(), kLogin, kOwn));
    }

    void noImportTakesAwayWhatSomebodyHasChosen()
    {
        const TownFolder town;
        import(town, kStart);
        import(town, "Musterland-Rathaus-5"); // nobody has chosen yet
        {
            LocalServer server(town.config());
            QVERIFY(demanded(server.port(), kStart).isEmpty());
            QCOMPARE(choose(server.port(), demanded(server.port(), "Musterland-Rathaus-5"), kOwn).status, 201);
            server.stop();
        }
        import(town, kStart);
        {
            LocalServer server(town.config());
            QVERIFY(signIn(server.port(), kLogin, kOwn));
            server.stop();
        }
        import(town, kStart, true);
        LocalServer server(town.config());
        QVERIFY(signIn(server.port(), kLogin, kStart));
    }

    void whatTheCommandLineMakesIsAStartPassword()
    {
        const TownFolder town;
        app::Options options;
        options.config = town.config();
        options.words = {kLogin, u"Kim"_s, u"clerk"_s};
        const QByteArray first = told(app::addAccount, options);
        options.words = {kLogin};
        const QByteArray second = told(app::resetPassword, options);
        const LocalServer server(town.config());
        QVERIFY(demanded(server.port(), first).isEmpty());
        QCOMPARE(choose(server.port(), demanded(server.port(), second), kOwn).status, 201);
    }

private:
    using Command = int (*)(const app::Options &, const Clock &, app::Console);
    //! The start password in the last line of what a command says.
    static QByteArray told(Command command, const app::Options &options)
    {
        QString said;
        QTextStream out(&said);
        if (command(options, SystemClock(), {out, out}) != 0)
            qFatal("the command fails: %s", qPrintable(said));
        return said.trimmed().section(u'\n', -1).trimmed().toUtf8();
    }
};

QTEST_GUILESS_MAIN(StartPasswordTest)
#include "StartPasswordTest.moc"

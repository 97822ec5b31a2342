// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/http/RestApi.h"
#include "shared/protocol/Sessions.h"
#include "tests/unit/http/FakeIdentity.h"

using namespace sprechtag;
using namespace sprechtag::http;
using namespace Qt::StringLiterals;

namespace {

broker::SignedIn owner()
{
    return {.session = "key",
            .clerk = {ClerkId::fromBits({1, 2}), u"schmidt"_s, u"Frau Schmidt"_s},
            .roles = {broker::Role::Clerk},
            .expires = Instant{seconds{1772438400}}};
}

QByteArray body(const Response &response)
{
    return response.body ? QByteArray::fromStdString(*response.body) : QByteArray();
}

} // namespace

class StartPasswordRouteTest : public QObject
{
    Q_OBJECT

    FakeIdentity m_identity;
    HeaderPolicy m_policy{*Origin::parse("https://amt.example")};

    Response ask(const std::string &path, const std::string &text)
    {
        RestApi api(m_identity, m_policy, u"0.1.0"_s, [] { return Vitals{}; });
        QList<Response> answers;
        api.handle({.method = "POST",
                    .path = path,
                    .headers = {{"content-type", "application/json"}},
                    .body = text,
                    .peer = "192.0.2.9"},
                   [&](const Response &response) { answers.append(response); });
        m_identity.answerLater();
        if (answers.size() != 1)
            QTest::qFail("not exactly one answer", __FILE__, __LINE__);
        return answers.value(0);
    }
    Response choose(const std::string &text) { return ask("/api/v1/sessions/new-password", text); }

private Q_SLOTS:
    void init() { m_identity = FakeIdentity(); }

    void asksForAnotherPasswordThanTheStartPassword()
    {
        m_identity.preparedSignIn = broker::SignInStep(broker::PasswordDemand{Secret("half-way"), {}});
        const Response first = ask("/api/v1/sessions", R"({"login":"schmidt","password":"geheim"})");
        QCOMPARE(first.status, 401);
        QCOMPARE(body(first), QByteArray(R"({"challenge":"half-way","error":"new_password_needed"})"));
        m_identity.preparedAnswer =
            broker::SignInStep(broker::PasswordDemand{Secret("nearly there"), {Secret("7k2m-0xqd")}});
        const Response second = ask("/api/v1/sessions/second-factor", R"({"challenge":"half-way","code":"123 456"})");
        QCOMPARE(second.status, 401);
        const auto demand = protocol::decodeNewPasswordDemand(body(second));
        QVERIFY(demand.ok());
        QCOMPARE(demand->challenge.reveal(), QByteArray("nearly there"));
        QCOMPARE(demand->recoveryCodes.size(), 1);
    }

    void thePasswordThatIsChosenMakesASession()
    {
        m_identity.preparedChoice = broker::NewSession{Secret("fresh-token"), owner(), {}};
        const Response response = choose(R"({"challenge":"half-way","password":"vier Worte"})");
        QCOMPARE(response.status, 201);
        QCOMPARE(m_identity.askedChoice->challenge.reveal(), QByteArray("half-way"));
        QCOMPARE(m_identity.askedChoice->password.reveal(), QByteArray("vier Worte"));
        QCOMPARE(m_identity.askedChoice->peer, std::string("192.0.2.9"));
        QVERIFY(protocol::decodeSignedIn(body(response)).ok());
        QCOMPARE(choose(R"({"challenge":"half-way"})").status, 400);
    }

    void refusesAPassword_data()
    {
        QTest::addColumn<broker::PasswordRefusal>("why");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("text");
        using Code = broker::PasswordRefusal::Code;
        const auto row = [](const char *name, Code code, int status, const char *text) {
            QTest::newRow(name) << broker::PasswordRefusal{code, {}} << status << QByteArray(text);
        };
        row("too late", Code::ChallengeOver, 401, R"({"error":"challenge_over"})");
        row("too short", Code::TooShort, 400, R"({"error":"password_too_short"})");
        row("too simple", Code::TooSimple, 400, R"({"error":"password_too_simple"})");
        row("often used", Code::TooCommon, 400, R"({"error":"password_too_common"})");
        row("the start password", Code::Unchanged, 400, R"({"error":"password_unchanged"})");
        row("too long", Code::BadRequest, 400, R"({"error":"bad_request","field":"password"})");
        row("too many", Code::TryLater, 429, R"({"after_s":1,"error":"try_later"})");
    }
    void refusesAPassword()
    {
        QFETCH(broker::PasswordRefusal, why);
        QFETCH(int, status);
        QFETCH(QByteArray, text);
        m_identity.preparedChoice = Failure(why);
        const Response response = choose(R"({"challenge":"half-way","password":"vier Worte"})");
        QCOMPARE(response.status, status);
        QCOMPARE(body(response), text);
    }
};

QTEST_GUILESS_MAIN(StartPasswordRouteTest)
#include "StartPasswordRouteTest.moc"

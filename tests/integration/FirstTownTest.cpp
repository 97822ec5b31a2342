// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/Admin.h"
#include "shared/protocol/Sessions.h"
#include "tests/integration/kit/Citizen.h"
#include "tests/integration/kit/ClerkDesk.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;

namespace {

//! A server that was never told anything, with the one-time token that its first start has printed.
class EmptyServer
{
public:
    EmptyServer()
    {
        app::Options options;
        options.config.port = 0;
        options.config.dataDirectory = m_folder.filePath(u"data"_s);
        options.config.databaseKeyFile = m_folder.filePath(u"database.key"_s);
        options.config.webDirectory = m_folder.filePath(u"web"_s);
        QString printed;
        QTextStream out(&printed);
        const SystemClock clock;
        const bool made = QDir().mkpath(options.config.webDirectory) &&
                          writeFile(m_folder.filePath(u"web/index.html"_s), "<!doctype html><title>Amt</title>") &&
                          app::initialise(options, clock, {out, out}) == 0;
        if (!made)
            qFatal("no empty server");
        m_token = printed.trimmed().section(u'\n', -1).trimmed();
        m_config = options.config;
        m_server = std::make_unique<LocalServer>(m_config);
    }
    void restart()
    {
        m_server.reset();
        m_server = std::make_unique<LocalServer>(m_config);
    }
    [[nodiscard]] quint16 port() const { return m_server->port(); }
    [[nodiscard]] QString origin() const { return m_server->origin(); }
    [[nodiscard]] int setUp(const QString &login, const QString &password) const
    {
        const QByteArray body = QJsonDocument(QJsonObject{{u"one_time_token"_s, m_token},
                                                          {u"login"_s, login},
                                                          {u"name"_s, u"Frau Weber"_s},
                                                          {u"password"_s, password}})
                                    .toJson(QJsonDocument::Compact);
        const auto answer =
            exchange(port(), requestText("POST /api/v1/setup HTTP/1.1\r\nContent-Type: application/json\r\n", body));
        return answer ? answer->status : 0;
    }

private:
    QTemporaryDir m_folder;
    QString m_token;
    app::Config m_config;
    std::unique_ptr<LocalServer> m_server;
};

//! Somebody who is signed in, whether or not there are offices to staff.
std::unique_ptr<ClerkDesk> signedIn(const EmptyServer &server, const QString &login, const QByteArray &password)
{
    const auto token = signIn(server.port(), login, password);
    if (!token)
        return nullptr;
    auto desk = std::make_unique<ClerkDesk>(server.origin(), *token);
    if (!desk->isConnectedSoon())
        return nullptr;
    desk->send(clerk::Hello{{1}, u"integration/1"_s, {}, u"de"_s, {}, {}});
    return desk->expect<clerk::Welcome>() ? std::move(desk) : nullptr;
}

std::optional<clerk::AdminSaved> save(ClerkDesk &desk, const town::Value &value)
{
    const QString id = desk.post(clerk::AdminSave{{}, value});
    return desk.expect<clerk::AdminSaved>([&id](const auto &saved) { return saved.re == id; });
}

town::Authority townHall()
{
    town::Authority authority;
    authority.name = u"Stadt Neustadt"_s;
    authority.calendar.zone = QTimeZone("Europe/Berlin");
    authority.calendar.land = hours::Land::BY;
    authority.consentVersion = u"2026-01"_s;
    return authority;
}

hours::OpeningHours alwaysOpen()
{
    QList<hours::Range> week;
    for (int day = 1; day <= 7; ++day)
        week.append({day, 0, hours::kMinutesPerDay});
    auto hours = hours::everyWeek(week);
    hours.openOnHolidays = true;
    return hours;
}

constexpr int kOffices = 8;
const QString kPassword = u"vier Wörter ohne Zusammenhang"_s;

} // namespace

//! From the first start to a working town of eight offices, with the server running all the time.
class FirstTownTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyServerBecomesATown();
};

void FirstTownTest::anEmptyServerBecomesATown()
{
    EmptyServer server;
    Citizen citizen(server.origin());
    QVERIFY(citizen.greet());
    citizen.send(citizen::WatchOverview{});
    QVERIFY(citizen.expect<citizen::OverviewSnapshot>()->offices.isEmpty());

    constexpr int kCreated = 201;
    QCOMPARE(server.setUp(u"weber"_s, kPassword), kCreated);
    const auto weber = signedIn(server, u"weber"_s, kPassword.toUtf8());
    QVERIFY(weber);
    weber->post(clerk::AdminRead{});
    const auto empty = weber->expect<clerk::AdminTown>();
    QVERIFY(empty && empty->town.offices.isEmpty());
    QVERIFY(save(*weber, townHall()));

    const town::Department department{randomId<DepartmentTag>(), u"Bürgerdienste"_s};
    QVERIFY(save(*weber, department));
    const town::Account clerkAccount{randomId<ClerkTag>(), u"schmidt"_s, u"Frau Schmidt"_s, {town::Role::Clerk}};
    const auto account = save(*weber, clerkAccount);
    QVERIFY(account && !account->startPassword.isEmpty());
    OfficeId first = OfficeId::fromBits({});
    for (int i = 0; i < kOffices; ++i) {
        town::Office office{.id = randomId<OfficeTag>(), .name = u"Büro %1"_s.arg(i + 1), .letter = {}};
        office.letter = QChar(u'A' + i);
        office.department = department.id;
        office.staff = {{clerkAccount.id, false, false}};
        office.hours = alwaysOpen();
        QVERIFY(save(*weber, office));
        first = office.id;
    }

    const QByteArray start = account->startPassword.toUtf8();
    const HttpAnswer asked = signInAnswer(server.port(), u"schmidt"_s, start);
    constexpr int kUnauthorised = 401;
    QCOMPARE(asked.status, kUnauthorised);
    const auto demand = protocol::decodeNewPasswordDemand(asked.body);
    QVERIFY(demand.ok());
    QCOMPARE(choose(server.port(), demand->challenge, kPassword.toUtf8()).status, kCreated);
    QVERIFY(!signIn(server.port(), u"schmidt"_s, start));
    const auto schmidt = signedIn(server, u"schmidt"_s, kPassword.toUtf8());
    QVERIFY(schmidt);
    QVERIFY(schmidt->open(first));
    Citizen kim(server.origin());
    QVERIFY(kim.greet());
    kim.send(citizen::WatchOverview{});
    QCOMPARE(kim.expect<citizen::OverviewSnapshot>()->offices.size(), kOffices);
    const auto drawn = kim.draw(first, u"Kim"_s);
    QVERIFY(drawn);
    QCOMPARE(drawn->number, u"H 001"_s);

    auto disabled = clerkAccount;
    disabled.version = account->version;
    disabled.disabled = true;
    QVERIFY(save(*weber, disabled));
    QVERIFY(schmidt->isClosedSoon());
    QVERIFY(!signIn(server.port(), u"schmidt"_s, kPassword.toUtf8()));

    server.restart();
    Citizen later(server.origin());
    QVERIFY(later.greet());
    later.send(citizen::WatchOverview{});
    QCOMPARE(later.expect<citizen::OverviewSnapshot>()->offices.size(), kOffices);
}

QTEST_GUILESS_MAIN(FirstTownTest)
#include "FirstTownTest.moc"

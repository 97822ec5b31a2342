// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/integration/kit/Citizen.h"
#include "tests/integration/kit/ClerkDesk.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"
#include "tests/support/PlainPages.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;

namespace {

//! Words that nobody else uses, each different, so that one that is found tells where it was said.
class Canaries
{
public:
    [[nodiscard]] QString next(const QString &where)
    {
        m_places.append(where);
        return u"Kanari%1x"_s.arg(m_places.size(), 4, 10, QChar(u'0'));
    }
    [[nodiscard]] qsizetype count() const { return m_places.size(); }
    //! Where the canaries were said that are still in the text.
    [[nodiscard]] QStringList foundIn(const QByteArray &text) const
    {
        static const QRegularExpression kCanary(u"Kanari(\\d{4})x"_s);
        QStringList places;
        auto matches = kCanary.globalMatch(QString::fromLatin1(text));
        while (matches.hasNext())
            places.append(m_places.value(matches.next().captured(1).toInt() - 1));
        places.removeDuplicates();
        return places;
    }

private:
    QStringList m_places;
};

//! A message of the protocol, as its fixture has it.
struct Sample
{
    QString name;
    QJsonObject message;
};

QList<Sample> samplesOf(const QString &folder)
{
    const QDir fixtures(QStringLiteral(SPRECHTAG_SOURCE_DIR "/tests/contract/fixtures/") + folder);
    QList<Sample> samples;
    for (const QFileInfo &file : fixtures.entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name))
        samples.append({file.baseName() + u'.' + file.completeSuffix(),
                        QJsonDocument::fromJson(contentOf(file.filePath())).object()});
    return samples;
}

using Path = QList<std::variant<QString, qsizetype>>;

//! Every text in a message but the one that says what it is.
void collectTexts(const QJsonValue &value, const Path &path, QList<Path> &paths)
{
    if (value.isString())
        paths.append(path);
    const QJsonObject object = value.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (!path.isEmpty() || field.key() != u"type"_s)
            collectTexts(field.value(), path + Path{field.key()}, paths);
    }
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        collectTexts(array[i], path + Path{i}, paths);
}

QJsonValue replaced(const QJsonValue &value, const Path &path, const QString &text)
{
    if (path.isEmpty())
        return text;
    const Path rest = path.sliced(1);
    if (const auto *const key = std::get_if<QString>(&path.front())) {
        QJsonObject object = value.toObject();
        object.insert(*key, replaced(object.value(*key), rest, text));
        return object;
    }
    QJsonArray array = value.toArray();
    const qsizetype index = std::get<qsizetype>(path.front());
    array[index] = replaced(array.at(index), rest, text);
    return array;
}

QString nameOf(const Path &path)
{
    QStringList names;
    for (const auto &step : path)
        names.append(std::visit(
            Overloaded{[](const QString &key) { return key; }, [](qsizetype index) { return QString::number(index); }},
            step));
    return names.join(u'.');
}

//! Says it all on one line and returns when the server has taken it in, or has hung up.
bool sayAll(const QNetworkRequest &line, const QStringList &frames)
{
    const QString last = uR"({"type":"call.prepare","id":"the-last"})"_s;
    QWebSocket socket;
    QString heard;
    QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [&](const QString &text) { heard += text; });
    QObject::connect(&socket, &QWebSocket::connected, &socket, [&] {
        for (const QString &frame : frames + QStringList{last})
            socket.sendTextMessage(frame);
    });
    QSignalSpy ended(&socket, &QWebSocket::disconnected);
    socket.open(line);
    return QTest::qWaitFor([&] { return heard.contains(u"the-last"_s) || !ended.isEmpty(); }, kPatienceMs);
}

} // namespace

//! Everything that anybody can say holds a word that nobody else uses, and after the day none of them is left.
class CanaryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noneOfTheWordsIsLeftAfterTheDay();

private:
    void startDay();
    void peopleCome();
    void everyMessageIsSaid();
    void strangersKnock();
    void theDayEnds();
    void sayWithCanaries(const QString &path, const QString &folder);
    [[nodiscard]] QNetworkRequest lineTo(const QString &path) const;
    [[nodiscard]] QString hello() const;
    [[nodiscard]] QString inThisTown(QString frame) const;
    [[nodiscard]] QByteArray plainFiles() const { return plainDatabase(m_town.paths()) + plainLog(m_town.paths()); }
    [[nodiscard]] QByteArray exports();

    Canaries m_canaries;
    const OfficeId m_counter{TownFolder::office(u"F"_s)};
    const TownFolder m_town;
    ServerProgram m_server{m_town};
    QByteArray m_session;
    std::unique_ptr<ClerkDesk> m_clerk;
    std::vector<std::unique_ptr<Citizen>> m_citizens;
};

void CanaryTest::startDay()
{
    app::Config config = m_town.config();
    config.drawsPerAddress = 1000;
    config.connectionsPerAddress = 1000;
    QVERIFY(m_server.start(config));
    const auto session = signIn(m_server.port(), u"schmidt"_s, TownFolder::password(u"schmidt"_s));
    QVERIFY(session);
    m_session = *session;
    m_clerk = std::make_unique<ClerkDesk>(m_server.origin(), m_session);
    QVERIFY(m_clerk->greet() && m_clerk->open(m_counter));
}

void CanaryTest::peopleCome()
{
    constexpr int kPeople = 30;
    for (int i = 0; i < kPeople; ++i) {
        auto one = std::make_unique<Citizen>(m_server.origin());
        QVERIFY(one->greet());
        const auto drawing = one->drawing(m_counter, m_canaries.next(u"name"_s), m_canaries.next(u"concern"_s));
        QVERIFY(one->run(drawing).done);
        m_citizens.push_back(std::move(one));
    }
    // As long as they are there it is found: the search can find.
    QVERIFY(QTest::qWaitFor([&] { return m_canaries.foundIn(plainFiles()).size() == 2; }, kPatienceMs));
}

QNetworkRequest CanaryTest::lineTo(const QString &path) const
{
    QNetworkRequest request(QUrl(m_server.origin().replace(0, 4, u"ws"_s) + path));
    if (path == u"/ws/clerk"_s)
        request.setRawHeader("Authorization", "Bearer " + m_session);
    else
        request.setRawHeader("Origin", m_server.origin().toUtf8());
    return request;
}

//! With the ids of this town a message does something, or gets as far as it can.
QString CanaryTest::inThisTown(QString frame) const
{
    static const QRegularExpression kOffice(u"off_[0-9a-z]{26}"_s);
    static const QRegularExpression kTicket(u"tkt_[0-9a-z]{26}"_s);
    frame.replace(kOffice, QString::fromStdString(m_counter.text()));
    return frame.replace(kTicket, QString::fromStdString(m_citizens.back()->state()->ticket.text()));
}

QString CanaryTest::hello() const
{
    return uR"({"type":"hello","protocol":[1],"client":"canary/1","features":[],"lang":"de","resume":{}})"_s;
}

// Each text of each message in turn, on a line of its own for each message: whoever misbehaves is hung up on.
void CanaryTest::sayWithCanaries(const QString &path, const QString &folder)
{
    const auto samples = samplesOf(folder);
    QVERIFY(samples.size() >= 20);
    for (const Sample &sample : samples) {
        const bool greets = sample.message.value(u"type"_s) == u"hello"_s;
        QList<Path> texts;
        collectTexts(sample.message, {}, texts);
        QStringList frames{hello()};
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const QString canary = m_canaries.next(sample.name + u": "_s + nameOf(texts[i]));
            QJsonObject message = replaced(sample.message, texts[i], canary).toObject();
            // What is repeated would only be answered again.
            if (message.contains(u"id"_s) && nameOf(texts[i]) != u"id"_s)
                message.insert(u"id"_s, u"c%1"_s.arg(i));
            const QString frame = inThisTown(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
            if (greets)
                QVERIFY(sayAll(lineTo(path), {frame}));
            else
                frames.append(frame);
        }
        frames.append(u"{\"type\":\"%1\"}"_s.arg(m_canaries.next(u"type of a message"_s)));
        frames.append(m_canaries.next(u"no message at all"_s));
        QVERIFY2(sayAll(lineTo(path), frames), qPrintable(sample.name));
    }
}

void CanaryTest::everyMessageIsSaid()
{
    sayWithCanaries(u"/ws/citizen"_s, u"citizen_to_server"_s);
    sayWithCanaries(u"/ws/clerk"_s, u"clerk_to_server"_s);
}

void CanaryTest::strangersKnock()
{
    const quint16 port = m_server.port();
    const auto word = [this](const QString &where) { return m_canaries.next(where).toLatin1(); };
    for (const char *const field :
         {"Host", "User-Agent", "Referer", "Origin", "Cookie", "Authorization", "X-Forwarded-For", "Accept-Language",
          "Content-Type", "If-None-Match", "Range", "Sec-WebSocket-Protocol", "X-Anything"}) {
        const QByteArray name(field);
        QVERIFY(exchange(
            port, "GET / HTTP/1.1\r\n" + (name == "Host" ? QByteArray() : QByteArray("Host: localhost\r\n")) +
                      "Connection: close\r\n" + name + ": " + word(u"header "_s + QLatin1String(field)) + "\r\n\r\n"));
        static_cast<void>(exchange(
            port, upgradeText("/ws/citizen", name + ": " + word(u"upgrade, "_s + QLatin1String(field)) + "\r\n")));
    }
    for (const char *const path : {"/", "/api/v1/", "/ws/", "/assets/", "/?q=", "/health?", "/api/v1/sessions?token="})
        QVERIFY(exchange(port,
                         requestText(path + word(u"path "_s + QLatin1String(path)) + " HTTP/1.1\r\n").prepend("GET ")));
    const QString json = u"POST %1 HTTP/1.1\r\nContent-Type: application/json\r\n"_s;
    for (const char *const field :
         {"login", "password", "one_time_token", "name", "challenge", "code", "recovery_code"}) {
        for (const char *const path : {"/api/v1/sessions", "/api/v1/sessions/second-factor", "/api/v1/setup"}) {
            QJsonObject body{{u"login"_s, u"jemand"_s},          {u"password"_s, u"Vier Worte hier drin"_s},
                             {u"one_time_token"_s, u"einmal"_s}, {u"name"_s, u"Jemand"_s},
                             {u"challenge"_s, u"keine"_s},       {u"code"_s, u"123456"_s}};
            body.insert(QLatin1String(field),
                        QString::fromLatin1(word(QLatin1String(path) + u' ' + QLatin1String(field))));
            QVERIFY(exchange(port, requestText(json.arg(QLatin1String(path)).toUtf8(),
                                               QJsonDocument(body).toJson(QJsonDocument::Compact))));
        }
    }
}

void CanaryTest::theDayEnds()
{
    // What the messages have done to the office does not matter here; everybody has to go.
    ClerkDesk last(m_server.origin(), m_session);
    QVERIFY(last.greet() && last.open(m_counter));
    QVERIFY(last.run(clerk::CloseOffice{.id = {}, .office = m_counter, .mode = office::CloseMode::Now}).done);
    static_cast<void>(QTest::qWaitFor([&] { return m_canaries.foundIn(plainFiles()).isEmpty(); }, kPatienceMs));
    QCOMPARE(m_canaries.foundIn(plainFiles()), QStringList());
    m_citizens.clear();
    m_server.askToStop();
    QCOMPARE(m_server.exitCodeWithin(kPatienceMs), std::optional(0));
}

QByteArray CanaryTest::exports()
{
    QByteArray all;
    const QString config = m_town.writeConfig(m_town.config());
    for (const QString &command : {u"list"_s, u"export"_s, u"log"_s, u"deletion-plan"_s, u"processing-record"_s}) {
        ServerProgram program(m_town);
        const auto code = program.exitCodeOf({u"--config"_s, config, u"admin"_s, command, u"--json"_s});
        all += code == 0 ? program.output() : "failed: " + command.toUtf8();
    }
    return all;
}

void CanaryTest::noneOfTheWordsIsLeftAfterTheDay()
{
    for (const auto step : {&CanaryTest::startDay, &CanaryTest::peopleCome, &CanaryTest::everyMessageIsSaid,
                            &CanaryTest::strangersKnock, &CanaryTest::theDayEnds}) {
        (this->*step)();
        QVERIFY(!QTest::currentTestFailed());
    }
    QVERIFY2(m_canaries.count() >= 200, qPrintable(QString::number(m_canaries.count())));
    const QByteArray plain = plainFiles();
    QVERIFY(plain.contains("ticket_drawn"));
    QCOMPARE(m_canaries.foundIn(plain), QStringList());
    QCOMPARE(m_canaries.foundIn(m_server.output()), QStringList());
    const auto files = QDir(m_town.config().dataDirectory).entryInfoList(QDir::Files);
    for (const QFileInfo &file : files)
        QCOMPARE(m_canaries.foundIn(contentOf(file.filePath())), QStringList());
    const QByteArray exported = exports();
    QVERIFY(exported.contains("Bürgerservice") && !exported.contains("failed: "));
    QCOMPARE(m_canaries.foundIn(exported), QStringList());
}

QTEST_GUILESS_MAIN(CanaryTest)
#include "CanaryTest.moc"

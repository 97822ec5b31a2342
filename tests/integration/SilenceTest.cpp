// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/integration/kit/ClerkDesk.h"
#include "tests/integration/kit/Http.h"
#include "tests/integration/kit/Servers.h"

#include <QTcpSocket>

#include <algorithm>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
namespace clerk = protocol::clerk;

namespace {

// As clients send it: masked, here with zeros; short ones alone.
QByteArray frameOf(const clerk::ToServer &message)
{
    const QByteArray text = protocol::encode(message);
    Q_ASSERT(text.size() < 126);
    return QByteArray(1, '\x81') + static_cast<char>(0x80 | text.size()) + QByteArray(4, '\0') + text;
}

template <typename Body>
bool tells(const clerk::OfficeFacts &message)
{
    return std::ranges::any_of(message.facts,
                               [](const office::Fact &fact) { return std::holds_alternative<Body>(fact.body); });
}

std::optional<QByteArray> sessionOf(const LocalServer &server, const QString &login)
{
    return signIn(server.port(), login, TownFolder::password(login));
}

} // namespace

//! A machine whose plug is pulled says no goodbye: its silence is all that there is.
class SilenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClerkWhoFallsSilentIsLostSoon();
};

void SilenceTest::aClerkWhoFallsSilentIsLostSoon()
{
    const TownFolder town;
    const LocalServer server(town.config());
    const OfficeId counter = TownFolder::office(u"B"_s);
    const auto session = sessionOf(server, u"schmidt"_s);
    const auto other = sessionOf(server, u"yilmaz"_s);
    QVERIFY(session && other);
    ClerkDesk colleague(server.origin(), *other);
    QVERIFY(colleague.greet());

    QTcpSocket silent;
    silent.connectToHost(QHostAddress::LocalHost, server.port());
    silent.write(upgradeText("/ws/clerk", "Authorization: Bearer " + *session + "\r\n"));
    silent.write(frameOf(
        clerk::Hello{.protocol = {1}, .client = u"integration/1"_s, .features = {}, .lang = u"de"_s, .resume = {}}));
    silent.write(frameOf(clerk::Arrive{.id = u"arrive"_s, .office = counter}));
    QVERIFY(colleague.expect<clerk::OfficeFacts>(tells<office::ClerkArrived>));
    // Within the test's patience; a citizen's phone gets a minute and more.
    QVERIFY(colleague.expect<clerk::OfficeFacts>(tells<office::ClerkLost>));
}

QTEST_GUILESS_MAIN(SilenceTest)
#include "SilenceTest.moc"

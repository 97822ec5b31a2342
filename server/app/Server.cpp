// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/Server.h"

#include "server/app/AdminTools.h"
#include "server/app/BackupDoor.h"
#include "server/app/EdgeOutbox.h"
#include "server/app/LogOutput.h"
#include "server/app/OldFacts.h"
#include "server/app/Reception.h"
#include "server/app/StorePaths.h"
#include "server/app/StoredFacts.h"
#include "server/app/TownDifferences.h"
#include "server/documents/Cabinet.h"
#include "server/identity/Accounts.h"
#include "server/identity/StartPasswordMaker.h"
#include "server/media/TownIceServers.h"
#include "server/store/AccountRows.h"
#include "server/store/KeyFile.h"
#include "server/store/OfficeRows.h"
#include "server/store/StoreAccounts.h"
#include "server/store/StoreSecondFactors.h"
#include "server/store/StoreTown.h"
#include "server/store/TownRows.h"
#include "shared/base/Log.h"
#include "shared/base/Random.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sprechtag::app {
namespace {

// Sessions and upgrades are looked after at least that often, however far away the next thing that is due.
constexpr milliseconds kLongestSleep{1000};
constexpr seconds kComeBackAfter{2};
constexpr unsigned kDrainMs = 3000;

// Installed beside the server, and built there.
struct ServerWords
{
    Q_DECLARE_TR_FUNCTIONS(ServerWords)
};

QString sentenceFor(edge::StartError error, const Config &config)
{
    switch (error) {
    case edge::StartError::AddressInUse:
        return ServerWords::tr("Port %1 is in use. Stop the other program or choose another port.").arg(config.port);
    case edge::StartError::AddressInvalid:
        return ServerWords::tr("%1 is no address of this machine. Check [listen] address.").arg(config.address);
    case edge::StartError::CertificateUnreadable:
        return ServerWords::tr("The certificate %1 cannot be read. Check path and permissions; it must be a PEM file "
                               "with the whole chain.")
            .arg(config.certificateFile);
    case edge::StartError::KeyUnreadable:
        return ServerWords::tr(
                   "The key %1 cannot be read. Check path and permissions; it must be a PEM file without a passphrase.")
            .arg(config.keyFile);
    case edge::StartError::KeyMismatch:
        return ServerWords::tr("The key %1 does not belong to the certificate %2. Name two that belong together.")
            .arg(config.keyFile, config.certificateFile);
    }
    Q_UNREACHABLE();
}

QString sentenceFor(http::SiteError error, const QString &folder)
{
    switch (error) {
    case http::SiteError::NoIndex:
        return ServerWords::tr(
                   "There are no pages in %1. Build them, or name their directory by [public] web_directory.")
            .arg(folder);
    case http::SiteError::Unreadable:
        return ServerWords::tr("A page in %1 cannot be read. Check the permissions.").arg(folder);
    case http::SiteError::TooLarge:
        return ServerWords::tr("%1 holds more than pages ever do. Check [public] web_directory.").arg(folder);
    }
    Q_UNREACHABLE();
}

edge::Config edgeConfig(const Config &config)
{
    edge::Config edge;
    edge.address = config.address.toStdString();
    edge.port = config.port;
    edge.certificateFile = config.certificateFile.toStdString();
    edge.keyFile = config.keyFile.toStdString();
    for (const QString &proxy : config.trustedProxies)
        edge.trustedProxies.push_back(proxy.toStdString());
    edge.limits.largerBody = {std::string(http::kDocumentsPath) + "/", static_cast<std::size_t>(documents::kPartBytes)};
    edge.limits.connectionsPerAddress = static_cast<std::uint32_t>(config.connectionsPerAddress);
    return edge;
}

} // namespace

//! In the order in which they need each other; destroyed in reverse.
struct Server::Parts
{
    std::optional<store::StoreWriter> writer;
    std::optional<store::StoreAccounts> accounts;
    std::optional<store::StoreSecondFactors> factors;
    std::optional<store::StoreTown> townStore;
    std::optional<OldFacts> oldFacts;
    std::optional<broker::Loaded> loaded;
    town::Town town;
    std::unique_ptr<broker::Identity> identity;
    std::unique_ptr<identity::StartPasswordMaker> startPasswords;
    std::optional<media::TownIceServers> ice;
    std::unique_ptr<edge::Edge> edge;
    std::optional<EdgeOutbox> outbox;
    std::optional<broker::Broker> broker;
    std::optional<broker::Administration> administration;
    std::optional<documents::Cabinet> documents;
    std::optional<gateway::Gateway> gateway;
    std::optional<http::RestApi> rest;
    std::optional<http::DocumentApi> documentApi;
    std::optional<http::Upgrades> upgrades;
    std::optional<Reception> reception;
    std::optional<BackupDoor> backups;
};

Server::Server(Config config, const Clock &clock)
    : m_config(std::move(config))
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_parts->broker->tick();
        m_parts->gateway->tick();
        m_parts->reception->tick();
        m_parts->documents->tick();
        m_parts->oldFacts->look(m_clock.now(), m_parts->broker->record().town().calendar.zone);
        pass();
    });
}

Server::~Server()
{
    stop();
}

std::optional<QString> Server::start()
{
    // Pages of every other name would be strangers', and no citizen types this address.
    if (!m_config.publicOrigin && edge::isEveryAddress(m_config.address.toStdString()))
        return ServerWords::tr("%1 stands for all addresses of this machine, and citizens type one of them. Set "
                               "[public] origin to what they type, such as https://rathaus.example.")
            .arg(m_config.address);
    m_parts = std::make_unique<Parts>();
    auto failure = openStore();
    if (!failure)
        failure = listen();
    if (!failure)
        failure = serve();
    if (failure)
        m_parts.reset();
    return failure;
}

std::optional<QString> Server::openStore()
{
    const store::StorePaths paths = pathsOf(m_config);
    auto database = store::Database::open(paths);
    if (!database)
        return store::adminSentence(database.error(), paths);
    const broker::FactCodec codec = storedFacts();
    auto loaded = store::load(database.value().connection(), codec);
    if (!loaded)
        return store::adminSentence(loaded.error(), paths);
    auto town = store::loadTown(database.value().connection());
    if (!town)
        return store::adminSentence(town.error(), paths);
    auto sessions = store::loadSessions(database.value().connection());
    if (!sessions)
        return store::adminSentence(sessions.error(), paths);
    m_parts->loaded = std::move(loaded).value();
    m_parts->town = std::move(town).value();
    m_parts->writer.emplace(std::move(database).value(), codec, m_clock, *this);
    m_parts->accounts.emplace(*m_parts->writer, [this](const broker::Account &first) { welcomeFirst(first); });
    m_parts->factors.emplace(*m_parts->writer);
    m_parts->townStore.emplace(*m_parts->writer, townDifferences(), [this] { pass(); });
    m_parts->oldFacts.emplace(*m_parts->writer, codec, m_config.factsKept, paths.database);
    m_parts->startPasswords = std::make_unique<identity::StartPasswordMaker>([this] { pass(); });
    m_parts->identity = std::make_unique<identity::Accounts>(*m_parts->accounts, *m_parts->factors, m_clock,
                                                             std::move(sessions).value());
    return std::nullopt;
}

std::optional<QString> Server::listen()
{
    m_parts->ice.emplace(m_config.media);
    m_parts->edge = std::make_unique<edge::Edge>(edgeConfig(m_config), [this] {
        QMetaObject::invokeMethod(
            this, [this] { pass(); }, Qt::QueuedConnection);
    });
    if (const auto failure = m_parts->edge->listen())
        return sentenceFor(*failure, m_config);
    return std::nullopt;
}

std::optional<QString> Server::serve()
{
    const auto own = http::Origin::parse(origin().toStdString());
    if (!own)
        return ServerWords::tr("%1 is no address that a browser can open. Set [public] origin.").arg(origin());
    const http::HeaderPolicy policy(*own, m_config.frameAncestors);
    auto site = http::Site::load(m_config.webDirectory, policy);
    if (!site)
        return sentenceFor(site.error(), m_config.webDirectory);

    Parts &parts = *m_parts;
    parts.outbox.emplace(*parts.edge);
    parts.broker.emplace(std::move(*parts.loaded), *parts.writer, m_clock, [] { return randomId<TicketTag>(); });
    parts.loaded.reset();
    parts.administration.emplace(
        broker::Administration::Parts{
            .broker = *parts.broker,
            .store = *parts.townStore,
            .passwords = *parts.startPasswords,
            .clock = m_clock,
            .endSessions = [&parts](ClerkId who) { parts.identity->endSessionsOf(who); },
            .formFor = [&parts](ClerkId who, OfficeId office,
                                const QString &sha256) { return parts.documents->formFor(who, office, sha256); }},
        std::move(parts.town));
    parts.documents.emplace(documents::Cabinet::Tools{.record = parts.broker->record(),
                                                      .clock = m_clock,
                                                      .shelf = documents::Shelf(m_config.filesFolder()),
                                                      .scanner = documents::Scanner(m_config.scanner),
                                                      .inspector = documents::Inspector(inspectorProgram())});
    parts.documents->load();
    parts.gateway.emplace(*parts.broker, *parts.administration, *parts.ice, *parts.documents, *parts.outbox, m_clock,
                          gateway::DrawPace(m_config.drawsPerAddress));
    parts.broker->start();
    parts.rest.emplace(*parts.identity, policy, QCoreApplication::applicationVersion(), [&writer = *parts.writer] {
        return http::Vitals{writer.isFull(), lostLogLines()};
    });
    parts.documentApi.emplace(
        http::DocumentApi::Doors{
            .documents = *parts.documents,
            .identity = *parts.identity,
            .record = parts.broker->record(),
            .storageFull = [&writer = *parts.writer] { return writer.isFull(); },
            .shownTo = [&gateway = *parts.gateway](const QByteArray &guest,
                                                   DocumentId document) { return gateway.shownTo(guest, document); },
            .mayStock = [&administration = *parts.administration](
                            ClerkId who, OfficeId office) { return administration.mayStock(who, office); }},
        policy);
    parts.upgrades.emplace(*parts.identity, policy, std::vector{*own});
    parts.reception.emplace(Reception::Doors{*parts.edge, *parts.gateway, *parts.rest, *parts.documentApi,
                                             *parts.upgrades, *parts.identity, m_clock});
    parts.identity->onSessionEnded([this](const broker::SessionKey &key) { m_parts->reception->sessionEnded(key); });
    parts.edge->serve(Reception::routesOf(std::make_shared<const http::Site>(std::move(site).value())));
    openBackupDoor();
    qCInfo(lcServer) << "serving" << parts.broker->record().offices().size() << "offices at" << origin();
    pass();
    return std::nullopt;
}

void Server::openBackupDoor()
{
    m_parts->backups.emplace(m_config, [this](const QString &path, const BackupDoor::Answer &answer) {
        const auto key = store::readKeyFile(m_config.databaseKeyFile);
        if (!key)
            return answer(key.error());
        m_parts->writer->backUp(path, *key, [answer](std::optional<store::StoreError> error) {
            if (error)
                qCWarning(lcServer) << "a backup was not made, error" << static_cast<int>(*error);
            else
                qCInfo(lcServer) << "a backup was made";
            answer(error);
        });
    });
    if (!m_parts->backups->listen())
        qCWarning(lcServer) << "sprechtag-server backup will not reach this server: no socket in the data directory";
}

void Server::welcomeFirst(const broker::Account &first)
{
    if (!m_parts || !m_parts->administration)
        return;
    m_parts->administration->welcomeFirst({first.id, first.login, first.name, first.roles, first.disabled, 1});
    pass();
}

quint16 Server::port() const
{
    return m_parts && m_parts->edge ? m_parts->edge->port() : quint16{0};
}

QString Server::origin() const
{
    if (m_config.publicOrigin)
        return QString::fromStdString(m_config.publicOrigin->text());
    const bool plain = m_config.certificateFile.isEmpty();
    const QString host = m_config.address.contains(u':') ? u"[%1]"_s.arg(m_config.address) : m_config.address;
    return u"%1://%2:%3"_s.arg(plain ? u"http"_s : u"https"_s, host).arg(port());
}

void Server::pass()
{
    if (!m_parts || !m_parts->reception)
        return;
    m_parts->reception->drain();
    m_parts->broker->flush();
    scheduleTick();
}

void Server::scheduleTick()
{
    milliseconds wait = kLongestSleep;
    if (const auto due = m_parts->broker->nextDue())
        wait = std::min(wait, *due - m_parts->broker->now());
    if (const auto due = m_parts->gateway->nextDue())
        wait = std::min(wait, *due - m_clock.monotonicNow());
    m_timer.start(std::max(wait, milliseconds{0}));
}

void Server::stop()
{
    if (!m_parts)
        return;
    m_timer.stop();
    if (m_parts->reception) {
        m_parts->reception->drain();
        m_parts->gateway->stop(kComeBackAfter);
        m_parts->broker->flush();
    }
    if (m_parts->edge)
        m_parts->edge->stop(kDrainMs);
    if (m_parts->writer)
        m_parts->writer->stop();
    m_parts.reset();
    qCInfo(lcServer) << "stopped";
}

} // namespace sprechtag::app

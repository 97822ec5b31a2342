// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/store/StoreKit.h"

#include "server/store/AccountRows.h"
#include "server/store/TownRows.h"

#include <QCryptographicHash>
#include <QList>

namespace sprechtag::test {

using namespace Qt::StringLiterals;

store::StorePaths StoreFolder::paths() const
{
    return {m_folder.filePath(u"sprechtag.db"_s), m_folder.filePath(u"key"_s)};
}

broker::FactCodec plainCodec()
{
    const auto encode = [](const office::Fact &fact) {
        QByteArray text = QByteArray::number(qulonglong{fact.seq}) + ' ' +
                          QByteArray::number(qlonglong{fact.at.time_since_epoch().count()}) + ' ';
        if (const auto *const body = std::get_if<office::TicketDrawn>(&fact.body)) {
            return text + "drawn " + QByteArray::fromStdString(body->ticket.text()) + ' ' +
                   QByteArray::number(body->number) + ' ' + QByteArray::number(body->day);
        }
        const auto &opened = std::get<office::OfficeOpened>(fact.body);
        return text + "opened " + QByteArray::fromStdString(opened.clerk.text());
    };
    const auto decode = [](const QByteArray &text) -> std::optional<office::Fact> {
        const QList<QByteArray> words = text.split(' ');
        if (words.size() < 4)
            return std::nullopt;
        const office::Sequence seq = words[0].toULongLong();
        const Instant when{milliseconds(words[1].toLongLong())};
        if (words[2] == "drawn" && words.size() == 6) {
            const auto ticket = TicketId::parse(words[3].toStdString());
            return office::Fact{
                seq, when,
                office::TicketDrawn{*ticket, words[4].toUInt(), words[5].toUInt(), office::Standing::Walkin, {}, {}}};
        }
        const auto clerk = ClerkId::parse(words[3].toStdString());
        return clerk ? std::optional(office::Fact{seq, when, office::OfficeOpened{*clerk}}) : std::nullopt;
    };
    return {encode, decode};
}

OfficeId officeId(std::uint64_t number)
{
    return OfficeId::fromBits({1, number});
}

TicketId ticketId(std::uint64_t number)
{
    return TicketId::fromBits({2, number});
}

ClerkId clerkId(std::uint64_t number)
{
    return ClerkId::fromBits({3, number});
}

Instant at(std::int64_t millisecond)
{
    return Instant(milliseconds(1'772'438'400'000 + millisecond));
}

broker::Account account(std::uint64_t number, const QString &login)
{
    return {clerkId(number), login, u"Frau "_s + login, "$argon2id$" + login.toUtf8(), {broker::Role::Clerk}, false};
}

broker::OfficeConfig counter(std::uint64_t number)
{
    broker::OfficeConfig config{
        officeId(number), u"Bürgerservice %1"_s.arg(number), u"Einwohnermeldeamt"_s, {}, {}, {}, false, {}};
    config.letter = number == 1 ? u"B"_s : u"C"_s;
    config.hours = hours::everyWeek({{1, 480, 720}, {1, 780, 960}, {4, 480, 1080}});
    config.settings.queueLimit = number == 1 ? std::optional<std::uint32_t>(30) : std::nullopt;
    config.settings.enterWithin = seconds(45);
    config.relayOnly = number == 1;
    config.clerks = {clerkId(3), clerkId(1)};
    return config;
}

TownSetup townSetup()
{
    broker::Account head = account(2, u"weber"_s);
    head.roles = {broker::Role::Clerk, broker::Role::HeadOfOffice};
    return {TownSetup::Authority{u"Landkreis Musterland"_s, {QTimeZone("Europe/Berlin"), {}, {}, {}}, u"2026-01"_s},
            {account(1, u"schmidt"_s), head, account(3, u"yilmaz"_s)},
            {counter(1), counter(2)}};
}

namespace {

town::Town townOf(const TownSetup &setup, town::Town town)
{
    if (setup.authority) {
        town.authority.name = setup.authority->name;
        town.authority.calendar = setup.authority->calendar;
        town.authority.consentVersion = setup.authority->consentVersion;
        town.authority.secondFactorRoles = setup.authority->secondFactorRoles;
    }
    for (const broker::Account &clerk : setup.clerks)
        town::put(town, town::Account{clerk.id, clerk.login, clerk.name, clerk.roles, clerk.disabled, 0});
    for (const broker::OfficeConfig &config : setup.offices) {
        town::Office office{.id = config.id, .name = config.name, .letter = config.letter};
        office.hours = config.hours;
        office.settings = config.settings;
        office.relayOnly = config.relayOnly;
        if (!config.department.isEmpty()) {
            const town::Department department{DepartmentId::fromBits({4, 1}), config.department, 0};
            town::put(town, department);
            office.department = department.id;
        }
        for (const ClerkId clerk : config.clerks)
            office.staff.append({.clerk = clerk, .mayCallNamed = false, .isHead = false});
        town::put(town, office);
    }
    return town;
}

} // namespace

Result<Done, store::StoreError> importSetup(store::Connection &connection, const TownSetup &setup)
{
    const auto present = store::loadTown(connection);
    if (!present)
        return Failure(present.error());
    const town::Town wanted = townOf(setup, *present);
    QList<broker::TownEdit> edits = broker::editsTo(wanted, *present);
    for (const broker::Account &clerk : setup.clerks) {
        const auto known = store::findAccount(connection, clerk.login);
        if (!known || !*known || (*known)->passwordHash != clerk.passwordHash) {
            auto account = std::get<town::Account>(*town::valueOf(wanted, clerk.id));
            const auto before = town::valueOf(*present, clerk.id);
            account.version = before ? town::versionOf(*before) : 0;
            broker::setPassword(edits, account, {clerk.passwordHash, clerk.mustChange});
        }
    }
    const auto saved = save(connection, edits, {std::nullopt, at(0)});
    if (!saved)
        return Failure(saved.error());
    if (!std::holds_alternative<broker::TownSaved>(*saved))
        return Failure(store::StoreError::Constraint);
    return Done{};
}

Result<broker::TownOutcome, store::StoreError> save(store::Connection &connection, const QList<broker::TownEdit> &edits,
                                                    const broker::Author &author)
{
    auto transaction = store::Transaction::begin(connection);
    if (!transaction)
        return Failure(transaction.error());
    auto outcome = store::saveTown(connection, edits, author, plainDifferences());
    if (!outcome)
        return outcome;
    if (const auto committed = transaction.value().commit(); !committed)
        return Failure(committed.error());
    return outcome;
}

broker::Differences plainDifferences()
{
    return [](const std::optional<town::Value> &before, const std::optional<town::Value> &after) {
        const auto nameOf = [](const std::optional<town::Value> &value) {
            const auto name = Overloaded{[](const town::Concern &one) { return one.leikaKey; },
                                         [](const town::Form &one) { return one.names.value(u"de"_s); },
                                         [](const auto &one) { return one.name; }};
            return value ? std::visit(name, *value) : QString();
        };
        return QList<broker::FieldChange>{{u"name"_s, nameOf(before), nameOf(after)}};
    };
}

office::Fact drawn(office::Sequence seq, std::uint64_t ticket)
{
    return {seq, at(static_cast<std::int64_t>(seq)),
            office::TicketDrawn{
                ticketId(ticket), static_cast<std::uint32_t>(ticket), 20260302, office::Standing::Walkin, {}, {}}};
}

broker::Batch drawing(std::uint64_t office, office::Sequence seq)
{
    broker::Batch batch;
    batch.facts.push_back({officeId(office), {drawn(seq, seq)}});
    return batch;
}

broker::Visit visit(std::uint64_t ticket, const QString &name)
{
    return {ticketId(ticket), officeId(1), sha256(QByteArray::number(qulonglong{ticket})), name, u"Wohnsitz ummelden"_s,
            u"de"_s,          u"2026-01"_s};
}

QByteArray sha256(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256);
}

QByteArray hashOf(ClerkId clerk)
{
    for (const broker::Account &account : townSetup().clerks) {
        if (account.id == clerk)
            return account.passwordHash;
    }
    qFatal("a password of nobody");
}

store::Database newTown(const StoreFolder &folder)
{
    auto made = store::Database::initialise(folder.paths());
    if (!made)
        qFatal("%s", qUtf8Printable(store::adminSentence(made.error(), folder.paths())));
    if (!importSetup(made.value().connection(), townSetup()))
        qFatal("the town is not accepted");
    return std::move(made).value();
}

store::Database reopened(const StoreFolder &folder)
{
    auto opened = store::Database::open(folder.paths());
    if (!opened)
        qFatal("%s", qUtf8Printable(store::adminSentence(opened.error(), folder.paths())));
    return std::move(opened).value();
}

} // namespace sprechtag::test

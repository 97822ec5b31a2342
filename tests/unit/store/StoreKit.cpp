// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/store/StoreKit.h"

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
        officeId(number), u"Bürgerservice %1"_s.arg(number), u"Einwohnermeldeamt"_s, u"B"_s, {}, {}, false, {}};
    config.hours = hours::everyWeek({{1, 480, 720}, {1, 780, 960}, {4, 480, 1080}});
    config.settings.queueLimit = number == 1 ? std::optional<std::uint32_t>(30) : std::nullopt;
    config.settings.enterWithin = seconds(45);
    config.relayOnly = number == 1;
    config.clerks = {clerkId(3), clerkId(1)};
    return config;
}

store::TownSetup town()
{
    broker::Account head = account(2, u"weber"_s);
    head.roles = {broker::Role::Clerk, broker::Role::HeadOfOffice};
    return {
        store::TownSetup::Authority{u"Landkreis Musterland"_s, {QTimeZone("Europe/Berlin"), {}, {}, {}}, u"2026-01"_s},
        {account(1, u"schmidt"_s), head, account(3, u"yilmaz"_s)},
        {counter(1), counter(2)}};
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

store::Database newTown(const StoreFolder &folder)
{
    auto made = store::Database::initialise(folder.paths());
    if (!made)
        qFatal("%s", qUtf8Printable(store::adminSentence(made.error(), folder.paths())));
    if (!store::importSetup(made.value().connection(), town()))
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

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/Shelf.h"

#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QStorageInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sprechtag::documents {
namespace {

constexpr auto kPart = ".part"_L1;
constexpr auto kFile = ".file"_L1;
constexpr auto kCard = ".card"_L1;
constexpr auto kFormat = QDataStream::Qt_6_4;
constexpr quint8 kCardVersion = 2;
constexpr quint8 kCardWithoutCleaned = 1; // as it was before
// Others write to the same disk, the database among them.
constexpr qint64 kSpared = qint64{256} * 1024 * 1024;

QString text(const auto &id)
{
    return QString::fromStdString(id.text());
}

QByteArray noteOf(const Shelf::Kept &kept)
{
    QByteArray note;
    QDataStream stream(&note, QIODevice::WriteOnly);
    stream.setVersion(kFormat);
    const Card &card = kept.card;
    stream << kCardVersion << static_cast<quint8>(card.from) << static_cast<quint8>(card.state)
           << static_cast<quint8>(card.kind.value_or(Kind::Pdf)) << card.bytes << kept.order << card.name.reveal()
           << card.cleaned;
    return note;
}

std::optional<Shelf::Kept> keptIn(const QByteArray &note, DocumentId document)
{
    QDataStream stream(note);
    stream.setVersion(kFormat);
    quint8 version{};
    quint8 from{};
    quint8 state{};
    quint8 kind{};
    qint64 bytes{};
    qint64 order{};
    QString name;
    bool cleaned{};
    stream >> version >> from >> state >> kind >> bytes >> order >> name;
    if (version != kCardWithoutCleaned)
        stream >> cleaned;
    if (stream.status() != QDataStream::Ok || version < kCardWithoutCleaned || version > kCardVersion)
        return std::nullopt;
    return Shelf::Kept{.card = {.id = document,
                                .from = static_cast<From>(from),
                                .state = static_cast<State>(state),
                                .name = name,
                                .kind = static_cast<Kind>(kind),
                                .cleaned = cleaned,
                                .bytes = bytes,
                                .received = bytes},
                       .order = order};
}

} // namespace

Shelf::Shelf(QString folder)
    : m_folder(std::move(folder))
{
}

std::map<TicketId, std::vector<Shelf::Kept>> Shelf::load(const std::map<TicketId, broker::Visit> &visits) const
{
    std::map<TicketId, std::vector<Kept>> all;
    for (const QString &name : QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden)) {
        const auto ticket = TicketId::parse(name.toStdString());
        const auto visit = ticket ? visits.find(*ticket) : visits.end();
        if (visit == visits.end()) {
            QDir(QDir(m_folder).filePath(name)).removeRecursively();
            continue;
        }
        if (auto kept = loadVisit(visit->second); !kept.empty())
            all.emplace(*ticket, std::move(kept));
        else
            removeAll(*ticket);
    }
    return all;
}

std::vector<Shelf::Kept> Shelf::loadVisit(const broker::Visit &visit) const
{
    std::vector<Kept> all;
    const QDir folder(folderOf(visit.ticket));
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden)) {
        const auto document = DocumentId::parse(name.section(u'.', 0, 0).toStdString());
        const auto kept = document ? loadCard(visit, *document) : std::nullopt;
        if (!kept || name.endsWith(kPart))
            QFile::remove(folder.filePath(name));
        else if (name.endsWith(kCard))
            all.push_back(*kept);
    }
    std::ranges::sort(all, {}, &Kept::order);
    return all;
}

std::optional<Shelf::Kept> Shelf::loadCard(const broker::Visit &visit, DocumentId document) const
{
    const auto note = readSealedNote(pathOf(visit.ticket, document, kCard), visit.fileKey.reveal());
    auto kept = note ? keptIn(*note, document) : std::nullopt;
    if (kept && kept->card.state != State::Refused && !QFile::exists(fileOf(visit.ticket, document)))
        return std::nullopt;
    return kept;
}

bool Shelf::hasRoomFor(qint64 bytes) const
{
    return QDir().mkpath(m_folder) && QStorageInfo(m_folder).bytesAvailable() > 2 * bytes + kSpared;
}

bool Shelf::makeFolder(TicketId ticket) const
{
    const QString folder = folderOf(ticket);
    constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    return QDir().mkpath(folder) && QFile::setPermissions(folder, kOwnerOnly);
}

QString Shelf::partOf(TicketId ticket, DocumentId document) const
{
    return pathOf(ticket, document, kPart);
}

QString Shelf::fileOf(TicketId ticket, DocumentId document) const
{
    return pathOf(ticket, document, kFile);
}

bool Shelf::writeCard(TicketId ticket, const QByteArray &visitKey, const Kept &kept) const
{
    return writeSealedNote(pathOf(ticket, kept.card.id, kCard), visitKey, noteOf(kept)).ok();
}

void Shelf::removePart(TicketId ticket, DocumentId document) const
{
    QFile::remove(partOf(ticket, document));
}

void Shelf::removeContent(TicketId ticket, DocumentId document) const
{
    removePart(ticket, document);
    QFile::remove(fileOf(ticket, document));
}

void Shelf::remove(TicketId ticket, DocumentId document) const
{
    QFile::remove(pathOf(ticket, document, kCard));
    removeContent(ticket, document);
}

void Shelf::removeAll(TicketId ticket) const
{
    QDir(folderOf(ticket)).removeRecursively();
}

QString Shelf::folderOf(TicketId ticket) const
{
    return QDir(m_folder).filePath(text(ticket));
}

QString Shelf::pathOf(TicketId ticket, DocumentId document, QLatin1String what) const
{
    return QDir(folderOf(ticket)).filePath(text(document) + what);
}

} // namespace sprechtag::documents

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/VisitDocuments.h"

#include "clerk-app/model/Words.h"

#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

#include <algorithm>

namespace sprechtag::clerk::model {

using namespace Qt::StringLiterals;
using documents::From;
using documents::State;
using protocol::ErrorCode;

VisitDocuments::VisitDocuments(CurrentVisit &visit, connection::CommandPort &commands, QObject *parent)
    : QAbstractListModel(parent)
    , m_stock(visit, commands)
    , m_visit(visit)
    , m_commands(commands)
{
    connect(&m_stock, &FormStock::troubled, this, &VisitDocuments::troubled);
    connect(&visit, &CurrentVisit::started, this, &VisitDocuments::follow);
    connect(&visit, &CurrentVisit::changed, this, &VisitDocuments::follow);
    connect(&visit, &CurrentVisit::ended, this, &VisitDocuments::follow);
}

void VisitDocuments::serveBy(connection::DocumentPort &port)
{
    m_port = &port;
    connect(&port, &connection::DocumentPort::progressed, this, [this](int key, qint64 bytes) {
        const int at = rowOf(key);
        if (at < 0)
            return;
        m_rows[static_cast<std::size_t>(at)].sent = bytes;
        Q_EMIT dataChanged(index(at), index(at));
    });
    connect(&port, &connection::DocumentPort::sent, this, [this](int key) {
        if (const int at = rowOf(key); at >= 0)
            drop(at);
    });
    connect(&port, &connection::DocumentPort::failed, this, [this](int key, ErrorCode code) {
        const int at = rowOf(key);
        if (at < 0)
            return;
        Row &row = m_rows[static_cast<std::size_t>(at)];
        row.failed = code;
        Q_EMIT dataChanged(index(at), index(at));
        Q_EMIT stateChanged();
        //: %1 is the name of a file, %2 a sentence
        Q_EMIT troubled(tr("%1: %2").arg(row.name, faultText(code)));
    });
}

void VisitDocuments::follow()
{
    const auto &visit = m_visit.running();
    const auto ticket = visit ? std::optional(visit->ticket) : std::nullopt;
    if (ticket != m_ticket) {
        m_ticket = ticket;
        for (const Row &row : std::exchange(m_rows, {})) {
            if (m_port != nullptr && !row.card && !row.failed)
                m_port->cancel(row.key);
        }
        beginResetModel();
        endResetModel();
    }
    Q_EMIT stateChanged();
}

// Files that I send stand as mine until they are checked.
void VisitDocuments::take(const protocol::clerk::DocumentList &message)
{
    const auto &visit = m_visit.running();
    if (!visit || visit->ticket != message.ticket)
        return;
    m_ticket = message.ticket;
    QList<documents::Card> cards;
    for (const documents::Card &card : message.documents) {
        const bool mineComing =
            card.from == From::Clerk && (card.state == State::Coming || card.state == State::Checking);
        if (!mineComing)
            cards.append(card);
    }
    rebuild(std::move(cards));
}

void VisitDocuments::rebuild(QList<documents::Card> cards)
{
    const auto stateOf = [this](DocumentId document) -> std::optional<State> {
        const auto known =
            std::ranges::find_if(m_rows, [&](const Row &row) { return row.card && row.card->id == document; });
        return known == m_rows.end() ? std::nullopt : std::optional(known->card->state);
    };
    QStringList fresh;
    std::vector<Row> rows;
    for (documents::Card &card : cards) {
        if (card.from == From::Citizen && card.state == State::Offered && stateOf(card.id) != State::Offered)
            fresh.append(card.name.reveal());
        rows.push_back({.card = card, .name = card.name.reveal(), .bytes = card.bytes, .sent = card.received});
    }
    std::ranges::copy_if(m_rows, std::back_inserter(rows), [](const Row &row) { return !row.card; });
    // The same files in the same order: what is chosen stays chosen.
    const bool same = std::ranges::equal(rows, m_rows, [](const Row &a, const Row &b) {
        return a.key == b.key && a.card.has_value() == b.card.has_value() && (!a.card || a.card->id == b.card->id);
    });
    if (!same)
        beginResetModel();
    m_rows = std::move(rows);
    if (!same)
        endResetModel();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT stateChanged();
    for (const QString &name : fresh)
        Q_EMIT offered(name);
}

bool VisitDocuments::canSend() const
{
    const auto &visit = m_visit.running();
    return m_port != nullptr && visit &&
           (visit->state == office::TicketState::InCall || visit->state == office::TicketState::Held);
}

const VisitDocuments::Row *VisitDocuments::row(const QModelIndex &index) const
{
    return index.isValid() ? &m_rows.at(static_cast<std::size_t>(index.row())) : nullptr;
}

int VisitDocuments::waiting() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, [](const Row &row) { return mayAccept(&row); }));
}

void VisitDocuments::send(const QStringList &paths)
{
    if (!canSend())
        return;
    const Visit &visit = *m_visit.running();
    for (const QString &path : paths) {
        const QFileInfo file(path);
        const int key = m_port->send({.ticket = visit.ticket, .epoch = visit.epoch, .path = path});
        const int at = rowCount();
        beginInsertRows({}, at, at);
        m_rows.push_back({.key = key, .name = file.fileName(), .bytes = file.size()});
        endInsertRows();
    }
    Q_EMIT stateChanged();
}

void VisitDocuments::judge(const QModelIndex &index, bool accepted)
{
    const Row *chosen = row(index);
    if (!mayAccept(chosen) || !m_visit.running())
        return;
    const Visit &visit = *m_visit.running();
    m_commands.send(
        protocol::clerk::JudgeDocument{
            .id = {}, .ticket = visit.ticket, .epoch = visit.epoch, .document = chosen->card->id, .accepted = accepted},
        this, [this](const connection::CommandResult &result) {
            if (!result)
                Q_EMIT troubled(Words::refusal(result.error()));
        });
}

void VisitDocuments::remove(const QModelIndex &index)
{
    const Row *chosen = row(index);
    if (chosen == nullptr)
        return;
    if (chosen->card) {
        if (mayRemove(chosen))
            m_port->withdraw(chosen->card->id);
        return;
    }
    if (!chosen->failed)
        m_port->cancel(chosen->key);
    drop(index.row());
}

void VisitDocuments::drop(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    Q_EMIT stateChanged();
}

void VisitDocuments::show(const QModelIndex &index)
{
    const Row *chosen = row(index);
    if (isShown(chosen))
        Q_EMIT hideWanted();
    else if (canShow() && mayShow(chosen))
        Q_EMIT showWanted(chosen->card->id);
}

void VisitDocuments::setShown(std::optional<DocumentId> document)
{
    if (std::exchange(m_shown, document) == document)
        return;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT stateChanged();
}

bool VisitDocuments::canShow() const
{
    return canSend() && !m_visit.running()->control.onHold;
}

bool VisitDocuments::isShown(const Row *row) const
{
    return row != nullptr && row->card && m_shown == row->card->id;
}

const documents::Card *VisitDocuments::card(DocumentId document) const
{
    const auto found =
        std::ranges::find_if(m_rows, [document](const Row &row) { return row.card && row.card->id == document; });
    return found == m_rows.end() ? nullptr : &*found->card;
}

void VisitDocuments::save(const QModelIndex &index, const QString &path)
{
    fetch(index, this, [this, path](const QByteArray &content) { write(path, content); });
}

void VisitDocuments::fetch(const QModelIndex &index, QObject *guard, std::function<void(const QByteArray &)> then)
{
    const Row *chosen = row(index);
    if (!maySave(chosen) || m_port == nullptr)
        return;
    m_port->fetch(chosen->card->id, chosen->card->bytes, guard,
                  [this, then = std::move(then)](const std::optional<QByteArray> &content) {
                      if (content)
                          then(*content);
                      else
                          Q_EMIT troubled(tr("The file could not be fetched from the server."));
                  });
}

void VisitDocuments::write(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        Q_EMIT savedTo(path);
    else
        Q_EMIT troubled(tr("The file could not be saved there. Choose another folder."));
}

int VisitDocuments::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant VisitDocuments::data(const QModelIndex &index, int role) const
{
    const Row *shown = row(index);
    if (shown == nullptr || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole))
        return {};
    const QString name = shown->name.isEmpty() ? tr("A file") : shown->name;
    QString state = isShown(shown) ? tr("both look at it now") : stateText(*shown);
    if (shown->card && shown->card->cleaned)
        state += u'\n' + tr("Scripts and attachments were taken out of it.");
    //: a file: %1 its name, %2 its size, %3 what is with it
    return tr("%1 (%2)\n%3").arg(name, sizeText(shown->bytes), state);
}

Qt::ItemFlags VisitDocuments::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractListModel::flags(index);
    return maySave(row(index)) ? usual | Qt::ItemIsDragEnabled : usual;
}

int VisitDocuments::rowOf(int key) const
{
    const auto found = std::ranges::find_if(m_rows, [key](const Row &row) { return !row.card && row.key == key; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

bool VisitDocuments::mayAccept(const Row *row)
{
    return row != nullptr && row->card && row->card->from == From::Citizen && row->card->state == State::Offered;
}

bool VisitDocuments::maySave(const Row *row)
{
    return row != nullptr && row->card && row->card->state == State::Accepted;
}

bool VisitDocuments::mayShow(const Row *row)
{
    return row != nullptr && row->card && row->card->state == State::Accepted && row->card->kind;
}

bool VisitDocuments::mayRemove(const Row *row)
{
    return row != nullptr && (!row->card || row->card->from == From::Clerk);
}

QString VisitDocuments::sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString VisitDocuments::stateText(const Row &row)
{
    if (row.failed)
        return faultText(*row.failed);
    const qint64 percent = row.bytes > 0 ? 100 * row.sent / row.bytes : 0;
    if (!row.card)
        return row.sent < row.bytes ? tr("being sent, %1 %").arg(percent) : tr("being checked …");
    switch (row.card->state) {
    case State::Coming:
        return tr("coming from the visitor, %1 %").arg(percent);
    case State::Checking:
        return tr("from the visitor, being checked …");
    case State::Offered:
        return tr("from the visitor, waits for your word");
    case State::Accepted:
        return row.card->from == From::Citizen ? tr("from the visitor, accepted") : tr("handed to the visitor");
    case State::Refused:
        return tr("from the visitor, refused");
    }
    return {};
}

QString VisitDocuments::faultText(ErrorCode code)
{
    if (code == ErrorCode::TryLater)
        return tr("The line to the server was away for too long. Hand the file over again.");
    if (code == ErrorCode::Gone)
        return tr("The conversation has changed in the meantime.");
    return Words::refusal(protocol::ErrorMessage{
        .re = {}, .code = code, .field = {}, .clerk = {}, .clerkName = {}, .ticket = {}, .afterSeconds = {}});
}

} // namespace sprechtag::clerk::model

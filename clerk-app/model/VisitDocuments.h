// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/connection/CommandPort.h"
#include "clerk-app/connection/DocumentPort.h"
#include "clerk-app/model/FormStock.h"

#include <QAbstractListModel>

namespace sprechtag::clerk::model {

//! The files of my visit, mine on their way among them, as rows of a list.
class VisitDocuments final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VisitDocuments)
public:
    //! A file that both know, or one of mine that is not there yet.
    struct Row
    {
        std::optional<documents::Card> card{};
        int key{}; //!< of the sending
        QString name{};
        qint64 bytes{};
        qint64 sent{};
        std::optional<protocol::ErrorCode> failed{};
    };

    VisitDocuments(CurrentVisit &visit, connection::CommandPort &commands, QObject *parent = nullptr);

    //! What the office has ready to be handed over.
    [[nodiscard]] FormStock &stock() { return m_stock; }

    //! Where files come and go; none before.
    void serveBy(connection::DocumentPort &port);
    void take(const protocol::clerk::DocumentList &message);

    [[nodiscard]] bool canSend() const;
    [[nodiscard]] const Row *row(const QModelIndex &index) const;
    [[nodiscard]] int waiting() const; //!< for my word

    void send(const QStringList &paths);
    void judge(const QModelIndex &index, bool accepted);
    //! Cancels, takes back, or puts the word of a failure away.
    void remove(const QModelIndex &index);
    //! Both look at it.
    void show(const QModelIndex &index);
    //! What both look at now.
    void setShown(std::optional<DocumentId> document);
    [[nodiscard]] bool canShow() const;
    [[nodiscard]] bool isShown(const Row *row) const;
    [[nodiscard]] const documents::Card *card(DocumentId document) const;
    //! Into the file; savedTo() or troubled() follows.
    void save(const QModelIndex &index, const QString &path);
    //! Its content, as long as `guard` lives; troubled() when it cannot be had.
    void fetch(const QModelIndex &index, QObject *guard, std::function<void(const QByteArray &)> then);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] static bool mayAccept(const Row *row);
    [[nodiscard]] static bool maySave(const Row *row);
    [[nodiscard]] static bool mayRemove(const Row *row);
    [[nodiscard]] static bool mayShow(const Row *row);
    [[nodiscard]] static QString faultText(protocol::ErrorCode code);

Q_SIGNALS:
    //! Of what may be done, or how many files wait.
    void stateChanged();
    //! The visitor has handed over a file.
    void offered(const QString &name);
    void savedTo(const QString &path);
    void showWanted(sprechtag::DocumentId document);
    void hideWanted();
    void troubled(const QString &text);

private:
    void follow();
    void rebuild(QList<documents::Card> cards);
    void drop(int row);
    [[nodiscard]] int rowOf(int key) const;
    [[nodiscard]] static QString stateText(const Row &row);
    [[nodiscard]] static QString sizeText(qint64 bytes);
    void write(const QString &path, const QByteArray &content);

    FormStock m_stock;
    CurrentVisit &m_visit;
    connection::CommandPort &m_commands;
    connection::DocumentPort *m_port{};
    std::optional<TicketId> m_ticket; //!< whose files these are
    std::optional<DocumentId> m_shown;
    std::vector<Row> m_rows;
};

} // namespace sprechtag::clerk::model

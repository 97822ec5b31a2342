// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/CurrentVisit.h"
#include "clerk-app/model/TextWriter.h"

#include <QTimer>

namespace sprechtag::clerk::model {

//! A line that is done.
struct TextLine
{
    protocol::Speaker from{};
    qint64 line{};
    Personal<QString> text;
    Instant at{};
    int peer{};               //!< of a guest
    Personal<QString> name{}; //!< of that guest
    friend bool operator==(const TextLine &, const TextLine &) = default;
};

//! What my visitor, guests and I write to each other, as long as the visit runs.
class VisitText final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VisitText)
public:
    VisitText(CurrentVisit &visit, const Clock &clock, QObject *parent = nullptr);

    void setOnline(bool online);
    void take(const protocol::clerk::TextLines &message);

    //! The visitor is there: something can be written.
    [[nodiscard]] bool talking() const { return m_talking; }
    //! As they were finished.
    [[nodiscard]] const std::vector<TextLine> &lines() const { return m_lines; }
    //! What the visitor or a guest is writing; empty: something that is not shown yet.
    [[nodiscard]] const std::optional<Personal<QString>> &growing() const { return m_growing; }
    [[nodiscard]] QString writing() const; //!< who that is
    [[nodiscard]] QString visitor() const;
    //! Lines of the visitor that came while they were not in sight.
    [[nodiscard]] int unread() const { return m_unread; }
    //! Lines of mine have to wait until there is a line to the server again.
    [[nodiscard]] bool isWaitingForLine() const { return !m_online && m_writer.unsent() > 0; }
    [[nodiscard]] bool letters() const { return m_writer.letters(); }
    [[nodiscard]] const QString &draft() const { return m_writer.draft(); }

    void type(const QString &draft);
    void finish();
    void setLetters(bool letters);
    void setInSight(bool inSight);

Q_SIGNALS:
    void lineToSend(const sprechtag::protocol::clerk::TextLine &line);
    //! The newest of lines().
    void lineAdded();
    void growingChanged();
    void unreadChanged();
    void waitingChanged();
    void lettersChanged(bool letters);
    //! Not by typing: a line was sent, or goes on after a restart.
    void draftReplaced();
    void talkingChanged();
    void cleared();

private:
    void follow();
    void forget();
    void take(const protocol::SpokenLine &spoken);
    void add(const TextLine &line);
    void setGrowing(const protocol::SpokenLine &spoken);
    [[nodiscard]] bool say(const protocol::WrittenLine &line);
    void plan();

    CurrentVisit &m_visit;
    const Clock &m_clock;
    TextWriter m_writer;
    QTimer m_timer;
    std::optional<TicketId> m_ticket; //!< whose lines these are
    office::Epoch m_epoch{};
    bool m_online{};
    bool m_talking{};
    bool m_inSight{};
    std::vector<TextLine> m_lines;
    std::optional<Personal<QString>> m_growing;
    qint64 m_growingLine{};
    int m_growingPeer{}; //!< of the guest who writes; 0: the visitor
    QString m_growingName;
    int m_unread{};
};

} // namespace sprechtag::clerk::model

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Rows.h"
#include "clerk-app/model/Town.h"

#include <optional>

namespace sprechtag::clerk::model {

//! The one person whom I am calling or serving.
struct Visit
{
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    office::TicketState state{office::TicketState::Called};
    QString officeName;
    QString number;
    QString name;
    QString concern;
    QString language;
    QString note{};                                   //!< of the colleague who transferred the visitor
    std::optional<office::TransferTarget> transfer{}; //!< proposed; the citizen is asked
    office::CallControl control{};                    //!< what I have set for the visitor
    QString sightedBy{};                              //!< who has looked at an identity document; empty: nobody
    std::optional<Instant> enterBy{};                 //!< while called
    Instant since{};                                  //!< called, or entered
    Papers papers{};
    //! Number and name, as far as one is known.
    [[nodiscard]] QString who() const;
    friend bool operator==(const Visit &, const Visit &) = default;
};

//! How a visit ended for me.
enum class VisitEnd { Finished, SentBack, NotEntered, NotYet, Missed, Parked, Transferred, Left, Lost };

//! Follows my ticket through the facts. A visit found at sign-in is not begun by itself: the clerk resumes it.
class CurrentVisit final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CurrentVisit)
public:
    explicit CurrentVisit(Town &town, QObject *parent = nullptr);

    void setMe(std::optional<ClerkId> me);
    //! The clerk wants the visit that was found at sign-in.
    void takeUp();

    //! The visit that runs in this program.
    [[nodiscard]] const std::optional<Visit> &running() const { return m_running; }
    //! A visit of mine that was found at sign-in and waits to be taken up.
    [[nodiscard]] const std::optional<Visit> &waiting() const { return m_waiting; }

Q_SIGNALS:
    void started(const sprechtag::clerk::model::Visit &visit);
    void changed(const sprechtag::clerk::model::Visit &visit);
    void ended(const sprechtag::clerk::model::Visit &visit, sprechtag::clerk::model::VisitEnd end);
    void waitingChanged();

private:
    [[nodiscard]] std::optional<Visit> find() const;
    [[nodiscard]] static std::optional<Visit> visitIn(const OfficeBook &book, ClerkId me);
    void noteEnd(const office::Fact &fact);
    void refresh(bool fromSnapshot);
    void setRunning(const std::optional<Visit> &visit);
    void setWaiting(const std::optional<Visit> &visit);

    Town &m_town;
    std::optional<ClerkId> m_me;
    std::optional<Visit> m_running;
    std::optional<Visit> m_waiting;
    std::map<TicketId, VisitEnd> m_ends;
};

} // namespace sprechtag::clerk::model

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/ClerkMessages.h"

#include <QHash>
#include <QObject>

#include <map>
#include <vector>

namespace sprechtag::clerk::model {

//! One office as this program knows it: its card, its facts folded, and who is behind the tickets.
struct OfficeBook
{
    protocol::OfficeCard card;
    std::map<ClerkId, QString> clerkNames;
    office::OfficeState state;
    std::map<TicketId, protocol::VisitCard> visits;
    bool mayCallNamed{}; //!< I may call somebody else than the next

    [[nodiscard]] QString clerkName(ClerkId clerk) const;
    //! Speakable, such as `B 017`.
    [[nodiscard]] QString numberText(TicketId id, const office::Ticket &ticket) const;
};

//! Every office that the clerk may staff, folded from the same facts by the same evolve as on the server.
class Town final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Town)
public:
    explicit Town(QObject *parent = nullptr);

    void clear();
    void apply(const protocol::clerk::OfficeSnapshot &snapshot);
    void apply(const protocol::clerk::OfficeFacts &facts);
    void apply(const protocol::clerk::OfficeVisits &visits);
    void apply(const protocol::clerk::OfficeRemoved &removed);

    [[nodiscard]] const std::vector<OfficeBook> &offices() const { return m_offices; }
    [[nodiscard]] const OfficeBook *find(OfficeId id) const;

    //! The names of offices of others, as far as they were asked for.
    void learn(const QList<protocol::clerk::Neighbour> &offices);
    //! Empty: not known.
    [[nodiscard]] QString nameOf(OfficeId id) const;

Q_SIGNALS:
    void cleared();
    void officeAdded(int index);
    //! It is gone already.
    void officeRemoved(int index);
    //! Once for a batch of facts, after all of them.
    void officeChanged(int index);
    //! After each fact, before officeChanged.
    void factApplied(int index, const sprechtag::office::Fact &fact);

private:
    [[nodiscard]] int indexOf(OfficeId id) const;
    static void learn(OfficeBook &book, const QList<protocol::VisitCard> &visits);
    static void forgetEnded(OfficeBook &book);

    std::vector<OfficeBook> m_offices;
    std::map<OfficeId, QString> m_otherNames;
};

} // namespace sprechtag::clerk::model

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Broker.h"
#include "server/broker/IceServers.h"
#include "server/broker/TownPorts.h"
#include "shared/protocol/CitizenMessages.h"
#include "shared/protocol/ClerkMessages.h"

//! What the record looks like on the wire.
namespace sprechtag::gateway {

//! The number as it is spoken and shown: B 017.
[[nodiscard]] QString spokenNumber(const QString &letter, std::uint32_t number);

[[nodiscard]] protocol::OfficeCard officeCard(const broker::OfficeConfig &config, QDate today);
//! nullptr: the office does not deal with it.
[[nodiscard]] const town::Concern *concernOf(const broker::OfficeConfig &office, const std::optional<ConcernId> &id);
[[nodiscard]] protocol::VisitCard visitCard(const broker::Record &record, const broker::Visit &visit);

//! nullopt: the visit has no live ticket.
[[nodiscard]] std::optional<protocol::citizen::TicketStateMessage> ticketState(const broker::Record &record,
                                                                               const broker::Visit &visit, Instant now);
[[nodiscard]] protocol::citizen::EndReason endReason(const std::optional<office::LeaveReason> &left);
[[nodiscard]] protocol::citizen::OfficeFeed officeFeed(const broker::Record &record,
                                                       const broker::OfficeChange &change);
[[nodiscard]] protocol::citizen::OverviewSnapshot overview(const broker::Record &record, Instant now);
//! What has changed in the offices since, without working out their hours again.
void refresh(protocol::citizen::OverviewSnapshot &snapshot, const broker::Record &record);

//! The whole office, for one clerk.
[[nodiscard]] protocol::clerk::OfficeSnapshot officeSnapshot(const broker::Record &record, OfficeId id, ClerkId reader,
                                                             Instant now);
//! What the clerks of the office know of these people, as far as they are still there.
[[nodiscard]] protocol::clerk::OfficeVisits officeVisits(const broker::Record &record, OfficeId office,
                                                         const std::set<TicketId> &tickets);
//! Who of the office has a checklist: what is ticked in it is told by no fact.
[[nodiscard]] std::set<TicketId> withChecklist(const broker::Record &record, OfficeId office);
//! The checklist of the concern of a visit; empty: there is none.
[[nodiscard]] QList<town::Words> checklistOf(const broker::Record &record, const broker::Visit &visit);

//! Facts for the clerks of the office, with the rows of the people who are new and still there.
[[nodiscard]] protocol::clerk::OfficeFacts officeFacts(const broker::Record &record, OfficeId office,
                                                       const office::Facts &facts);

//! The other offices, as somebody would find them who drew a number then.
[[nodiscard]] QList<protocol::clerk::Neighbour> neighbours(const broker::Record &record, OfficeId own, Instant drawnAt);

//! One line of the log of changes; of longer texts only so much.
[[nodiscard]] protocol::ChangeLine changeLine(const broker::LoggedChange &change, qsizetype mostCharacters);

//! Why a command was not done; nullopt: it was. Colleagues and tickets are named to clerks alone.
enum class Listener { Citizen, Clerk };
[[nodiscard]] std::optional<protocol::ErrorMessage> errorOf(const broker::Record &record, const QString &re,
                                                            const broker::Outcome &outcome, Listener listener);

[[nodiscard]] protocol::CallIce callIce(const QString &re, const broker::IceGrant &grant, protocol::IcePolicy policy);

} // namespace sprechtag::gateway

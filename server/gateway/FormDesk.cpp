// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/FormDesk.h"

#include "server/gateway/Meeting.h"
#include "shared/protocol/Limits.h"

#include <algorithm>

namespace sprechtag::gateway {

namespace limits = protocol::limits;
using protocol::ErrorCode;
using protocol::FormClaim;
using protocol::FormClaimed;
using protocol::FormCopy;
using protocol::FormState;
using protocol::FormUpdate;
using protocol::FormUpdated;

namespace {

CallProblem problem(ErrorCode code)
{
    return {code, {}};
}

qsizetype charsIn(const QList<Personal<QString>> &pieces)
{
    qsizetype chars = 0;
    for (const Personal<QString> &piece : pieces)
        chars += piece.reveal().size();
    return chars;
}

} // namespace

FormDesk::FormDesk(World &world, const ClerkLines &clerks)
    : m_world(world)
    , m_clerks(clerks)
{
}

void FormDesk::citizenBound(TicketId ticket, ConnectionKey connection)
{
    Table &table = m_tables[ticket];
    table.citizen = connection;
    if (table.form)
        tell(ticket, table, Side::Citizen);
}

void FormDesk::citizenGone(TicketId ticket)
{
    const auto found = m_tables.find(ticket);
    if (found == m_tables.end())
        return;
    Table &table = found->second;
    table.citizen.reset();
    if (table.form && std::exchange(table.citizensField, std::nullopt))
        pass(ticket, table, Side::Clerk, FormClaimed{.document = table.form->document});
}

void FormDesk::clerkBound(TicketId ticket, ConnectionKey connection)
{
    Table &table = m_tables[ticket];
    table.clerk = connection;
    if (table.form)
        tell(ticket, table, Side::Clerk);
}

void FormDesk::clerkGone(ConnectionKey connection)
{
    for (auto &[ticket, table] : m_tables) {
        if (table.clerk == connection && table.form && std::exchange(table.clerksField, std::nullopt))
            pass(ticket, table, Side::Citizen, FormClaimed{.document = table.form->document});
    }
}

std::optional<CallProblem> FormDesk::fromCitizen(const broker::Visit &visit,
                                                 const protocol::citizen::UpdateForm &message)
{
    const auto table = tableOf(visit, message.epoch);
    if (const auto *none = std::get_if<CallProblem>(&table))
        return *none;
    return take(visit.ticket, *std::get<Table *>(table), Side::Citizen, message.update);
}

std::optional<CallProblem> FormDesk::fromCitizen(const broker::Visit &visit,
                                                 const protocol::citizen::ClaimForm &message)
{
    const auto table = tableOf(visit, message.epoch);
    if (const auto *none = std::get_if<CallProblem>(&table))
        return *none;
    return claim(visit.ticket, *std::get<Table *>(table), Side::Citizen, message.claim);
}

// What the clerk has entered after the citizen's last look is not confirmed by anybody.
std::optional<CallProblem> FormDesk::fromCitizen(const broker::Visit &visit,
                                                 const protocol::citizen::ConfirmForm &message)
{
    const auto found = tableOf(visit, message.epoch);
    if (const auto *none = std::get_if<CallProblem>(&found))
        return *none;
    Table &table = *std::get<Table *>(found);
    if (!table.form || table.form->document != message.document || !isAcceptedPdf(visit.ticket, message.document))
        return problem(ErrorCode::Gone);
    // Said again it is the same, and nobody is told twice: a page that comes back has read it by then.
    if (table.form->seal)
        return std::nullopt;
    if (table.form->clerkSaid != message.clerkSaid)
        return problem(ErrorCode::Conflict);
    table.form->seal = protocol::FormSeal{.sha256 = message.sha256, .at = m_world.broker.now()};
    table.citizensField.reset();
    table.clerksField.reset();
    tellBoth(visit.ticket, table);
    return std::nullopt;
}

// Opened again it goes on: a clerk who comes back says so again.
std::optional<CallProblem> FormDesk::fromClerk(ClerkId clerk, ConnectionKey connection,
                                               const protocol::clerk::OpenForm &message)
{
    const auto found = tableOf(clerk, connection, message.at);
    if (const auto *none = std::get_if<CallProblem>(&found))
        return *none;
    Table &table = *std::get<Table *>(found);
    if (!isAcceptedPdf(message.at.ticket, message.document))
        return problem(ErrorCode::Gone);
    if (!table.form || table.form->document != message.document) {
        close(table);
        table.form = FormCopy{.document = message.document, .clerkSaid = table.clerkSaidBefore};
    }
    tellBoth(message.at.ticket, table);
    return std::nullopt;
}

std::optional<CallProblem> FormDesk::fromClerk(ClerkId clerk, ConnectionKey connection,
                                               const protocol::clerk::CloseForm &message)
{
    const auto found = tableOf(clerk, connection, message.at);
    if (const auto *none = std::get_if<CallProblem>(&found))
        return *none;
    Table &table = *std::get<Table *>(found);
    close(table);
    tellBoth(message.at.ticket, table);
    return std::nullopt;
}

std::optional<CallProblem> FormDesk::fromClerk(ClerkId clerk, ConnectionKey connection,
                                               const protocol::clerk::UpdateForm &message)
{
    const auto table = tableOf(clerk, connection, message.at);
    if (const auto *none = std::get_if<CallProblem>(&table))
        return *none;
    return take(message.at.ticket, *std::get<Table *>(table), Side::Clerk, message.update);
}

std::optional<CallProblem> FormDesk::fromClerk(ClerkId clerk, ConnectionKey connection,
                                               const protocol::clerk::ClaimForm &message)
{
    const auto table = tableOf(clerk, connection, message.at);
    if (const auto *none = std::get_if<CallProblem>(&table))
        return *none;
    return claim(message.at.ticket, *std::get<Table *>(table), Side::Clerk, message.claim);
}

void FormDesk::documentsChanged(TicketId ticket)
{
    const auto found = m_tables.find(ticket);
    if (found == m_tables.end() || !found->second.form || isAcceptedPdf(ticket, found->second.form->document))
        return;
    close(found->second);
    tellBoth(ticket, found->second);
}

void FormDesk::published(const broker::OfficeChange &change)
{
    forEachParted(change, [this](TicketId ticket) {
        const auto found = m_tables.find(ticket);
        if (found == m_tables.end())
            return;
        Table &table = found->second;
        const bool wasOpen = table.form.has_value();
        const auto citizen = table.citizen;
        table = Table{};
        table.citizen = citizen;
        if (wasOpen)
            tell(ticket, table, Side::Citizen);
    });
    for (const office::Fact &fact : change.facts) {
        const auto *controlled = std::get_if<office::TicketControlled>(&fact.body);
        const auto found = controlled == nullptr ? m_tables.end() : m_tables.find(controlled->ticket);
        if (found == m_tables.end())
            continue;
        const bool onHold = controlled->control.onHold;
        if (std::exchange(found->second.isOnHold, onHold) != onHold && found->second.form)
            tellBoth(controlled->ticket, found->second);
    }
    for (const broker::EndedTicket &ended : change.ended)
        m_tables.erase(ended.ticket);
}

std::variant<FormDesk::Table *, CallProblem> FormDesk::tableOf(ClerkId clerk, ConnectionKey connection,
                                                               const protocol::clerk::FormPlace &at)
{
    const Meeting meeting = meetingOfClerk(m_world.record(), clerk, at.office, at.ticket, at.epoch);
    if (meeting.problem)
        return *meeting.problem;
    if (meeting.ticket->control.onHold)
        return problem(ErrorCode::WrongState);
    Table &table = m_tables[at.ticket];
    table.clerk = connection;
    return &table;
}

std::variant<FormDesk::Table *, CallProblem> FormDesk::tableOf(const broker::Visit &visit, office::Epoch epoch)
{
    const Meeting meeting = meetingOfCitizen(m_world.record(), visit, epoch);
    if (meeting.problem)
        return *meeting.problem;
    if (meeting.ticket->control.onHold)
        return problem(ErrorCode::WrongState);
    return &m_tables[visit.ticket];
}

// Nothing is done where it is not kept: whoever has said it reads why, and says it again with the next state.
std::optional<CallProblem> FormDesk::take(TicketId ticket, Table &table, Side from, const FormUpdate &update)
{
    if (!table.form || table.form->document != update.document || !isAcceptedPdf(ticket, update.document))
        return problem(ErrorCode::Gone);
    if (table.form->seal)
        return problem(ErrorCode::WrongState);
    const bool isCitizen = from == Side::Citizen;
    auto &pieces = isCitizen ? table.form->byCitizen : table.form->byClerk;
    const qsizetype freed = update.whole ? charsIn(pieces) : 0;
    const qsizetype chars = table.chars - freed + update.bytes.reveal().size();
    if (chars > limits::kFormCharsKept || (!update.whole && pieces.size() >= limits::kFormUpdatesKept))
        return problem(ErrorCode::DocumentTooLarge);
    if (update.whole)
        pieces.clear();
    pieces.append(update.bytes);
    table.chars = chars;
    const qint64 said = isCitizen ? ++table.citizenSaid : ++table.form->clerkSaid;
    pass(ticket, table, isCitizen ? Side::Clerk : Side::Citizen,
         FormUpdated{.document = update.document, .said = said, .bytes = update.bytes});
    return std::nullopt;
}

std::optional<CallProblem> FormDesk::claim(TicketId ticket, Table &table, Side from, const FormClaim &claim)
{
    if (!table.form || table.form->document != claim.document)
        return problem(ErrorCode::Gone);
    const bool isCitizen = from == Side::Citizen;
    (isCitizen ? table.citizensField : table.clerksField) = claim.field;
    pass(ticket, table, isCitizen ? Side::Clerk : Side::Citizen,
         FormClaimed{.document = claim.document, .field = claim.field});
    return std::nullopt;
}

// A confirmation that is under way for the closed one meets another count.
void FormDesk::close(Table &table)
{
    if (table.form)
        table.clerkSaidBefore = table.form->clerkSaid + 1;
    table.form.reset();
    table.chars = 0;
    table.citizenSaid = 0;
    table.citizensField.reset();
    table.clerksField.reset();
}

bool FormDesk::isAcceptedPdf(TicketId ticket, DocumentId document) const
{
    return std::ranges::any_of(m_world.documents.of(ticket), [document](const documents::Card &card) {
        return card.id == document && card.state == documents::State::Accepted && card.kind == documents::Kind::Pdf;
    });
}

// Whoever comes back is told where the other one is, too.
void FormDesk::tell(TicketId ticket, const Table &table, Side to) const
{
    const broker::Visit *visit = m_world.record().visit(ticket);
    const office::Ticket *state = visit != nullptr ? m_world.record().ticket(*visit) : nullptr;
    const bool inSight = state != nullptr && haveMet(*state) && !state->control.onHold;
    const FormState form{.form = inSight ? table.form : std::nullopt};
    pass(ticket, table, to, form);
    const auto &field = to == Side::Citizen ? table.clerksField : table.citizensField;
    if (form.form && field)
        pass(ticket, table, to, FormClaimed{.document = form.form->document, .field = field});
}

void FormDesk::tellBoth(TicketId ticket, const Table &table) const
{
    tell(ticket, table, Side::Citizen);
    tell(ticket, table, Side::Clerk);
}

template <typename Message>
void FormDesk::pass(TicketId ticket, const Table &table, Side to, const Message &message) const
{
    if (to == Side::Citizen) {
        if (table.citizen)
            m_world.toCitizen(*table.citizen, message);
        return;
    }
    const auto clerk = clerkOf(ticket, table);
    if (!clerk)
        return;
    if constexpr (std::is_same_v<Message, FormState>)
        m_world.toClerk(*clerk, protocol::clerk::FormState{.ticket = ticket, .state = message});
    else if constexpr (std::is_same_v<Message, FormUpdated>)
        m_world.toClerk(*clerk, protocol::clerk::FormUpdated{.ticket = ticket, .updated = message});
    else
        m_world.toClerk(*clerk, protocol::clerk::FormClaimed{.ticket = ticket, .claimed = message});
}

std::optional<ConnectionKey> FormDesk::clerkOf(TicketId ticket, const Table &table) const
{
    const broker::Visit *visit = m_world.record().visit(ticket);
    const office::Ticket *state = visit != nullptr ? m_world.record().ticket(*visit) : nullptr;
    return state != nullptr && state->clerk ? m_clerks.lineOf(*state->clerk, table.clerk) : std::nullopt;
}

} // namespace sprechtag::gateway

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/gateway/StockDesk.h"

#include "server/gateway/CommandKeys.h"
#include "server/gateway/Meeting.h"

#include <algorithm>

namespace sprechtag::gateway {

namespace wire = protocol::clerk;
using documents::Fault;
using protocol::ErrorCode;

namespace {

constexpr std::size_t kCommandsKnown = 20;
constexpr minutes kAnswersKept{5};

protocol::ErrorMessage errorFor(const QString &re, Fault fault)
{
    if (fault == Fault::NoRoom)
        return storageFull(re);
    if (fault == Fault::TooMany)
        return plainError(re, ErrorCode::TooManyDocuments);
    return plainError(re, ErrorCode::Gone);
}

// In the citizen's language if there is a name in it, else as the town calls it.
QString nameFor(const town::Form &form, const QString &language, const town::Town &town)
{
    const QString own = form.names.value(language);
    return own.isEmpty() ? form.names.value(town.authority.languages.value(0)) : own;
}

} // namespace

StockDesk::StockDesk(World &world, broker::Administration &administration)
    : m_world(world)
    , m_administration(administration)
    , m_commands(kCommandsKnown)
{
}

void StockDesk::fromClerk(ClerkId clerk, const wire::ListStock &message, const Tell &tell) const
{
    const broker::Record &record = m_world.record();
    if (!record.mayStaff(message.office, clerk))
        return tell(plainError(message.id, ErrorCode::NotAuthorised));
    if (!record.office(message.office)->state.tickets.contains(message.ticket))
        return tell(plainError(message.id, ErrorCode::Gone));
    const town::Town &town = m_administration.town();
    wire::StockForms stock{.re = message.id, .forms = {}};
    for (const town::Form &form : town::formsOf(town, message.office))
        stock.forms.append({form.id, nameFor(form, town.authority.languages.value(0), town), form.file.fields});
    tell(stock);
}

std::optional<protocol::ErrorMessage> StockDesk::whyNot(ClerkId clerk, const wire::TakeForm &message) const
{
    const Meeting meeting = meetingOfClerk(m_world.record(), clerk, message.office, message.ticket, message.epoch);
    if (meeting.problem)
        return plainError(message.id, meeting.problem->code, meeting.problem->field);
    if (!formOf(message.office, message.form))
        return plainError(message.id, ErrorCode::Gone);
    if (m_world.broker.isFull())
        return storageFull(message.id);
    return std::nullopt;
}

void StockDesk::fromClerk(ClerkId clerk, const wire::TakeForm &message, const Tell &tell)
{
    const auto key = clerkKey(clerk, message.id, protocol::encode(wire::ToServer{message}));
    if (auto *known = m_commands.find(clerk, key)) {
        if (known->key.digest != key.digest)
            return tell(plainError(message.id, ErrorCode::Conflict));
        known->note.tell = tell;
        if (known->note.answer)
            tell(*known->note.answer);
        return;
    }
    if (const auto refusal = whyNot(clerk, message))
        return tell(*refusal);
    m_commands.add(clerk, key, {.tell = tell});
    const broker::Visit *visit = m_world.record().visit(message.ticket);
    const broker::DocumentStart start{
        .ticket = message.ticket,
        .epoch = message.epoch,
        .office = {},
        .name = nameFor(*formOf(message.office, message.form), visit->lang, m_administration.town()),
        .bytes = {}};
    m_administration.formContent(
        message.form, [this, clerk, key, start, re = message.id](const std::optional<QByteArray> &content) {
            if (!content)
                return conclude(clerk, key, plainError(re, ErrorCode::Gone));
            m_world.documents.place(clerk, start, *content,
                                    [this, clerk, key, re](const Result<DocumentId, Fault> &placed) {
                                        conclude(clerk, key,
                                                 placed ? wire::ToClient(wire::FormTaken{.re = re, .document = *placed})
                                                        : wire::ToClient(errorFor(re, placed.error())));
                                    });
        });
}

std::optional<town::Form> StockDesk::formOf(OfficeId office, FormId form) const
{
    for (const town::Form &one : town::formsOf(m_administration.town(), office)) {
        if (one.id == form)
            return one;
    }
    return std::nullopt;
}

void StockDesk::conclude(ClerkId clerk, const broker::CommandKey &key, const wire::ToClient &answer)
{
    auto *known = m_commands.find(clerk, key);
    if (known == nullptr)
        return;
    known->note.answer = answer;
    known->note.since = m_world.clock.monotonicNow();
    const Tell tell = known->note.tell;
    // Nothing was done: the same command is a new attempt.
    if (std::holds_alternative<protocol::ErrorMessage>(answer))
        m_commands.forgetIf([&key](const auto &entry) { return entry.key.key == key.key; });
    tell(answer);
}

void StockDesk::tick()
{
    const MonotonicInstant now = m_world.clock.monotonicNow();
    m_commands.forgetIf(
        [now](const auto &entry) { return entry.note.answer && now - entry.note.since >= kAnswersKept; });
}

} // namespace sprechtag::gateway

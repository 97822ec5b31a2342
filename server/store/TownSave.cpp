// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/TownSave.h"

#include "server/store/AccountRows.h"
#include "server/store/ChangeLog.h"
#include "server/store/Failpoints.h"
#include "server/store/SecondFactorRows.h"
#include "server/store/TownRows.h"

#include <algorithm>

namespace sprechtag::store {
namespace {

using broker::ChangeAction;
using broker::TownConflict;
using broker::TownEdit;
using broker::TownOutcome;
using broker::TownRefused;
using broker::TownSaved;
using town::FaultCode;
using namespace Qt::StringLiterals;

//! An edit with what it means for the town that is there.
struct Step
{
    TownEdit edit;
    std::optional<town::Value> before;
    std::uint32_t version{}; //!< that it leaves behind
    bool changes{};
    bool comesBack{}; //!< was taken away once
};

Result<TownOutcome, StoreError> conflictOver(Connection &connection, const Step &step)
{
    const auto last = lastChange(connection, step.edit.key);
    if (!last)
        return Failure(last.error());
    TownConflict conflict{step.edit.key, town::storedVersion(step.before), std::nullopt, {}, std::nullopt};
    if (*last) {
        conflict.by = (*last)->clerk;
        conflict.byName = (*last)->clerkName;
        conflict.at = (*last)->at;
    }
    return TownOutcome(conflict);
}

// A value that comes back counts on, so that nobody who knew the old one takes the new one for it.
Result<Step, StoreError> stepOf(Connection &connection, const TownEdit &edit, const town::Town &present)
{
    Step step{edit, town::valueOf(present, edit.key), 0, true, false};
    const std::uint32_t version = town::storedVersion(step.before);
    if (edit.value && step.before && town::withVersion(*edit.value, version) == *step.before &&
        !broker::keysChange(edit)) {
        step.version = version;
        step.changes = false;
        return step;
    }
    const auto last = lastChange(connection, edit.key);
    if (!last)
        return Failure(last.error());
    step.comesBack = !step.before && last->has_value();
    step.version = std::max(version, *last ? (*last)->version : 0) + 1;
    if (edit.value)
        step.edit.value = town::withVersion(*edit.value, step.version);
    return step;
}

town::Town after(town::Town town, const QList<Step> &steps)
{
    for (const Step &step : steps) {
        if (step.edit.value)
            town::put(town, *step.edit.value);
        else
            town::take(town, step.edit.key);
    }
    return town;
}

Result<QList<town::Fault>, StoreError> removalFaults(Connection &connection, const Step &step, const town::Town &wanted)
{
    if (!step.before)
        return QList<town::Fault>{{{}, FaultCode::Unknown}};
    if (town::isInUse(step.edit.key, wanted))
        return QList<town::Fault>{{{}, FaultCode::InUse}};
    if (const auto *const office = std::get_if<OfficeId>(&step.edit.key)) {
        const auto busy = hasVisits(connection, *office);
        if (!busy)
            return Failure(busy.error());
        if (*busy)
            return QList<town::Fault>{{{}, FaultCode::HasLiveTickets}};
    }
    return QList<town::Fault>();
}

// An office comes back with all its facts, of which a running server knows nothing. The command line changes a town
// that does not run.
bool isTakenUpAgain(const Step &step, const broker::Author &author)
{
    return author.clerk && step.comesBack && step.edit.value && town::kindOf(step.edit.key) == town::Kind::Office;
}

Result<QList<town::Fault>, StoreError> valueFaults(Connection &connection, const Step &step, const town::Town &wanted)
{
    QList<town::Fault> faults = town::validate(*step.edit.value, wanted);
    if (const auto fault = broker::fileFault(step.edit, step.before); fault && step.changes)
        faults.append(*fault);
    if (step.edit.withoutFactor) {
        const auto state = findSecondFactor(connection, std::get<ClerkId>(step.edit.key));
        if (!state)
            return Failure(state.error());
        if (!state->factor)
            faults.append({u"second_factor"_s, FaultCode::Unknown});
    }
    return faults;
}

Result<std::optional<TownRefused>, StoreError> refusalOf(Connection &connection, const QList<Step> &steps,
                                                         const broker::Author &author, const town::Town &present,
                                                         const town::Town &wanted)
{
    const bool losesTheLast = town::hasAdministrator(present) && !town::hasAdministrator(wanted);
    for (const Step &step : steps) {
        auto faults = step.edit.value ? valueFaults(connection, step, wanted) : removalFaults(connection, step, wanted);
        if (!faults)
            return Failure(faults.error());
        if (losesTheLast && town::kindOf(step.edit.key) == town::Kind::Account)
            faults.value().append({u"roles"_s, FaultCode::LastAdministrator});
        if (isTakenUpAgain(step, author))
            faults.value().append({u"id"_s, FaultCode::Taken});
        if (!faults->isEmpty())
            return std::optional(TownRefused{step.edit.key, *faults});
    }
    return std::optional<TownRefused>();
}

//! For the log: that what opens an account is another one, never what it is.
Result<QList<broker::FieldChange>, StoreError> writeKeys(Connection &connection, const TownEdit &edit)
{
    QList<broker::FieldChange> fields;
    if (!broker::keysChange(edit))
        return fields;
    const ClerkId clerk = std::get<ClerkId>(edit.key);
    if (edit.password) {
        if (const auto set = setPassword(connection, clerk, *edit.password); !set)
            return Failure(set.error());
        fields.append({u"password"_s, {}, {}});
    }
    if (edit.withoutFactor) {
        if (const auto had = eraseSecondFactor(connection, clerk); !had)
            return Failure(had.error());
        fields.append({u"second_factor"_s, {}, {}});
    }
    // Whoever changes them wants the sessions of the old ones gone.
    if (const auto ended = eraseSessionsOf(connection, clerk); !ended)
        return Failure(ended.error());
    return fields;
}

Result<Done, StoreError> writeStep(Connection &connection, const Step &step, const broker::Author &author,
                                   const broker::Differences &differences)
{
    const auto written =
        step.edit.value ? putValue(connection, *step.edit.value) : takeValue(connection, step.edit.key, step.version);
    if (!written)
        return written;
    if (step.edit.value && step.edit.content) {
        if (const auto put = putFormFile(connection, std::get<FormId>(step.edit.key), *step.edit.content); !put)
            return put;
    }
    broker::LoggedChange change{.seq = 0,
                                .at = author.at,
                                .clerk = author.clerk,
                                .clerkName = {},
                                .kind = town::kindOf(step.edit.key),
                                .id = town::textOf(step.edit.key),
                                .version = step.version,
                                .action = ChangeAction::Changed,
                                .fields = differences(step.before, step.edit.value)};
    if (!step.before || !step.edit.value)
        change.action = step.before ? ChangeAction::Removed : ChangeAction::Created;
    const auto keys = writeKeys(connection, step.edit);
    if (!keys)
        return Failure(keys.error());
    change.fields += *keys;
    SPRECHTAG_FAILPOINT("town.before_log");
    return appendChange(connection, change);
}

// What others refer to comes before them and goes after them.
int rank(const Step &step)
{
    const town::Kind kind = town::kindOf(step.edit.key);
    if (kind == town::Kind::Form)
        return step.edit.value ? 2 : 3;
    if (kind == town::Kind::Office)
        return step.edit.value ? 1 : 4;
    return step.edit.value ? 0 : 5;
}

Result<Done, StoreError> writeAll(Connection &connection, QList<Step> steps, const broker::Author &author,
                                  const broker::Differences &differences)
{
    std::ranges::stable_sort(steps, {}, rank);
    for (const Step &step : std::as_const(steps)) {
        if (!step.changes)
            continue;
        if (const auto written = writeStep(connection, step, author, differences); !written)
            return written;
    }
    return Done{};
}

} // namespace

Result<TownOutcome, StoreError> saveTown(Connection &connection, const QList<TownEdit> &edits,
                                         const broker::Author &author, const broker::Differences &differences)
{
    const auto present = loadTown(connection);
    if (!present)
        return Failure(present.error());
    QList<Step> steps;
    for (const TownEdit &edit : edits) {
        auto step = stepOf(connection, edit, *present);
        if (!step)
            return Failure(step.error());
        // Whoever wants what is there already takes nothing from anybody; a command may have been repeated.
        if (step->changes && town::storedVersion(step->before) != edit.version)
            return conflictOver(connection, *step);
        steps.append(std::move(step).value());
    }
    const town::Town wanted = after(*present, steps);
    const auto refusal = refusalOf(connection, steps, author, *present, wanted);
    if (!refusal)
        return Failure(refusal.error());
    if (*refusal)
        return TownOutcome(**refusal);
    if (const auto written = writeAll(connection, steps, author, differences); !written)
        return Failure(written.error());
    TownSaved saved;
    for (const Step &step : std::as_const(steps))
        saved.versions.append(step.version);
    return TownOutcome(saved);
}

} // namespace sprechtag::store

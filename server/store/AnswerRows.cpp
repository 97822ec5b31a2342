// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/AnswerRows.h"

#include "server/store/Failpoints.h"
#include "server/store/Statement.h"

#include <algorithm>
#include <array>

namespace sprechtag::store {
namespace {

using office::RefusalCode;
using namespace Qt::StringLiterals;

struct RefusalName
{
    RefusalCode code;
    QLatin1StringView name;
};

// Names and not numbers: a code that is added in the middle must not change the meaning of old rows.
constexpr std::array kRefusalNames{
    RefusalName{RefusalCode::OfficeClosed, "office_closed"_L1},
    RefusalName{RefusalCode::IntakeSuspended, "intake_suspended"_L1},
    RefusalName{RefusalCode::OfficeFull, "office_full"_L1},
    RefusalName{RefusalCode::AlreadyDrawn, "already_drawn"_L1},
    RefusalName{RefusalCode::NobodyWaiting, "nobody_waiting"_L1},
    RefusalName{RefusalCode::AlreadyCalled, "already_called"_L1},
    RefusalName{RefusalCode::Busy, "busy"_L1},
    RefusalName{RefusalCode::NotAtDesk, "not_at_desk"_L1},
    RefusalName{RefusalCode::Paused, "paused"_L1},
    RefusalName{RefusalCode::Gone, "gone"_L1},
    RefusalName{RefusalCode::WrongState, "wrong_state"_L1},
    RefusalName{RefusalCode::StaleEpoch, "stale_epoch"_L1},
    RefusalName{RefusalCode::NotYours, "not_yours"_L1},
    RefusalName{RefusalCode::NoCapacity, "no_capacity"_L1},
    RefusalName{RefusalCode::TooEarly, "too_early"_L1},
    RefusalName{RefusalCode::TargetClosed, "target_closed"_L1},
};

constexpr bool everyCodeHasItsName()
{
    for (std::size_t i = 0; i < kRefusalNames.size(); ++i) {
        if (static_cast<std::size_t>(kRefusalNames[i].code) != i)
            return false;
    }
    return kRefusalNames.size() == static_cast<std::size_t>(RefusalCode::TargetClosed) + 1;
}
static_assert(everyCodeHasItsName(), "one name per refusal, in the order of the enumeration");

QString nameOf(RefusalCode code)
{
    return kRefusalNames[static_cast<std::size_t>(code)].name;
}

std::optional<RefusalCode> codeOf(const QString &name)
{
    const auto *const found =
        std::ranges::find(kRefusalNames, name, [](const RefusalName &entry) { return QString(entry.name); });
    return found == kRefusalNames.end() ? std::nullopt : std::optional(found->code);
}

Result<Done, StoreError> writeAnswer(Statement &insert, const broker::KeyedAnswer &keyed)
{
    const auto &[refusal, ticket, epoch] = keyed.answer;
    insert.bind(":key", keyed.key)
        .bind(":digest", static_cast<std::int64_t>(keyed.digest))
        .bind(":refusal", refusal ? std::optional(nameOf(refusal->code)) : std::nullopt)
        .bind(":clerk", refusal ? refusal->clerk : std::nullopt)
        .bind(":refused_ticket", refusal ? refusal->ticket : std::nullopt)
        .bind(":ticket", ticket)
        .bind(":epoch", epoch ? std::optional(std::int64_t{*epoch}) : std::nullopt)
        .bind(":at", keyed.at);
    return insert.run();
}

Result<broker::KeyedAnswer, StoreError> answerOf(const Statement &row)
{
    broker::KeyedAnswer keyed{row.blob(0), static_cast<std::uint64_t>(row.integer(1)), {}, row.instant(7)};
    if (!row.isNull(2)) {
        const auto code = codeOf(row.text(2));
        if (!code)
            return Failure(StoreError::DatabaseDamaged);
        keyed.answer.refusal = office::Refusal{*code, row.id<ClerkId>(3), row.id<TicketId>(4)};
    }
    keyed.answer.ticket = row.id<TicketId>(5);
    if (!row.isNull(6))
        keyed.answer.epoch = static_cast<office::Epoch>(row.integer(6));
    return keyed;
}

} // namespace

Result<Done, StoreError> writeAnswers(Connection &connection, const std::vector<broker::KeyedAnswer> &answers)
{
    if (answers.empty())
        return Done{};
    const Instant newest = std::ranges::max_element(answers, {}, &broker::KeyedAnswer::at)->at;
    if (const auto run =
            connection.statement("delete_answers_before").bind(":at", newest - milliseconds(kAnswersKept)).run();
        !run)
        return run;
    Statement insert = connection.statement("insert_answer");
    for (const broker::KeyedAnswer &keyed : answers) {
        if (const auto written = writeAnswer(insert, keyed); !written)
            return written;
        SPRECHTAG_FAILPOINT("write.answer");
    }
    return Done{};
}

Result<std::vector<broker::KeyedAnswer>, StoreError> loadAnswers(Connection &connection)
{
    return connection.statement("select_answers").rows<std::vector<broker::KeyedAnswer>>(answerOf);
}

} // namespace sprechtag::store

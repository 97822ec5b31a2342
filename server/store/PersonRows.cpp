// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/PersonRows.h"

#include "server/store/Statement.h"

namespace sprechtag::store {
namespace {

using namespace Qt::StringLiterals;

enum class Kind { Text, Bytes };
struct Column
{
    QLatin1StringView name;
    Kind kind{Kind::Text};
};

//! In the order of select_visit.sql.
constexpr std::array kVisit{
    Column{"ticket"_L1},        Column{"office"_L1}, Column{"token_hash"_L1, Kind::Bytes}, Column{"name"_L1},
    Column{"concern"_L1},       Column{"lang"_L1},   Column{"consent_version"_L1},         Column{"note"_L1},
    Column{"proposed_note"_L1}, Column{"ticked"_L1}};
//! In the order of select_answers_of_ticket.sql.
constexpr std::array kAnswer{
    Column{"key"_L1, Kind::Bytes}, Column{"digest"_L1}, Column{"refusal"_L1}, Column{"clerk"_L1},
    Column{"refused_ticket"_L1},   Column{"ticket"_L1}, Column{"epoch"_L1},   Column{"at"_L1}};

template <typename Columns>
auto valuesOf(const Columns &columns)
{
    return [&columns](const Statement &row) -> Result<NamedValues, StoreError> {
        NamedValues values;
        int index = 0;
        for (const Column &column : columns) {
            if (!row.isNull(index))
                values.append({QString(column.name), column.kind == Kind::Bytes
                                                         ? QString::fromLatin1(row.blob(index).toHex())
                                                         : row.text(index)});
            ++index;
        }
        return values;
    };
}

} // namespace

Result<NamedValues, StoreError> visitRow(Connection &connection, TicketId ticket)
{
    auto found = connection.statement("select_visit").bind(":ticket", ticket).row<NamedValues>(valuesOf(kVisit));
    if (!found)
        return Failure(found.error());
    return std::move(found).value().value_or(NamedValues());
}

Result<QList<NamedValues>, StoreError> answerRows(Connection &connection, TicketId ticket)
{
    return connection.statement("select_answers_of_ticket")
        .bind(":ticket", ticket)
        .rows<QList<NamedValues>>(valuesOf(kAnswer));
}

} // namespace sprechtag::store

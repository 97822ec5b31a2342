// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/store/Connection.h"
#include "shared/domain/town/Values.h"

//! Words in several languages as rows, whatever they belong to.
namespace sprechtag::store {

//! The words of one field, or of one entry of a field that is a list.
struct WordRow
{
    QString field;
    qsizetype position{};
    QString language;
    QString text;
};
using WordList = QList<WordRow>;

[[nodiscard]] Result<WordList, StoreError> loadWords(Connection &connection, const QString &owner);
//! Inside the caller's transaction.
[[nodiscard]] Result<Done, StoreError> replaceWords(Connection &connection, const QString &owner,
                                                    const WordList &words);

void addWords(WordList &list, QLatin1String field, qsizetype position, const town::Words &words);
[[nodiscard]] town::Words wordsOf(const WordList &list, QLatin1String field);
[[nodiscard]] QList<town::Words> listOf(const WordList &list, QLatin1String field);

} // namespace sprechtag::store

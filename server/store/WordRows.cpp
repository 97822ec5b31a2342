// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/WordRows.h"

#include "server/store/Statement.h"

namespace sprechtag::store {

Result<WordList, StoreError> loadWords(Connection &connection, const QString &owner)
{
    return connection.statement("select_words")
        .bind(":owner", owner)
        .rows<WordList>([](const Statement &row) -> Result<WordRow, StoreError> {
            return WordRow{row.text(0), static_cast<qsizetype>(row.integer(1)), row.text(2), row.text(3)};
        });
}

Result<Done, StoreError> replaceWords(Connection &connection, const QString &owner, const WordList &words)
{
    if (const auto cleared = connection.statement("delete_words").bind(":owner", owner).run(); !cleared)
        return cleared;
    Statement insert = connection.statement("insert_word");
    for (const WordRow &word : words) {
        const auto inserted = insert.bind(":owner", owner)
                                  .bind(":field", word.field)
                                  .bind(":position", std::int64_t{word.position})
                                  .bind(":language", word.language)
                                  .bind(":text", word.text)
                                  .run();
        if (!inserted)
            return inserted;
    }
    return Done{};
}

void addWords(WordList &list, QLatin1String field, qsizetype position, const town::Words &words)
{
    for (const auto &[language, text] : words.asKeyValueRange())
        list.append({field, position, language, text});
}

town::Words wordsOf(const WordList &list, QLatin1String field)
{
    return listOf(list, field).value(0);
}

QList<town::Words> listOf(const WordList &list, QLatin1String field)
{
    QList<town::Words> entries;
    for (const WordRow &word : list) {
        if (word.field != field)
            continue;
        while (entries.size() <= word.position)
            entries.append(town::Words());
        entries[word.position].insert(word.language, word.text);
    }
    return entries;
}

} // namespace sprechtag::store

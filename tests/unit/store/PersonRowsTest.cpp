// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/PersonRows.h"
#include "tests/unit/store/StoreKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
using store::Connection;
using store::NamedValues;

namespace {

QStringList namesOf(const NamedValues &row)
{
    QStringList names;
    for (const auto &[name, value] : row)
        names.append(name);
    return names;
}

QString all(const NamedValues &row)
{
    QStringList values;
    for (const auto &[name, value] : row)
        values.append(value);
    return values.join(u'\n');
}

QStringList columnsOf(Connection &connection, const QByteArray &table)
{
    const auto names = connection.value("SELECT group_concat(name, ' ') FROM pragma_table_info('" + table + "')");
    return QString::fromUtf8(*names).split(u' ');
}

//! A person with a canary in every column that takes text.
broker::Batch arrival(std::uint64_t ticket, const QString &canary)
{
    broker::Visit person = visit(ticket, u"Name "_s + canary);
    person.concern = u"Anliegen "_s + canary;
    person.lang = u"de"_s;
    person.consentVersion = u"Fassung "_s + canary;
    broker::Batch batch;
    batch.visits = {person};
    batch.notes = {{ticketId(ticket), u"Notiz "_s + canary}};
    batch.ticks = {{ticketId(ticket), QStringList{u"Ausweis "_s + canary, u"Mietvertrag"_s}}};
    office::Answer refused;
    refused.refusal = office::Refusal{office::RefusalCode::AlreadyCalled, clerkId(1), ticketId(ticket)};
    batch.answers = {{"draw " + canary.toUtf8(), 1, {.refusal = {}, .ticket = ticketId(ticket), .epoch = 1}, at(1)},
                     {"call " + canary.toUtf8(), 2, refused, at(2)}};
    return batch;
}

} // namespace

//! What is stored of one person, and of nobody else (D-07).
class PersonRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyColumnOfTheVisitIsThere();
    void everyAnswerAboutTheTicketIsThere();
    void nothingOfAnybodyElseIsThere();
    void nothingIsThereWhenTheVisitIsOver();
    void noOtherTableIsAboutATicket();

private:
    [[nodiscard]] Connection &connection() { return m_database->connection(); }

    std::optional<StoreFolder> m_folder;
    std::optional<store::Database> m_database;
};

void PersonRowsTest::init()
{
    m_database.reset();
    m_folder.emplace();
    m_database.emplace(newTown(*m_folder));
    for (const auto &[ticket, canary] : {std::pair(1U, u"Amsel"_s), std::pair(2U, u"Drossel"_s)})
        QVERIFY(store::writeBatch(connection(), arrival(ticket, canary), plainCodec()).ok());
}

void PersonRowsTest::everyColumnOfTheVisitIsThere()
{
    const auto row = store::visitRow(connection(), ticketId(1));
    QVERIFY(row.ok());
    // A key says nothing of a person, and would open the files of the visit to whoever reads the print.
    QStringList told = columnsOf(connection(), "visits");
    QVERIFY(told.removeOne(u"file_key"_s));
    QCOMPARE(namesOf(*row), told);
    QCOMPARE(all(*row).count(u"Amsel"_s), 5);
    QVERIFY(all(*row).contains(QString::fromLatin1(visit(1, {}).tokenHash.toHex())));
}

void PersonRowsTest::everyAnswerAboutTheTicketIsThere()
{
    const auto rows = store::answerRows(connection(), ticketId(1));
    QVERIFY(rows.ok());
    QCOMPARE(rows->size(), 2);
    QSet<QString> names;
    for (const NamedValues &row : *rows) {
        for (const QString &name : namesOf(row))
            names.insert(name);
    }
    const QStringList columns = columnsOf(connection(), "answers");
    QCOMPARE(names, QSet<QString>(columns.begin(), columns.end()));
}

void PersonRowsTest::nothingOfAnybodyElseIsThere()
{
    const auto row = store::visitRow(connection(), ticketId(1));
    const auto answers = store::answerRows(connection(), ticketId(1));
    QString text = all(*row);
    for (const NamedValues &answer : *answers)
        text += all(answer);
    QVERIFY(!text.contains(u"Drossel"_s));
    QVERIFY(!text.contains(QString::fromLatin1(QByteArray("Drossel").toHex())));
    QVERIFY(!text.contains(QString::fromStdString(ticketId(2).text())));
    QVERIFY(text.contains(QString::fromLatin1(QByteArray("Amsel").toHex())));
}

void PersonRowsTest::nothingIsThereWhenTheVisitIsOver()
{
    broker::Batch end;
    end.erasedVisits = {ticketId(1)};
    QVERIFY(store::writeBatch(connection(), end, plainCodec()).ok());
    QVERIFY(store::visitRow(connection(), ticketId(1))->isEmpty());
    QVERIFY(!store::visitRow(connection(), ticketId(2))->isEmpty());
}

// Facts name their ticket in their text, and are told beside these rows; so does an office behind its erased facts.
void PersonRowsTest::noOtherTableIsAboutATicket()
{
    const auto columns =
        connection().value("SELECT group_concat(t.name || '.' || c.name, ' ') FROM sqlite_schema t, "
                           "pragma_table_info(t.name) c WHERE t.type = 'table' AND c.name LIKE '%ticket%'");
    QCOMPARE(*columns, "visits.ticket answers.refused_ticket answers.ticket");
}

QTEST_GUILESS_MAIN(PersonRowsTest)
#include "PersonRowsTest.moc"

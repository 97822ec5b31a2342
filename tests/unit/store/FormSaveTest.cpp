// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/TownSave.h"

#include "server/store/ChangeLog.h"
#include "server/store/TownRows.h"
#include "tests/unit/store/StoreKit.h"

#include <QCryptographicHash>
#include <QTest>

#include <limits>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
using broker::TownConflict;
using broker::TownEdit;
using broker::TownRefused;
using broker::TownSaved;
using store::Connection;
using town::FaultCode;

namespace {

constexpr std::int64_t kAll = std::numeric_limits<std::int64_t>::max();

town::Town stored(Connection &connection)
{
    auto town = store::loadTown(connection);
    if (!town)
        qFatal("the town cannot be loaded");
    return std::move(town).value();
}

broker::Author frauSchmidt(std::int64_t when = 100)
{
    return {clerkId(1), at(when)};
}

TownEdit edit(const town::Value &value)
{
    return {town::keyOf(value), value, town::versionOf(value)};
}

TownEdit removal(const town::Value &value)
{
    return {town::keyOf(value), std::nullopt, town::versionOf(value)};
}

broker::TownOutcome saved(Connection &connection, const QList<TownEdit> &edits,
                          const broker::Author &author = frauSchmidt())
{
    auto outcome = save(connection, edits, author);
    if (!outcome)
        qFatal("saving failed with %d", static_cast<int>(outcome.error()));
    return std::move(outcome).value();
}

std::optional<FaultCode> refusal(const broker::TownOutcome &outcome)
{
    const auto *const refused = std::get_if<TownRefused>(&outcome);
    return refused ? std::optional(refused->faults.constFirst().code) : std::nullopt;
}

bool isSaved(const broker::TownOutcome &outcome)
{
    return std::holds_alternative<TownSaved>(outcome);
}

town::Form form(OfficeId office, const QByteArray &pdf)
{
    const QByteArray sum = QCryptographicHash::hash(pdf, QCryptographicHash::Sha256).toHex();
    return {.id = FormId::fromBits({6, 1}),
            .office = office,
            .names = {{u"de"_s, u"Wohnungsgeberbestätigung"_s}},
            .position = 1,
            .file = {.sha256 = QString::fromLatin1(sum), .bytes = pdf.size(), .fields = 3},
            .version = 0};
}

TownEdit bringing(const town::Form &form, const QByteArray &pdf)
{
    TownEdit one = edit(form);
    one.content = pdf;
    return one;
}

// Of a town with one line in its log for each value.
QList<broker::LoggedChange> logOf(Connection &connection)
{
    auto changes = store::loadChanges(connection, kAll, -1);
    if (!changes)
        qFatal("the log cannot be read");
    return std::move(changes).value();
}

QByteArray count(Connection &connection, const char *table)
{
    return *connection.value(QByteArray("SELECT count(*) FROM ") + table);
}

} // namespace

//! The forms of an office in the database, with what they hold.
class FormSaveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFormComesBackWithItsFile();
    void aFormWithoutItsFileIsRefused();
    void formsGoWithTheirOffice();
};

void FormSaveTest::aFormComesBackWithItsFile()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    town::Form wanted = form(stored(database.connection()).offices[0].id, "%PDF-1");
    QVERIFY(saved(database.connection(), {bringing(wanted, "%PDF-1")}) == broker::TownOutcome(TownSaved{{1}}));
    wanted.version = 1;
    QCOMPARE(stored(database.connection()).forms, QList{wanted});
    QCOMPARE(store::loadFormFile(database.connection(), wanted.id).value(), std::optional<QByteArray>("%PDF-1"));
    QCOMPARE(logOf(database.connection()).first().kind, town::Kind::Form);
    // Another name needs no file; of two the second is told who was first.
    wanted.names.insert(u"de"_s, u"Antrag"_s);
    QVERIFY(isSaved(saved(database.connection(), {edit(wanted)})));
    QCOMPARE(stored(database.connection()).forms.first().names.value(u"de"_s), u"Antrag"_s);
    wanted.position = 7;
    QVERIFY(std::holds_alternative<TownConflict>(saved(database.connection(), {edit(wanted)})));
    QVERIFY(isSaved(saved(database.connection(), {removal(stored(database.connection()).forms.first())})));
    QCOMPARE(count(database.connection(), "form_files"), "0");
    QVERIFY(!store::loadFormFile(database.connection(), wanted.id)->has_value());
}

void FormSaveTest::aFormWithoutItsFileIsRefused()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    const town::Form wanted = form(stored(database.connection()).offices[0].id, "%PDF-1");
    QCOMPARE(refusal(saved(database.connection(), {edit(wanted)})), std::optional(FaultCode::Unknown));
    QCOMPARE(refusal(saved(database.connection(), {bringing(wanted, "%PDF-2")})), std::optional(FaultCode::Unknown));
    QVERIFY(stored(database.connection()).forms.isEmpty());
}

void FormSaveTest::formsGoWithTheirOffice()
{
    const StoreFolder folder;
    store::Database database = newTown(folder);
    const town::Office office = stored(database.connection()).offices[0];
    QVERIFY(isSaved(saved(database.connection(), {bringing(form(office.id, "%PDF-1"), "%PDF-1")})));
    QVERIFY(isSaved(saved(database.connection(), {removal(office)})));
    QVERIFY(stored(database.connection()).forms.isEmpty());
    QCOMPARE(count(database.connection(), "form_files"), "0");
}

QTEST_GUILESS_MAIN(FormSaveTest)
#include "FormSaveTest.moc"

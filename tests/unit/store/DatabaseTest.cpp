// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/KeyFile.h"
#include "server/store/Migrations.h"
#include "server/store/Resources.h"
#include "tests/unit/store/StoreKit.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using store::Connection;
using store::Database;
using store::StoreError;
using namespace Qt::StringLiterals;

namespace {

// QCOMPARE shows the numbers of enumerations that are not registered; that is enough to find them.
std::optional<StoreError> refusal(const StoreFolder &folder)
{
    const auto opened = Database::open(folder.paths());
    return opened ? std::nullopt : std::optional(opened.error());
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void flipBit(const QString &path, qint64 offset)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(offset));
    char byte{};
    QVERIFY(file.getChar(&byte));
    QVERIFY(file.seek(offset));
    QVERIFY(file.putChar(static_cast<char>(byte ^ 0x10)));
}

} // namespace

class DatabaseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initialiseMakesBothFilesForTheirOwnerAlone();
    void initialiseOverwritesNoDatabase();
    void initialiseOverwritesNoKey();
    void aFailedInitialiseLeavesNothingBehind();
    void refusesAKeyFileThatIsNotOne_data();
    void refusesAKeyFileThatIsNotOne();
    void refusesAKeyFileThatOthersMayRead();
    void acceptsTheAccessListOfASystemdCredential();
    void refusesAMissingKeyFile();
    void neverMakesADatabaseWhenThereIsNone();
    void refusesAFolder();
    void refusesAnEmptyFile();
    void refusesAReadOnlyFile();
    void refusesAPlainSqliteFile();
    void refusesRubbish();
    void refusesAnotherKey();
    void refusesAnEncryptedDatabaseOfAnotherProgram();
    void refusesANewerSchema();
    void refusesASecondOpeningAndAllowsItAfterTheFirst();
    void refusesASecondOpeningThroughAnotherName();
    void refusesASecondProcess();
    void noSentenceHoldsKeyMaterial();
    void nothingInTheFileIsReadable();
    void synchronousFullIsInForce();
    void refusesSynchronousNormal();
    void refusesAJournalThatIsNoLog();
    void aFlippedBitIsFoundInEveryPage();
    void aTruncatedFileIsRefused();
    void migratesAnOlderDatabaseAfterCopyingItWithoutPersons();
    void aMigrationThatFailsChangesNothing();
};

void DatabaseTest::initialiseMakesBothFilesForTheirOwnerAlone()
{
    const StoreFolder folder;
    QVERIFY(Database::initialise(folder.paths()).ok());
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFile::permissions(folder.paths().keyFile), owner);
    QCOMPARE(QFile::permissions(folder.paths().database), owner);
    QCOMPARE(read(folder.paths().keyFile).trimmed().size(), 64);
    QCOMPARE(refusal(folder), std::nullopt);
}

void DatabaseTest::initialiseOverwritesNoDatabase()
{
    const StoreFolder folder;
    write(folder.paths().database, "precious");
    const auto made = Database::initialise(folder.paths());
    QVERIFY(!made);
    QCOMPARE(made.error(), StoreError::DatabaseExists);
    QCOMPARE(read(folder.paths().database), "precious");
    QVERIFY(!QFile::exists(folder.paths().keyFile));
}

void DatabaseTest::initialiseOverwritesNoKey()
{
    const StoreFolder folder;
    write(folder.paths().keyFile, "precious");
    const auto made = Database::initialise(folder.paths());
    QVERIFY(!made);
    QCOMPARE(made.error(), StoreError::KeyFileExists);
    QCOMPARE(read(folder.paths().keyFile), "precious");
    QVERIFY(!QFile::exists(folder.paths().database));
}

void DatabaseTest::aFailedInitialiseLeavesNothingBehind()
{
    const StoreFolder folder;
    const store::StorePaths paths{folder.paths().database, folder.path(u"nowhere/key"_s)};
    const auto made = Database::initialise(paths);
    QVERIFY(!made);
    QCOMPARE(made.error(), StoreError::KeyFileNotWritten);
    QVERIFY(!QFile::exists(paths.database));
}

void DatabaseTest::refusesAKeyFileThatIsNotOne_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("an empty file") << QByteArray();
    QTest::newRow("one digit too few") << QByteArray(63, 'a');
    QTest::newRow("one digit too many") << QByteArray(65, 'a');
    QTest::newRow("a letter that is no digit") << QByteArray(63, 'a') + 'g';
    QTest::newRow("a quote that would end the literal") << QByteArray(63, 'a') + '\'';
    QTest::newRow("raw bytes") << QByteArray(32, '\x01');
    QTest::newRow("two lines") << QByteArray(64, 'a') + "\n\n";
}

void DatabaseTest::refusesAKeyFileThatIsNotOne()
{
    QFETCH(QByteArray, content);
    const StoreFolder folder;
    static_cast<void>(newTown(folder));
    write(folder.paths().keyFile, content);
    QCOMPARE(refusal(folder), StoreError::KeyFileMalformed);
}

void DatabaseTest::refusesAKeyFileThatOthersMayRead()
{
    const StoreFolder folder;
    static_cast<void>(newTown(folder));
    QFile key(folder.paths().keyFile);
    for (const auto extra : {QFile::ReadGroup, QFile::ReadOther, QFile::WriteGroup}) {
        QVERIFY(key.setPermissions(QFile::ReadOwner | QFile::WriteOwner | extra));
        QCOMPARE(refusal(folder), StoreError::KeyFileExposed);
    }
    QVERIFY(key.setPermissions(QFile::ReadOwner));
    QCOMPARE(refusal(folder), std::nullopt);
}

void DatabaseTest::acceptsTheAccessListOfASystemdCredential()
{
    const StoreFolder folder;
    static_cast<void>(newTown(folder));
    QVERIFY(QFile::setPermissions(folder.paths().keyFile, QFile::ReadOwner | QFile::ReadGroup));
    QCOMPARE(refusal(folder), StoreError::KeyFileExposed);
    qputenv("CREDENTIALS_DIRECTORY", QFile::encodeName(folder.path(u"."_s)));
    QCOMPARE(refusal(folder), std::nullopt);
    QVERIFY(QFile::setPermissions(folder.paths().keyFile, QFile::ReadOwner | QFile::ReadOther));
    QCOMPARE(refusal(folder), StoreError::KeyFileExposed);
    qunsetenv("CREDENTIALS_DIRECTORY");
}

void DatabaseTest::refusesAMissingKeyFile()
{
    const StoreFolder folder;
    static_cast<void>(newTown(folder));
    QVERIFY(QFile::remove(folder.paths().keyFile));
    QCOMPARE(refusal(folder), StoreError::KeyFileMissing);
}

void DatabaseTest::neverMakesADatabaseWhenThereIsNone()
{
    const StoreFolder folder;
    static_cast<void>(newTown(folder));
    QVERIFY(QFile::remove(folder.paths().database));
    QCOMPARE(refusal(folder), StoreError::DatabaseMissing);
    QVERIFY(!QFile::exists(folder.paths().database));
}

void DatabaseTest::refusesAFolder()
{
    const StoreFolder folder;
    static_cast<void>(newTown(folder));
    QVERIFY(QFile::remove(folder.paths().database));
    QVERIFY(QDir().mkdir(folder.paths().database));
    QCOMPARE(refusal(folder), StoreError::DatabaseIsDirectory);
}

void DatabaseTest::refusesAnEmptyFile()
{
    const StoreFolder folder;
    static_cast<void>(newTown(folder));
    write(folder.paths().database, {});
    QCOMPARE(refusal(folder), StoreError::DatabaseEmpty);
    QCOMPARE(QFileInfo(folder.paths().database).size(), 0);
}

void DatabaseTest::refusesAReadOnlyFile()
{
    const StoreFolder folder;
    static_cast<void>(newTown(folder));
    QVERIFY(QFile::setPermissions(folder.paths().database, QFile::ReadOwner));
    QCOMPARE(refusal(folder), StoreError::DatabaseReadOnly);
}

void DatabaseTest::refusesAPlainSqliteFile()
{
    const StoreFolder folder;
    static_cast<void>(newTown(folder));
    write(folder.paths().database, QByteArray("SQLite format 3\0", 16) + QByteArray(4080, 'x'));
    QCOMPARE(refusal(folder), StoreError::DatabaseNotEncrypted);
}

void DatabaseTest::refusesRubbish()
{
    const StoreFolder folder;
    static_cast<void>(newTown(folder));
    const QByteArray rubbish(8192, 'x');
    write(folder.paths().database, rubbish);
    QCOMPARE(refusal(folder), StoreError::DatabaseWrongKey);
    QCOMPARE(read(folder.paths().database), rubbish);
}

void DatabaseTest::refusesAnotherKey()
{
    const StoreFolder folder;
    static_cast<void>(newTown(folder));
    const QByteArray before = read(folder.paths().database);
    write(folder.paths().keyFile, QByteArray(64, 'a'));
    QCOMPARE(refusal(folder), StoreError::DatabaseWrongKey);
    QCOMPARE(read(folder.paths().database), before);
}

void DatabaseTest::refusesAnEncryptedDatabaseOfAnotherProgram()
{
    const StoreFolder folder;
    const auto key = store::makeKeyFile(folder.paths().keyFile);
    {
        auto other = Connection::open(folder.paths().database, *key, Connection::Mode::New);
        QVERIFY(other.value().execute("CREATE TABLE things (thing TEXT)").ok());
    }
    QCOMPARE(refusal(folder), StoreError::DatabaseOfOtherProgram);
}

void DatabaseTest::refusesANewerSchema()
{
    const StoreFolder folder;
    {
        Database database = newTown(folder);
        const QByteArray newer = QByteArray::number(store::migrationScripts().size() + 1);
        QVERIFY(database.connection().execute("PRAGMA user_version = " + newer).ok());
    }
    QCOMPARE(refusal(folder), StoreError::DatabaseNewer);
}

void DatabaseTest::refusesASecondOpeningAndAllowsItAfterTheFirst()
{
    const StoreFolder folder;
    {
        const Database first = newTown(folder);
        QCOMPARE(refusal(folder), StoreError::DatabaseInUse);
    }
    QCOMPARE(refusal(folder), std::nullopt);
}

void DatabaseTest::refusesASecondOpeningThroughAnotherName()
{
    const StoreFolder folder;
    const Database first = newTown(folder);
    QVERIFY(QFile::link(folder.paths().database, folder.path(u"alias.db"_s)));
    const auto second = Database::open({folder.path(u"alias.db"_s), folder.paths().keyFile});
    QVERIFY(!second);
    QCOMPARE(second.error(), StoreError::DatabaseInUse);
}

void DatabaseTest::refusesASecondProcess()
{
    const StoreFolder folder;
    const Database first = newTown(folder);
    QProcess second;
    second.start(QString::fromLocal8Bit(STORE_CRASH_CHILD), {folder.paths().database, folder.paths().keyFile});
    QVERIFY(second.waitForFinished());
    QCOMPARE(second.exitStatus(), QProcess::NormalExit);
    QCOMPARE(second.exitCode(), 2);
    QVERIFY(second.readAllStandardError().contains("in use by another process"));
}

void DatabaseTest::noSentenceHoldsKeyMaterial()
{
    const StoreFolder folder;
    static_cast<void>(newTown(folder));
    const QString key = QString::fromLatin1(read(folder.paths().keyFile).trimmed());
    for (int i = 0; i <= static_cast<int>(StoreError::WriteFailed); ++i) {
        const QString sentence = store::adminSentence(static_cast<StoreError>(i), folder.paths());
        QVERIFY(sentence.endsWith(u'.'));
        QVERIFY(!sentence.contains(u'{') && !sentence.contains(key));
    }
    const QString odd = store::adminSentence(StoreError::DatabaseWrongKey, {u"/srv/{key}/db"_s, u"/etc/{db}"_s});
    QVERIFY2(odd.contains("/srv/{key}/db"_L1) && odd.contains("/etc/{db}"_L1), qUtf8Printable(odd));
}

void DatabaseTest::nothingInTheFileIsReadable()
{
    const StoreFolder folder;
    {
        Database database = newTown(folder);
        QVERIFY(!read(folder.paths().database + "-wal"_L1).contains("Musterland"));
    }
    const QByteArray file = read(folder.paths().database);
    QVERIFY(!file.contains("Musterland"));
    QVERIFY(!file.contains("CREATE TABLE"));
    QVERIFY(!file.startsWith("SQLite"));
}

void DatabaseTest::synchronousFullIsInForce()
{
    const StoreFolder folder;
    Database database = newTown(folder);
    QCOMPARE(*database.connection().value("PRAGMA synchronous"), "2");
    QCOMPARE(*database.connection().value("PRAGMA journal_mode"), "wal");
    QCOMPARE(*database.connection().value("PRAGMA foreign_keys"), "1");
    QCOMPARE(*database.connection().value("PRAGMA secure_delete"), "1");
    QCOMPARE(*database.connection().value("PRAGMA trusted_schema"), "0");
    QCOMPARE(*database.connection().value("PRAGMA locking_mode"), "exclusive");
    QVERIFY(store::checkDurable(database.connection()).ok());
}

void DatabaseTest::refusesSynchronousNormal()
{
    const StoreFolder folder;
    Database database = newTown(folder);
    QVERIFY(database.connection().execute("PRAGMA synchronous = NORMAL").ok());
    const auto checked = store::checkDurable(database.connection());
    QVERIFY(!checked);
    QCOMPARE(checked.error(), StoreError::NotDurable);
}

void DatabaseTest::refusesAJournalThatIsNoLog()
{
    const StoreFolder folder;
    Database database = newTown(folder);
    QVERIFY(database.connection().value("PRAGMA journal_mode = DELETE").ok());
    const auto checked = store::checkDurable(database.connection());
    QVERIFY(!checked);
    QCOMPARE(checked.error(), StoreError::NotDurable);
}

void DatabaseTest::aFlippedBitIsFoundInEveryPage()
{
    const StoreFolder folder;
    static_cast<void>(newTown(folder));
    const QString path = folder.paths().database;
    constexpr qint64 pageBytes = 4096;
    const qint64 pages = QFileInfo(path).size() / pageBytes;
    QVERIFY(pages > 10);
    for (qint64 page = 0; page < pages; ++page) {
        const qint64 offset = page * pageBytes + (page * 613) % pageBytes;
        flipBit(path, offset);
        const auto refused = refusal(folder);
        QVERIFY2(refused == StoreError::DatabaseDamaged || refused == StoreError::DatabaseWrongKey,
                 qPrintable(u"page %1"_s.arg(page)));
        flipBit(path, offset);
    }
    QCOMPARE(refusal(folder), std::nullopt);
}

void DatabaseTest::aTruncatedFileIsRefused()
{
    const StoreFolder folder;
    static_cast<void>(newTown(folder));
    QFile file(folder.paths().database);
    QVERIFY(file.resize(file.size() - 4096));
    QCOMPARE(refusal(folder), StoreError::DatabaseDamaged);
    QVERIFY(file.resize(file.size() - 100));
    QCOMPARE(refusal(folder), StoreError::DatabaseDamaged);
}

void DatabaseTest::migratesAnOlderDatabaseAfterCopyingItWithoutPersons()
{
    const StoreFolder folder;
    Database database = newTown(folder);
    Connection &connection = database.connection();
    broker::Batch batch = drawing(1, 1);
    batch.visits.push_back(visit(1, u"Kim Kanari"_s));
    QVERIFY(store::writeBatch(connection, batch, plainCodec()).ok());

    const auto key = store::readKeyFile(folder.paths().keyFile);
    const QString copyPath = folder.path(u"copy.db"_s);
    QVERIFY(store::copyBeforeMigration(connection, copyPath, *key).ok());
    auto scripts = store::migrationScripts();
    scripts.append("ALTER TABLE offices ADD COLUMN site TEXT NOT NULL DEFAULT ''");
    QVERIFY(store::migrate(connection, scripts).ok());
    QCOMPARE(*store::schemaVersion(connection), scripts.size());
    QCOMPARE(*connection.value("SELECT count(*) FROM visits"), "1");

    auto copy = Connection::open(copyPath, *key, Connection::Mode::Existing);
    QCOMPARE(*store::schemaVersion(copy.value()), scripts.size() - 1);
    QCOMPARE(*copy.value().value("SELECT count(*) FROM visits"), "0");
    QCOMPARE(*copy.value().value("SELECT count(*) FROM facts"), "1");
    QCOMPARE(*copy.value().value("PRAGMA application_id"), QByteArray::number(store::kApplicationId));
    QVERIFY(!QFile::exists(copyPath + ".unfinished"_L1));
}

void DatabaseTest::aMigrationThatFailsChangesNothing()
{
    const StoreFolder folder;
    Database database = newTown(folder);
    Connection &connection = database.connection();
    const int before = *store::schemaVersion(connection);
    auto scripts = store::migrationScripts();
    scripts.append("CREATE TABLE half (one INTEGER); CREATE TABLE offices (twice INTEGER)");
    const auto migrated = store::migrate(connection, scripts);
    QVERIFY(!migrated);
    QCOMPARE(migrated.error(), StoreError::MigrationFailed);
    QCOMPARE(*store::schemaVersion(connection), before);
    QCOMPARE(*connection.value("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), "0");
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "DatabaseTest.moc"

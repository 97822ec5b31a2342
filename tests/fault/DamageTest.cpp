// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/LogDamage.h"
#include "tests/unit/store/RunningWriter.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <random>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 30'000;

QString logOf(const StoreFolder &folder)
{
    return folder.paths().database + "-wal"_L1;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

//! A town whose server was killed with numbers in its log, to be damaged in many ways.
class Killed
{
public:
    Killed()
    {
        static_cast<void>(newTown(m_folder));
        QProcess child;
        child.start(QString::fromLocal8Bit(STORE_CRASH_CHILD), {m_folder.paths().database, m_folder.paths().keyFile});
        qsizetype lines = 0;
        while (lines < 60 && child.waitForReadyRead(kPatienceMs))
            lines += child.readAllStandardOutput().count('\n');
        child.kill();
        child.waitForFinished();
        m_database = contentOf(m_folder.paths().database);
        m_log = contentOf(logOf(m_folder));
    }
    [[nodiscard]] const QByteArray &log() const { return m_log; }

    //! How many changes of this log the server would miss.
    [[nodiscard]] int lostOf(const QByteArray &log) const
    {
        put(logOf(m_folder), log);
        return store::changesBehindDamage(logOf(m_folder));
    }

    //! How many numbers there are with this log; nullopt: refused. Never anything but the first ones, whole.
    [[nodiscard]] std::optional<std::size_t> numbersWith(const QByteArray &log) const
    {
        put(m_folder.paths().database, m_database);
        put(logOf(m_folder), log);
        auto database = store::Database::open(m_folder.paths());
        if (!database)
            return std::nullopt;
        const auto loaded = store::load(database.value().connection(), plainCodec());
        if (!loaded)
            return std::nullopt;
        const office::Facts &facts = loaded->offices[0].facts;
        for (std::size_t i = 0; i < facts.size(); ++i) {
            if (!(facts[i] == drawn(i + 1, i + 1)))
                qFatal("number %zu is another", i + 1);
        }
        if (loaded->answers.size() != facts.size())
            qFatal("%zu numbers and %zu answers", facts.size(), loaded->answers.size());
        return facts.size();
    }

private:
    StoreFolder m_folder;
    QByteArray m_database;
    QByteArray m_log;
};

} // namespace

//! The log of the database is damaged while the server is down (C-10).
class DamageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLogIsThere();
    void aLogThatIsCutShortGivesAPrefix();
    void aLogThatIsGarbledGivesAPrefix();
    void whatIsLostIsSaid();

private:
    Killed m_town;
};

void DamageTest::theLogIsThere()
{
    // The control: what follows would prove nothing on an empty log.
    QVERIFY(m_town.log().size() > 50'000);
    QVERIFY(m_town.numbersWith(m_town.log()).value_or(0) >= 60);
    QVERIFY(m_town.numbersWith({}).value_or(60) < 60);
}

void DamageTest::aLogThatIsCutShortGivesAPrefix()
{
    const std::size_t all = m_town.numbersWith(m_town.log()).value_or(0);
    std::mt19937 random(20260302);
    std::size_t before = 0;
    QList<qsizetype> lengths;
    for (int i = 0; i < 60; ++i)
        lengths.append(qsizetype(random() % std::size_t(m_town.log().size())));
    std::ranges::sort(lengths);
    for (const qsizetype length : std::as_const(lengths)) {
        const auto numbers = m_town.numbersWith(m_town.log().first(length));
        QVERIFY2(numbers, "a log that a crash has cut short must not keep a server from starting");
        QVERIFY(*numbers >= before && *numbers <= all);
        before = *numbers;
    }
}

void DamageTest::aLogThatIsGarbledGivesAPrefix()
{
    const std::size_t all = m_town.numbersWith(m_town.log()).value_or(0);
    std::mt19937 random(20260302);
    int less = 0;
    for (int i = 0; i < 60; ++i) {
        QByteArray garbled = m_town.log();
        const auto at = qsizetype(random() % std::size_t(garbled.size()));
        garbled[at] = static_cast<char>(garbled[at] ^ (1 << random() % 8));
        const auto numbers = m_town.numbersWith(garbled);
        QVERIFY(!numbers || *numbers <= all);
        less += !numbers || *numbers < all ? 1 : 0;
    }
    QVERIFY2(less > 30, "most bits of a log mean something");
}

void DamageTest::whatIsLostIsSaid()
{
    const std::size_t all = m_town.numbersWith(m_town.log()).value_or(0);
    QCOMPARE(m_town.lostOf(m_town.log()), 0);
    std::mt19937 random(20260303);
    // The last frame may be the one whose mark is lost: what stands behind it, nobody can know.
    const auto range = std::size_t(m_town.log().size()) - 2 * 4120;
    int said = 0;
    for (int i = 0; i < 60; ++i) {
        QByteArray garbled = m_town.log();
        const auto at = qsizetype(random() % range);
        garbled[at] = static_cast<char>(garbled[at] ^ (1 << random() % 8));
        const int lost = m_town.lostOf(garbled);
        const auto numbers = m_town.numbersWith(garbled);
        QVERIFY(!numbers || *numbers == all || lost > 0);
        QVERIFY(lost == 0 || !numbers || *numbers < all);
        said += lost > 0 ? 1 : 0;
    }
    QVERIFY2(said > 30, "most bits of a log mean something");
}

QTEST_GUILESS_MAIN(DamageTest)
#include "DamageTest.moc"

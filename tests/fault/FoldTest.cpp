// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/OldFacts.h"
#include "server/store/Failpoints.h"
#include "tests/unit/store/OldDays.h"

#include <QProcess>
#include <QTest>

#include <csignal>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 30'000;
constexpr int kDays = 3;
constexpr auto kChild = "--fold"_L1;
const QStringList kFailpoints{u"fold.totals"_s,         u"fold.state"_s,    u"fold.erasure"_s, u"fold.rewrite"_s,
                              u"commit.before_begin"_s, u"commit.before"_s, u"commit.after"_s};

//! Asks until nothing is old any more, and ends.
void endWhenDone(store::StoreWriter &writer, Instant limit)
{
    writer.run<bool>(
        [limit](store::Connection &connection) -> Result<bool, store::StoreError> {
            const auto oldest = store::oldestFactsBefore(connection, limit);
            if (!oldest)
                return Failure(oldest.error());
            return !oldest->empty();
        },
        [&writer, limit](const Result<bool, store::StoreError> &more) {
            if (more && *more)
                endWhenDone(writer, limit);
            else
                QCoreApplication::exit(more ? 0 : 3);
        });
}

//! What a server does in the night, until it dies at the nth time that the work comes to a failpoint.
int fold(const QStringList &arguments)
{
    auto database = store::Database::open({arguments.value(0), arguments.value(1)});
    if (!database)
        return 2;
    store::failpointHandler() = [failpoint = arguments.value(2).toLatin1(),
                                 left = arguments.value(3).toInt()](const char *name) mutable {
        if (failpoint == name && --left == 0)
            ::raise(SIGKILL);
    };
    const SystemClock clock;
    QObject context;
    store::StoreWriter writer(std::move(database).value(), app::storedFacts(), clock, context);
    app::OldFacts oldFacts(writer, app::storedFacts(), std::chrono::days{1}, arguments.value(0));
    const Instant now = office::script::kStoryBegins + std::chrono::days{kDays};
    oldFacts.look(now, QTimeZone::utc());
    endWhenDone(writer, now - std::chrono::days{1});
    return QCoreApplication::exec();
}

//! False: it was killed.
bool runChild(const StoreFolder &folder, const QString &failpoint, int times)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
                {kChild, folder.paths().database, folder.paths().keyFile, failpoint, QString::number(times)});
    if (!child.waitForFinished(kPatienceMs))
        qFatal("the child does not end");
    if (child.exitStatus() == QProcess::NormalExit && child.exitCode() != 0)
        qFatal("the child ends with %d", child.exitCode());
    return child.exitStatus() == QProcess::NormalExit;
}

using Whole = std::pair<office::OfficeState, office::Totals>;

std::array<Whole, 2> wholeTown(const StoreFolder &folder)
{
    store::Database database = reopened(folder);
    return {wholeOf(foundOf(database.connection(), officeId(1))), wholeOf(foundOf(database.connection(), officeId(2)))};
}

} // namespace

//! The process dies at any step of turning old facts into totals (C-02).
class FoldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsCountedTwiceOrLost_data();
    void nothingIsCountedTwiceOrLost();
};

void FoldTest::nothingIsCountedTwiceOrLost_data()
{
    QTest::addColumn<QString>("failpoint");
    for (const QString &failpoint : kFailpoints)
        QTest::addRow("killed at %s", qPrintable(failpoint)) << failpoint;
}

void FoldTest::nothingIsCountedTwiceOrLost()
{
    QFETCH(QString, failpoint);
    const StoreFolder folder;
    {
        store::Database database = newTown(folder);
        write(database.connection(), days(kDays, 10, 1), days(kDays, 5, 100'000));
    }
    const auto before = wholeTown(folder);
    int killed = 0;
    // The second, the fourth, … time, each on what the last death has left behind.
    for (int times = 2; !runChild(folder, failpoint, times) && times < 100; times += 2) {
        ++killed;
        QVERIFY(wholeTown(folder) == before);
    }
    QVERIFY2(killed > 0, "the work does not come to this failpoint");
    QVERIFY(runChild(folder, u"none"_s, 1));
    QVERIFY(wholeTown(folder) == before);
    store::Database database = reopened(folder);
    const Instant limit = office::script::kStoryBegins + std::chrono::days{kDays - 1};
    QVERIFY(store::oldestFactsBefore(database.connection(), limit)->empty());
    QVERIFY(!foundOf(database.connection(), officeId(1)).facts.empty());
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == kChild)
        return fold(app.arguments().mid(2));
    FoldTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "FoldTest.moc"

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
// Draws numbers into a database as fast as they become durable and prints each one after its commit, until it is
// killed. With a folder that cannot be opened: the sentence, and exit code 2.
//
//   StoreCrashChild DATABASE KEY [synchronous=NORMAL | at=FAILPOINT do=kill|full|broken]

#include "server/store/Failpoints.h"
#include "tests/unit/store/StoreKit.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <memory>

#include <csignal>
#include <unistd.h>

using namespace sprechtag;

namespace {

// Unbuffered: what has been printed has left the process.
void acknowledge(office::Sequence seq)
{
    const QByteArray line = QByteArray::number(qulonglong{seq}) + '\n';
    if (::write(STDOUT_FILENO, line.constData(), static_cast<std::size_t>(line.size())) != line.size())
        ::_exit(3);
}

//! Keeps several numbers under way, so that groups form.
class Drawer
{
public:
    //! Whether the numbers alone are written, or the rows of persons as well.
    enum class People { None, ComeAndGo };
    Drawer(store::StoreWriter &writer, office::Sequence first, People people)
        : m_writer(writer)
        , m_next(first)
        , m_people(people)
    {
    }
    void draw()
    {
        const office::Sequence seq = m_next++;
        broker::Batch batch = test::drawing(1, seq);
        batch.answers.push_back({QByteArray::number(qulonglong{seq}), seq, {}, test::at(1)});
        if (m_people == People::ComeAndGo)
            comeAndGo(batch, seq);
        m_writer.commit(std::move(batch), [this, seq] {
            acknowledge(seq);
            draw();
        });
    }

private:
    // Each number brings a person, who ticks something, notes something on the one two before, moves the one four
    // before and lets the one eight before go.
    static void comeAndGo(broker::Batch &batch, office::Sequence seq)
    {
        batch.visits = {test::visit(seq, QStringLiteral("Kim"))};
        batch.ticks = {{test::ticketId(seq), QStringList{QStringLiteral("lease")}}};
        if (seq > 2)
            batch.notes = {{test::ticketId(seq - 2), QStringLiteral("has papers")}};
        if (seq > 4)
            batch.movedVisits = {{test::ticketId(seq - 4), test::officeId(2)}};
        if (seq > 8)
            batch.erasedVisits = {test::ticketId(seq - 8)};
    }

    store::StoreWriter &m_writer;
    office::Sequence m_next;
    People m_people;
};

//! At the twentieth time that the work comes to the failpoint: dies, or makes its disk a faulty one (FaultyDisk.c).
void failAt(const QByteArray &failpoint, const QByteArray &what)
{
    store::failpointHandler() = [failpoint, what, times = 0](const char *name) mutable {
        if (failpoint != name || ++times != 20)
            return;
        if (what == "kill")
            ::raise(SIGKILL);
        QFile disk(qEnvironmentVariable("SPRECHTAG_DISK"));
        if (!disk.open(QIODevice::WriteOnly) || disk.write(what) < 0)
            ::_exit(6);
    };
}

QByteArray argumentOf(const char *name)
{
    for (const QString &argument : QCoreApplication::arguments()) {
        if (argument.startsWith(QLatin1String(name)))
            return argument.mid(static_cast<qsizetype>(qstrlen(name))).toUtf8();
    }
    return {};
}

} // namespace

// What a program exports on purpose: the control of the test that looks for what it exports by mistake.
extern "C" __attribute__((visibility("default"))) void storeCrashChildExportsThis() {}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const store::StorePaths paths{app.arguments().value(1), app.arguments().value(2)};
    auto database = store::Database::open(paths);
    if (!database) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(store::adminSentence(database.error(), paths)));
        return 2;
    }
    const auto loaded = store::load(database.value().connection(), test::plainCodec());
    if (!loaded)
        return 4;
    // For the control of PowerCutTest alone: takes back what the opening has insisted on.
    const bool weakened = app.arguments().value(3) == u"synchronous=NORMAL";
    if (weakened && !database.value().connection().execute("PRAGMA synchronous = NORMAL"))
        return 5;
    const SystemClock clock;
    QObject context;
    store::StoreWriter::Options options;
    const QByteArray failpoint = argumentOf("at=");
    if (!failpoint.isEmpty()) {
        failAt(failpoint, argumentOf("do="));
        options.tidyWhenIdle = options.logAtMost = options.remainsAtMost = milliseconds(5);
        options.tryAgainWhenFull = milliseconds(5);
    }
    store::StoreWriter writer(std::move(database).value(), test::plainCodec(), clock, context, options);
    Drawer drawer(writer, loaded->offices.front().facts.size() + 1,
                  failpoint.isEmpty() ? Drawer::People::None : Drawer::People::ComeAndGo);
    for (int i = 0; i < 8; ++i)
        drawer.draw();
    return QCoreApplication::exec();
}

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
// Draws numbers into a database as fast as they become durable and prints each one after its commit, until it is
// killed. With a folder that cannot be opened: the sentence, and exit code 2.

#include "tests/unit/store/StoreKit.h"

#include <QCoreApplication>

#include <cstdio>
#include <memory>

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
    Drawer(store::StoreWriter &writer, office::Sequence first)
        : m_writer(writer)
        , m_next(first)
    {
    }
    void draw()
    {
        const office::Sequence seq = m_next++;
        broker::Batch batch = test::drawing(1, seq);
        batch.answers.push_back({QByteArray::number(qulonglong{seq}), seq, {}, test::at(1)});
        m_writer.commit(std::move(batch), [this, seq] {
            acknowledge(seq);
            draw();
        });
    }

private:
    store::StoreWriter &m_writer;
    office::Sequence m_next;
};

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
    store::StoreWriter writer(std::move(database).value(), test::plainCodec(), clock, context);
    Drawer drawer(writer, loaded->offices.front().facts.size() + 1);
    for (int i = 0; i < 8; ++i)
        drawer.draw();
    return QCoreApplication::exec();
}

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/AdminForms.h"

#include "server/app/AdminTools.h"
#include "server/documents/FormTray.h"
#include "shared/base/Random.h"
#include "shared/protocol/TownList.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sprechtag::app {
namespace {

constexpr int kExitUsage = 64; // sysexits.h

struct AdminWords
{
    Q_DECLARE_TR_FUNCTIONS(AdminWords)
};

QString sentenceFor(documents::Fault fault)
{
    using enum documents::Fault;
    switch (fault) {
    case TooLarge:
        return AdminWords::tr("The file is too large: a form has at most 10 MB.");
    case WrongType:
        return AdminWords::tr("The file is no PDF.");
    case Active:
        return AdminWords::tr("The PDF is nothing without its programs, or they cannot be taken out of it.");
    case Signed:
        return AdminWords::tr("The PDF is signed and holds scripts: without them its signature would not hold.");
    case Encrypted:
        return AdminWords::tr("The PDF needs a password. Save it without one.");
    case Damaged:
        return AdminWords::tr("The PDF is damaged.");
    case TooComplex:
        return AdminWords::tr("The PDF has too many pages, or takes too long to check.");
    case Infected:
        return AdminWords::tr("The virus scanner has rejected the file.");
    case Gone:
    case WrongState:
    case TooMany:
    case Unchecked:
    case OutOfOrder:
    case NoRoom:
        break;
    }
    return AdminWords::tr("The file cannot be checked just now.");
}

const town::Office *officeCalled(const town::Town &town, const QString &word)
{
    const auto found = std::ranges::find_if(town.offices, [&word](const town::Office &office) {
        return office.letter == word || office.name == word || town::textOf(office.id) == word;
    });
    return found == town.offices.end() ? nullptr : &*found;
}

const town::Form *formCalled(const town::Town &town, OfficeId office, const QString &word)
{
    const auto found = std::ranges::find_if(town.forms, [&](const town::Form &form) {
        return form.office == office && (town::textOf(form.id) == word || form.names.values().contains(word));
    });
    return found == town.forms.end() ? nullptr : &*found;
}

//! One command with the office that it names.
class FormsWork
{
public:
    FormsWork(const Options &options, const Clock &clock, Console console, store::Connection &connection,
              const town::Town &town)
        : m_options(options)
        , m_clock(clock)
        , m_console(console)
        , m_connection(connection)
        , m_town(town)
    {
    }

    [[nodiscard]] int run()
    {
        const QString what = word(0);
        const qsizetype count = m_options.words.size();
        if (what == "add"_L1 && count == 4)
            return onOffice(word(1), [this](const town::Office &office) { return add(office); });
        if (what == "rename"_L1 && count == 4)
            return onForm([this](town::Form form) {
                form.names.insert(language(), word(3));
                return save({form.id, form, form.version});
            });
        if (what == "remove"_L1 && count == 3)
            return onForm([this](const town::Form &form) { return save({form.id, std::nullopt, form.version}); });
        if (count == 0)
            return list(m_town.forms);
        if (count == 1)
            return onOffice(what,
                            [this](const town::Office &office) { return list(town::formsOf(m_town, office.id)); });
        return refuse(m_console, AdminWords::tr("sprechtag-server --help shows how forms are named."), kExitUsage);
    }

private:
    [[nodiscard]] QString word(qsizetype at) const { return m_options.words.value(at); }
    [[nodiscard]] QString language() const { return m_town.authority.languages.value(0); }

    template <typename Work>
    [[nodiscard]] int onOffice(const QString &called, const Work &work)
    {
        const town::Office *office = officeCalled(m_town, called);
        if (office == nullptr)
            return refuse(m_console, AdminWords::tr("There is no %1 %2.").arg(u"office"_s, called), kExitData);
        return work(*office);
    }

    template <typename Work>
    [[nodiscard]] int onForm(const Work &work)
    {
        return onOffice(word(1), [&](const town::Office &office) {
            const town::Form *form = formCalled(m_town, office.id, word(2));
            if (form == nullptr)
                return refuse(m_console, AdminWords::tr("There is no %1 %2.").arg(u"form"_s, word(2)), kExitData);
            return work(*form);
        });
    }

    [[nodiscard]] int list(const QList<town::Form> &forms)
    {
        if (m_options.json) {
            m_console.out << protocol::encode(forms) << Qt::endl;
            return 0;
        }
        for (const town::Form &form : forms) {
            const town::Office *office = officeCalled(m_town, town::textOf(form.office));
            m_console.out << (office != nullptr ? office->letter : QString()) << u"  "_s << form.names.value(language())
                          << u"  "_s << AdminWords::tr("fields: %1").arg(form.file.fields) << Qt::endl;
        }
        return 0;
    }

    [[nodiscard]] int add(const town::Office &office)
    {
        QFile file(word(2));
        if (!file.open(QIODevice::ReadOnly))
            return refuse(m_console, AdminWords::tr("%1 cannot be read.").arg(word(2)), kExitUnavailable);
        const std::atomic<bool> stop{false};
        const auto checked =
            documents::checkForm(file.read(town::kMostFormBytes + 1), documents::Scanner(m_options.config.scanner),
                                 documents::Inspector(inspectorProgram()), stop);
        if (!checked)
            return refuse(m_console, sentenceFor(checked.error()), kExitData);
        // Of what is printed as JSON nothing else may be a part.
        if (checked->cleaned)
            m_console.error << AdminWords::tr("Scripts and attachments were taken out of it.") << Qt::endl;
        if (checked->file.fields == 0)
            m_console.error << AdminWords::tr("It has no fields: both can look at it, but not fill it in.") << Qt::endl;
        int last = 0;
        for (const town::Form &form : town::formsOf(m_town, office.id))
            last = std::max(last, form.position);
        const town::Form form{.id = randomId<FormTag>(),
                              .office = office.id,
                              .names = {{language(), word(3)}},
                              .position = std::min(last + 1, town::kMostFormPosition),
                              .file = checked->file};
        broker::TownEdit edit{form.id, form, 0};
        edit.content = checked->content;
        return save(edit);
    }

    [[nodiscard]] int save(const broker::TownEdit &edit)
    {
        broker::TownSaved saved;
        if (const int failed = saveEdits(m_connection, {edit}, m_options, m_clock, m_console, &saved); failed != 0)
            return failed;
        tellSaved(m_options, m_console, {town::textOf(edit.key), saved.versions.value(0), {}});
        return 0;
    }

    const Options &m_options;
    const Clock &m_clock;
    Console m_console;
    store::Connection &m_connection;
    const town::Town &m_town;
};

} // namespace

int workOnForms(const Options &options, const Clock &clock, Console console)
{
    return onTown(options, console, [&](store::Connection &connection, const town::Town &town) {
        return FormsWork(options, clock, console, connection, town).run();
    });
}

} // namespace sprechtag::app

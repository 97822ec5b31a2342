// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/Interpreters.h"

#include "clerk-app/model/LanguageWords.h"
#include "clerk-app/model/Words.h"

#include <QLocale>

#include <algorithm>

namespace sprechtag::clerk::model {

using namespace Qt::StringLiterals;
using When = town::Reachable::When;

namespace {

QString dayAndTime(Instant at)
{
    const int day = Words::localTime(at).date().dayOfWeek();
    return QLocale().standaloneDayName(day, QLocale::ShortFormat) + u' ' + Words::clock(at);
}

} // namespace

Interpreters::Interpreters(connection::CommandPort &commands, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_commands(commands)
    , m_clock(clock)
{
}

void Interpreters::ask(const QString &language)
{
    m_language = language;
    m_asking = true;
    show();
    m_commands.send(protocol::clerk::ListInterpreters{}, this, [this](const connection::CommandResult &result) {
        m_asking = false;
        if (result.ok())
            m_all = result.value().interpreters;
        // The page may have been read in a language that its reader does not speak.
        const bool isKnown = std::ranges::any_of(
            m_all, [this](const town::Interpreter &one) { return !town::knownAs(one, m_language).isEmpty(); });
        if (!isKnown)
            m_language.clear();
        show();
        if (!result.ok())
            Q_EMIT troubled(Words::refusal(result.error()));
    });
}

void Interpreters::setLanguage(const QString &tag)
{
    m_language = tag;
    show();
}

void Interpreters::show()
{
    beginResetModel();
    m_shown = town::rankedFor(m_all, m_language, Words::zone(), m_clock.now());
    endResetModel();
    Q_EMIT listed();
}

QStringList Interpreters::languages() const
{
    return town::languagesOf(m_all);
}

const town::Interpreter *Interpreters::at(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_shown.size() ? &m_shown.at(index.row()) : nullptr;
}

std::optional<protocol::clerk::InterpreterWish> Interpreters::wish(const QModelIndex &index) const
{
    const town::Interpreter *one = at(index);
    if (one == nullptr)
        return std::nullopt;
    const QString known = town::knownAs(*one, m_language);
    return protocol::clerk::InterpreterWish{.interpreter = one->id,
                                            .language = known.isEmpty() ? one->languages.value(0) : known};
}

QString Interpreters::contact(const QModelIndex &index) const
{
    const town::Interpreter *one = at(index);
    if (one == nullptr)
        return {};
    QStringList lines{one->phone, one->email, one->note};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

int Interpreters::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant Interpreters::data(const QModelIndex &index, int role) const
{
    const town::Interpreter *one = at(index);
    if (one == nullptr || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    QStringList names;
    for (const QString &tag : one->languages)
        names.append(LanguageWords::name(tag));
    //: a row of the list of interpreters: %1 is a name, %2 languages, %3 such as "can be reached until 12:00"
    return tr("%1 (%2): %3").arg(one->name, names.join(u", "_s), reachableText(*one));
}

QString Interpreters::reachableText(const town::Interpreter &interpreter) const
{
    const town::Reachable when = town::reachable(interpreter, Words::zone(), m_clock.now());
    switch (when.when) {
    case When::Now:
        //: %1 is a time of the day
        return when.at ? tr("can be reached now, until %1").arg(Words::clock(*when.at)) : tr("can be reached now");
    case When::Later:
        //: %1 is a day and a time
        return when.at ? tr("can be reached again %1").arg(dayAndTime(*when.at)) : tr("cannot be reached this week");
    case When::ByArrangement:
        break;
    }
    return tr("by arrangement");
}

} // namespace sprechtag::clerk::model

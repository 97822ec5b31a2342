// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/TownWords.h"

#include "clerk-app/model/Words.h"
#include "shared/base/Result.h"

#include <QDateTime>
#include <QLocale>

#include <array>

namespace sprechtag::clerk::model {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *kContext = "sprechtag::clerk::model::TownWords";

//! A word of the wire and what people call it.
struct Named
{
    QLatin1String name;
    const char *text;
};

template <std::size_t count>
QString lookedUp(const std::array<Named, count> &names, const QString &name)
{
    for (const Named &one : names) {
        if (one.name == name)
            return QCoreApplication::translate(kContext, one.text);
    }
    return name;
}

constexpr std::array kFields{
    Named{"name"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Name")},
    Named{"names"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Name")},
    Named{"time_zone"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Time zone")},
    Named{"land"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "State")},
    Named{"holidays"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Local holidays")},
    Named{"closed_days"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Closed days")},
    Named{"consent_version"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Version of the consent")},
    Named{"languages"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Languages")},
    Named{"second_factor_roles"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Second factor reset")},
    Named{"texts"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Texts")},
    Named{"phone"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Phone")},
    Named{"email"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "E-mail")},
    Named{"note"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Note")},
    Named{"leika_key"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "LeiKa key")},
    Named{"length_min"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Length")},
    Named{"checklist"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Checklist")},
    Named{"department"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Department")},
    Named{"letter"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Letter")},
    Named{"concerns"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Concerns")},
    Named{"staff"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Staff")},
    Named{"hours"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Opening hours")},
    Named{"roster"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Roster")},
    Named{"settings"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Thresholds")},
    Named{"relay_only"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Calls through the relay only")},
    Named{"hide_position"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Position hidden")},
    Named{"ask_name"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Ask for the name")},
    Named{"login"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Login")},
    Named{"roles"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Roles")},
    Named{"disabled"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Disabled")},
    Named{"office"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Office")},
    Named{"position"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Place in the list")},
    Named{"file"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "File")},
    Named{"password"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Password")},
    Named{"second_factor"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Second factor")},
};

constexpr std::array kActions{
    Named{"created"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "created")},
    Named{"changed"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "changed")},
    Named{"removed"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "removed")},
};

struct NamedThreshold
{
    QLatin1String name;
    const char *text;
    ThresholdWords::Unit unit;
    const char *none{};
};
using enum ThresholdWords::Unit;
constexpr std::array kThresholds{
    NamedThreshold{"enter_within_s"_L1,
                   QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Time to answer a call"), Seconds},
    NamedThreshold{"max_calls"_L1,
                   QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Calls until somebody counts as missed"),
                   Count},
    NamedThreshold{"not_called_after_miss_s"_L1,
                   QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Pause after a call without an answer"),
                   Minutes},
    NamedThreshold{"missed_listed_s"_L1,
                   QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Missed people stay in the list"), Minutes},
    NamedThreshold{"away_at_most_s"_L1,
                   QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Stepping away, at most"), Minutes},
    NamedThreshold{"clerk_grace_s"_L1,
                   QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "A clerk's line may be lost for"), Seconds},
    NamedThreshold{"citizen_grace_s"_L1,
                   QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "A citizen's line may be lost for"),
                   Seconds},
    NamedThreshold{"unreachable_until_s"_L1,
                   QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "The place of a lost line is kept for"),
                   Minutes},
    NamedThreshold{"park_reminder_s"_L1,
                   QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Reminder of parked people after"), Minutes},
    NamedThreshold{"reserved_at_most_s"_L1,
                   QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "A transfer waits for one clerk for"),
                   Minutes},
    NamedThreshold{"appointment_early_s"_L1,
                   QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Check-in before an appointment"), Minutes},
    NamedThreshold{"appointment_late_s"_L1,
                   QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "An appointment holds after its time for"),
                   Minutes},
    NamedThreshold{"overtaken_at_most"_L1,
                   QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Overtaken by others, at most"), Count},
    NamedThreshold{"queue_limit"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Most people waiting"),
                   Count, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "no limit")},
    NamedThreshold{"last_number"_L1, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Last number of a series"),
                   Count},
    NamedThreshold{
        "opens_by_hours"_L1,
        QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Opens by its hours as soon as a clerk is present"),
        YesOrNo},
    NamedThreshold{"hard_end_after_s"_L1,
                   QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Serving goes on after closing time for"),
                   Minutes},
    NamedThreshold{
        "default_service_s"_L1,
        QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "Length of a visit, until enough of them are known"),
        Minutes, QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "not known")},
    NamedThreshold{"guest_code_s"_L1,
                   QT_TRANSLATE_NOOP("sprechtag::clerk::model::TownWords", "A guest may come in with a code for"),
                   Minutes},
};

QString firstOf(const town::Words &words, const QString &language)
{
    const QString own = words.value(language);
    return own.isEmpty() && !words.isEmpty() ? words.first() : own;
}

} // namespace

QString TownWords::kinds(town::Kind kind)
{
    switch (kind) {
    case town::Kind::Authority:
        return tr("Authority");
    case town::Kind::Department:
        return tr("Departments");
    case town::Kind::Concern:
        return tr("Concerns");
    case town::Kind::Office:
        return tr("Offices");
    case town::Kind::Account:
        return tr("Accounts");
    case town::Kind::Form:
        return tr("Forms");
    case town::Kind::Interpreter:
        return tr("Interpreters");
    }
    return {};
}

QString TownWords::kind(town::Kind kind)
{
    switch (kind) {
    case town::Kind::Authority:
        return tr("Authority");
    case town::Kind::Department:
        return tr("Department");
    case town::Kind::Concern:
        return tr("Concern");
    case town::Kind::Office:
        return tr("Office");
    case town::Kind::Account:
        return tr("Account");
    case town::Kind::Form:
        return tr("Form");
    case town::Kind::Interpreter:
        return tr("Interpreter");
    }
    return {};
}

QString TownWords::explanation(town::Kind kind)
{
    switch (kind) {
    case town::Kind::Authority:
        return {};
    case town::Kind::Department:
        return tr("Departments group the offices on the citizens' page. A small authority needs none.");
    case town::Kind::Concern:
        return tr("Concerns are what citizens come for. An office offers some of them; their checklists tell people "
                  "what to have at hand.");
    case town::Kind::Office:
        return tr(
            "An office is a queue of its own: citizens draw its numbers, and its staff call them. It needs a name, "
            "a letter, staff and opening hours.");
    case town::Kind::Account:
        return tr("Everybody who works here has an account. A new one gets a start password, which is shown once.");
    case town::Kind::Form:
        return tr(
            "Forms are PDF files that an office has ready: in a conversation one click opens a copy, and both fill "
            "it in.");
    case town::Kind::Interpreter:
        return tr("Interpreters whom clerks may ask into a conversation, with the hours in which they can be reached.");
    }
    return {};
}

QString TownWords::another(town::Kind kind)
{
    switch (kind) {
    case town::Kind::Authority:
        break;
    case town::Kind::Department:
        return tr("&New department");
    case town::Kind::Concern:
        return tr("&New concern");
    case town::Kind::Office:
        return tr("&New office");
    case town::Kind::Account:
        return tr("&New account");
    case town::Kind::Form:
        return tr("&Add a form…");
    case town::Kind::Interpreter:
        return tr("&New interpreter");
    }
    return tr("&New");
}

QString TownWords::nameOf(const town::Value &value, const QString &language)
{
    const QString name =
        std::visit(Overloaded{[&](const town::Concern &concern) { return firstOf(concern.names, language); },
                              [&](const town::Form &form) { return firstOf(form.names, language); },
                              [](const town::Account &account) {
                                  return account.disabled ? tr("%1 (disabled)").arg(account.name) : account.name;
                              },
                              [](const auto &one) { return one.name; }},
                   value);
    return name.trimmed().isEmpty() ? tr("(without a name)") : name;
}

QString TownWords::file(const town::FormFile &file)
{
    const QString size = QLocale().formattedDataSize(file.bytes, 1, QLocale::DataSizeTraditionalFormat);
    if (file.fields == 0)
        //: a PDF; %1 is its size
        return tr("PDF, %1, without fields").arg(size);
    //: a PDF; %1 is its size
    return tr("PDF, %1, %n field(s) to fill in", nullptr, file.fields).arg(size);
}

QString TownWords::group(town::Kind kind, town::Group group)
{
    switch (group) {
    case town::Group::Existence:
    case town::Group::Identity:
        return TownWords::kind(kind);
    case town::Group::Staff:
        return tr("Staff");
    case town::Group::Concerns:
        return tr("Concerns");
    case town::Group::Hours:
        return tr("Opening hours");
    case town::Group::Roster:
        return tr("Roster");
    case town::Group::Thresholds:
        return tr("Thresholds");
    case town::Group::Texts:
        return tr("Texts");
    case town::Group::Privacy:
        return tr("Privacy");
    }
    return {};
}

QString TownWords::role(town::Role role)
{
    switch (role) {
    case town::Role::Clerk:
        return tr("Clerk");
    case town::Role::HeadOfOffice:
        return tr("Head of office");
    case town::Role::Administrator:
        return tr("Administrator");
    }
    return {};
}

QString TownWords::fault(town::FaultCode code)
{
    switch (code) {
    case town::FaultCode::Missing:
        return tr("This must not be empty.");
    case town::FaultCode::TooLong:
        return tr("This is too long.");
    case town::FaultCode::BadForm:
        return tr("This does not have the right form.");
    case town::FaultCode::OutOfRange:
        return tr("This is outside of what is possible, or an end is before its beginning.");
    case town::FaultCode::Taken:
        return tr("Another one has this already.");
    case town::FaultCode::Unknown:
        return tr("There is no such thing any more.");
    case town::FaultCode::InUse:
        return tr("Others still refer to it.");
    case town::FaultCode::LastAdministrator:
        return tr("Nobody could administer the town any more: this is the last administrator.");
    case town::FaultCode::HasLiveTickets:
        return tr("People are waiting there or in a conversation. Close the office and try again.");
    }
    return {};
}

QString TownWords::conflict(const protocol::clerk::AdminConflict &conflict)
{
    const QString by = conflict.by.isEmpty() ? tr("somebody on the server") : conflict.by;
    const auto at = conflict.at ? Words::localTime(*conflict.at) : QDateTime();
    const QString time = QLocale().toString(at, QLocale::ShortFormat);
    if (!conflict.stored)
        //: %1 is a person, %2 date and time
        return tr("Taken away by %1, %2.").arg(by, time);
    //: %1 is a person, %2 date and time
    return tr("Changed meanwhile by %1, %2.").arg(by, time);
}

ThresholdWords TownWords::threshold(const QString &name)
{
    for (const NamedThreshold &one : kThresholds) {
        if (one.name == name)
            return {QCoreApplication::translate(kContext, one.text), one.unit,
                    one.none ? QCoreApplication::translate(kContext, one.none) : QString()};
    }
    return {name, Count};
}

QString TownWords::amount(const ThresholdWords &words, std::optional<std::int64_t> value)
{
    if (!value)
        return words.none;
    const int count = static_cast<int>(*value);
    switch (words.unit) {
    case Count:
        return QLocale().toString(count);
    case Seconds:
        return tr("%n second(s)", nullptr, count);
    case Minutes:
        return tr("%n minute(s)", nullptr, count / 60);
    case YesOrNo:
        return count != 0 ? tr("yes") : tr("no");
    }
    return {};
}

QString TownWords::field(const QString &name)
{
    return lookedUp(kFields, name);
}

QString TownWords::fields(const QStringList &paths)
{
    static const QString kThreshold = u"settings."_s;
    QStringList names;
    for (const QString &path : paths)
        names.append(path.startsWith(kThreshold) ? threshold(path.sliced(kThreshold.size())).label : field(path));
    return names.join(u", "_s);
}

QString TownWords::action(const QString &action)
{
    return lookedUp(kActions, action);
}

QString TownWords::period(const QString &from, const QString &until)
{
    if (from.isEmpty() && until.isEmpty())
        return tr("always");
    if (until.isEmpty())
        //: %1 is a date
        return tr("from %1").arg(from);
    if (from.isEmpty())
        //: %1 is a date
        return tr("until %1").arg(until);
    //: %1 and %2 are dates
    return tr("%1 to %2").arg(from, until);
}

QString TownWords::weekday(int day)
{
    return QLocale().standaloneDayName(day, QLocale::LongFormat);
}

} // namespace sprechtag::clerk::model

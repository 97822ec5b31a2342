// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Id.h"
#include "shared/domain/hours/Roster.h"
#include "shared/domain/office/State.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <variant>

//! What heads of office and administrators decide about a town. Pure values; `version` counts the changes of each, and
//! is 0 in a value that was never saved.
namespace sprechtag::town {

//! The same words in several languages, by language tag.
using Words = QMap<QString, QString>;

//! What somebody who signs in may do.
enum class Role { Clerk, HeadOfOffice, Administrator };

//! What citizens read in the words of the town.
struct Texts
{
    Words welcome; //!< before they draw a number
    Words closed;  //!< while the office is closed
    friend bool operator==(const Texts &, const Texts &) = default;
};

//! The authority itself: what holds for all of its offices.
struct Authority
{
    QString name;
    hours::Calendar calendar;
    QString consentVersion;
    QStringList languages{QStringLiteral("de")}; //!< of the texts; the first must not be missing anywhere
    Texts texts{};                               //!< of the offices that have none of their own
    QList<Role> secondFactorRoles{};             //!< who has one of them needs more than a password to sign in
    std::uint32_t version{};
    friend bool operator==(const Authority &, const Authority &) = default;
};

//! A part of the authority that offices belong to.
struct Department
{
    DepartmentId id;
    QString name;
    std::uint32_t version{};
    friend bool operator==(const Department &, const Department &) = default;
};

//! Something that citizens come for; several offices may deal with it.
struct Concern
{
    ConcernId id;
    Words names;
    QString leikaKey;              //!< 14 digits of the federal catalogue of services, or empty
    std::optional<minutes> length; //!< of a visit about it
    QList<Words> checklist;        //!< what to have at hand
    std::uint32_t version{};
    friend bool operator==(const Concern &, const Concern &) = default;
};

//! A clerk of an office, and what that clerk may do there.
struct StaffMember
{
    ClerkId clerk;
    bool mayCallNamed{}; //!< call somebody else than the next
    bool isHead{};       //!< change this office's hours, roster, thresholds, texts and concerns
    friend bool operator==(const StaffMember &, const StaffMember &) = default;
};

//! An office as citizens and clerks meet it.
struct Office
{
    OfficeId id;
    QString name;
    std::optional<DepartmentId> department{};
    QString letter; //!< begins each of its ticket numbers
    QList<ConcernId> concerns{};
    QList<StaffMember> staff{};
    hours::OpeningHours hours{};
    hours::Roster roster{}; //!< shifts of this office alone
    office::Settings settings{};
    bool relayOnly{};
    bool hidePosition{}; //!< the waiting do not see how many are before them
    bool askName{true};
    Texts texts{};
    std::uint32_t version{};
    friend bool operator==(const Office &, const Office &) = default;
};

//! Somebody who may sign in. The password is no part of it: nobody can read it.
struct Account
{
    ClerkId id;
    QString login;
    QString name;
    QList<Role> roles;
    bool disabled{};
    std::uint32_t version{};
    friend bool operator==(const Account &, const Account &) = default;
};

//! The file of a form as it was checked, known by its sum. What it holds lies apart.
struct FormFile
{
    QString sha256; //!< 64 hexadecimal digits
    qint64 bytes{};
    int fields{}; //!< to fill in; none: it is a paper to look at
    friend bool operator==(const FormFile &, const FormFile &) = default;
};

//! A PDF that an office has ready for its visitors.
struct Form
{
    FormId id;
    OfficeId office;
    Words names;
    int position{}; //!< in the list of the office; of those that have the same, the older id comes first
    FormFile file;
    std::uint32_t version{};
    friend bool operator==(const Form &, const Form &) = default;
};

//! Somebody, or a service, that puts into another language what is said in a conversation.
struct Interpreter
{
    InterpreterId id;
    QString name;
    QStringList languages{}; //!< tags; a sign language by its own, such as gsg
    QString phone{};         //!< how clerks reach them: this, or the address
    QString email{};
    QList<hours::Range> hours{}; //!< of every week, holidays included; none: by arrangement
    QString note{};
    std::uint32_t version{};
    friend bool operator==(const Interpreter &, const Interpreter &) = default;
};

//! One of the things that are changed, shown and logged one by one. Key and Kind have the same order.
using Value = std::variant<Authority, Department, Concern, Office, Account, Form, Interpreter>;
using Key = std::variant<std::monostate, DepartmentId, ConcernId, OfficeId, ClerkId, FormId, InterpreterId>;
enum class Kind { Authority, Department, Concern, Office, Account, Form, Interpreter };

} // namespace sprechtag::town

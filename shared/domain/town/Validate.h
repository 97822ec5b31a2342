// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/town/Town.h"

namespace sprechtag::town {

//! What can be wrong with a field of a value.
enum class FaultCode {
    Missing,
    TooLong,
    BadForm,           //!< not what such a thing looks like
    OutOfRange,        //!< a number beyond its bounds, an end before its beginning
    Taken,             //!< another one has it already
    Unknown,           //!< names something that there is not
    InUse,             //!< others still refer to it
    LastAdministrator, //!< nobody could change anything any more
    HasLiveTickets     //!< people are waiting in it, or in a call
};

//! Which field is wrong, as a path such as `hours.periods[0].virtual[2]`, and why. Without a field: all of it.
struct Fault
{
    QString field;
    FaultCode code{};
    friend bool operator==(const Fault &, const Fault &) = default;
};

//! All that is wrong with a value in a town that holds it already.
[[nodiscard]] QList<Fault> validate(const Value &value, const Town &town);

//! Whether something of the town still refers to it.
[[nodiscard]] bool isInUse(const Key &key, const Town &town);

//! How logins are kept and compared; nullopt when it is none.
[[nodiscard]] std::optional<QString> normalisedLogin(const QString &login);

inline constexpr qsizetype kMostLoginCharacters = 64;
inline constexpr qsizetype kMostNameCharacters = 200;
inline constexpr qsizetype kMostTextCharacters = 2000;
inline constexpr qsizetype kLeikaDigits = 14;
inline constexpr qsizetype kMostOffices = 1000;
inline constexpr qsizetype kMostDepartments = 1000;
inline constexpr qsizetype kMostConcerns = 1000;
inline constexpr qsizetype kMostAccounts = 5000;
inline constexpr qsizetype kMostFormsOfOffice = 100;
inline constexpr qint64 kMostFormBytes = qint64{10} * 1024 * 1024;
inline constexpr int kMostFormPosition = 9999;
inline constexpr qsizetype kMostInterpreters = 1000;

} // namespace sprechtag::town

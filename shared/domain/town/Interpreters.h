// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"
#include "shared/domain/town/Values.h"

//! Who could help two people to understand each other, and when.
namespace sprechtag::town {

//! A language of signs, which must be seen: gsg, ase or sgn-DE, but not de.
[[nodiscard]] bool isSignLanguage(const QString &tag);

//! The same language, whichever country or script a tag names: pt and pt-BR.
[[nodiscard]] bool isSameLanguage(const QString &one, const QString &other);

//! The tag under which somebody knows a language; empty: not at all.
[[nodiscard]] QString knownAs(const Interpreter &interpreter, const QString &language);

//! Whether somebody can be reached now, by the weekly hours in the town's time zone.
struct Reachable
{
    enum class When { Now, Later, ByArrangement };
    When when{};
    std::optional<Instant> at{}; //!< now: until; later: from. None where that is more than a week away.
    friend bool operator==(const Reachable &, const Reachable &) = default;
};
[[nodiscard]] Reachable reachable(const Interpreter &interpreter, const QTimeZone &zone, Instant now);

//! Those who know the language (empty: all), whoever can be reached now first, then whoever can be soonest, then those
//! by arrangement; the order of the list decides between those who are alike.
[[nodiscard]] QList<Interpreter> rankedFor(const QList<Interpreter> &all, const QString &language,
                                           const QTimeZone &zone, Instant now);

//! Every language that somebody knows, each once, in the order of its tag.
[[nodiscard]] QStringList languagesOf(const QList<Interpreter> &all);

} // namespace sprechtag::town

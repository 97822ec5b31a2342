// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/town/Rights.h"
#include "shared/domain/town/Validate.h"
#include "shared/protocol/AdminMessages.h"

#include <QCoreApplication>

namespace sprechtag::clerk::model {

//! How a threshold is called, and in what it is counted.
struct ThresholdWords
{
    enum class Unit { Count, Seconds, Minutes, YesOrNo };
    QString label;
    Unit unit{};
    QString none{}; //!< what it is called where there is none
};

//! What the administration calls things, in the clerk's language.
class TownWords
{
    Q_DECLARE_TR_FUNCTIONS(sprechtag::clerk::model::TownWords)
public:
    //! In the plural, as the head of a list.
    [[nodiscard]] static QString kinds(town::Kind kind);
    [[nodiscard]] static QString kind(town::Kind kind);
    //! What to call one value in a list; never empty.
    [[nodiscard]] static QString nameOf(const town::Value &value, const QString &language);
    //! What a form is like.
    [[nodiscard]] static QString file(const town::FormFile &file);
    [[nodiscard]] static QString group(town::Kind kind, town::Group group);
    [[nodiscard]] static QString role(town::Role role);
    [[nodiscard]] static QString fault(town::FaultCode code);
    [[nodiscard]] static QString conflict(const protocol::clerk::AdminConflict &conflict);
    [[nodiscard]] static QString holiday(hours::Holiday holiday);
    [[nodiscard]] static QString land(hours::Land land);
    [[nodiscard]] static ThresholdWords threshold(const QString &name);
    //! A value of a threshold with its unit.
    [[nodiscard]] static QString amount(const ThresholdWords &words, std::optional<std::int64_t> value);
    //! What such a thing is for, for people who are new to it.
    [[nodiscard]] static QString explanation(town::Kind kind);
    //! For the button that makes one more.
    [[nodiscard]] static QString another(town::Kind kind);
    //! The field of the log and of a conflict.
    [[nodiscard]] static QString field(const QString &name);
    //! Several, thresholds among them as `settings.…`, in one line.
    [[nodiscard]] static QString fields(const QStringList &paths);
    [[nodiscard]] static QString action(const QString &action);
    [[nodiscard]] static QString weekday(int day);
    //! Of dates as texts; an empty one leaves that side unbounded.
    [[nodiscard]] static QString period(const QString &from, const QString &until);
};

} // namespace sprechtag::clerk::model

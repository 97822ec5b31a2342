// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Retention.h"

#include <QString>

//! What is kept, why and on which legal ground, in the words of a data protection officer.
namespace sprechtag::app {

//! One entry of the record of processing activities (Art. 30 (1) GDPR).
struct ActivityWords
{
    QString title;
    QString purpose;
    QString persons;
    QString ground;
    QString recipients;
};

struct RecordWords
{
    QString what;
    QString erased; //!< at which event and how; the period is said beside it
};

[[nodiscard]] ActivityWords wordsOf(broker::retention::Activity activity);
[[nodiscard]] RecordWords wordsOf(broker::retention::Record record);
[[nodiscard]] QString wordsOf(broker::retention::Place place);
//! How long, such as "at once" or "12 hours, or 2 hours without use".
[[nodiscard]] QString periodWords(const broker::retention::Rule &rule);
[[nodiscard]] QString durationWords(seconds duration);

} // namespace sprechtag::app

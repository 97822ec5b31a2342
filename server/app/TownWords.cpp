// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/TownWords.h"

#include <QCoreApplication>

namespace sprechtag::app {
namespace {

struct TownWords
{
    Q_DECLARE_TR_FUNCTIONS(TownWords)
};

} // namespace

QString sentenceFor(town::FaultCode code)
{
    using enum town::FaultCode;
    switch (code) {
    case Missing:
        return TownWords::tr("This is missing. Write it.");
    case TooLong:
        return TownWords::tr("This is too long. Write less.");
    case BadForm:
        return TownWords::tr("This is not what belongs here: a letter is one capital letter, a login has letters, "
                             "digits and . _ - @, a LeiKa key 14 digits, a text no control characters.");
    case OutOfRange:
        return TownWords::tr("This is outside of its bounds, or ends before it begins. Correct it.");
    case Taken:
        return TownWords::tr("Another one has this already. Choose another.");
    case Unknown:
        return TownWords::tr("This names something that there is not. Correct the name, or add what it names first.");
    case InUse:
        return TownWords::tr("An office still refers to it. Change that office first.");
    case LastAdministrator:
        return TownWords::tr("Nobody could change anything any more. Make somebody else an administrator first.");
    case HasLiveTickets:
        return TownWords::tr("People are waiting in this office or in a call. Close it and let them be served first.");
    }
    Q_UNREACHABLE();
}

} // namespace sprechtag::app

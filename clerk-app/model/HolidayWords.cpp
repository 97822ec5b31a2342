// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/TownWords.h"

namespace sprechtag::clerk::model {

using namespace Qt::StringLiterals;

QString TownWords::holiday(hours::Holiday holiday)
{
    using enum hours::Holiday;
    switch (holiday) {
    case NewYear:
        return tr("New Year's Day");
    case Epiphany:
        return tr("Epiphany");
    case WomensDay:
        return tr("Women's Day");
    case GoodFriday:
        return tr("Good Friday");
    case EasterSunday:
        return tr("Easter Sunday");
    case EasterMonday:
        return tr("Easter Monday");
    case LabourDay:
        return tr("Labour Day");
    case LiberationDay:
        return tr("Liberation Day");
    case AscensionDay:
        return tr("Ascension Day");
    case WhitSunday:
        return tr("Whit Sunday");
    case WhitMonday:
        return tr("Whit Monday");
    case CorpusChristi:
        return tr("Corpus Christi");
    case UprisingDay:
        return tr("Anniversary of the uprising of 1953");
    case PeaceFestival:
        return tr("Peace Festival");
    case AssumptionDay:
        return tr("Assumption Day");
    case ChildrensDay:
        return tr("Children's Day");
    case UnityDay:
        return tr("Day of German Unity");
    case ReformationDay:
        return tr("Reformation Day");
    case AllSaints:
        return tr("All Saints' Day");
    case RepentanceDay:
        return tr("Day of Repentance and Prayer");
    case ChristmasDay:
        return tr("Christmas Day");
    case SecondChristmasDay:
        return tr("Second Christmas Day");
    }
    return {};
}

// Names of Länder are their own in every language.
QString TownWords::land(hours::Land land)
{
    using enum hours::Land;
    switch (land) {
    case BW:
        return u"Baden-Württemberg"_s;
    case BY:
        return u"Bayern"_s;
    case BE:
        return u"Berlin"_s;
    case BB:
        return u"Brandenburg"_s;
    case HB:
        return u"Bremen"_s;
    case HH:
        return u"Hamburg"_s;
    case HE:
        return u"Hessen"_s;
    case MV:
        return u"Mecklenburg-Vorpommern"_s;
    case NI:
        return u"Niedersachsen"_s;
    case NW:
        return u"Nordrhein-Westfalen"_s;
    case RP:
        return u"Rheinland-Pfalz"_s;
    case SL:
        return u"Saarland"_s;
    case SN:
        return u"Sachsen"_s;
    case ST:
        return u"Sachsen-Anhalt"_s;
    case SH:
        return u"Schleswig-Holstein"_s;
    case TH:
        return u"Thüringen"_s;
    }
    return {};
}

} // namespace sprechtag::clerk::model

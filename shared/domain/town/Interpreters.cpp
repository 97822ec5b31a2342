// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/town/Interpreters.h"

#include <algorithm>
#include <tuple>

namespace sprechtag::town {

using namespace Qt::StringLiterals;
using When = Reachable::When;

namespace {

constexpr int kDaysAWeek = 7;

// The primary subtags that the IANA registry knows as sign languages, in their order.
constexpr auto kSignLanguages =
    " ads aed aen afg ase asf asp asq asw bfi bfk bog bqn bqy bvl bzs cds csc csd cse csf csg csl csn csq csr csx doq "
    "dse dsl dsz ecs ehs esl esn eso eth fcs fse fsl fss gds gse gsg gsm gss gus hab haf hds hks hos hps hsh hsl icl "
    "iks ils inl ins ise isg isr jcs jhs jks jls jos jsl jus kgi kvk lbs lgs lls lsb lsc lsg lsl lsn lso lsp lst lsv "
    "lsw lsy lws mdl mfs mre msd msr mzc mzg mzy nbs ncs nsi nsl nsp nsr nzs okl pgz pks prl prz psc psd psg psl pso "
    "psp psr pys rms rsi rsl rsm rsn sdl sfb sfs sgg sgx slf sls sqk sqs sqx ssp ssr svk swl syy szs tse tsm tsq tss "
    "tsy tza ugn ugy ukl uks vgt vsi vsl vsv wbs xki xml xms yds ygs yhs ysl ysm zib zsl "_L1;
constexpr auto kSigned = "sgn"_L1; // sgn-DE, as older lists have it

QString primaryOf(const QString &tag)
{
    return tag.section(u'-', 0, 0).toLower();
}

// A sign language in the older way is named by its country as well.
QString meaningOf(const QString &tag)
{
    const QString primary = primaryOf(tag);
    return primary == kSigned ? tag.section(u'-', 0, 1).toLower() : primary;
}

// From the day before on: hours may reach over midnight in zones that change their clocks there.
QList<hours::Window> windowsAround(const QList<hours::Range> &week, const QTimeZone &zone, Instant now)
{
    QList<hours::Window> windows;
    const QDate today = hours::localDay(now, zone);
    for (int ahead = -1; ahead <= kDaysAWeek; ++ahead) {
        const QDate day = today.addDays(ahead);
        for (const hours::Range &range : week) {
            const auto window = range.day == day.dayOfWeek() ? hours::windowOn(day, range, zone) : std::nullopt;
            if (window)
                windows.append(*window);
        }
    }
    std::ranges::sort(windows, {}, [](const hours::Window &one) { return std::tuple(one.opens, one.closes); });
    return windows;
}

} // namespace

bool isSignLanguage(const QString &tag)
{
    const QString primary = primaryOf(tag);
    return primary == kSigned || (primary.size() == 3 && QString(kSignLanguages).contains(u' ' + primary + u' '));
}

bool isSameLanguage(const QString &one, const QString &other)
{
    return !one.isEmpty() && meaningOf(one) == meaningOf(other);
}

QString knownAs(const Interpreter &interpreter, const QString &language)
{
    const auto known = std::ranges::find_if(interpreter.languages,
                                            [&language](const QString &tag) { return isSameLanguage(tag, language); });
    return known == interpreter.languages.end() ? QString() : *known;
}

// Hours that meet, at midnight too, are one.
Reachable reachable(const Interpreter &interpreter, const QTimeZone &zone, Instant now)
{
    if (interpreter.hours.isEmpty())
        return {When::ByArrangement, std::nullopt};
    std::optional<Instant> until;
    for (const hours::Window &window : windowsAround(interpreter.hours, zone, now)) {
        if (window.closes <= now)
            continue;
        if (!until && window.opens > now)
            return {When::Later, window.opens};
        if (until && window.opens > *until)
            break;
        until = std::max(until.value_or(window.closes), window.closes);
    }
    if (!until)
        return {When::Later, std::nullopt};
    const bool ends = *until < now + std::chrono::days{kDaysAWeek};
    return {When::Now, ends ? until : std::nullopt};
}

QList<Interpreter> rankedFor(const QList<Interpreter> &all, const QString &language, const QTimeZone &zone, Instant now)
{
    QList<Interpreter> ranked;
    std::ranges::copy_if(all, std::back_inserter(ranked), [&language](const Interpreter &one) {
        return language.isEmpty() || !knownAs(one, language).isEmpty();
    });
    const auto rank = [&zone, now](const Interpreter &one) {
        const Reachable when = reachable(one, zone, now);
        const Instant soonest = when.when == When::Later ? when.at.value_or(Instant::max()) : Instant::min();
        const int order = when.when == When::Now ? 0 : when.when == When::Later ? 1 : 2;
        return std::tuple(order, soonest);
    };
    std::ranges::stable_sort(ranked, {}, rank);
    return ranked;
}

QStringList languagesOf(const QList<Interpreter> &all)
{
    QStringList tags;
    for (const Interpreter &one : all)
        tags += one.languages;
    tags.removeDuplicates();
    tags.sort();
    return tags;
}

} // namespace sprechtag::town

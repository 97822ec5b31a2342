// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/Episode.h"

#include "shared/domain/office/WaitEstimate.h"

#include <algorithm>

namespace sprechtag::simulation {

using namespace office;

namespace {

constexpr std::size_t kRecent = 30;
constexpr std::size_t kKnown = 256;
constexpr std::uint64_t kStepsBetweenComparisons = 4;
constexpr minutes kKeep{60};

} // namespace

void Coverage::count(const FactBody &body)
{
    ++facts.at(body.index());
    if (const auto *returned = std::get_if<TicketReturned>(&body))
        ++returns.at(static_cast<std::size_t>(returned->reason));
    if (const auto *left = std::get_if<TicketLeft>(&body))
        ++leaves.at(static_cast<std::size_t>(left->reason));
    if (const auto *dropped = std::get_if<TransferWithdrawn>(&body))
        ++withdrawn.at(static_cast<std::size_t>(dropped->reason));
}

Episode::Episode(const Settings &settings, Sabotage sabotage, Coverage &coverage, Instant start)
    : m_sabotage(sabotage)
    , m_coverage(coverage)
    , m_ledger(settings)
    , m_pages(m_ledger)
    , m_book(kKeep)
    , m_now(start)
    , m_latest(start)
{
    m_state.settings = settings;
}

void Episode::advance(milliseconds span)
{
    m_now += span;
    m_latest = std::max(m_latest, m_now);
}

void Episode::submit(const Command &command)
{
    const Answer answer = step(command);
    static_cast<void>(answer);
}

const Episode::Known *Episode::known(const std::string &key) const
{
    const auto found = std::ranges::find(m_known, key, &Known::key);
    return found == m_known.end() ? nullptr : &*found;
}

// The server makes a fresh id for every ticket; the core relies on that and does not remember those that have ended.
bool Episode::drawsAnew(const Command &command) const
{
    const auto *draw = std::get_if<Draw>(&command);
    return draw && m_ledger.person(indexOf(draw->ticket)).life == Life::Ended;
}

void Episode::submit(const std::string &key, std::uint64_t digest, const Command &command)
{
    using Verdict = AnswerBook::Verdict;
    if (m_sabotage != Sabotage::KeepAnswers)
        m_book.forgetBefore(m_now);
    while (!m_remembered.empty() && m_remembered.front() + kKeep <= m_now)
        m_remembered.pop_front();
    require(m_book.size() <= m_remembered.size(), "I-25: an answer is kept longer than its time");
    auto finding = m_book.find(key, digest);
    if (m_sabotage == Sabotage::ForgetAnswers)
        finding = {};
    if (const Known *first = known(key); first && first->until > m_latest) {
        const bool same = first->digest == digest;
        require(finding.verdict == (same ? Verdict::Repeated : Verdict::Conflict), "I-14: an answer was forgotten");
        require(!same || finding.answer == first->answer, "I-14: a repeated command got another answer");
    }
    if (finding.verdict != Verdict::New || drawsAnew(command))
        return;
    const Answer answer = step(command);
    m_book.remember(key, digest, answer, m_now);
    m_remembered.push_back(m_latest); // what was set back keeps its place in the order of forgetting
    m_known.push_back({key, digest, answer, m_now + kKeep});
    if (m_known.size() > kKnown)
        m_known.pop_front();
}

Answer Episode::step(const Command &command)
{
    ++m_steps;
    m_recent.emplace_back(m_now, command);
    if (m_recent.size() > kRecent)
        m_recent.pop_front();
    const auto expected = m_ledger.refusalOf(command, m_now);
    const auto decision = decideWith(m_sabotage, m_state, command, m_now);
    if (!decision) {
        ++m_coverage.refusals.at(static_cast<std::size_t>(decision.error().code));
        require(expected.has_value(), "I-11: refused what the rules allow");
        require(expected == decision.error(), "refusal: another reason than the rules give");
        return {decision.error(), std::nullopt, std::nullopt};
    }
    require(!expected, "I-4, I-5, I-13: accepted what the rules refuse");
    judge(command, *decision);
    for (const Fact &fact : *decision) {
        if (const auto *called = std::get_if<TicketCalled>(&fact.body))
            return {std::nullopt, called->ticket, called->epoch};
    }
    return {};
}

void Episode::judge(const Command &command, const Facts &facts)
{
    m_ledger.begin(command, m_now);
    for (const Fact &fact : facts) {
        m_coverage.count(fact.body);
        auto changes = lineChanges(m_state, fact);
        if (m_sabotage == Sabotage::WrongFeed && !changes.empty() && std::holds_alternative<TicketReturned>(fact.body))
            changes = {LineInserted{0, MoveReason::Returned}};
        for (LineChange &change : changes) {
            if (m_sabotage == Sabotage::WrongReason && std::holds_alternative<TicketReceived>(fact.body))
                change = LineInserted{0, MoveReason::Drawn};
            if (const auto *in = std::get_if<LineInserted>(&change))
                ++m_coverage.moves.at(static_cast<std::size_t>(in->reason));
        }
        m_pages.hear(fact, changes);
        if (m_sabotage != Sabotage::DropFact || !std::holds_alternative<TicketConnected>(fact.body))
            evolve(m_state, fact);
        m_ledger.note(fact);
        m_log.push_back(fact);
    }
    m_ledger.end();
    require(due(m_state) == m_ledger.due(), "L-2: due() does not name the next deadline");
    if (m_steps % kStepsBetweenComparisons == 0)
        compare();
}

void Episode::compare()
{
    m_ledger.compare(m_state);
    m_pages.compare(m_state);
    compareWaits();
}

void Episode::compareWaits()
{
    const PublicView view = publicView(m_state);
    WaitEstimate before;
    for (std::uint32_t ahead = 0; ahead <= view.waiting; ++ahead) {
        const WaitEstimate wait = estimateWait(view, ahead);
        require(minutes{0} <= wait.low && wait.low <= wait.high, "I-20: a wait whose ends are turned round");
        require(ahead == 0 || (before.low <= wait.low && before.high <= wait.high) ||
                    wait.kind == WaitEstimate::Kind::Unknown,
                "I-20: more people ahead, yet a shorter wait");
        require(view.serving > 0 || wait.kind == WaitEstimate::Kind::Unknown, "I-20: a wait although nobody serves");
        before = wait;
    }
}

OfficeState Episode::replayed() const
{
    OfficeState state;
    state.settings = m_state.settings;
    for (const Fact &fact : m_log)
        evolve(state, fact);
    return state;
}

void Episode::audit()
{
    compare();
    require(replayed() == m_state, "I-26: the facts do not lead to this state");
    require(m_state.servicesByConcern.size() <= kConcerns, "I-25: lengths of visits for more concerns than there are");
}

void Episode::crash()
{
    const OfficeState loaded = replayed();
    require(loaded == m_state, "I-15, I-26: the facts do not lead to this state");
    m_state = loaded;
    submit(Restart{});
}

} // namespace sprechtag::simulation

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/domain/ScriptText.h"

#include "tests/unit/domain/Script.h"

#include <QStringList>

namespace sprechtag::office::script {

using namespace Qt::StringLiterals;

namespace {

QString name(const ClerkId &clerk)
{
    return QString(QChar(static_cast<char16_t>(clerk.bits()[1])));
}

QString name(const TicketId &ticket)
{
    return QString::number(ticket.bits()[1]);
}

QString span(Instant from, Instant until)
{
    return u"%1s"_s.arg(std::chrono::duration_cast<seconds>(until - from).count());
}

QString name(const OfficeId &office)
{
    return QString(QChar(static_cast<char16_t>(office.bits()[1])));
}

QString name(const std::optional<ClerkId> &clerk)
{
    return clerk ? u" "_s + name(*clerk) : QString();
}

QString word(ReturnReason reason)
{
    static const QStringList kWords{u"sent-back"_s, u"not-entered"_s, u"clerk-lost"_s,
                                    u"not-yet"_s,   u"readmitted"_s,  u"from-parking"_s};
    return kWords.value(static_cast<qsizetype>(reason));
}

QString word(LeaveReason reason)
{
    static const QStringList kWords{u"citizen"_s, u"unreachable"_s, u"office-closed"_s, u"missed"_s,
                                    u"offered"_s, u"hard-end"_s,    u"joined-visit"_s};
    return kWords.value(static_cast<qsizetype>(reason));
}

QString word(Standing standing)
{
    static const QStringList kWords{u"front"_s,      u"appointment"_s, u"priority 1"_s,
                                    u"priority 2"_s, u"priority 3"_s,  u"walk-in"_s};
    return kWords.value(static_cast<qsizetype>(standing));
}

QString word(WithdrawReason reason)
{
    static const QStringList kWords{u"clerk"_s, u"citizen"_s, u"target-closed"_s, u"target-full"_s};
    return kWords.value(static_cast<qsizetype>(reason));
}

QString word(CloseReason reason)
{
    static const QStringList kWords{u"by clerk"_s, u"lobby served"_s, u"by hours"_s};
    return kWords.value(static_cast<qsizetype>(reason));
}

// Ranks of arrival count from the beginning of the story.
QString place(Standing standing, std::int64_t rank)
{
    const auto begin = std::chrono::microseconds(kStoryBegins.time_since_epoch()).count();
    const auto shown = QString::number(rank < 0 ? rank : rank - begin);
    return standing == Standing::Walkin ? shown : word(standing) + u' ' + shown;
}

//! Every fact in a few words; spans count from the fact's own time.
struct Telling
{
    Instant at;

    QString operator()(const OfficeOpened &fact) const { return u"opened "_s + name(fact.clerk); }
    QString operator()(const OfficeClosed &fact) const { return u"closed "_s + word(fact.reason); }
    QString operator()(const IntakeSuspended &fact) const
    {
        const auto whose = fact.clerk ? name(*fact.clerk) : u"by hours"_s;
        const auto end = fact.hardEnd ? u" for "_s + span(at, *fact.hardEnd) : QString();
        return u"suspended "_s + whose + (fact.thenClose ? u" then close"_s : QString()) + end;
    }
    QString operator()(const IntakeResumed &fact) const { return u"intake resumed "_s + name(fact.clerk); }
    QString operator()(const WindowSet &fact) const
    {
        if (!fact.window)
            return u"no window"_s;
        return u"window from %1 for %2"_s.arg(span(at, fact.window->opensAt),
                                              span(fact.window->opensAt, fact.window->closesAt));
    }
    QString operator()(const ClerkArrived &fact) const { return u"arrived "_s + name(fact.clerk); }
    QString operator()(const ClerkDeparted &fact) const { return u"departed "_s + name(fact.clerk); }
    QString operator()(const ClerkPaused &fact) const
    {
        const auto idle = fact.reason == PauseReason::Idle ? u" idle"_s : QString();
        return u"paused "_s + name(fact.clerk) + idle + (fact.backAt ? u" for "_s + span(at, *fact.backAt) : QString());
    }
    QString operator()(const ClerkResumed &fact) const { return u"resumed "_s + name(fact.clerk); }
    QString operator()(const ClerkLost &fact) const { return u"lost "_s + name(fact.clerk); }
    QString operator()(const TicketDrawn &fact) const
    {
        const auto standing = fact.standing == Standing::Walkin ? QString() : u' ' + word(fact.standing);
        return u"drawn %1 as %2"_s.arg(name(fact.ticket)).arg(fact.number) + standing;
    }
    QString operator()(const TicketReceived &fact) const
    {
        const auto kept = fact.reservedUntil ? u" for "_s + span(at, *fact.reservedUntil) : QString();
        return u"received %1 as %2 to %3"_s.arg(name(fact.ticket))
                   .arg(fact.number)
                   .arg(place(Standing::Walkin, fact.rank)) +
               name(fact.reservedFor) + kept;
    }
    QString operator()(const TicketAway &fact) const
    {
        return u"away %1 for %2"_s.arg(name(fact.ticket), span(at, fact.until));
    }
    QString operator()(const TicketBack &fact) const { return u"back "_s + name(fact.ticket); }
    QString operator()(const TicketPrioritised &fact) const
    {
        return u"prioritised %1 to %2 by %3"_s.arg(name(fact.ticket), word(fact.standing), name(fact.clerk));
    }
    QString operator()(const TicketPromoted &fact) const { return u"promoted "_s + name(fact.ticket); }
    QString operator()(const TicketMissed &fact) const
    {
        return u"missed %1 for %2"_s.arg(name(fact.ticket), span(at, fact.until));
    }
    QString operator()(const TicketParked &fact) const
    {
        return u"parked %1 by %2 for %3"_s.arg(name(fact.ticket), name(fact.clerk), span(at, fact.remindAt));
    }
    QString operator()(const TicketReminded &fact) const
    {
        return u"reminded %1 for %2"_s.arg(name(fact.ticket), span(at, fact.remindAt));
    }
    QString operator()(const TransferProposed &fact) const
    {
        return u"proposed %1 to %2"_s.arg(name(fact.ticket), name(fact.to)) + name(fact.toClerk);
    }
    QString operator()(const TransferWithdrawn &fact) const
    {
        return u"withdrawn %1 by %2"_s.arg(name(fact.ticket), word(fact.reason));
    }
    QString operator()(const TicketTransferred &fact) const
    {
        return u"transferred %1 to %2"_s.arg(name(fact.ticket), name(fact.to)) + name(fact.toClerk);
    }
    QString operator()(const TicketConnected &fact) const { return u"connected "_s + name(fact.ticket); }
    QString operator()(const TicketDisconnected &fact) const { return u"disconnected "_s + name(fact.ticket); }
    QString operator()(const TicketUnreachable &fact) const { return u"unreachable "_s + name(fact.ticket); }
    QString operator()(const TicketCalled &fact) const
    {
        const auto how = fact.named ? u"named"_s : u"called"_s;
        return u"%1 %2 by %3 epoch %4 for %5"_s.arg(how, name(fact.ticket), name(fact.clerk))
            .arg(fact.epoch)
            .arg(span(at, fact.enterBy));
    }
    QString operator()(const TicketEntered &fact) const { return u"entered "_s + name(fact.ticket); }
    QString operator()(const TicketControlled &fact) const
    {
        const auto &[muted, cameraOff, mayShare, onHold] = fact.control;
        const QString set = QString(muted ? u"m"_s : QString()) + (cameraOff ? u"c"_s : QString()) +
                            (mayShare ? u"s"_s : QString()) + (onHold ? u"h"_s : QString());
        return u"controlled %1 %2"_s.arg(name(fact.ticket), set.isEmpty() ? u"-"_s : set);
    }
    QString operator()(const TicketSighted &fact) const
    {
        return u"sighted %1 by %2"_s.arg(name(fact.ticket), name(fact.clerk));
    }
    QString operator()(const TicketHeld &fact) const
    {
        return u"held %1 for %2"_s.arg(name(fact.ticket), span(at, fact.until));
    }
    QString operator()(const TicketResumed &fact) const
    {
        const auto again = fact.enterBy ? u" for "_s + span(at, *fact.enterBy) : QString();
        return u"resumed %1 epoch %2"_s.arg(name(fact.ticket)).arg(fact.epoch) + again;
    }
    QString operator()(const TicketReturned &fact) const
    {
        const auto pass = fact.notBefore ? u" not for "_s + span(at, *fact.notBefore) : QString();
        const auto counted = fact.lapsed ? u" counted"_s : QString();
        return u"returned %1 %2 to %3"_s.arg(name(fact.ticket), word(fact.reason), place(fact.standing, fact.rank)) +
               pass + counted;
    }
    QString operator()(const TicketFinished &fact) const
    {
        return u"finished %1 by %2"_s.arg(name(fact.ticket), name(fact.clerk));
    }
    QString operator()(const TicketLeft &fact) const
    {
        return u"left %1 %2"_s.arg(name(fact.ticket), word(fact.reason));
    }
};

QString code(RefusalCode code)
{
    static const QStringList kWords{u"office closed"_s, u"intake suspended"_s, u"office full"_s,
                                    u"already drawn"_s, u"nobody waiting"_s,   u"already called"_s,
                                    u"busy"_s,          u"not at desk"_s,      u"paused"_s,
                                    u"gone"_s,          u"wrong state"_s,      u"stale epoch"_s,
                                    u"not yours"_s,     u"no capacity"_s,      u"too early"_s,
                                    u"target closed"_s};
    return kWords.value(static_cast<qsizetype>(code));
}

} // namespace

QString textOf(const Facts &facts)
{
    QStringList texts;
    for (const Fact &fact : facts)
        texts.append(std::visit(Telling{fact.at}, fact.body));
    return texts.isEmpty() ? u"nothing"_s : texts.join(u", "_s);
}

QString textOf(const Refusal &refusal)
{
    QString text = u"refused: "_s + code(refusal.code);
    if (refusal.clerk)
        text += u" by "_s + name(*refusal.clerk);
    if (refusal.ticket)
        text += u" with "_s + name(*refusal.ticket);
    return text;
}

} // namespace sprechtag::office::script

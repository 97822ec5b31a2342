// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/domain/ScriptText.h"

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

QString text(ReturnReason reason)
{
    switch (reason) {
    case ReturnReason::SentBack:
        return u"sent-back"_s;
    case ReturnReason::NotEntered:
        return u"not-entered"_s;
    case ReturnReason::ClerkLost:
        break;
    }
    return u"clerk-lost"_s;
}

QString text(LeaveReason reason)
{
    switch (reason) {
    case LeaveReason::Citizen:
        return u"citizen"_s;
    case LeaveReason::Unreachable:
        return u"unreachable"_s;
    case LeaveReason::OfficeClosed:
        return u"office-closed"_s;
    case LeaveReason::Missed:
        break;
    }
    return u"missed"_s;
}

//! Every fact in a few words; spans count from the fact's own time.
struct Telling
{
    Instant at;

    QString operator()(const OfficeOpened &fact) const { return u"opened "_s + name(fact.clerk); }
    QString operator()(const OfficeClosed &fact) const
    {
        return fact.reason == CloseReason::Clerk ? u"closed by clerk"_s : u"closed, lobby served"_s;
    }
    QString operator()(const IntakeSuspended &fact) const
    {
        return u"suspended "_s + name(fact.clerk) + (fact.thenClose ? u" then close"_s : QString());
    }
    QString operator()(const IntakeResumed &fact) const { return u"intake resumed "_s + name(fact.clerk); }
    QString operator()(const ClerkArrived &fact) const { return u"arrived "_s + name(fact.clerk); }
    QString operator()(const ClerkDeparted &fact) const { return u"departed "_s + name(fact.clerk); }
    QString operator()(const ClerkPaused &fact) const { return u"paused "_s + name(fact.clerk); }
    QString operator()(const ClerkResumed &fact) const { return u"resumed "_s + name(fact.clerk); }
    QString operator()(const ClerkLost &fact) const { return u"lost "_s + name(fact.clerk); }
    QString operator()(const TicketDrawn &fact) const
    {
        return u"drawn %1 as %2"_s.arg(name(fact.ticket)).arg(fact.number);
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
        return u"returned %1 %2 to %3"_s.arg(name(fact.ticket), text(fact.reason)).arg(fact.rank) + pass;
    }
    QString operator()(const TicketFinished &fact) const
    {
        return u"finished %1 by %2"_s.arg(name(fact.ticket), name(fact.clerk));
    }
    QString operator()(const TicketLeft &fact) const
    {
        return u"left %1 %2"_s.arg(name(fact.ticket), text(fact.reason));
    }
};

QString code(RefusalCode code)
{
    switch (code) {
    case RefusalCode::OfficeClosed:
        return u"office closed"_s;
    case RefusalCode::IntakeSuspended:
        return u"intake suspended"_s;
    case RefusalCode::OfficeFull:
        return u"office full"_s;
    case RefusalCode::AlreadyDrawn:
        return u"already drawn"_s;
    case RefusalCode::NobodyWaiting:
        return u"nobody waiting"_s;
    case RefusalCode::AlreadyCalled:
        return u"already called"_s;
    case RefusalCode::Busy:
        return u"busy"_s;
    case RefusalCode::NotAtDesk:
        return u"not at desk"_s;
    case RefusalCode::Paused:
        return u"paused"_s;
    case RefusalCode::Gone:
        return u"gone"_s;
    case RefusalCode::WrongState:
        return u"wrong state"_s;
    case RefusalCode::StaleEpoch:
        return u"stale epoch"_s;
    case RefusalCode::NotYours:
        break;
    }
    return u"not yours"_s;
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

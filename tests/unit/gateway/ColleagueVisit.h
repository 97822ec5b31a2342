// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/unit/gateway/GuestVisit.h"

#include <ranges>

//! A conversation in which a colleague is rung.
namespace sprechtag::test::guests {

//! Frau Schmidt, who talks to Kim, rings Herr Özdemir.
struct ColleagueVisit : Visit
{
    void list() { kit.say(schmidt, clerk::ListColleagues{u"li%1"_s.arg(++m_commands), kCitizens, kKim, 1}); }
    void pause()
    {
        kit.say(oezdemir,
                clerk::Pause{
                    .id = u"p"_s, .office = kCitizens, .reason = office::PauseReason::Break, .backAt = std::nullopt});
    }
    //! The name of the ring; empty: nobody was rung.
    QString ring(bool directly = false)
    {
        kit.say(schmidt, clerk::RingColleague{u"ri%1"_s.arg(++m_commands), kCitizens, kKim, 1, kOezdemir, directly});
        for (const QByteArray &frame :
             std::as_const(kit.outbox.sent) | std::views::reverse | std::views::transform(&FakeOutbox::Sent::frame)) {
            const auto decoded = protocol::decodeClerkToClient(frame);
            if (decoded && std::holds_alternative<clerk::RingCall>(*decoded)) {
                const QString name = std::get<clerk::RingCall>(*decoded).ring;
                return std::exchange(m_ring, name) == name ? QString() : name;
            }
        }
        return {};
    }
    void answer(GatewayKit::Key who, const QString &ring, bool accepted)
    {
        kit.say(who, clerk::AnswerRing{u"an%1"_s.arg(++m_commands), ring, accepted});
    }
    void consult() { answer(oezdemir, ring(), true); }
    void bringIn() { kit.say(schmidt, clerk::AdmitColleague{u"br%1"_s.arg(++m_commands), kCitizens, kKim, 1}); }
    void end() { kit.say(schmidt, clerk::EndColleague{u"en%1"_s.arg(++m_commands), kCitizens, kKim, 1}); }
    [[nodiscard]] QString roomOf(GatewayKit::Key who)
    {
        const auto rooms = kit.heardOf<clerk::RoomState>(who);
        return rooms.isEmpty() ? QString() : named(rooms.back().people);
    }
    [[nodiscard]] QList<clerk::RingState> newsOf(GatewayKit::Key who)
    {
        QList<clerk::RingState> states;
        for (const auto &news : kit.heardOf<clerk::RingNews>(who))
            states.append(news.state);
        return states;
    }
    [[nodiscard]] QList<clerk::ColleagueEnd> oversOf(GatewayKit::Key who)
    {
        QList<clerk::ColleagueEnd> reasons;
        for (const auto &over : kit.heardOf<clerk::ColleagueOver>(who))
            reasons.append(over.reason);
        return reasons;
    }

private:
    int m_commands{};
    QString m_ring;
};

} // namespace sprechtag::test::guests

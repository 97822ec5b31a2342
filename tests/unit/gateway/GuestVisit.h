// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/Names.h"
#include "tests/unit/gateway/GatewayKit.h"

//! A conversation to which guests are invited.
namespace sprechtag::test::guests {

using namespace Qt::StringLiterals;
namespace citizen = protocol::citizen;
namespace clerk = protocol::clerk;
using protocol::ErrorCode;
using protocol::ErrorMessage;

inline constexpr TicketId kKim = ticketId(1);
inline constexpr int kFirst = protocol::kFirstGuestPeer;
inline const QString kOffer =
    u"v=0\r\no=- 46117317 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n"
    "a=sendrecv\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=sendrecv\r\n"_s;

//! Kim talks to Frau Schmidt; Herr Özdemir is at a desk of the same office.
struct Visit
{
    explicit Visit(broker::Loaded town = testTown())
        : kit(std::move(town))
        , schmidt(kit.clerk(kSchmidt))
        , oezdemir(kit.clerk(kOezdemir))
        , kim(kit.citizen())
    {
        kit.open(schmidt);
        kit.say(oezdemir, clerk::Arrive{.id = u"a"_s, .office = kCitizens});
        kit.draw(kim, token('a'), kCitizens, u"Kim"_s);
        kit.callNext(schmidt, u"k1"_s);
        kit.say(kim, citizen::Enter{.id = u"e1"_s, .epoch = 1});
        kit.forgetAll();
    }
    [[nodiscard]] QString code(const QString &id = u"i1"_s)
    {
        kit.say(schmidt, clerk::InviteGuest{.id = id, .office = kCitizens, .ticket = kKim, .epoch = 1});
        const auto codes = kit.heardOf<clerk::GuestCode>(schmidt);
        return codes.isEmpty() ? QString() : codes.back().code.reveal();
    }
    [[nodiscard]] citizen::Knock knocking(const QString &code, char tokenLetter, const QString &name = u"Deniz"_s)
    {
        return {.id = u"n"_s + QChar::fromLatin1(tokenLetter),
                .code = code,
                .token = token(tokenLetter),
                .name = name,
                .lang = u"de"_s,
                .consentVersion = kit.broker().record().town().consentVersion};
    }
    void knock(GatewayKit::Key who, const QString &code, char tokenLetter, const QString &name = u"Deniz"_s)
    {
        kit.say(who, knocking(code, tokenLetter, name));
    }
    //! A guest who waits at the door.
    [[nodiscard]] GatewayKit::Key guest(char tokenLetter = 'g', const QString &name = u"Deniz"_s)
    {
        const GatewayKit::Key key = kit.citizen();
        knock(key, code(u"i"_s + QChar::fromLatin1(tokenLetter)), tokenLetter, name);
        return key;
    }
    void admit(int peer, GatewayKit::Key by = 0)
    {
        kit.say(by == 0 ? schmidt : by,
                clerk::AdmitGuest{
                    .id = u"ad%1"_s.arg(++m_count), .office = kCitizens, .ticket = kKim, .epoch = 1, .peer = peer});
    }
    void control(int peer, const office::CallControl &control)
    {
        kit.say(schmidt, clerk::ControlGuest{.id = u"co%1"_s.arg(++m_count),
                                             .office = kCitizens,
                                             .ticket = kKim,
                                             .epoch = 1,
                                             .peer = peer,
                                             .control = control});
    }
    void finish()
    {
        kit.say(schmidt,
                clerk::FinishTicket{
                    .id = u"f"_s, .office = kCitizens, .ticket = kKim, .epoch = 1, .outcome = office::Outcome::Done});
    }
    void signal(GatewayKit::Key from, int to, const protocol::Signal &signal = protocol::RestartCall{})
    {
        if (from == schmidt || from == oezdemir) {
            kit.say(from,
                    clerk::RoomSignal{.office = kCitizens, .ticket = kKim, .epoch = 1, .peer = to, .signal = signal});
        } else {
            kit.say(from, citizen::RoomSignal{.peer = to, .signal = signal});
        }
    }
    void offer(GatewayKit::Key from, int to)
    {
        signal(from, to, protocol::SessionDescription{.type = u"offer"_s, .sdp = kOffer, .generation = 1});
    }
    //! Who is there, as the newest word of it says: "0 clerk in_room Frau Schmidt|1 citizen in_room Kim".
    [[nodiscard]] static QString named(const QList<protocol::Person> &people)
    {
        QStringList words;
        for (const protocol::Person &person : people)
            words.append(u"%1 %2 %3"_s.arg(person.peer).arg(protocol::wireName(person.state), person.name.reveal()));
        return words.join(u'|');
    }
    [[nodiscard]] QString clerkSees()
    {
        const auto rooms = kit.heardOf<clerk::RoomState>(schmidt);
        return rooms.isEmpty() ? QString() : named(rooms.back().people);
    }
    [[nodiscard]] QString sees(GatewayKit::Key who)
    {
        const auto rooms = kit.heardOf<citizen::RoomState>(who);
        return rooms.isEmpty() ? QString() : named(rooms.back().people);
    }
    //! From whom a page got signals.
    [[nodiscard]] QList<int> signalledBy(GatewayKit::Key who)
    {
        QList<int> from;
        for (const auto &signal : kit.heardOf<citizen::RoomSignal>(who))
            from.append(signal.peer);
        return from;
    }
    [[nodiscard]] std::optional<ErrorCode> refusedTo(GatewayKit::Key who)
    {
        const auto errors = kit.heardOf<ErrorMessage>(who);
        return errors.isEmpty() ? std::nullopt : std::optional(errors.back().code);
    }
    [[nodiscard]] QList<citizen::GuestEnd> endsOf(GatewayKit::Key who)
    {
        QList<citizen::GuestEnd> ends;
        for (const auto &ended : kit.heardOf<citizen::GuestEnded>(who))
            ends.append(ended.reason);
        return ends;
    }

    GatewayKit kit;
    GatewayKit::Key schmidt;
    GatewayKit::Key oezdemir;
    GatewayKit::Key kim;

private:
    int m_count{};
};

} // namespace sprechtag::test::guests

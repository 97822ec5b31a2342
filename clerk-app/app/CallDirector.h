// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/app/CaptureShield.h"
#include "clerk-app/call/CallSurface.h"
#include "clerk-app/connection/ServerConnection.h"
#include "clerk-app/model/Intents.h"

#include <QTimer>

#include <functional>
#include <memory>

namespace sprechtag::clerk::app {

//! Lets the picture follow the visit: makes it ready while people wait, starts it at the offer, ends it with the visit.
class CallDirector final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallDirector)
public:
    using Factory = std::function<std::unique_ptr<call::CallSurface>()>;

    CallDirector(connection::ServerConnection &line, model::Workplace &workplace, model::Intents &intents,
                 Factory factory, QString language, QObject *parent = nullptr);
    ~CallDirector() override;

    //! Makes the surface when the window has had time to appear; a call that comes earlier makes it at once.
    void prepareSoon();
    void setWarm(bool allowed);
    //! For the pages to come; the one that is there is told by who chooses.
    void keepDevice(call::DeviceKind kind, const QString &device);

Q_SIGNALS:
    void surfaceCreated(sprechtag::call::CallSurface &surface);

private:
    struct Running
    {
        OfficeId office;
        TicketId ticket;
        office::Epoch epoch{};
        friend bool operator==(const Running &, const Running &) = default;
    };

    call::CallSurface &surface();
    void follow(const model::Visit &visit);
    void end();
    void join(const protocol::clerk::ColleaguePlace &talk);
    void takeExpected(const protocol::clerk::ExpectedOffer &offer);
    void takeOffer(const protocol::clerk::CallOffer &offer);
    void takeSignal(const protocol::clerk::CallSignal &signal);
    void takeRoom(const protocol::clerk::RoomState &room);
    void takeRoomSignal(const protocol::clerk::RoomSignal &signal);
    void sendRoomSignal(office::Epoch epoch, int peer, const protocol::Signal &signal);
    void sendSignal(office::Epoch epoch, const protocol::Signal &signal);
    void takeForm(TicketId ticket, const protocol::FormNews &news);
    void sendForm(const protocol::FormWord &word);
    void followLine(bool online);
    void begin(const Running &call, std::optional<call::CitizenOffer> offer);
    void refreshReadiness();
    void expectNext();
    void askForRelay();
    void configure(const protocol::CallIce &ice);

    connection::ServerConnection &m_line;
    model::Workplace &m_workplace;
    model::Intents &m_intents;
    Factory m_factory;
    call::CallSettings m_settings;
    std::unique_ptr<call::CallSurface> m_surface;
    CaptureShield m_shield{platform::setInCaptures};
    std::optional<Running> m_running;
    std::optional<model::NextPerson> m_expected; //!< whose offer was asked for ahead
    std::optional<DocumentId> m_form;            //!< that is filled in with the visitor
    bool m_online{};
    QTimer m_soon;
    QTimer m_relay;
    bool m_relayAsked{};
    bool m_relayKnown{};
    bool m_warmAllowed{true};
    bool m_warm{};
};

} // namespace sprechtag::clerk::app

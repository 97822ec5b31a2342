// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/ClerkApp.h"

#include "clerk-app/model/Words.h"

//! What the clerk is told of outside the window.
namespace sprechtag::clerk::app {

using namespace Qt::StringLiterals;

// Neither name nor concern: a notice may be seen by whoever stands behind the clerk, or on a shared screen.
void ClerkApp::announce(OfficeId office, TicketId ticket)
{
    const auto busy = m_workplace.visit().running() ? platform::Busy::InCall : platform::Busy::No;
    const platform::Alert alert = m_alerts.arrived(m_clock.monotonicNow(), busy);
    const model::OfficeBook *book = m_workplace.town().find(office);
    if (alert.people == 0 || !book || !book->state.tickets.contains(ticket))
        return;
    if (m_preferences.isOn(Preference::NotifyArrivals)) {
        //: %1 is a number such as B 017
        const QString one = tr("%1 is waiting.").arg(book->numberText(ticket, book->state.tickets.at(ticket)));
        m_tray.notify(book->card.name,
                      alert.people == 1 ? one : tr("%n new person(s) waiting.", nullptr, alert.people));
    }
    if (alert.sound && m_preferences.isOn(Preference::SoundArrivals))
        m_chime.ring();
}

// In the window, the desk says so itself.
void ClerkApp::remind(OfficeId office, TicketId ticket)
{
    const model::OfficeBook *book = m_workplace.town().find(office);
    if (!book || !book->state.tickets.contains(ticket) || m_window.isActiveWindow() || m_workplace.visit().running() ||
        !m_preferences.isOn(Preference::NotifyArrivals))
        return;
    //: %1 is a number such as B 017
    m_tray.notify(book->card.name,
                  tr("%1 is still parked.").arg(book->numberText(ticket, book->state.tickets.at(ticket))));
}

void ClerkApp::refreshCount()
{
    int waiting = 0;
    for (const model::OfficeRow &row : m_workplace.offices().rows())
        waiting += row.atDesk ? row.waiting : 0;
    m_window.setWindowTitle(waiting > 0 ? u"(%1) Sprechtag"_s.arg(waiting) : u"Sprechtag"_s);
    m_tray.setWaiting(waiting, u"Sprechtag: %1"_s.arg(model::Words::waiting(waiting)));
}

// Also with the window in front: a ring is short.
void ClerkApp::alert(const QString &text, bool withSound)
{
    if (m_preferences.isOn(Preference::NotifyArrivals))
        m_tray.notify(u"Sprechtag"_s, text);
    if (withSound && m_preferences.isOn(Preference::SoundArrivals))
        m_chime.ring();
}

} // namespace sprechtag::clerk::app

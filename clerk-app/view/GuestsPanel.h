// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/VisitGuests.h"

#include <QWidget>

class QAction;
class QLabel;
class QListView;
class QMenu;
class QPushButton;

namespace sprechtag::clerk::view {

//! Further people in the conversation: invites them by a code that is read aloud, copied or shown, lets them in, locks
//! what they send, and lets them go.
class GuestsPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GuestsPanel)
public:
    //! `toggle` shows and hides the panel, and tells how many guests wait.
    GuestsPanel(model::VisitGuests &guests, QAction *toggle, QWidget *parent = nullptr);
    //! `ring` opens the question whom of the colleagues to ring.
    void ringBy(QAction *ring);

Q_SIGNALS:
    //! The panel was closed while it had the keyboard.
    void left();
    //! There is something in it that the clerk has not asked for.
    void wanted();
    //! What a screen reader is to say.
    void heard(const QString &text);

private:
    void build();
    void wire();
    void setOpen(bool open);
    void refresh();
    void showInvitation();
    void askInterpreter();
    void listWaiting();
    void askWhomToRing();
    void refreshRinging();
    void tell(const QString &text);
    [[nodiscard]] bool confers() const;
    [[nodiscard]] QModelIndex current() const;

    model::VisitGuests &m_guests;
    QAction *m_toggle;
    QPushButton *m_invite;
    QPushButton *m_interpret;
    QPushButton *m_fetch;
    QMenu *m_waiting;
    QPushButton *m_ring;
    QPushButton *m_stopRinging;
    QAction *m_ringAction{};
    QLabel *m_code;
    QLabel *m_picture;
    QPushButton *m_copy;
    QListView *m_list;
    QLabel *m_news;
    QPushButton *m_admit;
    QPushButton *m_remove;
    QPushButton *m_mute;
    QPushButton *m_camera;
    QString m_shown;            //!< whose link the picture is of
    bool m_tellsOfDoor = false; //!< of somebody who may be let in by now
    bool m_confers = false;     //!< with a colleague alone
};

} // namespace sprechtag::clerk::view

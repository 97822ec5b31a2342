// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Intents.h"

#include <QTimer>

namespace sprechtag::clerk::model {

//! A clerk who goes: what must be asked first, and that nobody is left alone in a call.
class Farewell final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Farewell)
public:
    //! No longer than `patience`: leaving is a courtesy, a server that does not answer holds nobody up.
    Farewell(Workplace &workplace, Intents &intents, milliseconds patience, QObject *parent = nullptr);

    //! Whom the clerk would leave.
    [[nodiscard]] const std::optional<Visit> &person() const;
    //! Somebody would miss the clerk.
    [[nodiscard]] bool mustAsk() const { return m_workplace.atAnyDesk(); }
    //! The window may go while the offices stay open: never while somebody sees and hears the clerk, or is about to.
    [[nodiscard]] bool mayHide() const;
    //! Gives the person back and leaves every desk; then, once, `then`. At once where there is no line to say it on.
    void go(std::function<void()> then);

private:
    void finish();

    Workplace &m_workplace;
    Intents &m_intents;
    QTimer m_patience;
    std::function<void()> m_then;
};

} // namespace sprechtag::clerk::model

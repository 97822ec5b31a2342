// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/TownPorts.h"
#include "server/identity/Password.h"

#include <QObject>
#include <QThreadPool>

namespace sprechtag::identity {

//! Groups of letters and digits that can be read out over the telephone.
[[nodiscard]] Secret makeStartPassword();

//! Makes and protects start passwords on a thread of its own. Continuations that are open when it goes are never
//! called.
class StartPasswordMaker final : public QObject, public broker::StartPasswords
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartPasswordMaker)
public:
    //! `delivered` is called after each continuation, for whoever runs the passes of the broker.
    explicit StartPasswordMaker(std::function<void()> delivered, HashCost cost = {});
    ~StartPasswordMaker() override;

    void make(std::function<void(const std::optional<broker::StartPassword> &)> then) override;

private:
    std::function<void()> m_delivered;
    HashCost m_cost;
    QThreadPool m_worker;
};

} // namespace sprechtag::identity

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <map>
#include <string>

namespace sprechtag::identity {

//! Hashes passwords on two threads of its own, so that nobody who signs in slows those who work.
//!
//! Continuations come back on the caller's thread; those that are open when this goes are never called.
class HashQueue final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kAtOnce = 2;
    static constexpr int kWaiting = 20;    //!< more: try later
    static constexpr int kOfNetwork = 3;   //!< at work and waiting: the other places are for other people
    static constexpr seconds kTryLater{2}; //!< for whoever finds no place

    HashQueue();
    ~HashQueue() override;

    //! False: there is no place. With a place, run() is to be called.
    [[nodiscard]] bool reserve(const std::string &network);
    //! On the place that was reserved; it is free again when `then` is called.
    template <typename T>
    void run(const std::string &network, std::function<T()> work, std::function<void(T)> then)
    {
        m_workers.start([this, network, work = std::move(work), then = std::move(then)] {
            // The destructor waits for the workers, so `this` is there; what is posted to it dies with it.
            QMetaObject::invokeMethod(
                this,
                [this, network, then, result = work()] {
                    release(network);
                    then(result);
                },
                Qt::QueuedConnection);
        });
    }

private:
    void release(const std::string &network);

    int m_taken{};
    std::map<std::string, int> m_takenBy; // by network
    QThreadPool m_workers;
};

} // namespace sprechtag::identity

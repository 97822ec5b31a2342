// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/StartPasswordMaker.h"

#include "shared/base/Random.h"

namespace sprechtag::identity {
namespace {

// Crockford's: no letter that is taken for another one or for a digit.
constexpr char kLetters[] = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr int kGroups = 4;
constexpr int kGroupLetters = 4;

} // namespace

Secret makeStartPassword()
{
    const QByteArray random = randomBytes(kGroups * kGroupLetters);
    QByteArray text;
    for (int i = 0; i < kGroups * kGroupLetters; ++i) {
        if (i > 0 && i % kGroupLetters == 0)
            text += '-';
        text += kLetters[static_cast<unsigned char>(random.at(i)) % 32U];
    }
    return Secret(text);
}

StartPasswordMaker::StartPasswordMaker(std::function<void()> delivered, HashCost cost)
    : m_delivered(std::move(delivered))
    , m_cost(cost)
{
    m_worker.setMaxThreadCount(1);
}

StartPasswordMaker::~StartPasswordMaker()
{
    m_worker.clear();
    m_worker.waitForDone();
}

void StartPasswordMaker::make(std::function<void(const std::optional<broker::StartPassword> &)> then)
{
    m_worker.start([this, then = std::move(then), password = makeStartPassword()] {
        const auto hash = hashOf(password, m_cost);
        const auto made = hash ? std::optional(broker::StartPassword{password, *hash}) : std::nullopt;
        // The destructor waits for the worker, so `this` is there; what is posted to it dies with it.
        QMetaObject::invokeMethod(
            this,
            [this, then, made] {
                then(made);
                m_delivered();
            },
            Qt::QueuedConnection);
    });
}

} // namespace sprechtag::identity

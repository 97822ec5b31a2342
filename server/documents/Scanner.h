// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Result.h"
#include "shared/domain/documents/Document.h"

#include <QByteArray>

#include <atomic>

namespace sprechtag::documents {

//! Asks a virus scanner that speaks the protocol of clamd (INSTREAM). Fails closed: whatever it does not say to be
//! clean is not taken.
class Scanner
{
public:
    //! `address`: unix:/run/clamav/clamd.ctl or tcp:127.0.0.1:3310; empty: none is there, and nothing is asked.
    explicit Scanner(QString address, int patienceMs = 30'000);

    [[nodiscard]] static bool isAddress(const QString &address);
    //! On a thread of its own; `stop` ends the wait. Infected or Unchecked.
    [[nodiscard]] Result<Done, Fault> scan(const QByteArray &content, const std::atomic<bool> &stop) const;

private:
    QString m_address;
    int m_patienceMs;
};

} // namespace sprechtag::documents

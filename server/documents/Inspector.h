// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/documents/inspect/Inspect.h"

#include <atomic>

namespace sprechtag::documents {

//! Asks the helper process about a file, and waits for it. Fails closed: a helper that dies, hangs or is missing means
//! that nothing was checked.
class Inspector
{
public:
    //! `program`: the path of sprechtag-inspect.
    explicit Inspector(QString program);

    //! On a thread of its own; `stop` ends the wait.
    [[nodiscard]] Result<Inspected, Fault> inspect(const QByteArray &content, const std::atomic<bool> &stop) const;

private:
    QString m_program;
};

} // namespace sprechtag::documents

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/call/CallBridge.h"

#include "shared/base/Log.h"

namespace sprechtag::call {

CallBridge::CallBridge(std::function<void(const QByteArray &)> onReport, QObject *parent)
    : QObject(parent)
    , m_onReport(std::move(onReport))
{
}

void CallBridge::report(const QString &text)
{
    if (text.size() > kMaxReportChars) {
        qCWarning(lcCall) << "the call page reported too much at once; dropped" << text.size() << "characters";
        return;
    }
    m_onReport(text.toUtf8());
}

} // namespace sprechtag::call

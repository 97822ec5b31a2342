// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QLocalServer>
#include <QObject>

namespace sprechtag::clerk::platform {

//! One app for a profile: a second start shows the window of the first and ends.
class SingleInstance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleInstance)
public:
    //! `profile` tells apps apart that may run side by side.
    explicit SingleInstance(const QString &profile, QObject *parent = nullptr);

    //! False: another one runs and has been asked to show itself.
    [[nodiscard]] bool first();

Q_SIGNALS:
    void secondStarted();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace sprechtag::clerk::platform

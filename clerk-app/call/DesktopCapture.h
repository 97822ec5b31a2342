// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>

class QWebEnginePage;

namespace sprechtag::call {

//! The door to the screen: shut but for the moment after the clerk's click on sharing.
//!
//! From Qt 6.7 the clerk picks a screen or window; before, the web engine knows only the whole first screen.
class DesktopCapture final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopCapture)

public:
    explicit DesktopCapture(QWebEnginePage &page, QObject *parent = nullptr);

    void open();
    void close();

private:
    QWebEnginePage &m_page;
};

} // namespace sprechtag::call

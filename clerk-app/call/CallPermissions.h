// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>

class QUrl;
class QWebEnginePage;

namespace sprechtag::call {

class DesktopCapture;

//! What the call page may ask of the computer, and whether it may have it.
enum class PageWish { Microphone, Camera, MicrophoneAndCamera, Screen, Other };

//! Answers the call page's wishes: camera and microphone while calls are on, the screen once after the clerk's click,
//! nothing else, and nothing to any other page.
class CallPermissions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallPermissions)

public:
    explicit CallPermissions(QWebEnginePage &page, QObject *parent = nullptr);
    ~CallPermissions() override;

    void allowMedia(bool on);
    //! The next wish for the screen is granted, whichever comes first of it and withdrawScreen().
    void allowScreenOnce();
    void withdrawScreen();

    [[nodiscard]] bool decide(const QUrl &origin, PageWish wish);

private:
    void answerRequests();

    QWebEnginePage &m_page;
    DesktopCapture *m_desktop;
    bool m_mediaAllowed{};
    bool m_screenAllowed{};
};

} // namespace sprechtag::call

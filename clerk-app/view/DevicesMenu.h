// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/call/CallSurface.h"

#include <QMenu>

namespace sprechtag::clerk::view {

//! Which microphone, camera and loudspeaker; and a test of the loudspeaker.
class DevicesMenu final : public QMenu
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DevicesMenu)
public:
    explicit DevicesMenu(QWidget *parent = nullptr);

    void attach(call::CallSurface &surface);
    void fill(const QList<call::Device> &devices);
    //! What the clerk may have behind; one alone: it is not to be chosen.
    void offerBackgrounds(const QList<call::Background> &offered, call::Background chosen);
    //! What the clerk must know when another device came into use by itself.
    [[nodiscard]] static QString switchText(const call::DeviceSwitch &change);
    //! The same of one that cannot be used.
    [[nodiscard]] static QString problemText(call::MediaProblem problem, call::DeviceKind kind);

Q_SIGNALS:
    void chosen(const sprechtag::call::Device &device);
    void speakerTestWanted();
    void backgroundChosen(sprechtag::call::Background background);
    void troubled(const QString &text);

private:
    void addBackgrounds();
    void showBackground(call::Background background, call::BackgroundReason reason);
    void add(const QList<call::Device> &devices, call::DeviceKind kind, const QString &title);
    [[nodiscard]] static QString backgroundText(call::Background background);
    [[nodiscard]] static QString lostText(const call::DeviceSwitch &change);
    [[nodiscard]] static QString refusedText(const call::DeviceSwitch &change);

    QList<call::Device> m_known;
    QList<call::Background> m_offered{call::Background::None, call::Background::Blur};
    call::Background m_background{};
};

} // namespace sprechtag::clerk::view

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/DevicesMenu.h"

#include <QActionGroup>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using call::DeviceKind;

DevicesMenu::DevicesMenu(QWidget *parent)
    : QMenu(parent)
{
    setObjectName(u"devicesMenu"_s);
    fill({});
}

void DevicesMenu::attach(call::CallSurface &surface)
{
    connect(this, &DevicesMenu::chosen, &surface,
            [&surface](const call::Device &device) { surface.chooseDevice(device.kind, device.id); });
    connect(this, &DevicesMenu::speakerTestWanted, &surface, &call::CallSurface::testSpeaker);
    connect(this, &DevicesMenu::backgroundChosen, &surface, &call::CallSurface::chooseBackground);
    connect(&surface, &call::CallSurface::devicesChanged, this, &DevicesMenu::fill);
    connect(&surface, &call::CallSurface::deviceSwitched, this,
            [this](const call::DeviceSwitch &change) { Q_EMIT troubled(switchText(change)); });
    connect(&surface, &call::CallSurface::backgroundChanged, this, &DevicesMenu::showBackground);
}

void DevicesMenu::offerBackgrounds(const QList<call::Background> &offered, call::Background chosen)
{
    m_offered = offered;
    m_background = chosen;
    fill(m_known);
}

void DevicesMenu::fill(const QList<call::Device> &devices)
{
    m_known = devices;
    clear();
    if (devices.isEmpty())
        addAction(tr("No devices known yet"))->setEnabled(false);
    add(devices, DeviceKind::Microphone, tr("Microphone"));
    add(devices, DeviceKind::Camera, tr("Camera"));
    add(devices, DeviceKind::Speaker, tr("Loudspeaker"));
    addBackgrounds();
    addSeparator();
    QAction *test = addAction(tr("Test the loudspeaker: three tones"), this, &DevicesMenu::speakerTestWanted);
    test->setObjectName(u"testSpeakerAction"_s);
}

void DevicesMenu::addBackgrounds()
{
    addSection(tr("Background"));
    auto *group = new QActionGroup(this);
    for (const call::Background background : m_offered) {
        QAction *action = addAction(backgroundText(background));
        action->setCheckable(true);
        action->setChecked(background == m_background);
        action->setEnabled(m_offered.size() > 1);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, background] { Q_EMIT backgroundChosen(background); });
    }
}

void DevicesMenu::showBackground(call::Background background, call::BackgroundReason reason)
{
    m_background = background;
    fill(m_known);
    if (reason == call::BackgroundReason::Slow) {
        Q_EMIT troubled(tr("This computer is too slow for a background: your room can be seen now. The conversation "
                           "goes on."));
    } else if (reason == call::BackgroundReason::Unsupported) {
        Q_EMIT troubled(tr("The background cannot be shown on this computer: your room can be seen."));
    }
}

QString DevicesMenu::backgroundText(call::Background background)
{
    switch (background) {
    case call::Background::None:
        //: what is behind the clerk in the picture: the room as it is
        return tr("As it is");
    case call::Background::Blur:
        return tr("Blurred");
    case call::Background::Picture:
        break;
    }
    return tr("Picture of the authority");
}

void DevicesMenu::add(const QList<call::Device> &devices, DeviceKind kind, const QString &title)
{
    QActionGroup *group = nullptr;
    for (const call::Device &device : devices) {
        if (device.kind != kind)
            continue;
        if (!group) {
            addSection(title);
            group = new QActionGroup(this);
        }
        QString name = device.name.isEmpty() ? title : device.name;
        QAction *action = addAction(name.replace(u'&', u"&&"_s)); // not a mnemonic
        action->setCheckable(true);
        action->setChecked(device.inUse);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, device] { Q_EMIT chosen(device); });
    }
}

QString DevicesMenu::switchText(const call::DeviceSwitch &change)
{
    switch (change.reason) {
    case call::SwitchReason::Lost:
        return lostText(change);
    case call::SwitchReason::Refused:
        return refusedText(change);
    case call::SwitchReason::Back:
        break;
    }
    //: %1 is the name of a microphone, camera or loudspeaker
    return tr("“%1” is connected again and in use.").arg(change.now);
}

QString DevicesMenu::lostText(const call::DeviceSwitch &change)
{
    switch (change.kind) {
    case DeviceKind::Microphone:
        //: %1 and %2 are names of microphones
        return tr("The microphone “%1” is no longer connected. You are heard through “%2”.")
            .arg(change.other, change.now);
    case DeviceKind::Camera:
        //: %1 and %2 are names of cameras
        return tr("The camera “%1” is no longer connected. You are seen through “%2”.").arg(change.other, change.now);
    case DeviceKind::Speaker:
    case DeviceKind::Screen:
        break;
    }
    //: %1 is the name of a loudspeaker
    return tr("The loudspeaker “%1” is no longer connected. The sound comes from the system's own.").arg(change.other);
}

QString DevicesMenu::refusedText(const call::DeviceSwitch &change)
{
    if (change.now.isEmpty()) {
        //: %1 is the name of a loudspeaker
        return tr("“%1” cannot be used. The sound comes from the system's own loudspeaker.").arg(change.other);
    }
    //: %1 and %2 are names of microphones or cameras
    return tr("“%1” cannot be used, perhaps because of another program. “%2” is in use.").arg(change.other, change.now);
}

QString DevicesMenu::problemText(call::MediaProblem problem, DeviceKind kind)
{
    const bool microphone = kind == DeviceKind::Microphone;
    if (kind == DeviceKind::Screen)
        return tr("The screen could not be shared.");
    if (kind == DeviceKind::Speaker)
        return tr("The loudspeaker cannot be used. Choose another one under Devices.");
    switch (problem) {
    case call::MediaProblem::Denied:
        return microphone
                   ? tr("The system does not let Sprechtag use the microphone. Allow it in the system's settings.")
                   : tr("The system does not let Sprechtag use the camera. Allow it in the system's settings.");
    case call::MediaProblem::Missing:
        return microphone ? tr("No microphone was found. You can see and hear, but are not heard.")
                          : tr("No camera was found. You can see and hear, but are not seen.");
    case call::MediaProblem::InUse:
        return microphone ? tr("Another program uses the microphone. End it there, then switch it on here again.")
                          : tr("Another program uses the camera. End it there, then switch it on here again.");
    case call::MediaProblem::Unsupported:
        return tr("This installation shows no calls. Please tell your administrator.");
    }
    return {};
}

} // namespace sprechtag::clerk::view

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/platform/Chime.h"

#include <QSoundEffect>
#include <QUrl>

namespace sprechtag::clerk::platform {

using namespace Qt::StringLiterals;

Chime::Chime(QObject *parent)
    : QObject(parent)
{
}

void Chime::ring()
{
    if (!m_sound) {
        m_sound = new QSoundEffect(this);
        m_sound->setSource(QUrl(u"qrc:/sounds/arrival.wav"_s));
        m_sound->setVolume(0.6F);
    }
    m_sound->play();
}

} // namespace sprechtag::clerk::platform

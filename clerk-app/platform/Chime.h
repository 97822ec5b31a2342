// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>

class QSoundEffect;

namespace sprechtag::clerk::platform {

//! The short sound of an arrival. Loaded when it is first needed: opening the sound system takes its time.
class Chime final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Chime)
public:
    explicit Chime(QObject *parent = nullptr);
    void ring();

private:
    QSoundEffect *m_sound{};
};

} // namespace sprechtag::clerk::platform

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/SightMessages.h"

#include <QObject>

#include <optional>

namespace sprechtag::call {

//! Where the clerk looks at an identity document that the visitor holds to the camera: asked for step by step, with a
//! still to enlarge and turn. The still lives in the picture alone and goes with it: nobody else ever has it.
class SightSurface : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SightSurface)

public:
    explicit SightSurface(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    //! What the visitor is asked to show; none: no more, and the still is dropped.
    virtual void showSight(std::optional<protocol::SightStep> step) = 0;

Q_SIGNALS:
    //! The clerk wants this shown next.
    void sightAsked(sprechtag::protocol::SightStep step);
    //! The clerk has looked, and wants that recorded.
    void sightSeen();
    void sightEndWanted();
};

} // namespace sprechtag::call

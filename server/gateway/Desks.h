// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/gateway/CallDesk.h"
#include "server/gateway/ColleagueDesk.h"
#include "server/gateway/DocumentDesk.h"
#include "server/gateway/FormDesk.h"
#include "server/gateway/GuestDesk.h"
#include "server/gateway/MessageBoard.h"
#include "server/gateway/SightDesk.h"
#include "server/gateway/StockDesk.h"
#include "server/gateway/TextDesk.h"
#include "server/gateway/ViewDesk.h"

namespace sprechtag::gateway {

//! Where the rooms of citizens and of clerks meet.
struct Desks
{
    CallDesk &calls;
    MessageBoard &messages;
    TextDesk &texts;
    DocumentDesk &documents;
    ViewDesk &views;
    FormDesk &forms;
    GuestDesk &guests;
    SightDesk &sights;
    ColleagueDesk &colleagues;
    StockDesk &stock;
};

} // namespace sprechtag::gateway

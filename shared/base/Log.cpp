// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/base/Log.h"

namespace sprechtag {

Q_LOGGING_CATEGORY(lcBroker, "sprechtag.broker", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "sprechtag.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcEdge, "sprechtag.edge", QtInfoMsg)
Q_LOGGING_CATEGORY(lcGateway, "sprechtag.gateway", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHttp, "sprechtag.http", QtInfoMsg)
Q_LOGGING_CATEGORY(lcIdentity, "sprechtag.identity", QtInfoMsg)
Q_LOGGING_CATEGORY(lcMedia, "sprechtag.media", QtInfoMsg)
Q_LOGGING_CATEGORY(lcServer, "sprechtag.server", QtInfoMsg)
Q_LOGGING_CATEGORY(lcConnection, "sprechtag.connection", QtInfoMsg)
Q_LOGGING_CATEGORY(lcModel, "sprechtag.model", QtInfoMsg)
Q_LOGGING_CATEGORY(lcView, "sprechtag.view", QtInfoMsg)
Q_LOGGING_CATEGORY(lcCall, "sprechtag.call", QtInfoMsg)
Q_LOGGING_CATEGORY(lcPlatform, "sprechtag.platform", QtInfoMsg)
Q_LOGGING_CATEGORY(lcClerkApp, "sprechtag.clerkapp", QtInfoMsg)

} // namespace sprechtag

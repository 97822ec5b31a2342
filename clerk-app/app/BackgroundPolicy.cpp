// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/BackgroundPolicy.h"

#include "shared/base/Log.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <array>

namespace sprechtag::clerk::app {

using namespace Qt::StringLiterals;
using call::Background;

namespace {
constexpr std::array kAll{Background::None, Background::Blur, Background::Picture};
}

BackgroundPolicy BackgroundPolicy::read()
{
    const QSettings settings(QSettings::IniFormat, QSettings::SystemScope, u"Sprechtag"_s, u"clerk-policy"_s);
    BackgroundPolicy policy;
    policy.picture = settings.value(u"background/picture"_s).toString();
    if (!policy.picture.isEmpty() && !QFileInfo(policy.picture).isReadable()) {
        qCWarning(lcClerkApp) << "the background's picture of the policy cannot be read";
        policy.picture.clear();
    }
    if (!policy.picture.isEmpty())
        policy.offered.append(Background::Picture);
    const QString only = settings.value(u"background/only"_s).toString();
    const auto named = std::ranges::find(policy.offered, only, nameOf);
    if (named != policy.offered.end())
        policy.offered = QList{*named};
    else if (!only.isEmpty())
        qCWarning(lcClerkApp) << "the policy lays down a background that there is not";
    return policy;
}

Background BackgroundPolicy::allowed(const QString &chosen) const
{
    const auto found = std::ranges::find(offered, chosen, nameOf);
    return found == offered.end() ? offered.first() : *found;
}

QString nameOf(Background background)
{
    static const std::array names{u"none"_s, u"blur"_s, u"picture"_s};
    return names.at(static_cast<std::size_t>(std::ranges::find(kAll, background) - kAll.begin()));
}

} // namespace sprechtag::clerk::app

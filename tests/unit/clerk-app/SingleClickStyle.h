// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QProxyStyle>
#include <QStylePlugin>

namespace sprechtag::clerk::test {

//! The look of a desktop where one click activates, as KDE's is from the first.
class SingleClickStyle final : public QProxyStyle
{
    Q_DISABLE_COPY_MOVE(SingleClickStyle)
public:
    SingleClickStyle()
        : QProxyStyle(QStringLiteral("fusion"))
    {
    }
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        return hint == SH_ItemView_ActivateItemOnSingleClick ? 1 : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

//! Gives it out by its name, as a desktop's style is found.
class SingleClickStyles final : public QStylePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QStyleFactoryInterface_iid FILE "SingleClickStyle.json")
public:
    QStyle *create(const QString & /*key*/) override { return new SingleClickStyle; }
};

} // namespace sprechtag::clerk::test

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>

class QWidget;

namespace sprechtag::clerk::view {

//! Keeps a box from being changed by accident: the wheel that scrolls past it, or anything at all where it is only to
//! be read. Then it still has the focus, and screen readers say it.
class InputGuard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InputGuard)
public:
    explicit InputGuard(QWidget *box);
    void setReadOnly(bool readOnly);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_box;
    bool m_readOnly{};
};

} // namespace sprechtag::clerk::view

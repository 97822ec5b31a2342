// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/FormStock.h"

#include <QPushButton>

class QMenu;

namespace sprechtag::clerk::view {

//! Opens the list of the forms that the office has ready. The one that is chosen comes into the visit at once.
class StockButton final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StockButton)
public:
    StockButton(model::FormStock &stock, QWidget *parent);

Q_SIGNALS:
    //! What a screen reader is to say.
    void told(const QString &text);

private:
    void show(const QList<protocol::clerk::StockForm> &forms);

    model::FormStock &m_stock;
    QMenu *m_menu;
};

} // namespace sprechtag::clerk::view

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/StockButton.h"

#include <QMenu>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

StockButton::StockButton(model::FormStock &stock, QWidget *parent)
    : QPushButton(tr("Fo&rm of the office…"), parent)
    , m_stock(stock)
    , m_menu(new QMenu(this))
{
    setObjectName(u"stockButton"_s);
    setToolTip(tr("Opens a form that the office has ready: the visitor sees it at once, and both fill it in."));
    m_menu->setObjectName(u"stockMenu"_s);
    m_menu->setToolTipsVisible(true);
    connect(this, &QPushButton::clicked, &m_stock, &model::FormStock::read);
    connect(&m_stock, &model::FormStock::listed, this, &StockButton::show);
    connect(&m_stock, &model::FormStock::taken, this, [this](DocumentId, bool toFillIn) {
        Q_EMIT told(toFillIn ? tr("The form is open. The visitor sees it, too.")
                             : tr("The paper is shown. The visitor sees it, too."));
    });
}

// Names come from outside: what is an ampersand there is one here.
void StockButton::show(const QList<protocol::clerk::StockForm> &forms)
{
    m_menu->clear();
    for (const protocol::clerk::StockForm &form : forms) {
        QString name = form.name;
        QAction *action = m_menu->addAction(name.replace(u'&', u"&&"_s));
        if (form.fields == 0)
            action->setToolTip(tr("Without fields: to look at together"));
        connect(action, &QAction::triggered, &m_stock, [this, form] { m_stock.take(form); });
    }
    if (forms.isEmpty()) {
        const QString none = tr("This office has no forms ready. The head of office adds them in the administration.");
        m_menu->addAction(none)->setEnabled(false);
        Q_EMIT told(none);
    }
    m_menu->popup(mapToGlobal(QPoint(0, height())));
    if (!forms.isEmpty())
        m_menu->setActiveAction(m_menu->actions().constFirst());
}

} // namespace sprechtag::clerk::view

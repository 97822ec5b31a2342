// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/DialogParts.h"

#include "clerk-app/view/Announce.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QString noLineText()
{
    return OrderButtons::tr("There is no connection to the server. You can go on when it is back.");
}

OrderButtons::OrderButtons(model::Workplace &workplace, const QString &text, QDialog *dialog)
    : QWidget(dialog)
    , m_workplace(workplace)
    , m_noLine(plainLabel({}, this))
{
    m_noLine->setObjectName(u"noLine"_s);
    m_noLine->hide();
    auto *box = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    box->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_order = box->addButton(text, QDialogButtonBox::AcceptRole);
    m_order->setDefault(true);
    connect(box, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(&workplace, &model::Workplace::lineChanged, this, &OrderButtons::refresh);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_noLine);
    layout->addWidget(box);
    refresh();
}

void OrderButtons::setReady(bool ready)
{
    m_ready = ready;
    refresh();
}

void OrderButtons::refresh()
{
    const bool online = m_workplace.online();
    m_order->setEnabled(online && m_ready);
    const QString text = online ? QString() : noLineText();
    if (text == m_noLine->text())
        return;
    m_noLine->setText(text);
    m_noLine->setVisible(!online);
    announce(m_noLine);
}

} // namespace sprechtag::clerk::view

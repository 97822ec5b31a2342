// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/DialogParts.h"

#include "clerk-app/model/Words.h"
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

QDialogButtonBox *cancelBox(QDialog *dialog)
{
    auto *box = new QDialogButtonBox(QDialogButtonBox::Cancel, dialog);
    box->button(QDialogButtonBox::Cancel)->setText(OrderButtons::tr("Cancel"));
    QObject::connect(box, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    return box;
}

OrderButtons::OrderButtons(model::Workplace &workplace, const QString &text, QDialog *dialog)
    : QWidget(dialog)
    , m_workplace(workplace)
    , m_dialog(dialog)
    , m_noLine(plainLabel({}, this))
    , m_refusal(plainLabel({}, this))
{
    m_noLine->setObjectName(u"noLine"_s);
    m_noLine->hide();
    m_refusal->setObjectName(u"orderRefusal"_s);
    m_refusal->hide();
    auto *box = cancelBox(dialog);
    m_order = box->addButton(text, QDialogButtonBox::AcceptRole);
    m_order->setDefault(true);
    connect(box, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(&workplace, &model::Workplace::lineChanged, this, &OrderButtons::refresh);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_refusal);
    layout->addWidget(m_noLine);
    layout->addWidget(box);
    refresh();
}

void OrderButtons::setReady(bool ready)
{
    m_ready = ready;
    refresh();
}

void OrderButtons::await()
{
    m_awaiting = true;
    showBelow(m_refusal, {});
    refresh();
}

void OrderButtons::take(const model::CommandResult &result)
{
    if (result.ok())
        m_dialog->done(QDialog::Accepted);
    else
        refuse(model::Words::refusal(result.error()));
}

void OrderButtons::refuse(const QString &why)
{
    m_awaiting = false;
    showBelow(m_refusal, why);
    refresh();
}

void OrderButtons::refresh()
{
    const bool online = m_workplace.online();
    m_order->setEnabled(online && m_ready && !m_awaiting);
    showBelow(m_noLine, online ? QString() : noLineText());
}

void OrderButtons::showBelow(QLabel *label, const QString &text)
{
    if (text == label->text())
        return;
    label->setText(text);
    label->setVisible(!text.isEmpty());
    announce(label);
}

} // namespace sprechtag::clerk::view

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/ToldEditor.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace sprechtag::clerk::view {

// A line, so that the keyboard comes to it and a screen reader reads it.
ToldEditor::ToldEditor(std::function<QString(const town::Value &)> text, QWidget *parent)
    : FieldEditor(parent)
    , m_text(std::move(text))
    , m_line(new QLineEdit(this))
{
    m_line->setReadOnly(true);
    showReadOnly(m_line, true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_line);
    setFocusProxy(m_line);
}

void ToldEditor::showValue(const town::Value &value)
{
    m_line->setText(m_text(value));
}

void ToldEditor::setName(const QString &name)
{
    m_line->setAccessibleName(name);
}

} // namespace sprechtag::clerk::view

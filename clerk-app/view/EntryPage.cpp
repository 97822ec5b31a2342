// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/EntryPage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sprechtag::clerk::view {

namespace {

constexpr int kWidthInChars = 52;
constexpr qreal kTitleSize = 1.6;

} // namespace

QVBoxLayout *buildEntryColumn(QWidget *page)
{
    auto *column = new QWidget(page);
    column->setFixedWidth(page->fontMetrics().averageCharWidth() * kWidthInChars);
    auto *layout = new QVBoxLayout(column);
    layout->setSpacing(12);
    // Between stretches, not aligned: else nobody asks how high the wrapped lines are at this width.
    auto *middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(column);
    middle->addStretch();
    auto *around = new QVBoxLayout(page);
    around->addStretch(2);
    around->addLayout(middle);
    around->addStretch(3);
    return layout;
}

void styleEntryTitle(QLabel *title)
{
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * kTitleSize);
    large.setBold(true);
    title->setFont(large);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
}

void styleEntryMessage(QLabel *message)
{
    message->setTextFormat(Qt::PlainText);
    message->setWordWrap(true);
    message->setFrameShape(QFrame::StyledPanel);
    message->setMargin(10);
    message->setAutoFillBackground(true);
    message->setBackgroundRole(QPalette::ToolTipBase);
    message->setForegroundRole(QPalette::ToolTipText);
    message->hide();
}

void styleEntryEdit(QLineEdit *edit)
{
    edit->setMinimumHeight(edit->fontMetrics().height() + 14);
}

} // namespace sprechtag::clerk::view

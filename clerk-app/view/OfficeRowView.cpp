// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/OfficeRowView.h"

#include "clerk-app/model/Words.h"
#include "clerk-app/view/Icons.h"
#include "clerk-app/view/Switch.h"

#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 10;

QFont nameFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

OfficeRowView::OfficeRowView(QWidget *parent)
    : QAbstractButton(parent)
    , m_switch(new Switch(this))
    , m_more(new QToolButton(this))
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(u"officeRow"_s);
    m_switch->setObjectName(u"officeSwitch"_s);
    // toggled, not clicked: a screen reader switches without clicking.
    connect(m_switch, &QCheckBox::toggled, this, &OfficeRowView::flip);
    m_more->setObjectName(u"officeMenuButton"_s);
    m_more->setIcon(themedIcon(u"more"_s, QPalette::Text));
    m_more->setAutoRaise(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setStyleSheet(u"QToolButton::menu-indicator { image: none; }"_s);
    m_more->setMenu(new QMenu(m_more));
    connect(m_more->menu(), &QMenu::aboutToShow, this, &OfficeRowView::fillMenu);
}

void OfficeRowView::show(const model::OfficeRow &row, Instant now)
{
    m_row = row;
    m_hours = model::Words::hours(row, now);
    showSwitch();
    //: %1 is an office; a switch that opens and closes it
    m_switch->setAccessibleName(tr("%1: open").arg(row.name));
    m_switch->setToolTip(m_switch->isChecked() ? tr("Close the office") : tr("Open the office"));
    //: %1 is an office; a button with a menu
    m_more->setAccessibleName(tr("More about %1").arg(row.name));
    m_more->setToolTip(tr("More"));
    setAccessibleName(m_hours.isEmpty() ? u"%1, %2"_s.arg(row.name, stateLine())
                                        : u"%1, %2, %3"_s.arg(row.name, stateLine(), m_hours));
    updateGeometry();
    update();
}

void OfficeRowView::setReachable(bool reachable)
{
    m_switch->setEnabled(reachable);
    m_more->setEnabled(reachable);
}

QWidget *OfficeRowView::takeTabAfter(QWidget *before)
{
    setTabOrder(before, this);
    setTabOrder(this, m_switch);
    setTabOrder(m_switch, m_more);
    return m_more;
}

QString OfficeRowView::stateLine() const
{
    if (!m_row)
        return {};
    const QString state = model::Words::office(*m_row);
    return m_row->open || m_row->waiting > 0 ? u"%1 · %2"_s.arg(state, model::Words::waiting(m_row->waiting)) : state;
}

void OfficeRowView::showSwitch()
{
    const QSignalBlocker silent(m_switch);
    m_switch->setChecked(m_row && m_row->open && m_row->atDesk);
}

void OfficeRowView::flip(bool on)
{
    // The server decides; until its facts are here the switch shows what is true.
    showSwitch();
    if (!m_row)
        return;
    if (on)
        Q_EMIT openWanted(m_row->id);
    else
        Q_EMIT closeWanted(m_row->id);
}

void OfficeRowView::fillMenu()
{
    QMenu *menu = m_more->menu();
    menu->clear();
    if (!m_row)
        return;
    const OfficeId id = m_row->id;
    if (!m_row->open || !m_row->atDesk)
        menu->addAction(tr("Open"), this, [this, id] { Q_EMIT openWanted(id); });
    if (m_row->open && m_row->intake == office::Intake::Open)
        menu->addAction(tr("Stop giving out numbers"), this, [this, id] { Q_EMIT suspendIntakeWanted(id); });
    if (m_row->open && m_row->intake != office::Intake::Open)
        menu->addAction(tr("Give out numbers again"), this, [this, id] { Q_EMIT resumeIntakeWanted(id); });
    if (m_row->atDesk)
        menu->addAction(tr("Leave the desk"), this, [this, id] { Q_EMIT departWanted(id); });
    if (m_row->open)
        menu->addAction(tr("Close…"), this, [this, id] { Q_EMIT closeWanted(id); });
}

QSize OfficeRowView::sizeHint() const
{
    const int lines = m_hours.isEmpty() ? 2 : 3;
    return {fontMetrics().averageCharWidth() * 34, fontMetrics().height() * lines + 2 * kMargin + 4};
}

QSize OfficeRowView::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, sizeHint().height()};
}

void OfficeRowView::resizeEvent(QResizeEvent *event)
{
    const QSize button = m_switch->sizeHint();
    const QSize more(button.height(), button.height());
    m_more->setGeometry(QRect(QPoint(width() - more.width() - 4, (height() - more.height()) / 2), more));
    m_switch->setGeometry(QRect(QPoint(m_more->x() - button.width() - 2, (height() - button.height()) / 2), button));
    QAbstractButton::resizeEvent(event);
}

void OfficeRowView::paintEvent(QPaintEvent *)
{
    if (!m_row)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (isChecked() || underMouse() || hasFocus()) {
        QColor fill = palette().color(QPalette::Highlight);
        fill.setAlphaF(isChecked() ? 0.16F : 0.07F);
        painter.setBrush(fill);
        painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 2) : QPen(Qt::NoPen));
        painter.drawRoundedRect(box, 6, 6);
    }
    if (isChecked())
        painter.fillRect(QRectF(box.left(), box.top() + 8, 3, box.height() - 16), palette().brush(QPalette::Highlight));
    painter.setPen(palette().color(QPalette::Text));
    const QRect text(kMargin, kMargin, m_switch->x() - 2 * kMargin, height() - 2 * kMargin);
    painter.setFont(nameFont(font()));
    painter.drawText(text, Qt::AlignTop | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_row->name, Qt::ElideRight, text.width()));
    painter.setFont(font());
    QStringList lines{stateLine()};
    if (!m_hours.isEmpty())
        lines.append(m_hours);
    QRect line(text.left(), text.top() + fontMetrics().height() + 3, text.width(), fontMetrics().height());
    for (const QString &words : lines) {
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(words, Qt::ElideRight, line.width()));
        line.translate(0, fontMetrics().height());
    }
}

} // namespace sprechtag::clerk::view

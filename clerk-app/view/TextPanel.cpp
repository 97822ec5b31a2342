// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/TextPanel.h"

#include "clerk-app/model/Words.h"
#include "clerk-app/view/Announce.h"

#include <QAction>
#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTextEdit>
#include <QTextFrame>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using protocol::Speaker;

namespace {

constexpr int kFieldLines = 3;
constexpr int kGrowingLines = 3;
constexpr qsizetype kGrowingChars = 160; // the newest: what was read already need not stay in sight
constexpr int kGap = 6;
constexpr int kIndent = 24; // that tells the speakers apart, beside name and colour

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](float x, float y) { return static_cast<float>(x * share + y * (1.0 - share)); };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF()));
}

} // namespace

TextPanel::TextPanel(model::VisitText &text, QAction *toggle, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_toggle(toggle)
    , m_log(new QTextEdit(this))
    , m_growing(new QLabel(this))
    , m_unsent(new QLabel(tr("Is sent as soon as the line to the server stands again."), this))
    , m_field(new QPlainTextEdit(this))
    , m_letters(new QCheckBox(tr("The other side reads &along"), this))
    , m_send(new QPushButton(tr("Se&nd"), this))
{
    setObjectName(u"textPanel"_s);
    build();
    wire();
    hide();
    refresh();
}

void TextPanel::build()
{
    m_log->setObjectName(u"textLog"_s);
    m_log->setReadOnly(true);
    m_log->setUndoRedoEnabled(false);
    m_log->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_log->setAccessibleName(tr("What was written"));
    m_growing->setObjectName(u"textGrowing"_s);
    m_growing->setTextFormat(Qt::PlainText);
    m_growing->setWordWrap(true);
    m_growing->setAlignment(Qt::AlignLeft | Qt::AlignBottom);
    m_growing->setFixedHeight(m_growing->fontMetrics().lineSpacing() * kGrowingLines);
    m_unsent->setObjectName(u"textUnsent"_s);
    m_unsent->setWordWrap(true);
    m_field->setObjectName(u"textField"_s);
    m_field->setTabChangesFocus(true);
    m_field->setFixedHeight(m_field->fontMetrics().lineSpacing() * (kFieldLines + 1));
    m_field->installEventFilter(this);
    m_letters->setObjectName(u"textLetters"_s);
    m_letters->setToolTip(tr("Letter by letter, while you write. Else a line is read when you have sent it."));
    m_send->setObjectName(u"textSendButton"_s);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_log, 0, 0, 1, 2);
    layout->addWidget(m_growing, 1, 0, 1, 2);
    layout->addWidget(m_unsent, 2, 0, 1, 2);
    layout->addWidget(m_field, 3, 0, 1, 2);
    layout->addWidget(m_letters, 4, 0);
    layout->addWidget(m_send, 4, 1);
    layout->setRowStretch(0, 1);
    layout->setColumnStretch(0, 1);
    setMinimumWidth(fontMetrics().averageCharWidth() * 36);
}

void TextPanel::wire()
{
    connect(m_toggle, &QAction::toggled, this, &TextPanel::setOpen);
    connect(m_toggle, &QAction::triggered, this, [this](bool open) {
        m_closedByHand = !open;
        if (open)
            m_field->setFocus();
    });
    connect(m_field, &QPlainTextEdit::textChanged, this, &TextPanel::takeDraft);
    connect(m_send, &QPushButton::clicked, this, [this] {
        m_text.finish();
        m_field->setFocus();
    });
    connect(m_letters, &QCheckBox::toggled, &m_text, &model::VisitText::setLetters);
    connect(&m_text, &model::VisitText::lettersChanged, m_letters, &QCheckBox::setChecked);
    connect(&m_text, &model::VisitText::lineAdded, this, &TextPanel::takeNewest);
    connect(&m_text, &model::VisitText::growingChanged, this, &TextPanel::showGrowing);
    connect(&m_text, &model::VisitText::draftReplaced, this, &TextPanel::showDraft);
    connect(&m_text, &model::VisitText::unreadChanged, this, &TextPanel::refreshToggle);
    connect(&m_text, &model::VisitText::waitingChanged, this, &TextPanel::refresh);
    connect(&m_text, &model::VisitText::talkingChanged, this, [this] {
        refresh();
        if (m_text.unread() > 0)
            openForVisitor();
    });
    connect(&m_text, &model::VisitText::cleared, this, [this] {
        m_closedByHand = false;
        m_toggle->setChecked(false);
        m_log->clear();
    });
}

void TextPanel::setOpen(bool open)
{
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    setVisible(open);
    m_text.setInSight(open);
    refreshToggle();
    if (!open && hadFocus)
        Q_EMIT left();
}

void TextPanel::openForVisitor()
{
    if (!m_closedByHand && m_text.talking())
        Q_EMIT wanted();
}

// What stands is not read again: whoever reads further up stays there.
void TextPanel::takeNewest()
{
    const model::TextLine line = m_text.lines().back();
    const bool own = line.from == Speaker::Clerk;
    if (!own)
        openForVisitor();
    QScrollBar *bar = m_log->verticalScrollBar();
    const bool atEnd = bar->value() >= bar->maximum() - m_log->fontMetrics().lineSpacing();
    append(line);
    if (atEnd || own)
        bar->setValue(bar->maximum());
    // What was written before a restart is no news.
    if (own || !m_text.talking())
        return;
    const QString words = u"%1: %2"_s.arg(whoOf(line), line.text.reveal());
    if (isVisible())
        announce(m_log, words);
    else
        Q_EMIT heard(words);
}

void TextPanel::append(const model::TextLine &line)
{
    const bool own = line.from == Speaker::Clerk;
    QTextFrameFormat frame;
    frame.setPadding(6);
    frame.setLeftMargin(own ? kIndent : 0);
    frame.setRightMargin(own ? 0 : kIndent);
    const QPalette &colours = m_log->palette();
    frame.setBackground(own ? mixed(colours.color(QPalette::Highlight), colours.color(QPalette::Base), 0.25)
                            : mixed(colours.color(QPalette::Text), colours.color(QPalette::Base), 0.10));
    QTextCursor cursor(m_log->document());
    cursor.movePosition(QTextCursor::End);
    // A document has an empty line before and after each frame: here it is a gap and no line.
    QTextBlockFormat gap;
    gap.setLineHeight(kGap, QTextBlockFormat::FixedHeight);
    cursor.setBlockFormat(gap);
    cursor.insertFrame(frame);
    cursor.setBlockFormat(QTextBlockFormat());
    QTextCharFormat strong;
    strong.setFontWeight(QFont::DemiBold);
    cursor.insertText(whoOf(line), strong);
    cursor.insertText(u" · %1"_s.arg(model::Words::clock(line.at)), QTextCharFormat());
    cursor.insertBlock();
    cursor.insertText(line.text.reveal(), QTextCharFormat());
}

void TextPanel::rebuild()
{
    m_log->clear();
    for (const model::TextLine &line : m_text.lines())
        append(line);
    m_log->verticalScrollBar()->setValue(m_log->verticalScrollBar()->maximum());
}

QString TextPanel::whoOf(const model::TextLine &line) const
{
    if (line.from == Speaker::Clerk)
        //: who wrote a line: the clerk who reads this
        return tr("You");
    return line.from == Speaker::Guest ? line.name.reveal() : m_text.visitor();
}

void TextPanel::showGrowing()
{
    const auto &growing = m_text.growing();
    if (!growing)
        return m_growing->clear();
    openForVisitor();
    const QString words = growing->reveal();
    //: %1 is a name or number
    const QString who = tr("%1 is writing …").arg(m_text.writing());
    const QString cut = words.size() > kGrowingChars ? u"…"_s + words.right(kGrowingChars) : words;
    m_growing->setText(words.isEmpty() ? who : u"%1\n%2"_s.arg(who, cut));
}

void TextPanel::takeDraft()
{
    const QString typed = m_field->toPlainText();
    m_text.type(typed);
    if (m_text.draft() != typed)
        showDraft();
    refresh();
}

void TextPanel::showDraft()
{
    const QSignalBlocker quiet(m_field);
    m_field->setPlainText(m_text.draft());
    m_field->moveCursor(QTextCursor::End);
    refresh();
}

void TextPanel::refresh()
{
    m_field->setEnabled(m_text.talking());
    //: %1 is a name or number
    const QString to = tr("Message to %1").arg(m_text.visitor());
    m_field->setPlaceholderText(to);
    m_field->setAccessibleName(to);
    m_send->setEnabled(m_text.talking() && !m_text.draft().trimmed().isEmpty());
    m_letters->setChecked(m_text.letters());
    m_unsent->setVisible(m_text.isWaitingForLine());
    m_toggle->setEnabled(m_text.talking());
}

void TextPanel::refreshToggle()
{
    const int unread = m_text.unread();
    //: opens what the visitor and the clerk write to each other
    m_toggle->setText(unread == 0 ? tr("Te&xt") : tr("Te&xt (%1)").arg(unread));
}

// Enter sends, with Shift it begins a new line.
bool TextPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && !key->modifiers().testFlag(Qt::ShiftModifier)) {
        m_text.finish();
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        m_toggle->trigger();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TextPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        rebuild();
}

} // namespace sprechtag::clerk::view

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/Notice.h"

#include "clerk-app/model/Words.h"
#include "clerk-app/view/Announce.h"
#include "clerk-app/view/Icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <chrono>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

namespace {

// Long enough to be read twice; nothing that must be acted on goes by itself.
constexpr std::chrono::seconds kReadable{12};

} // namespace

Notice::Notice(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"notice"_s);
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    setAutoFillBackground(true);
    m_text->setObjectName(u"noticeText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::ToolTipText);
    m_action->setObjectName(u"noticeActionButton"_s);
    m_action->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_close->setObjectName(u"noticeCloseButton"_s);
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close the notice"));
    m_close->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(10);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    m_away.setSingleShot(true);
    connect(&m_away, &QTimer::timeout, this, &Notice::clear);
    connect(m_close, &QToolButton::clicked, this, &Notice::clear);
    hide();
}

void Notice::tell(NoticeKind kind, const QString &text)
{
    m_action->hide();
    m_close->show();
    showText(kind, text);
    m_progress.reset();
    m_away.start(kReadable);
}

void Notice::tellOfProgress(OfficeId office, const QString &text)
{
    tell(NoticeKind::Info, text);
    m_progress = office;
}

void Notice::amend(OfficeId office, const QString &text)
{
    if (m_progress != office || !m_away.isActive())
        return;
    m_text->setText(text);
    m_away.start(kReadable);
}

model::Continuation Notice::complaint()
{
    return [this](const model::CommandResult &result) {
        if (!result.ok())
            tell(NoticeKind::Warning, model::Words::refusal(result.error()));
    };
}

void Notice::ask(NoticeKind kind, const QString &text, QAction *action)
{
    m_question = Question{kind, text, action};
    showQuestion();
}

void Notice::withdraw(const QAction *action)
{
    if (!m_question || m_question->action != action)
        return;
    m_question.reset();
    if (!m_away.isActive())
        clear();
}

void Notice::clear()
{
    if (m_question) {
        showQuestion();
        return;
    }
    m_away.stop();
    m_text->clear();
    hide();
}

void Notice::showQuestion()
{
    m_action->setDefaultAction(m_question->action);
    m_action->show();
    m_close->hide();
    m_away.stop();
    showText(m_question->kind, m_question->text);
}

QString Notice::text() const
{
    return m_text->text();
}

void Notice::showText(NoticeKind kind, const QString &text)
{
    const int size = fontMetrics().height();
    const QString icon = kind == NoticeKind::Info ? u"info"_s : u"warning"_s;
    m_icon->setPixmap(themedIcon(icon, QPalette::ToolTipText).pixmap(QSize(size, size), devicePixelRatio()));
    m_text->setText(text);
    show();
    announce(m_text);
}

} // namespace sprechtag::clerk::view

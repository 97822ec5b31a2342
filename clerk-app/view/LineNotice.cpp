// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/LineNotice.h"

#include "clerk-app/view/Announce.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using call::LineLevel;
using call::LineState;
using call::PictureShare;

LineNotice::LineNotice(QAction *camera, QLabel *word, QWidget *parent)
    : QWidget(parent)
    , m_camera(camera)
    , m_word(word)
    , m_text(new QLabel(this))
    , m_off(new QToolButton(this))
{
    setObjectName(u"lineNotice"_s);
    m_text->setObjectName(u"lineText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_off->setObjectName(u"lineVideoOffButton"_s);
    //: a button beside the sentence that the line is weak
    m_off->setText(tr("Turn the video off?"));
    m_off->setFocusPolicy(Qt::StrongFocus);
    connect(m_off, &QToolButton::clicked, m_camera, &QAction::trigger);
    connect(m_camera, &QAction::toggled, this, &LineNotice::refresh);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(m_off);
    hide();
}

void LineNotice::attach(call::CallSurface &surface)
{
    connect(&surface, &call::CallSurface::lineChanged, this, &LineNotice::showLine);
    connect(&surface, &call::CallSurface::lineQualityChanged, this, &LineNotice::showQuality);
}

void LineNotice::end()
{
    m_line = LineState::Idle;
    m_quality = {};
    refresh();
}

void LineNotice::showLine(LineState state)
{
    m_line = state;
    refresh();
}

void LineNotice::showQuality(const call::LineQuality &quality)
{
    m_quality = quality;
    refresh();
}

void LineNotice::refresh()
{
    m_word->setText(word());
    const QString now = text();
    const bool isNews = now != m_text->text();
    m_text->setText(now);
    setVisible(!now.isEmpty());
    m_off->setVisible(m_line == LineState::Connected && m_quality.level != LineLevel::Good && m_camera->isChecked());
    if (isNews && !now.isEmpty())
        announce(m_text);
}

QString LineNotice::text() const
{
    if (m_line == LineState::Failed) {
        return tr("It is being tried further. You can write to each other, ask for a number to call back, or hand the "
                  "person back to the lobby.");
    }
    if (m_line != LineState::Connected || m_quality.level == LineLevel::Good)
        return {};
    if (m_quality.picture == PictureShare::None && m_camera->isChecked())
        return tr("The line is bad: your picture is not being sent, so that the sound comes through.");
    return m_quality.level == LineLevel::Bad ? tr("The line is bad. Without video the sound is better.")
                                             : tr("The line is weak.");
}

QString LineNotice::word() const
{
    if (m_line != LineState::Connected)
        return {};
    switch (m_quality.level) {
    case LineLevel::Good:
        return tr("Line: good");
    case LineLevel::Weak:
        return tr("Line: weak");
    case LineLevel::Bad:
        return tr("Line: bad");
    }
    return {};
}

} // namespace sprechtag::clerk::view

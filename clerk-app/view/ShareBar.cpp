// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/ShareBar.h"

#include "clerk-app/view/Actions.h"
#include "clerk-app/view/Announce.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFrameWidth = 4;
// Seen from the corner of the eye, and readable in dark and in light surroundings.
constexpr QColor kSignal{0xff, 0xb0, 0x00};
constexpr QColor kOnSignal{0x10, 0x12, 0x1c};

} // namespace

ShareBar::ShareBar(const Actions &actions, QWidget *picture, QWidget *parent)
    : QFrame(parent)
    , m_actions(actions)
    , m_picture(picture)
    , m_text(new QLabel(this))
    , m_pause(new QPushButton(this))
    , m_stop(new QPushButton(this))
{
    setObjectName(u"shareBar"_s);
    setAutoFillBackground(true);
    QPalette colours = palette();
    colours.setColor(QPalette::Window, kSignal);
    colours.setColor(QPalette::WindowText, kOnSignal);
    setPalette(colours);
    m_text->setObjectName(u"shareText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_pause->setObjectName(u"sharePauseButton"_s);
    m_stop->setObjectName(u"shareStopButton"_s);
    m_stop->setText(tr("Stop sharing"));
    // The buttons keep the colours of all others.
    for (QPushButton *button : {m_pause, m_stop})
        button->setPalette(parent ? parent->palette() : QPalette());
    wearAction(m_pause, m_actions.sharePause);
    connect(m_stop, &QPushButton::clicked, m_actions.share, &QAction::trigger);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 6, 6);
    row->addWidget(m_text, 1);
    row->addWidget(m_pause);
    row->addWidget(m_stop);
    hide();
}

void ShareBar::attach(call::CallSurface &surface)
{
    connect(m_actions.sharePause, &QAction::triggered, &surface, [this, &surface] { surface.pauseShare(!m_paused); });
    connect(&surface, &call::CallSurface::mediaChanged, this, [this](protocol::MediaState own) {
        m_shown = own.screen;
        refresh();
    });
    connect(&surface, &call::CallSurface::sharePaused, this, [this](bool paused) {
        m_paused = paused;
        refresh();
    });
    connect(&surface, &call::CallSurface::shareEnded, this, &ShareBar::end);
}

void ShareBar::end()
{
    m_shown = false;
    m_paused = false;
    refresh();
}

void ShareBar::refresh()
{
    const bool paused = m_shown && m_paused;
    const QString now =
        paused ? tr("Paused: the visitor keeps seeing the last picture.") : tr("Your screen is shown to the visitor.");
    const bool isNews = m_shown && (isHidden() || now != m_text->text());
    m_text->setText(now);
    m_actions.sharePause->setEnabled(m_shown);
    m_actions.sharePause->setText(paused ? tr("Go on &sharing") : tr("Pa&use the sharing"));
    paintFrame(m_shown);
    setVisible(m_shown);
    if (isNews)
        announce(m_text);
}

void ShareBar::paintFrame(bool there)
{
    if (std::exchange(m_framed, there) == there)
        return;
    const int width = there ? kFrameWidth : 0;
    m_picture->layout()->setContentsMargins(width, width, width, width);
    QPalette colours = m_picture->palette();
    if (there)
        colours.setColor(QPalette::Shadow, kSignal);
    else
        colours = {};
    m_picture->setPalette(colours);
}

} // namespace sprechtag::clerk::view

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/MainWindow.h"

#include "clerk-app/view/Announce.h"
#include "clerk-app/view/DeskPage.h"
#include "clerk-app/view/Icons.h"
#include "clerk-app/view/NewPasswordPage.h"
#include "clerk-app/view/SecondFactorPage.h"
#include "clerk-app/view/SetupPage.h"
#include "clerk-app/view/SignInPage.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QStackedWidget>
#include <QStatusBar>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using model::LineState;
using model::LineTrouble;

MainWindow::MainWindow(model::Workplace &workplace, model::Intents &intents)
    : m_workplace(workplace)
    , m_pages(new QStackedWidget(this))
    , m_signIn(new SignInPage(this))
    , m_setup(new SetupPage(this))
    , m_secondFactor(new SecondFactorPage(this))
    , m_newPassword(new NewPasswordPage(this))
    , m_desk(new DeskPage(workplace, intents, m_actions, this))
    , m_lineIcon(new QLabel(this))
    , m_lineText(new QLabel(this))
    , m_who(new QLabel(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Sprechtag"_s);
    setWindowIcon(appIcon());
    m_pages->addWidget(m_signIn);
    m_pages->addWidget(m_setup);
    m_pages->addWidget(m_secondFactor);
    m_pages->addWidget(m_newPassword);
    m_pages->addWidget(m_desk);
    setCentralWidget(m_pages);
    buildMenus();
    buildStatusBar();
    connect(&m_workplace, &model::Workplace::lineChanged, this, &MainWindow::refreshLine);
    connect(&m_workplace, &model::Workplace::meChanged, this, &MainWindow::refreshLine);
    connect(m_actions.about, &QAction::triggered, this, &MainWindow::showAbout);
    showSignIn();
    refreshLine();
}

void MainWindow::buildMenus()
{
    QMenu *app = menuBar()->addMenu(u"&Sprechtag"_s);
    app->addActions({m_actions.notify, m_actions.sound, m_actions.warm});
    app->addSeparator();
    app->addAction(m_actions.administration);
    app->addActions({m_actions.signOut, m_actions.quit});
    QMenu *lobby = menuBar()->addMenu(tr("&Lobby"));
    lobby->addActions({m_actions.callNext, m_actions.callSelected});
    lobby->addSeparator();
    lobby->addActions({m_actions.message, m_actions.prioritise, m_actions.unpark, m_actions.readmit});
    lobby->addSeparator();
    lobby->addActions({m_actions.onBreak, m_actions.away});
    lobby->addSeparator();
    lobby->addAction(m_actions.showOffices);
    QMenu *call = menuBar()->addMenu(tr("&Conversation"));
    call->addActions({m_actions.takeUp, m_actions.microphone, m_actions.camera, m_actions.share, m_actions.sharePause,
                      m_actions.writing, m_actions.documents, m_actions.guests, m_actions.colleague});
    call->addActions({m_actions.acceptRing, m_actions.declineRing, m_actions.leaveTalk});
    call->addSeparator();
    call->addActions(
        {m_actions.hold, m_actions.muteVisitor, m_actions.visitorCamera, m_actions.visitorShare, m_actions.sight});
    call->addSeparator();
    call->addActions({m_actions.appeared, m_actions.nextPlease, m_actions.noShow});
    call->addSeparator();
    call->addActions({m_actions.park, m_actions.transfer, m_actions.withdrawTransfer});
    call->addActions({m_actions.backKeep, m_actions.backFront, m_actions.backEnd});
    call->addSeparator();
    call->addActions({m_actions.finishDone, m_actions.finishNotDone, m_actions.finishUnstated});
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(m_actions.about);
}

void MainWindow::buildStatusBar()
{
    statusBar()->setObjectName(u"statusBar"_s);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setAutoFillBackground(true);
    for (QLabel *label : {m_lineText, m_who}) {
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(2, 3, 8, 3);
    }
    m_lineText->setObjectName(u"lineStatus"_s);
    m_who->setObjectName(u"signedInAs"_s);
    m_lineIcon->setContentsMargins(8, 0, 2, 0);
    statusBar()->addWidget(m_lineIcon);
    statusBar()->addWidget(m_lineText, 1);
    statusBar()->addPermanentWidget(m_who);
}

void MainWindow::showSignIn()
{
    showEntry(m_signIn);
    m_signIn->focusFirstEmpty();
}

void MainWindow::showSetup()
{
    showEntry(m_setup);
}

void MainWindow::showSecondFactor()
{
    showEntry(m_secondFactor);
}

void MainWindow::showNewPassword()
{
    showEntry(m_newPassword);
}

void MainWindow::showEntry(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    menuBar()->hide();
    m_actions.signOut->setEnabled(false);
}

void MainWindow::showDesk()
{
    m_pages->setCurrentWidget(m_desk);
    menuBar()->show();
    m_actions.signOut->setEnabled(true);
}

void MainWindow::bringToFront()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    Q_EMIT closeWanted();
}

void MainWindow::refreshLine()
{
    const int size = fontMetrics().height();
    const LineState state = m_workplace.line().state;
    const bool good = state == LineState::Online || state == LineState::Offline;
    statusBar()->setBackgroundRole(good ? QPalette::Window : QPalette::ToolTipBase);
    const QPalette::ColorRole ink = good ? QPalette::WindowText : QPalette::ToolTipText;
    for (QLabel *label : {m_lineText, m_who})
        label->setForegroundRole(ink);
    m_lineIcon->setPixmap(
        themedIcon(good ? u"check"_s : u"warning"_s, ink).pixmap(QSize(size, size), devicePixelRatio()));
    m_lineIcon->setVisible(state != LineState::Offline);
    m_lineText->setText(lineText());
    announceLine();
    const auto &me = m_workplace.me();
    // A new town has no name yet.
    const QString authority = me && !me->authority.isEmpty() ? u" · "_s + me->authority : QString();
    m_who->setText(me ? me->name + authority : QString());
}

// Once a disturbance: not every attempt to end it.
void MainWindow::announceLine()
{
    if (m_workplace.line().state == LineState::Connecting || m_announced == m_lineText->text())
        return;
    m_announced = m_lineText->text();
    announce(m_lineText);
}

QString MainWindow::lineText() const
{
    const model::LineStatus &line = m_workplace.line();
    switch (line.state) {
    case LineState::Offline:
        return tr("Not signed in");
    case LineState::Online:
        return tr("Connected");
    case LineState::Stopped:
        return tr("Signed out");
    case LineState::Connecting:
        return line.trouble == LineTrouble::None ? tr("Connecting …") : tr("Connection lost – connecting again …");
    case LineState::Waiting:
        break;
    }
    switch (line.trouble) {
    case LineTrouble::Certificate:
        return tr("The server cannot prove who it is: not connected. Please tell your administrator.");
    case LineTrouble::Unreachable:
        return tr("The server cannot be reached – trying again …");
    case LineTrouble::Restarting:
        return tr("The server restarts – connecting again …");
    case LineTrouble::Lost:
    case LineTrouble::None:
        return tr("Connection lost – connecting again …");
    }
    return {};
}

void MainWindow::showAbout()
{
    QMessageBox box(this);
    box.setWindowTitle(tr("About Sprechtag"));
    box.setIconPixmap(appIcon().pixmap(64, 64));
    box.setTextFormat(Qt::PlainText);
    box.setText(u"Sprechtag %1"_s.arg(QCoreApplication::applicationVersion()));
    box.setInformativeText(tr("The virtual citizens' office. Free software under the EUPL-1.2."));
    box.exec();
}

} // namespace sprechtag::clerk::view

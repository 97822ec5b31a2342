// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/ColleagueDialog.h"

#include "clerk-app/view/DialogParts.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using model::VisitColleagues;
using protocol::clerk::ReachableColleague;

namespace {

constexpr std::chrono::seconds kAskAgainAfter{5};
enum Column { NameColumn, OfficeColumn, StateColumn };

QString stateText(office::Reach reach)
{
    switch (reach) {
    case office::Reach::Free:
        return ColleagueDialog::tr("free");
    case office::Reach::InCall:
        return ColleagueDialog::tr("in a conversation");
    case office::Reach::Paused:
        return ColleagueDialog::tr("on a break");
    }
    return {};
}

} // namespace

ColleagueDialog::ColleagueDialog(VisitColleagues &colleagues, QWidget *parent)
    : QDialog(parent)
    , m_colleagues(colleagues)
    , m_search(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_hint(plainLabel({}, this))
    //: a button: talk to a colleague, unheard by the visitor
    , m_consult(new QPushButton(tr("&Consult"), this))
    //: a button: a colleague comes into the conversation at once
    , m_directly(new QPushButton(tr("&Bring in directly"), this))
{
    setObjectName(u"colleagueDialog"_s);
    setWindowTitle(tr("Ring a colleague"));
    build();
    connect(m_search, &QLineEdit::textChanged, this, &ColleagueDialog::search);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &ColleagueDialog::refresh);
    connect(m_consult, &QPushButton::clicked, this, [this] { ring(VisitColleagues::How::Consult); });
    connect(m_directly, &QPushButton::clicked, this, [this] { ring(VisitColleagues::How::Directly); });
    connect(&m_colleagues, &VisitColleagues::listed, this, &ColleagueDialog::show);
    connect(&m_colleagues, &VisitColleagues::stateChanged, this, [this] {
        if (!m_colleagues.canRing())
            reject();
    });
    m_again.setInterval(kAskAgainAfter);
    connect(&m_again, &QTimer::timeout, &m_colleagues, &VisitColleagues::ask);
    m_again.start();
    m_colleagues.ask();
    refresh();
}

void ColleagueDialog::build()
{
    m_search->setObjectName(u"colleagueSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"colleagueList"_s);
    m_list->setAccessibleName(tr("Colleagues who are signed in"));
    m_list->setHeaderLabels({tr("Name"), tr("Office"), tr("State")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(OfficeColumn, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    m_hint->setObjectName(u"colleagueHint"_s);
    m_consult->setObjectName(u"colleagueConsultButton"_s);
    m_consult->setDefault(true);
    m_directly->setObjectName(u"colleagueDirectButton"_s);
    auto *buttons = cancelBox(this);
    buttons->addButton(m_consult, QDialogButtonBox::ActionRole);
    buttons->addButton(m_directly, QDialogButtonBox::ActionRole);
    auto *form = new QFormLayout(this);
    form->addRow(
        plainLabel(tr("Consult: the two of you talk alone, and the visitor reads that you confer for a moment. "
                      "Your colleague learns the number and what it is about."),
                   this));
    form->addRow(tr("&Search by name or office:"), m_search);
    form->addRow(m_list);
    form->addRow(m_hint);
    form->addRow(buttons);
    resize(fontMetrics().averageCharWidth() * 80, sizeHint().height());
}

// Rows are kept where they are: somebody may just be about to press one.
void ColleagueDialog::show(const QList<ReachableColleague> &colleagues)
{
    m_asked = true;
    const auto idOf = [](const ReachableColleague &one) { return QString::fromStdString(one.clerk.text()); };
    for (int i = m_list->topLevelItemCount() - 1; i >= 0; --i) {
        const QString id = m_list->topLevelItem(i)->data(NameColumn, Qt::UserRole).toString();
        if (std::ranges::none_of(colleagues, [&](const ReachableColleague &one) { return idOf(one) == id; }))
            delete m_list->takeTopLevelItem(i);
    }
    for (const ReachableColleague &one : colleagues) {
        QTreeWidgetItem *row = nullptr;
        for (int i = 0; i < m_list->topLevelItemCount() && row == nullptr; ++i) {
            if (m_list->topLevelItem(i)->data(NameColumn, Qt::UserRole).toString() == idOf(one))
                row = m_list->topLevelItem(i);
        }
        if (row == nullptr) {
            row = new QTreeWidgetItem(m_list);
            row->setData(NameColumn, Qt::UserRole, idOf(one));
        }
        row->setText(NameColumn, one.name);
        row->setText(OfficeColumn, one.offices.join(u", "_s));
        row->setToolTip(OfficeColumn, one.offices.join(u'\n'));
        row->setText(StateColumn, stateText(one.reach));
        row->setDisabled(one.reach != office::Reach::Free);
    }
    search();
}

std::optional<ClerkId> ColleagueDialog::chosen() const
{
    const auto selected = m_list->selectedItems();
    if (selected.isEmpty() || selected.first()->isDisabled() || selected.first()->isHidden())
        return std::nullopt;
    return ClerkId::parse(selected.first()->data(NameColumn, Qt::UserRole).toString().toStdString());
}

// From the search straight into the list.
bool ColleagueDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        m_list->setFocus();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void ColleagueDialog::ring(VisitColleagues::How how)
{
    if (const auto colleague = chosen()) {
        accept();
        m_colleagues.ring(*colleague, how);
    }
}

// The only one who is found and free is chosen.
void ColleagueDialog::search()
{
    const QString wanted = m_search->text().trimmed();
    QList<QTreeWidgetItem *> free;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *row = m_list->topLevelItem(i);
        const bool found = row->text(NameColumn).contains(wanted, Qt::CaseInsensitive) ||
                           row->text(OfficeColumn).contains(wanted, Qt::CaseInsensitive);
        row->setHidden(!found);
        if (found && !row->isDisabled())
            free.append(row);
    }
    if (!wanted.isEmpty() && free.size() == 1)
        m_list->setCurrentItem(free.first());
    refresh();
}

void ColleagueDialog::refresh()
{
    const bool ready = chosen().has_value();
    m_consult->setEnabled(ready);
    m_directly->setEnabled(ready);
    bool anybody = false;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        anybody = anybody || !m_list->topLevelItem(i)->isHidden();
    if (!m_asked)
        m_hint->setText(tr("It is being asked who is there …"));
    else if (!anybody)
        m_hint->setText(m_search->text().isEmpty() ? tr("Nobody else is signed in.")
                                                   : tr("Nobody of that name is signed in."));
    else
        m_hint->setText(ready ? QString() : tr("Choose somebody who is free."));
}

} // namespace sprechtag::clerk::view

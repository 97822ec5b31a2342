// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/AdminWindow.h"

#include "clerk-app/model/TownWords.h"
#include "clerk-app/view/ChangesPage.h"
#include "clerk-app/view/ForecastsPage.h"
#include "clerk-app/view/Notice.h"
#include "clerk-app/view/ValuePage.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using model::TownWords;

namespace {

constexpr int kKindRole = Qt::UserRole;
constexpr int kIdRole = Qt::UserRole + 1;
// In place of a kind.
constexpr int kChanges = -1;
constexpr int kForecasts = -2;
constexpr QSize kFirstSize(1080, 720);
constexpr int kLeftCharacters = 38;
constexpr double kUsualLetters = 14; // pixels
constexpr int kRoomAroundText = 40;

std::optional<town::Kind> kindOf(const QTreeWidgetItem *item)
{
    const int kind = item ? item->data(0, kKindRole).toInt() : kChanges;
    return kind < 0 ? std::nullopt : std::optional(static_cast<town::Kind>(kind));
}

std::optional<town::Key> keyOf(const QTreeWidgetItem *item)
{
    const auto kind = kindOf(item);
    const QVariant id = item ? item->data(0, kIdRole) : QVariant();
    return kind && id.isValid() ? town::keyFrom(*kind, id.toString()) : std::nullopt;
}

QStringList collapsedHeads(const QTreeWidget &tree)
{
    QStringList heads;
    for (int i = 0; i < tree.topLevelItemCount(); ++i) {
        const QTreeWidgetItem *head = tree.topLevelItem(i);
        if (head->childCount() > 0 && !head->isExpanded())
            heads.append(head->text(0));
    }
    return heads;
}

} // namespace

AdminWindow::AdminWindow(model::Administration &administration, const Clock &clock, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_administration(administration)
{
    setObjectName(u"adminWindow"_s);
    setWindowTitle(tr("Administration"));
    // Large letters need a large window, as far as the screen has room for one.
    const double scale = std::max(1.0, fontInfo().pixelSize() / kUsualLetters);
    resize((QSizeF(kFirstSize) * scale).toSize().boundedTo(screen()->availableSize()));
    auto *splitter = new QSplitter(this);
    splitter->addWidget(buildLeft());
    splitter->addWidget(buildRight(clock));
    splitter->setStretchFactor(1, 1);
    const int left = std::min(kLeftCharacters * fontMetrics().averageCharWidth(), width() / 3);
    splitter->setSizes({left, width() - left});
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(splitter);
    connect(&m_administration, &model::Administration::townChanged, this, &AdminWindow::refreshTree);
    connect(&m_administration, &model::Administration::draftChanged, this, &AdminWindow::mark);
    connect(&m_administration, &model::Administration::saved, this, &AdminWindow::tellSaved);
    connect(&m_administration, &model::Administration::secondFactorReset, this, [this](const town::Key &key) {
        //: %1 is a person
        m_notice->tell(NoticeKind::Info, tr("The second factor of %1 is reset.").arg(nameIn(m_administration, key)));
    });
    connect(&m_administration, &model::Administration::failed, this,
            [this](const town::Key &, const QString &text) { m_notice->tell(NoticeKind::Warning, text); });
    refreshTree();
}

QWidget *AdminWindow::buildLeft()
{
    auto *left = new QWidget(this);
    m_tree = new QTreeWidget(left);
    m_tree->setObjectName(u"adminTree"_s);
    m_tree->setAccessibleName(tr("What there is"));
    m_tree->setHeaderHidden(true);
    m_tree->setTabKeyNavigation(false);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_new = new QPushButton(tr("&New"), left);
    m_new->setObjectName(u"newButton"_s);
    m_remove = new QPushButton(tr("&Take away"), left);
    m_remove->setObjectName(u"removeButton"_s);
    // From the middle of a long form back to the list.
    const QKeySequence toList(Qt::CTRL | Qt::Key_L);
    auto *listKey = new QShortcut(toList, this);
    connect(listKey, &QShortcut::activated, m_tree, qOverload<>(&QWidget::setFocus));
    m_tree->setToolTip(toList.toString(QKeySequence::NativeText));
    auto *removeKey = new QShortcut(QKeySequence::Delete, m_tree, nullptr, nullptr, Qt::WidgetShortcut);
    connect(removeKey, &QShortcut::activated, m_remove, &QPushButton::click);
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins({});
    layout->addWidget(m_tree);
    layout->addWidget(m_new);
    layout->addWidget(m_remove);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) { follow(item); });
    connect(m_new, &QPushButton::clicked, this, &AdminWindow::create);
    connect(m_remove, &QPushButton::clicked, this, &AdminWindow::remove);
    return left;
}

QWidget *AdminWindow::buildRight(const Clock &clock)
{
    auto *right = new QWidget(this);
    m_notice = new Notice(right);
    m_notice->setObjectName(u"adminNotice"_s);
    m_pages = new QStackedWidget(right);
    m_nothing = new QLabel(tr("Choose on the left what you want to change."), m_pages);
    m_nothing->setObjectName(u"adminExplanation"_s);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMargin(kRoomAroundText);
    m_nothing->setWordWrap(true);
    m_value = new ValuePage(m_administration, clock, *m_notice, m_pages);
    m_changes = new ChangesPage(m_administration, m_pages);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_value);
    m_forecasts = new ForecastsPage(m_administration, m_pages);
    m_pages->addWidget(m_changes);
    m_pages->addWidget(m_forecasts);
    auto *layout = new QVBoxLayout(right);
    layout->setContentsMargins({});
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    connect(m_value, &ValuePage::vanished, this, [this] {
        m_pages->setCurrentWidget(m_nothing);
        refreshButtons();
    });
    return right;
}

void AdminWindow::open()
{
    m_administration.open();
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    m_tree->setFocus();
}

void AdminWindow::refreshTree()
{
    const QTreeWidgetItem *current = m_tree->currentItem();
    const auto head = current ? std::optional(current->data(0, kKindRole).toInt()) : std::nullopt;
    const QStringList collapsed = collapsedHeads(*m_tree);
    const QPoint scrolled(m_tree->horizontalScrollBar()->value(), m_tree->verticalScrollBar()->value());
    m_refreshing = true;
    fillTree();
    m_refreshing = false;
    m_value->refresh();
    if (m_value->shown())
        select(*m_value->shown());
    else
        restore(head);
    // What is chosen may be out of sight, as the reader has left it.
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
        m_tree->topLevelItem(i)->setExpanded(!collapsed.contains(m_tree->topLevelItem(i)->text(0)));
    m_tree->horizontalScrollBar()->setValue(scrolled.x());
    m_tree->verticalScrollBar()->setValue(scrolled.y());
    refreshButtons();
}

// No value is shown: a head was chosen, or what was chosen is gone, and its head takes its place.
void AdminWindow::restore(std::optional<int> head)
{
    if (m_tree->topLevelItemCount() == 0)
        return;
    if (!head) {
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
        return;
    }
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_tree->topLevelItem(i);
        if (item->data(0, kKindRole).toInt() != *head)
            continue;
        // Nothing new is shown by it: the page of changes stays as far as it was read.
        const QSignalBlocker quiet(m_tree);
        m_tree->setCurrentItem(item);
    }
}

void AdminWindow::fillTree()
{
    m_tree->clear();
    if (m_administration.ready()) {
        QMap<town::Kind, QList<town::Key>> keys;
        for (const town::Value &value : town::valuesOf(m_administration.town()))
            keys[town::kindOf(town::keyOf(value))].append(town::keyOf(value));
        for (const town::Key &key : m_administration.newKeys())
            keys[town::kindOf(key)].append(key);
        for (const town::Kind kind :
             {town::Kind::Authority, town::Kind::Department, town::Kind::Concern, town::Kind::Office, town::Kind::Form,
              town::Kind::Account, town::Kind::Interpreter})
            addValues(kind, keys.value(kind));
        addPage(kForecasts, tr("Forecasts of the wait"));
        addPage(kChanges, tr("Changes"));
    }
    m_tree->expandAll();
    // Long names are scrolled to, not cut.
    m_tree->header()->setMinimumSectionSize(static_cast<QAbstractItemView *>(m_tree)->sizeHintForColumn(0));
}

void AdminWindow::addPage(int head, const QString &name)
{
    auto *item = new QTreeWidgetItem(m_tree, {name});
    item->setData(0, kKindRole, head);
}

void AdminWindow::addValues(town::Kind kind, const QList<town::Key> &keys)
{
    auto *head = new QTreeWidgetItem(m_tree, {TownWords::kinds(kind)});
    head->setData(0, kKindRole, static_cast<int>(kind));
    if (kind == town::Kind::Authority) {
        head->setData(0, kIdRole, QString());
        return;
    }
    for (const town::Key &key : keys) {
        auto *item = new QTreeWidgetItem(head, {nameIn(m_administration, key)});
        item->setData(0, kKindRole, static_cast<int>(kind));
        item->setData(0, kIdRole, town::textOf(key));
    }
    head->sortChildren(0, Qt::AscendingOrder);
}

QTreeWidgetItem *AdminWindow::itemOf(const town::Key &key) const
{
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        if (keyOf(*it) == key)
            return *it;
    }
    return nullptr;
}

void AdminWindow::select(const town::Key &key)
{
    if (QTreeWidgetItem *item = itemOf(key))
        m_tree->setCurrentItem(item);
}

void AdminWindow::mark(const town::Key &key)
{
    QTreeWidgetItem *item = itemOf(key);
    if (item && town::kindOf(key) != town::Kind::Authority)
        item->setText(0, nameIn(m_administration, key));
}

void AdminWindow::follow(QTreeWidgetItem *item)
{
    if (m_refreshing || !item)
        return;
    const auto key = keyOf(item);
    if (m_value->shown() && key != m_value->shown() && !m_value->mayLeave()) {
        const QSignalBlocker quiet(m_tree);
        select(*m_value->shown());
        return;
    }
    if (key) {
        if (key != m_value->shown())
            m_value->showKey(*key);
        m_pages->setCurrentWidget(m_value);
    } else {
        m_value->leave();
        showHead(item->data(0, kKindRole).toInt());
    }
    refreshButtons();
}

void AdminWindow::showHead(int head)
{
    if (head == kChanges) {
        m_pages->setCurrentWidget(m_changes);
        m_changes->refresh();
    } else if (head == kForecasts) {
        m_pages->setCurrentWidget(m_forecasts);
        m_forecasts->refresh();
    } else {
        m_nothing->setText(explanationOf(static_cast<town::Kind>(head)));
        m_pages->setCurrentWidget(m_nothing);
    }
}

void AdminWindow::refreshButtons()
{
    const auto kind = kindOf(m_tree->currentItem());
    const bool isForm = kind == town::Kind::Form;
    const bool ready = m_administration.ready() && (!isForm || (m_bringer != nullptr && !m_bringer->isBusy()));
    m_new->setEnabled(kind && ready && m_administration.mayCreate(*kind));
    m_new->setText(TownWords::another(kind.value_or(town::Kind::Authority)));
    const auto &shown = m_value->shown();
    m_remove->setEnabled(shown && m_administration.mayRemove(*shown));
}

QString AdminWindow::explanationOf(town::Kind kind) const
{
    const QString choose = m_administration.mayCreate(kind)
                               ? tr("Choose one on the left, or make a new one with the button below the list.")
                               : tr("Choose on the left what you want to change.");
    return TownWords::explanation(kind) + u"\n\n"_s + choose;
}

void AdminWindow::create()
{
    if (!m_value->mayLeave())
        return;
    if (kindOf(m_tree->currentItem()) == town::Kind::Form)
        return chooseForm();
    select(m_administration.create(*kindOf(m_tree->currentItem())));
    m_value->focusFirst();
}

void AdminWindow::bringBy(model::FormBringer &bringer)
{
    m_bringer = &bringer;
    connect(&bringer, &model::FormBringer::busyChanged, this, &AdminWindow::refreshButtons);
    connect(&bringer, &model::FormBringer::failed, this,
            [this](const QString &text) { m_notice->tell(NoticeKind::Warning, text); });
    connect(&bringer, &model::FormBringer::brought, this, [this](const town::Key &key, const QString &text) {
        m_notice->tell(NoticeKind::Info, text);
        // Whoever types meanwhile is not torn away; it waits in the list.
        if (!m_value->mayLeave())
            return;
        select(key);
        m_value->focusFirst();
    });
    refreshButtons();
}

void AdminWindow::chooseForm()
{
    auto *dialog = new QFileDialog(this, tr("Add a form"));
    dialog->setObjectName(u"formDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Forms (*.pdf)"));
    connect(dialog, &QFileDialog::fileSelected, this, &AdminWindow::bringForm);
    dialog->open();
}

void AdminWindow::bringForm(const QString &path)
{
    const auto office = askOffice();
    if (!office || m_bringer == nullptr)
        return;
    m_notice->tell(NoticeKind::Info, tr("The file goes to the server and is checked there …"));
    m_bringer->bring(*office, path);
}

// Not asked where there is only one.
std::optional<OfficeId> AdminWindow::askOffice()
{
    const QList<town::Office> offices = m_administration.stocked();
    if (offices.size() < 2)
        return offices.isEmpty() ? std::nullopt : std::optional(offices.first().id);
    QStringList names;
    for (const town::Office &office : offices)
        names.append(u"%1  %2"_s.arg(office.letter, office.name));
    QInputDialog dialog(this);
    dialog.setObjectName(u"formOfficeDialog"_s);
    dialog.setWindowTitle(tr("Add a form"));
    dialog.setLabelText(tr("Which office has this form ready?"));
    dialog.setComboBoxItems(names);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return offices.at(names.indexOf(dialog.textValue())).id;
}

void AdminWindow::remove()
{
    const town::Key key = *m_value->shown();
    //: %1 is an office, a person …
    QMessageBox box(QMessageBox::Question, tr("Take away"), tr("Take %1 away?").arg(nameIn(m_administration, key)),
                    QMessageBox::NoButton, this);
    box.setObjectName(u"removeDialog"_s);
    box.setTextFormat(Qt::PlainText);
    const QPushButton *yes = box.addButton(tr("&Take away"), QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(tr("Cancel"), QMessageBox::RejectRole));
    box.exec();
    if (box.clickedButton() == yes)
        m_administration.remove(key);
}

void AdminWindow::tellSaved(const town::Key &key, const QString &startPassword)
{
    const QString name = nameIn(m_administration, key);
    if (startPassword.isEmpty()) {
        //: %1 is what was stored
        m_notice->tell(NoticeKind::Info, tr("%1 is stored and counts from now on.").arg(name));
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Information, tr("Start password"),
                                //: %1 is a person
                                tr("The start password of %1, shown this once. At the next sign-in "
                                   "%1 has to choose another one:")
                                    .arg(name),
                                QMessageBox::Ok, this);
    box->setObjectName(u"startPasswordDialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(startPassword);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->open();
}

} // namespace sprechtag::clerk::view

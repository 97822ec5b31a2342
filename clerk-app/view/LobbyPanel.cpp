// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/LobbyPanel.h"

#include "clerk-app/model/Words.h"
#include "clerk-app/view/Actions.h"
#include "clerk-app/view/ClearStyle.h"
#include "clerk-app/view/FocusHeir.h"
#include "clerk-app/view/LobbyDelegate.h"
#include "clerk-app/view/PersonPanel.h"
#include "clerk-app/view/PrimaryButton.h"

#include <QApplication>
#include <QFocusEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProxyStyle>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using model::Lobby;

namespace {

constexpr int kRoomForConcernInChars = 105;
constexpr int kOthersInChars = 42; // number, since, and enough of a name to know who it is
constexpr int kRoomForWaitInChars = 36;

constexpr int kRoomBesideWords = 4;

//! Room between the words of a table and its lines. One click selects, whatever the desktop says: two call somebody in.
class RoomyStyle final : public QProxyStyle
{
    Q_DISABLE_COPY_MOVE(RoomyStyle)
public:
    explicit RoomyStyle(QObject *parent)
        : QProxyStyle(nameOfStyle())
    {
        setParent(parent);
    }
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        const int usual = QProxyStyle::pixelMetric(metric, option, widget);
        return metric == PM_FocusFrameHMargin || metric == PM_HeaderMargin ? usual + kRoomBesideWords : usual;
    }
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *data) const override
    {
        return hint == SH_ItemView_ActivateItemOnSingleClick ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

QPushButton *besideText(QAction *action, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(action->icon(), {}, parent);
    button->setObjectName(name);
    wearAction(button, action);
    button->setMinimumHeight(button->fontMetrics().height() * 2 + 4);
    return button;
}

} // namespace

LobbyPanel::LobbyPanel(model::Workplace &workplace, const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_actions(actions)
    , m_title(new QLabel(this))
    , m_count(new QLabel(this))
    , m_next(new PrimaryButton(this))
    , m_call(besideText(actions.callSelected, u"callSelectedButton"_s, this))
    , m_readmit(besideText(actions.readmit, u"readmitButton"_s, this))
    , m_break(besideText(actions.onBreak, u"breakButton"_s, this))
    , m_table(new QTableView(this))
    , m_empty(new QLabel(m_table->viewport()))
    , m_person(new PersonPanel(this))
{
    setObjectName(u"lobbyPanel"_s);
    m_next->setObjectName(u"callNextButton"_s);
    m_next->setAction(actions.callNext, u"next"_s);
    for (QLabel *label : {m_title, m_count, m_empty})
        label->setTextFormat(Qt::PlainText);
    m_title->setObjectName(u"lobbyTitle"_s);
    m_count->setObjectName(u"lobbyCount"_s);
    m_empty->setObjectName(u"lobbyEmpty"_s);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_title->setFont(large);
    buildTable();
    buildLayout();
    connect(m_table, &QTableView::activated, this, &LobbyPanel::activate);
    connect(m_table, &QWidget::customContextMenuRequested, this, &LobbyPanel::openMenu);
    // Not to the break, which stands beside them.
    for (QWidget *button : std::initializer_list<QWidget *>{m_next, m_call, m_readmit})
        leaveFocusTo(m_table, button);
    for (QAction *action : {actions.readmit, actions.callSelected})
        connect(action, &QAction::changed, this, &LobbyPanel::offerWhatFits);
    connect(&m_workplace, &model::Workplace::changed, this, &LobbyPanel::refreshWords);
    Lobby &lobby = m_workplace.lobby();
    connect(&lobby, &QAbstractItemModel::rowsInserted, this, &LobbyPanel::refreshWords);
    connect(&lobby, &QAbstractItemModel::rowsRemoved, this, &LobbyPanel::refreshWords);
    connect(this, &LobbyPanel::selectionChanged, this, &LobbyPanel::refreshPerson);
    connect(&lobby, &QAbstractItemModel::dataChanged, this, &LobbyPanel::refreshPerson);
    refreshWords();
}

void LobbyPanel::buildTable()
{
    m_table->setObjectName(u"lobbyTable"_s);
    m_table->setAccessibleName(tr("Lobby"));
    // Before the table hears of it: it would select the next person, whom nobody has chosen.
    connect(&m_workplace.lobby(), &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { unselect(first, last); });
    m_table->setModel(&m_workplace.lobby());
    m_table->setItemDelegate(new LobbyDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideRight);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() * 2);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionsClickable(false);
    auto *style = new RoomyStyle(m_table);
    m_table->setStyle(style);
    header->setStyle(style);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LobbyPanel::selectionChanged);
    m_table->installEventFilter(this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    auto *over = new QVBoxLayout(m_table->viewport());
    over->addWidget(m_empty);
    // Beside the concern that they are for.
    header->moveSection(header->visualIndex(Lobby::PapersColumn), header->visualIndex(Lobby::ConcernColumn) + 1);
    setShape(Shape::Wide);
}

void LobbyPanel::buildLayout()
{
    auto *heading = new QHBoxLayout;
    heading->addWidget(m_title, 1);
    heading->addWidget(m_count);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_next);
    buttons->addWidget(m_call);
    buttons->addWidget(m_readmit);
    buttons->addWidget(m_break);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 12, 12, 8);
    layout->setSpacing(10);
    layout->addLayout(heading);
    layout->addLayout(buttons);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_person);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void LobbyPanel::setShape(Shape shape)
{
    m_shape = shape;
    const bool wide = shape == Shape::Wide;
    m_title->setVisible(wide);
    m_next->setVisible(wide);
    offerWhatFits();
    m_break->setVisible(wide);
    if (layout())
        layout()->activate(); // or the room of the buttons that went is still claimed when the call comes
    arrangeColumns();
    refreshWords();
}

// What is needed to call somebody is always there; the concern gives way first, it can be read in the call.
void LobbyPanel::arrangeColumns()
{
    const int unit = m_table->fontMetrics().averageCharWidth();
    const bool wide = m_shape == Shape::Wide;
    const bool roomForConcern = wide && width() >= unit * kRoomForConcernInChars;
    m_table->setColumnHidden(Lobby::ConcernColumn, !roomForConcern);
    m_table->setColumnHidden(Lobby::StateColumn, !wide);
    m_table->setColumnHidden(Lobby::PapersColumn, !roomForConcern || !m_workplace.lobby().hasPapers());
    m_table->setColumnHidden(Lobby::SinceColumn, width() < unit * kRoomForWaitInChars);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->resizeSection(Lobby::NumberColumn, unit * 11);
    header->resizeSection(Lobby::NameColumn, unit * 26);
    header->resizeSection(Lobby::SinceColumn, unit * 12);
    header->resizeSection(Lobby::PapersColumn, unit * 13);
    const int besideName = m_table->viewport()->width() / unit - kOthersInChars;
    header->resizeSection(Lobby::StateColumn, unit * (roomForConcern ? 36 : qBound(14, besideName, 30)));
    header->setSectionResizeMode(roomForConcern ? Lobby::ConcernColumn : Lobby::NameColumn, QHeaderView::Stretch);
}

void LobbyPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeColumns();
}

// With the keyboard, arriving in the table means arriving at a person. A window that comes to the front chooses nobody.
bool LobbyPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::FocusIn && !m_table->selectionModel()->hasSelection() &&
        m_workplace.lobby().rowCount() > 0) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason)
            m_table->selectRow(qMax(0, m_table->currentIndex().row()));
    }
    return QWidget::eventFilter(watched, event);
}

void LobbyPanel::unselect(int first, int last)
{
    const int row = m_table->currentIndex().row();
    if (first <= row && row <= last)
        m_table->selectionModel()->clear();
}

void LobbyPanel::activate()
{
    if (m_actions.readmit->isEnabled())
        m_actions.readmit->trigger();
    else if (m_actions.callSelected->isEnabled())
        m_actions.callSelected->trigger();
    else
        Q_EMIT nothingToDo();
}

// One button for whoever is selected: a missed person can only be taken in again.
void LobbyPanel::offerWhatFits()
{
    const bool wide = m_shape == Shape::Wide;
    m_readmit->setVisible(wide && m_actions.readmit->isEnabled());
    m_call->setVisible(wide && m_actions.callSelected->isVisible() && !m_actions.readmit->isEnabled());
}

// Only what can be done with this person: a menu of grey words helps nobody.
void LobbyPanel::openMenu(const QPoint &at)
{
    if (!selected())
        return;
    QMenu menu(this);
    for (QAction *action :
         {m_actions.callSelected, m_actions.readmit, m_actions.unpark, m_actions.message, m_actions.prioritise}) {
        if (action->isEnabled())
            menu.addAction(action);
    }
    if (menu.isEmpty())
        return;
    // By key, the menu belongs to the person and not to the middle of the table.
    const QRect row = m_table->visualRect(m_table->currentIndex());
    const QPoint place = row.contains(QPoint(row.left(), at.y())) ? at : row.center();
    menu.exec(m_table->viewport()->mapToGlobal(place));
}

void LobbyPanel::takeFocus()
{
    if (m_next->isEnabled())
        m_next->setFocus();
    else
        m_table->setFocus();
}

std::optional<model::LobbyRow> LobbyPanel::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return std::nullopt;
    return m_workplace.lobby().rows()[static_cast<std::size_t>(rows.first().row())];
}

void LobbyPanel::refreshPerson()
{
    m_person->show(m_shape == Shape::Wide ? selected() : std::nullopt);
}

void LobbyPanel::refreshWords()
{
    const auto office = m_workplace.lobby().office();
    const model::OfficeRow *row = office ? m_workplace.offices().find(*office) : nullptr;
    m_title->setText(row ? row->name : tr("All my open offices"));
    m_count->setText(countText());
    m_empty->setText(emptyText());
    m_empty->setVisible(m_workplace.lobby().rowCount() == 0);
    // The first person with a checklist brings its column, the last one takes it along.
    if (m_table->isColumnHidden(Lobby::PapersColumn) == m_workplace.lobby().hasPapers())
        arrangeColumns();
    refreshPerson();
}

QString LobbyPanel::countText() const
{
    const Lobby &lobby = m_workplace.lobby();
    QStringList parts{model::Words::waiting(lobby.waitingCount())};
    if (const int parked = lobby.count(model::PersonGroup::Parked); parked > 0)
        //: %n people are parked
        parts.append(tr("%n parked", nullptr, parked));
    if (const int missed = lobby.count(model::PersonGroup::Missed); missed > 0)
        //: %n people did not come when they were called
        parts.append(tr("%n missed", nullptr, missed));
    return parts.join(u" · "_s);
}

QString LobbyPanel::emptyText() const
{
    const auto office = m_workplace.lobby().office();
    const model::OfficeRow *row = office ? m_workplace.offices().find(*office) : nullptr;
    if (row ? !row->open : !m_workplace.atAnyDesk())
        return row ? tr("This office is closed. Open it with its switch on the left.")
                   : tr("Open an office with its switch on the left. Whoever draws a number there appears here.");
    return tr("Nobody is waiting. You will be told when somebody comes.");
}

} // namespace sprechtag::clerk::view

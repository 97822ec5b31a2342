// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/TransferDialog.h"

#include "clerk-app/model/Words.h"
#include "clerk-app/view/DialogParts.h"
#include "shared/protocol/Limits.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using protocol::clerk::Neighbour;

namespace {

constexpr std::chrono::seconds kAskAgainAfter{5};
enum Column { NameColumn, StateColumn, AheadColumn };
constexpr int kNoteLines = 3;
constexpr int kNameRole = Qt::UserRole + 1;
constexpr int kPresentRole = Qt::UserRole + 2;

QString idText(const auto &id)
{
    return QString::fromStdString(id.text());
}

} // namespace

TransferDialog::TransferDialog(const QString &number, model::Workplace &workplace, QWidget *parent)
    : QDialog(parent)
    , m_clock(workplace.clock())
    , m_list(new QTreeWidget(this))
    , m_colleague(new QComboBox(this))
    , m_note(new QPlainTextEdit(this))
    , m_hint(plainLabel({}, this))
    //: the citizen is asked to agree to the transfer
    , m_buttons(new OrderButtons(workplace, tr("&Ask the citizen"), this))
{
    setObjectName(u"transferDialog"_s);
    build(number);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &TransferDialog::followOffice);
    connect(m_colleague, &QComboBox::currentIndexChanged, this, &TransferDialog::refresh);
    connect(m_note, &QPlainTextEdit::textChanged, this, &TransferDialog::refresh);
    m_again.setInterval(kAskAgainAfter);
    connect(&m_again, &QTimer::timeout, this, &TransferDialog::listWanted);
    m_again.start();
    followOffice();
    m_list->setFocus();
}

void TransferDialog::build(const QString &number)
{
    //: %1 is a number such as B 017
    setWindowTitle(tr("Transfer %1").arg(number));
    m_list->setObjectName(u"transferOffices"_s);
    m_list->setAccessibleName(tr("Offices"));
    m_list->setHeaderLabels({tr("Office"), tr("State"), tr("People ahead")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    m_hint->setObjectName(u"transferHint"_s);
    m_colleague->setObjectName(u"transferColleague"_s);
    m_note->setObjectName(u"transferNote"_s);
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(m_note->fontMetrics().lineSpacing() * (kNoteLines + 1));
    m_buttons->order().setObjectName(u"transferAskButton"_s);
    auto *form = new QFormLayout(this);
    form->addRow(plainLabel(tr("The number stays the same, and the place is by the time of arrival. "
                               "The conversation goes on here until the citizen agrees."),
                            this));
    form->addRow(m_list);
    form->addRow(tr("&Colleague:"), m_colleague);
    form->addRow(tr("&Note for whoever calls next:"), m_note);
    form->addRow(m_hint);
    form->addRow(m_buttons);
    resize(fontMetrics().averageCharWidth() * 80, sizeHint().height());
}

// Rows are kept where they are: somebody may just be about to press one.
void TransferDialog::show(const QList<Neighbour> &offices)
{
    m_offices = offices;
    m_refusal.clear();
    for (const Neighbour &office : offices) {
        QTreeWidgetItem *row = nullptr;
        for (int i = 0; i < m_list->topLevelItemCount() && !row; ++i) {
            if (m_list->topLevelItem(i)->data(NameColumn, Qt::UserRole).toString() == idText(office.id))
                row = m_list->topLevelItem(i);
        }
        if (!row) {
            row = new QTreeWidgetItem(m_list);
            row->setData(NameColumn, Qt::UserRole, idText(office.id));
        }
        const bool open = takesPeople(office);
        row->setText(NameColumn, office.name);
        row->setText(StateColumn, model::Words::neighbour(office));
        row->setText(AheadColumn, open ? QString::number(office.ahead) : QString());
        row->setDisabled(!open);
        // Where the keyboard begins; chosen it is by the clerk alone.
        if (open && !m_list->currentItem())
            m_list->setCurrentItem(row, NameColumn, QItemSelectionModel::NoUpdate);
    }
    followOffice();
}

void TransferDialog::showRefusal(const QString &why)
{
    m_refusal = why;
    refresh();
}

void TransferDialog::accept()
{
    const auto wanted = choice();
    if (!wanted)
        return;
    m_buttons->await();
    Q_EMIT ordered(*wanted);
}

void TransferDialog::take(const model::CommandResult &result)
{
    m_buttons->take(result);
}

std::optional<TransferChoice> TransferDialog::choice() const
{
    const Neighbour *office = chosen();
    if (!office || colleagueIsAbsent())
        return std::nullopt;
    const auto clerk = ClerkId::parse(m_colleague->currentData().toString().toStdString());
    return TransferChoice{office->id, clerk, m_note->toPlainText().simplified()};
}

bool TransferDialog::takesPeople(const Neighbour &office) const
{
    return office::takesPeople(office.view, m_clock.now());
}

const Neighbour *TransferDialog::chosen() const
{
    const auto selected = m_list->selectedItems();
    if (selected.isEmpty())
        return nullptr;
    const QString id = selected.first()->data(NameColumn, Qt::UserRole).toString();
    const auto found =
        std::ranges::find_if(m_offices, [&id](const Neighbour &office) { return idText(office.id) == id; });
    return found != m_offices.end() && takesPeople(*found) ? &*found : nullptr;
}

// Who is chosen stays chosen: nobody is sent to somebody else because the list has changed.
void TransferDialog::followOffice()
{
    const Neighbour *office = chosen();
    if (office && std::exchange(m_filledFor, office->id) != office->id) {
        m_colleague->clear();
        m_colleague->addItem(tr("Whoever is free"));
    }
    if (office)
        updateColleagues(*office);
    m_colleague->setEnabled(office && m_colleague->count() > 1);
    refresh();
}

void TransferDialog::updateColleagues(const Neighbour &office)
{
    const auto presentOnes = [&office](const QString &id) {
        return std::ranges::any_of(office.clerks,
                                   [&id](const auto &one) { return one.present && idText(one.card.id) == id; });
    };
    for (const auto &colleague : office.clerks) {
        if (colleague.present && m_colleague->findData(idText(colleague.card.id)) < 0)
            m_colleague->addItem(colleague.card.name, idText(colleague.card.id));
    }
    for (int row = 1; row < m_colleague->count(); ++row) {
        const bool present = presentOnes(m_colleague->itemData(row).toString());
        QString name = m_colleague->itemData(row, kNameRole).toString();
        if (name.isEmpty()) {
            name = m_colleague->itemText(row);
            m_colleague->setItemData(row, name, kNameRole);
        }
        m_colleague->setItemData(row, present, kPresentRole);
        //: %1 is the name of a colleague who has left the desk
        m_colleague->setItemText(row, present ? name : tr("%1 (absent)").arg(name));
    }
}

bool TransferDialog::colleagueIsAbsent() const
{
    return m_colleague->currentIndex() > 0 && !m_colleague->currentData(kPresentRole).toBool();
}

void TransferDialog::refresh()
{
    const bool tooLong = m_note->toPlainText().size() > protocol::limits::kNoteChars;
    m_buttons->setReady(chosen() && !tooLong && !colleagueIsAbsent());
    if (tooLong)
        m_hint->setText(tr("The note is too long."));
    else if (colleagueIsAbsent())
        m_hint->setText(tr("This colleague has left the desk. Choose somebody else, or whoever is free."));
    else if (m_offices.isEmpty() && !m_refusal.isEmpty())
        m_hint->setText(m_refusal);
    else if (m_offices.isEmpty())
        m_hint->setText(tr("The offices are being asked …"));
    else if (std::ranges::none_of(m_offices, [this](const Neighbour &office) { return takesPeople(office); }))
        m_hint->setText(tr("No other office takes anybody now."));
    else
        m_hint->setText(tr("The note goes when the visit ends. Write only what the colleague needs."));
}

} // namespace sprechtag::clerk::view

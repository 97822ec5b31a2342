// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/TransferDialog.h"

#include "clerk-app/model/Words.h"
#include "shared/protocol/Limits.h"

#include <QComboBox>
#include <QDialogButtonBox>
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

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QString idText(const auto &id)
{
    return QString::fromStdString(id.text());
}

} // namespace

bool takesPeople(const Neighbour &office)
{
    const bool closed =
        office.view.state == office::PublicState::Closed || office.view.state == office::PublicState::IntakeSuspended;
    return !closed && office.view.seats != 0U;
}

TransferDialog::TransferDialog(const QString &number, QWidget *parent)
    : QDialog(parent)
    , m_list(new QTreeWidget(this))
    , m_colleague(new QComboBox(this))
    , m_note(new QPlainTextEdit(this))
    , m_hint(plainLabel({}, this))
{
    setObjectName(u"transferDialog"_s);
    build(number);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &TransferDialog::refresh);
    connect(m_note, &QPlainTextEdit::textChanged, this, &TransferDialog::refresh);
    m_again.setInterval(kAskAgainAfter);
    connect(&m_again, &QTimer::timeout, this, &TransferDialog::listWanted);
    m_again.start();
    refresh();
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
    m_colleague->setObjectName(u"transferColleague"_s);
    m_note->setObjectName(u"transferNote"_s);
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(m_note->fontMetrics().lineSpacing() * (kNoteLines + 1));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    //: the citizen is asked to agree to the transfer
    m_ask = buttons->addButton(tr("&Ask the citizen"), QDialogButtonBox::AcceptRole);
    m_ask->setObjectName(u"transferAskButton"_s);
    m_ask->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout(this);
    form->addRow(plainLabel(tr("The number stays the same, and the place is by the time of arrival. "
                               "The conversation goes on here until the citizen agrees."),
                            this));
    form->addRow(m_list);
    form->addRow(tr("&Colleague:"), m_colleague);
    form->addRow(tr("&Note for whoever calls next:"), m_note);
    form->addRow(m_hint);
    form->addRow(buttons);
    resize(fontMetrics().averageCharWidth() * 80, sizeHint().height());
}

// Rows are kept where they are: somebody may just be about to press one.
void TransferDialog::show(const QList<Neighbour> &offices)
{
    m_offices = offices;
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
    refresh();
}

std::optional<TransferChoice> TransferDialog::choice() const
{
    const Neighbour *office = chosen();
    if (!office)
        return std::nullopt;
    const auto clerk = ClerkId::parse(m_colleague->currentData().toString().toStdString());
    return TransferChoice{office->id, clerk, m_note->toPlainText().simplified()};
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

void TransferDialog::fillColleagues()
{
    const Neighbour *office = chosen();
    const QString before = m_colleague->currentData().toString();
    m_colleague->clear();
    m_colleague->addItem(tr("Whoever is free"));
    for (const auto &colleague : office ? office->clerks : QList<protocol::clerk::Colleague>()) {
        if (colleague.present)
            m_colleague->addItem(colleague.card.name, idText(colleague.card.id));
    }
    m_colleague->setCurrentIndex(std::max(0, before.isEmpty() ? 0 : m_colleague->findData(before)));
    m_colleague->setEnabled(m_colleague->count() > 1);
}

void TransferDialog::refresh()
{
    fillColleagues();
    const bool tooLong = m_note->toPlainText().size() > protocol::limits::kNoteChars;
    m_ask->setEnabled(chosen() && !tooLong);
    if (tooLong)
        m_hint->setText(tr("The note is too long."));
    else if (m_offices.isEmpty())
        m_hint->setText(tr("The offices are being asked …"));
    else if (std::ranges::none_of(m_offices, takesPeople))
        m_hint->setText(tr("No other office takes anybody now."));
    else
        m_hint->setText(tr("The note goes when the visit ends. Write only what the colleague needs."));
}

} // namespace sprechtag::clerk::view

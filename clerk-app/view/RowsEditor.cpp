// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/RowsEditor.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBeyondRole = Qt::UserRole + 1;
constexpr int kRoomInCell = 1; // characters beside what is typed
constexpr int kArrow = 4;      // characters that a box to choose from takes

//! Opens cells to type in; the keyboard gets out of the last and the first one, too. A cell is told with every key, as
//! every other field is: whatever comes between finds what is typed.
class CellDelegate : public QStyledItemDelegate
{
public:
    CellDelegate(QAbstractItemView *view, QWidget *next)
        : QStyledItemDelegate(view)
        , m_view(view)
        , m_next(next)
    {
    }
    bool eventFilter(QObject *editor, QEvent *event) override
    {
        const bool pressed = event->type() == QEvent::KeyPress;
        const int key = pressed ? static_cast<QKeyEvent *>(event)->key() : 0;
        const QModelIndex at = m_view->currentIndex();
        const auto *model = m_view->model();
        const bool last = at.row() == model->rowCount() - 1 && at.column() == model->columnCount() - 1;
        const bool first = at.row() == 0 && at.column() == 0;
        QWidget *onward = nullptr;
        if (key == Qt::Key_Tab && last)
            onward = m_next;
        else if (key == Qt::Key_Backtab && first)
            onward = m_view->previousInFocusChain();
        if (!onward)
            return QStyledItemDelegate::eventFilter(editor, event);
        Q_EMIT commitData(qobject_cast<QWidget *>(editor));
        Q_EMIT closeEditor(qobject_cast<QWidget *>(editor));
        onward->setFocus(Qt::TabFocusReason);
        return true;
    }
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
        nameEditor(editor, index);
        if (const auto *line = qobject_cast<QLineEdit *>(editor))
            connect(line, &QLineEdit::textEdited, editor, [this, editor] { tell(editor); });
        return editor;
    }
    // What comes back of one's own key leaves the cursor where it is.
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        const auto *line = qobject_cast<const QLineEdit *>(editor);
        if (!line || line->text() != index.data(Qt::EditRole).toString())
            QStyledItemDelegate::setEditorData(editor, index);
    }

protected:
    void tell(QWidget *editor) const
    {
        QMetaObject::invokeMethod(m_view, "commitData", Qt::DirectConnection, Q_ARG(QWidget *, editor));
    }
    static void nameEditor(QWidget *editor, const QModelIndex &index)
    {
        if (editor)
            editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    }

private:
    QAbstractItemView *m_view;
    QWidget *m_next;
};

//! Lets people choose where a column has options.
class ChoiceDelegate final : public CellDelegate
{
public:
    ChoiceDelegate(QList<Option> options, QAbstractItemView *view, QWidget *next)
        : CellDelegate(view, next)
        , m_options(std::move(options))
    {
    }
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        auto *box = new QComboBox(parent);
        nameEditor(box, index);
        for (const Option &option : m_options)
            box->addItem(option.text, option.key);
        // What is not on offer any more stays until somebody chooses something else.
        if (const QVariant key = index.data(Qt::UserRole); box->findData(key) < 0)
            box->addItem(index.data(Qt::EditRole).toString(), key);
        connect(box, &QComboBox::activated, box, [this, box] { tell(box); });
        return box;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        auto *box = qobject_cast<QComboBox *>(editor);
        box->setCurrentIndex(box->findData(index.data(Qt::UserRole)));
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        const auto *box = qobject_cast<const QComboBox *>(editor);
        model->setData(index, box->currentData(), Qt::UserRole);
        model->setData(index, box->currentText(), Qt::EditRole);
    }

private:
    QList<Option> m_options;
};

QString textOf(const RowColumn &column, const QString &key)
{
    const auto option = std::ranges::find(column.options, key, &Option::key);
    if (option != column.options.end())
        return option->text;
    return key.isEmpty() ? QString() : RowsEditor::tr("(no longer there)");
}

} // namespace

RowsEditor::RowsEditor(RowsAccess access, QList<RowColumn> columns, QWidget *parent)
    : FieldEditor(parent)
    , m_access(std::move(access))
    , m_columns(std::move(columns))
    , m_table(new QTableWidget(0, static_cast<int>(m_columns.size()), this))
    , m_add(new QPushButton(tr("&Add a row"), this))
    , m_remove(new QPushButton(tr("&Remove the row"), this))
{
    for (int i = 0; i < m_columns.size(); ++i) {
        auto *head = new QTableWidgetItem(m_columns[i].title);
        head->setToolTip(m_columns[i].hint);
        m_table->setHorizontalHeaderItem(i, head);
        if (m_columns[i].kind == RowColumn::Kind::Choice)
            m_table->setItemDelegateForColumn(i, new ChoiceDelegate(m_columns[i].options, m_table, m_add));
        else
            m_table->setItemDelegateForColumn(i, new CellDelegate(m_table, m_add));
    }
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->hide();
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_table);
    layout->addLayout(buttons);
    setFocusProxy(m_table);
    fit();
    connect(m_add, &QPushButton::clicked, this, &RowsEditor::addRow);
    connect(m_remove, &QPushButton::clicked, this, &RowsEditor::removeRow);
    connect(m_table, &QTableWidget::itemChanged, this, &FieldEditor::edited);
    connect(m_table, &QTableWidget::itemChanged, this, &RowsEditor::fit);
}

void RowsEditor::showValue(const town::Value &value)
{
    const Cells wanted = m_access.read(value);
    town::Value own = value;
    // What is typed the other way and means the same is left as it is.
    if (m_access.write(own, cells()) < 0 && m_access.read(own) == wanted && m_table->rowCount() == wanted.size())
        return;
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(0); // an open cell is of a row that is no more
    m_table->setRowCount(static_cast<int>(wanted.size()));
    for (int row = 0; row < wanted.size(); ++row)
        setRow(row, wanted[row]);
    fit();
}

QString RowsEditor::writeTo(town::Value &value) const
{
    const int row = m_access.write(value, cells());
    return row < 0 ? QString() : tr("Row %1 cannot be read.").arg(row + 1);
}

void RowsEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_add->setHidden(readOnly);
    m_remove->setHidden(readOnly);
    m_table->setEditTriggers(readOnly ? QAbstractItemView::NoEditTriggers : QAbstractItemView::AllEditTriggers);
    const Cells shown = cells();
    const QSignalBlocker quiet(m_table);
    for (int row = 0; row < shown.size(); ++row)
        setRow(row, shown[row]);
    showReadOnly(m_table, readOnly);
}

void RowsEditor::setName(const QString &name)
{
    m_table->setAccessibleName(name);
    //: for screen readers; %1 is the name of a list
    m_add->setAccessibleName(tr("Add a row to: %1").arg(name));
    //: for screen readers; %1 is the name of a list
    m_remove->setAccessibleName(tr("Remove the row from: %1").arg(name));
}

QString RowsEditor::placeOf(const QString &below) const
{
    const int end = static_cast<int>(below.indexOf(u']'));
    bool isRow = false;
    const int row = below.startsWith(u'[') && end > 0 ? below.mid(1, end - 1).toInt(&isRow) : 0;
    return isRow ? tr("Row %1").arg(row + 1) : QString();
}

Cells RowsEditor::cells() const
{
    Cells all;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        QStringList one;
        for (int i = 0; i < m_columns.size(); ++i) {
            const QTableWidgetItem *item = m_table->item(row, i);
            switch (m_columns[i].kind) {
            case RowColumn::Kind::Text:
                one.append(item->text().trimmed());
                break;
            case RowColumn::Kind::Choice:
                one.append(item->data(Qt::UserRole).toString());
                break;
            case RowColumn::Kind::Check:
                one.append(item->checkState() == Qt::Checked ? u"1"_s : QString());
                break;
            }
        }
        const QTableWidgetItem *first = m_table->item(row, 0);
        all.append(one + first->data(kBeyondRole).toStringList());
    }
    return all;
}

void RowsEditor::setRow(int row, const QStringList &cells)
{
    for (int i = 0; i < m_columns.size(); ++i) {
        auto *item = new QTableWidgetItem;
        const QString &cell = cells.value(i);
        item->setToolTip(m_columns[i].hint);
        switch (m_columns[i].kind) {
        case RowColumn::Kind::Text:
            item->setText(cell);
            break;
        case RowColumn::Kind::Choice:
            item->setData(Qt::UserRole, cell);
            item->setText(textOf(m_columns[i], cell));
            break;
        case RowColumn::Kind::Check:
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            item->setFlags(item->flags().setFlag(Qt::ItemIsUserCheckable, !m_readOnly));
            item->setCheckState(cell.isEmpty() ? Qt::Unchecked : Qt::Checked);
            break;
        }
        if (i == 0)
            item->setData(kBeyondRole, cells.mid(m_columns.size()));
        m_table->setItem(row, i, item);
    }
}

void RowsEditor::addRow()
{
    const int row = m_table->rowCount();
    {
        const QSignalBlocker quiet(m_table);
        m_table->setRowCount(row + 1);
        QStringList empty;
        for (const RowColumn &column : std::as_const(m_columns))
            empty.append(column.options.isEmpty() ? QString() : column.options.first().key);
        setRow(row, empty);
    }
    fit();
    m_table->setFocus();
    m_table->setCurrentCell(row, 0);
    Q_EMIT edited();
}

void RowsEditor::removeRow()
{
    if (m_table->currentRow() < 0)
        return;
    m_table->removeRow(m_table->currentRow());
    fit();
    Q_EMIT edited();
}

// Large letters need more room than there is: then the table scrolls, and nothing is cut.
void RowsEditor::fit()
{
    const QHeaderView *head = m_table->horizontalHeader();
    const int character = m_table->fontMetrics().averageCharWidth();
    const QAbstractItemView *view = m_table;
    for (int i = 0; i < m_columns.size(); ++i) {
        int width = std::max(head->sectionSizeHint(i), view->sizeHintForColumn(i));
        if (m_columns[i].kind == RowColumn::Kind::Text)
            width = std::max(width, m_columns[i].characters * character) + kRoomInCell * character;
        for (const Option &option : std::as_const(m_columns[i].options))
            width = std::max(width, m_table->fontMetrics().horizontalAdvance(option.text) + kArrow * character);
        m_table->setColumnWidth(i, width);
    }
    // Where not all columns fit, a bar stands below them.
    const int bar = m_table->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_table);
    fitHeight(m_table, m_table->rowCount(), head->sizeHint().height() + bar);
}

} // namespace sprechtag::clerk::view

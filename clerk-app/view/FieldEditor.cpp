// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/FieldEditor.h"

#include "clerk-app/model/Words.h"
#include "clerk-app/view/InputGuard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLinesHeight = 4;
constexpr int kListHeight = 8;
constexpr int kRoomAroundRow = 6;

void fillWith(FieldEditor *editor, QWidget *content)
{
    auto *layout = new QVBoxLayout(editor);
    layout->setContentsMargins({});
    layout->addWidget(content);
    editor->setFocusProxy(content);
}

//! As high as so many lines of text, whatever the size of the letters.
int heightOf(const QWidget *widget, int lines)
{
    return widget->fontMetrics().lineSpacing() * lines + 2 * widget->fontMetrics().descent() + 8;
}

} // namespace

void FieldEditor::describe(const QString &text)
{
    setAccessibleDescription(text);
    for (QWidget *part : findChildren<QWidget *>()) {
        const bool button = qobject_cast<QPushButton *>(part) != nullptr; // says what it does
        if (part->focusPolicy() != Qt::NoFocus && !button)
            part->setAccessibleDescription(text);
    }
}

void showReadOnly(QWidget *field, bool readOnly)
{
    QPalette palette;
    if (readOnly)
        palette.setBrush(QPalette::Base, Qt::transparent);
    field->setPalette(palette);
}

void fitHeight(QAbstractItemView *view, int rows, int beside)
{
    const int usual = view->fontMetrics().lineSpacing() + kRoomAroundRow;
    const auto *table = qobject_cast<const QTableView *>(view);
    const int row = table ? table->verticalHeader()->defaultSectionSize() : std::max(usual, view->sizeHintForRow(0));
    // A view would like to grow, and what is around it would then share the room that is left on the page.
    view->setSizePolicy(view->sizePolicy().horizontalPolicy(), QSizePolicy::Fixed);
    view->setFixedHeight(row * std::clamp(rows, 1, kListHeight) + 2 * view->frameWidth() + beside);
}

LineEditor::LineEditor(Access<QString> access, int mostCharacters, QWidget *parent)
    : LineEditor(std::move(access), mostCharacters, {}, parent)
{
}

LineEditor::LineEditor(Access<QString> access, int mostCharacters, FaultOf faultOf, QWidget *parent)
    : FieldEditor(parent)
    , m_access(std::move(access))
    , m_faultOf(std::move(faultOf))
    , m_line(new QLineEdit(this))
{
    m_line->setMaxLength(mostCharacters);
    fillWith(this, m_line);
    // Whether it was typed, or dictated by way of the accessibility service.
    connect(m_line, &QLineEdit::textChanged, this, &FieldEditor::edited);
}

void LineEditor::showValue(const town::Value &value)
{
    const QSignalBlocker quiet(m_line);
    if (m_line->text() != m_access.read(value))
        m_line->setText(m_access.read(value));
}

QString LineEditor::writeTo(town::Value &value) const
{
    QString fault = m_faultOf ? m_faultOf(m_line->text()) : QString();
    if (fault.isEmpty())
        m_access.write(value, m_line->text());
    return fault;
}

void LineEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
    showReadOnly(m_line, readOnly);
}

void LineEditor::setName(const QString &name)
{
    m_line->setAccessibleName(name);
}

FlagEditor::FlagEditor(Access<bool> access, const QString &text, QWidget *parent)
    : FieldEditor(parent)
    , m_access(std::move(access))
    , m_box(new QCheckBox(text, this))
    , m_guard(new InputGuard(m_box))
{
    fillWith(this, m_box);
    connect(m_box, &QCheckBox::toggled, this, &FieldEditor::edited);
}

void FlagEditor::showValue(const town::Value &value)
{
    const QSignalBlocker quiet(m_box);
    m_box->setChecked(m_access.read(value));
}

QString FlagEditor::writeTo(town::Value &value) const
{
    m_access.write(value, m_box->isChecked());
    return {};
}

void FlagEditor::setReadOnly(bool readOnly)
{
    m_guard->setReadOnly(readOnly);
    showReadOnly(m_box, readOnly);
}

void FlagEditor::setName(const QString &name)
{
    m_box->setAccessibleName(name);
}

ChoiceEditor::ChoiceEditor(Access<QString> access, const QList<Option> &options, QWidget *parent)
    : FieldEditor(parent)
    , m_access(std::move(access))
    , m_box(new QComboBox(this))
    , m_guard(new InputGuard(m_box))
{
    for (const Option &option : options)
        m_box->addItem(option.text, option.key);
    fillWith(this, m_box);
    connect(m_box, &QComboBox::activated, this, &FieldEditor::edited);
}

void ChoiceEditor::showValue(const town::Value &value)
{
    m_box->setCurrentIndex(m_box->findData(m_access.read(value)));
}

QString ChoiceEditor::writeTo(town::Value &value) const
{
    if (m_box->currentIndex() >= 0)
        m_access.write(value, m_box->currentData().toString());
    return {};
}

void ChoiceEditor::setReadOnly(bool readOnly)
{
    m_guard->setReadOnly(readOnly);
    showReadOnly(m_box, readOnly);
}

void ChoiceEditor::setName(const QString &name)
{
    m_box->setAccessibleName(name);
}

ChecksEditor::ChecksEditor(Access<QStringList> access, const QList<Option> &options, QWidget *parent)
    : FieldEditor(parent)
    , m_access(std::move(access))
    , m_list(new QListWidget(this))
{
    for (const Option &option : options) {
        auto *item = new QListWidgetItem(option.text, m_list);
        item->setData(Qt::UserRole, option.key);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    fitHeight(m_list, static_cast<int>(options.size()));
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    fillWith(this, m_list);
    connect(m_list, &QListWidget::itemChanged, this, &FieldEditor::edited);
}

void ChecksEditor::showValue(const town::Value &value)
{
    const QSignalBlocker quiet(m_list);
    const QStringList keys = m_access.read(value);
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        item->setCheckState(keys.contains(item->data(Qt::UserRole).toString()) ? Qt::Checked : Qt::Unchecked);
    }
}

// The order of what was there before stays.
QString ChecksEditor::writeTo(town::Value &value) const
{
    QStringList keys = m_access.read(value);
    for (int i = 0; i < m_list->count(); ++i) {
        const QListWidgetItem *item = m_list->item(i);
        const QString key = item->data(Qt::UserRole).toString();
        if (item->checkState() != Qt::Checked)
            keys.removeAll(key);
        else if (!keys.contains(key))
            keys.append(key);
    }
    m_access.write(value, keys);
    return {};
}

void ChecksEditor::setReadOnly(bool readOnly)
{
    const QSignalBlocker quiet(m_list);
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setFlags(m_list->item(i)->flags().setFlag(Qt::ItemIsUserCheckable, !readOnly));
    showReadOnly(m_list, readOnly);
}

void ChecksEditor::setName(const QString &name)
{
    m_list->setAccessibleName(name);
}

NumberEditor::NumberEditor(Access<std::optional<int>> access, const Bounds &bounds, QWidget *parent)
    : FieldEditor(parent)
    , m_access(std::move(access))
    , m_maybeNone(!bounds.none.isEmpty())
    , m_box(new QSpinBox(this))
{
    m_box->setRange(m_maybeNone ? bounds.least - 1 : bounds.least, bounds.most);
    m_box->setSuffix(bounds.suffix);
    m_box->setSpecialValueText(bounds.none);
    m_box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    new InputGuard(m_box);
    fillWith(this, m_box);
    connect(m_box, &QSpinBox::valueChanged, this, &FieldEditor::edited);
}

void NumberEditor::showValue(const town::Value &value)
{
    const QSignalBlocker quiet(m_box);
    m_box->setValue(m_access.read(value).value_or(m_box->minimum()));
}

QString NumberEditor::writeTo(town::Value &value) const
{
    const bool none = m_maybeNone && m_box->value() == m_box->minimum();
    m_access.write(value, none ? std::nullopt : std::optional(m_box->value()));
    return {};
}

void NumberEditor::setReadOnly(bool readOnly)
{
    m_box->setReadOnly(readOnly);
    m_box->setButtonSymbols(readOnly ? QAbstractSpinBox::NoButtons : QAbstractSpinBox::UpDownArrows);
    showReadOnly(m_box, readOnly);
}

void NumberEditor::setName(const QString &name)
{
    m_box->setAccessibleName(name);
}

WordsEditor::WordsEditor(Access<town::Words> access, const QStringList &languages, Height height, QWidget *parent)
    : FieldEditor(parent)
    , m_access(std::move(access))
    , m_height(height)
{
    auto *layout = new QFormLayout(this);
    layout->setContentsMargins({});
    layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (const QString &language : languages) {
        QWidget *field = nullptr;
        if (height == Height::Line) {
            auto *line = new QLineEdit(this);
            connect(line, &QLineEdit::textChanged, this, &FieldEditor::edited);
            field = line;
        } else {
            auto *text = new QPlainTextEdit(this);
            text->setTabChangesFocus(true);
            text->setFixedHeight(heightOf(text, kLinesHeight));
            connect(text, &QPlainTextEdit::textChanged, this, &FieldEditor::edited);
            field = text;
        }
        layout->addRow(model::Words::language(language), field);
        m_places.append({language, field});
    }
    if (!m_places.isEmpty())
        setFocusProxy(m_places.first().field);
}

void WordsEditor::showValue(const town::Value &value)
{
    const town::Words words = m_access.read(value);
    for (const Place &place : std::as_const(m_places)) {
        const QString text = words.value(place.language);
        const QSignalBlocker quiet(place.field);
        if (auto *line = qobject_cast<QLineEdit *>(place.field); line && line->text() != text)
            line->setText(text);
        auto *lines = qobject_cast<QPlainTextEdit *>(place.field);
        if (lines && lines->toPlainText() != text)
            lines->setPlainText(text);
    }
}

// What stands in a language that the town has no more stays.
QString WordsEditor::writeTo(town::Value &value) const
{
    town::Words words = m_access.read(value);
    for (const Place &place : m_places) {
        const auto *line = qobject_cast<const QLineEdit *>(place.field);
        const auto *lines = qobject_cast<const QPlainTextEdit *>(place.field);
        const QString text = line ? line->text() : lines->toPlainText();
        if (text.isEmpty())
            words.remove(place.language);
        else
            words.insert(place.language, text);
    }
    m_access.write(value, words);
    return {};
}

void WordsEditor::setReadOnly(bool readOnly)
{
    for (const Place &place : std::as_const(m_places)) {
        if (auto *line = qobject_cast<QLineEdit *>(place.field))
            line->setReadOnly(readOnly);
        else if (auto *lines = qobject_cast<QPlainTextEdit *>(place.field))
            lines->setReadOnly(readOnly);
        showReadOnly(place.field, readOnly);
    }
}

void WordsEditor::setName(const QString &name)
{
    for (const Place &place : std::as_const(m_places))
        //: a field and its language, for screen readers
        place.field->setAccessibleName(tr("%1, %2").arg(name, model::Words::language(place.language)));
}

QString WordsEditor::placeOf(const QString &below) const
{
    return below.isEmpty() ? QString() : model::Words::language(below);
}

} // namespace sprechtag::clerk::view

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/TownForm.h"

#include "clerk-app/model/TownWords.h"
#include "clerk-app/view/Announce.h"
#include "clerk-app/view/DialogParts.h"

#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using model::TownWords;

namespace {

constexpr double kHintScale = 0.92;
constexpr int kLabelWide = 24;  // characters: fields of all groups begin at one line
constexpr int kMostLabel = 220; // pixels: large letters leave room for the field
constexpr int kRoomAboveWide = 6;

// Told apart from what people type by its letters, not by a colour that few can read.
QLabel *hintBelow(QWidget *parent, const QString &text)
{
    QLabel *hint = plainLabel(text, parent);
    QFont small = hint->font();
    small.setPointSizeF(small.pointSizeF() * kHintScale);
    small.setItalic(true);
    hint->setFont(small);
    return hint;
}

// A fault in a list or a map is one of the field that holds it.
bool isAbout(const town::Fault &fault, const QString &path)
{
    if (path.isEmpty() || !fault.field.startsWith(path))
        return false;
    const QString below = fault.field.sliced(path.size());
    return below.isEmpty() || below.startsWith(u'.') || below.startsWith(u'[');
}

} // namespace

TownForm::TownForm(const town::Value &value, const FieldContext &context, const MayChange &mayChange, QWidget *parent)
    : QScrollArea(parent)
    , m_value(value)
{
    const town::Kind kind = town::kindOf(town::keyOf(value));
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    QFormLayout *group = nullptr;
    std::optional<town::Group> current;
    for (const FieldSpec &spec : fieldsOf(kind, context)) {
        if (current != spec.group) {
            current = spec.group;
            auto *box = new QGroupBox(TownWords::group(kind, spec.group), content);
            group = new QFormLayout(box);
            group->setRowWrapPolicy(QFormLayout::WrapLongRows);
            group->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
            column->addWidget(box);
            if (!mayChange(spec.group))
                group->addRow(hintBelow(box, tr("To read only: administrators change this.")));
        }
        addField(group, spec, !mayChange(spec.group));
    }
    column->addStretch();
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    showValue(value);
}

void TownForm::addField(QFormLayout *group, const FieldSpec &spec, bool readOnly)
{
    auto *holder = new QWidget(group->parentWidget());
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins({});
    FieldEditor *editor = spec.make(holder);
    const QString path = spec.path.isEmpty() ? spec.label : spec.path;
    editor->setObjectName(path + u"Field"_s);
    if (!spec.label.isEmpty())
        editor->setName(spec.label);
    editor->setReadOnly(readOnly);
    column->addWidget(editor);
    if (!spec.hint.isEmpty()) {
        column->addWidget(hintBelow(holder, spec.hint));
        editor->describe(spec.hint);
    }
    QLabel *complaint = plainLabel({}, holder);
    complaint->setObjectName(path + u"Fault"_s);
    complaint->hide();
    column->addWidget(complaint);
    // A group of one field has said its name already.
    const auto *box = qobject_cast<const QGroupBox *>(group->parentWidget());
    if (!spec.label.isEmpty() && box->title() != spec.label) {
        auto *label = new QLabel(spec.label, holder->parentWidget());
        label->setBuddy(editor);
        if (editor->isWide()) {
            label->setContentsMargins(0, kRoomAboveWide, 0, 0);
            group->addRow(label);
            group->addRow(holder);
        } else {
            label->setMinimumWidth(std::min(kLabelWide * fontMetrics().averageCharWidth(), kMostLabel));
            group->addRow(label, holder);
        }
    } else {
        group->addRow(holder);
    }
    m_fields.push_back({spec, editor, readOnly, complaint, {}});
    connect(editor, &FieldEditor::edited, this, &TownForm::takeEdit);
}

void TownForm::showValue(const town::Value &value)
{
    m_value = value;
    for (Field &field : m_fields) {
        if (field.unreadable.isEmpty())
            field.editor->showValue(value);
    }
    showFaults({});
}

void TownForm::reset(const town::Value &value)
{
    for (Field &field : m_fields)
        field.unreadable.clear();
    showValue(value);
}

void TownForm::takeEdit()
{
    for (Field &field : m_fields)
        field.unreadable = field.readOnly ? QString() : field.editor->writeTo(m_value);
    for (Field &field : m_fields)
        field.editor->follow(m_value);
    showFaults(m_faults);
    Q_EMIT edited();
}

bool TownForm::readable() const
{
    return std::ranges::all_of(m_fields, [](const Field &field) { return field.unreadable.isEmpty(); });
}

void TownForm::showFaults(const QList<town::Fault> &faults)
{
    m_faults = faults;
    for (Field &field : m_fields) {
        QString text = field.unreadable;
        for (const town::Fault &fault : faults) {
            if (!text.isEmpty() || !isAbout(fault, field.spec.path))
                continue;
            QString below = fault.field.sliced(field.spec.path.size());
            if (below.startsWith(u'.'))
                below.remove(0, 1);
            const QString place = field.editor->placeOf(below);
            text = TownWords::fault(fault.code);
            if (!place.isEmpty())
                text = u"%1: %2"_s.arg(place, text);
        }
        complain(field, text);
    }
}

QString TownForm::wholeFault(const QList<town::Fault> &faults)
{
    for (const town::Fault &fault : faults) {
        if (fault.field.isEmpty())
            return TownWords::fault(fault.code);
    }
    return {};
}

void TownForm::complain(Field &field, const QString &text)
{
    //: a mistake in a form; told with a sign, so that it is not the colour alone
    field.complaint->setText(text.isEmpty() ? QString() : tr("⚠ %1").arg(text));
    field.complaint->setVisible(!text.isEmpty());
    QFont bold = font();
    bold.setBold(true);
    field.complaint->setFont(bold);
    field.editor->describe(text.isEmpty() ? field.spec.hint : text);
}

TownForm::Field *TownForm::firstWrong()
{
    const auto wrong =
        std::ranges::find_if(m_fields, [](const Field &field) { return !field.complaint->text().isEmpty(); });
    return wrong == m_fields.end() ? nullptr : &*wrong;
}

void TownForm::focusFirst()
{
    const Field *first = firstWrong();
    const auto mine = std::ranges::find_if(m_fields, [](const Field &one) { return !one.readOnly; });
    if (!first && mine != m_fields.end())
        first = &*mine;
    if (!first)
        return;
    first->editor->setFocus();
    ensureWidgetVisible(first->editor);
}

QString TownForm::focusedField() const
{
    const QWidget *focused = focusWidget();
    for (const Field &field : m_fields) {
        if (focused && focused->hasFocus() && (field.editor == focused || field.editor->isAncestorOf(focused)))
            return field.editor->objectName();
    }
    return {};
}

void TownForm::focusField(const QString &path)
{
    for (const Field &field : m_fields) {
        if (field.editor->objectName() == path)
            field.editor->setFocus();
    }
}

void TownForm::tellFirst()
{
    focusFirst();
    if (const Field *wrong = firstWrong())
        announce(wrong->complaint);
}

} // namespace sprechtag::clerk::view

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/view/TownFields.h"
#include "shared/domain/town/Validate.h"

#include <QScrollArea>

class QFormLayout;
class QLabel;

namespace sprechtag::clerk::view {

//! The form of one value: its fields in their groups, and what is wrong with a field right below it.
class TownForm final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TownForm)
public:
    using MayChange = std::function<bool(town::Group)>;
    TownForm(const town::Value &value, const FieldContext &context, const MayChange &mayChange,
             QWidget *parent = nullptr);

    //! What cannot be read stays as it is typed.
    void showValue(const town::Value &value);
    //! In place of all that is typed.
    void reset(const town::Value &value);
    //! What is typed. Fields that cannot be read say so, and have the value that they had before.
    [[nodiscard]] town::Value value() const { return m_value; }
    [[nodiscard]] bool readable() const;
    void showFaults(const QList<town::Fault> &faults);
    //! What is wrong with the value as a whole.
    [[nodiscard]] static QString wholeFault(const QList<town::Fault> &faults);
    void focusFirst();
    //! Where the focus is; empty: not in the form.
    [[nodiscard]] QString focusedField() const;
    void focusField(const QString &path);
    [[nodiscard]] bool isWrong() const { return !m_faults.isEmpty(); }
    //! Says the first of the faults, and puts the focus where it is.
    void tellFirst();

Q_SIGNALS:
    void edited();

private:
    struct Field
    {
        FieldSpec spec;
        FieldEditor *editor;
        bool readOnly;
        QLabel *complaint;
        QString unreadable;
    };

    void addField(QFormLayout *group, const FieldSpec &spec, bool readOnly);
    void takeEdit();
    [[nodiscard]] Field *firstWrong();
    void complain(Field &field, const QString &text);

    town::Value m_value;
    QList<town::Fault> m_faults;
    std::vector<Field> m_fields;
};

} // namespace sprechtag::clerk::view

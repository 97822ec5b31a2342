// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/town/Town.h"

#include <QWidget>

#include <functional>

class QAbstractItemView;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QSpinBox;

namespace sprechtag::clerk::view {

class InputGuard;

//! One field of a value in a form: shows it, lets people change it, writes it back.
class FieldEditor : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldEditor)
public:
    using QWidget::QWidget;

    virtual void showValue(const town::Value &value) = 0;
    //! Empty, or why what is typed cannot be read.
    [[nodiscard]] virtual QString writeTo(town::Value &value) const = 0;
    //! Something of the value is another way now; for what is worked out of other fields.
    virtual void follow(const town::Value &) {}
    //! Everything can still be read, scrolled and reached by the keyboard.
    virtual void setReadOnly(bool readOnly) = 0;
    //! What screen readers say beside the name, wherever in it the focus is.
    void describe(const QString &text);
    //! What screen readers call it.
    virtual void setName(const QString &name) = 0;
    //! It needs all the room there is: its label stands above it, not beside it.
    [[nodiscard]] virtual bool isWide() const { return false; }
    //! Where a fault below the field is, in words; empty: the whole field.
    [[nodiscard]] virtual QString placeOf(const QString &) const { return {}; }

Q_SIGNALS:
    void edited();
};

//! Reads and writes one field of a value.
template <typename T>
struct Access
{
    std::function<T(const town::Value &)> read;
    std::function<void(town::Value &, const T &)> write;
};

//! The field of a kind of value behind a pointer to member.
template <typename Kind, typename T>
Access<T> accessTo(T Kind::*member)
{
    return {[member](const town::Value &value) { return std::get<Kind>(value).*member; },
            [member](town::Value &value, const T &one) { std::get<Kind>(value).*member = one; }};
}

//! One of several things, by a key that is never shown.
struct Option
{
    QString key;
    QString text;
};

class LineEditor final : public FieldEditor
{
    Q_OBJECT
public:
    //! Empty, or why a text cannot be read.
    using FaultOf = std::function<QString(const QString &)>;
    LineEditor(Access<QString> access, int mostCharacters, QWidget *parent);
    LineEditor(Access<QString> access, int mostCharacters, FaultOf faultOf, QWidget *parent);
    void showValue(const town::Value &value) override;
    [[nodiscard]] QString writeTo(town::Value &value) const override;
    void setReadOnly(bool readOnly) override;
    void setName(const QString &name) override;

private:
    Access<QString> m_access;
    FaultOf m_faultOf;
    QLineEdit *m_line;
};

class FlagEditor final : public FieldEditor
{
    Q_OBJECT
public:
    FlagEditor(Access<bool> access, const QString &text, QWidget *parent);
    void showValue(const town::Value &value) override;
    [[nodiscard]] QString writeTo(town::Value &value) const override;
    void setReadOnly(bool readOnly) override;
    void setName(const QString &name) override;

private:
    Access<bool> m_access;
    QCheckBox *m_box;
    InputGuard *m_guard;
};

class ChoiceEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ChoiceEditor(Access<QString> access, const QList<Option> &options, QWidget *parent);
    void showValue(const town::Value &value) override;
    [[nodiscard]] QString writeTo(town::Value &value) const override;
    void setReadOnly(bool readOnly) override;
    void setName(const QString &name) override;

private:
    Access<QString> m_access;
    QComboBox *m_box;
    InputGuard *m_guard;
};

//! Any number of several things.
class ChecksEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ChecksEditor(Access<QStringList> access, const QList<Option> &options, QWidget *parent);
    void showValue(const town::Value &value) override;
    [[nodiscard]] QString writeTo(town::Value &value) const override;
    void setReadOnly(bool readOnly) override;
    void setName(const QString &name) override;

private:
    Access<QStringList> m_access;
    QListWidget *m_list;
};

//! A number with its unit; the least value may stand for none.
class NumberEditor final : public FieldEditor
{
    Q_OBJECT
public:
    struct Bounds
    {
        int least{};
        int most{};
        QString suffix;
        QString none; //!< what none is called; empty: there is always a number
    };
    NumberEditor(Access<std::optional<int>> access, const Bounds &bounds, QWidget *parent);
    void showValue(const town::Value &value) override;
    [[nodiscard]] QString writeTo(town::Value &value) const override;
    void setReadOnly(bool readOnly) override;
    void setName(const QString &name) override;

private:
    Access<std::optional<int>> m_access;
    bool m_maybeNone;
    QSpinBox *m_box;
};

//! The same words in every language of the town.
class WordsEditor final : public FieldEditor
{
    Q_OBJECT
public:
    enum class Height { Line, Lines };
    WordsEditor(Access<town::Words> access, const QStringList &languages, Height height, QWidget *parent);
    void showValue(const town::Value &value) override;
    [[nodiscard]] QString writeTo(town::Value &value) const override;
    void setReadOnly(bool readOnly) override;
    void setName(const QString &name) override;
    [[nodiscard]] QString placeOf(const QString &below) const override;
    [[nodiscard]] bool isWide() const override { return m_height == Height::Lines; }

private:
    struct Place
    {
        QString language;
        QWidget *field;
    };
    Access<town::Words> m_access;
    Height m_height;
    QList<Place> m_places;
};

//! Tells apart what is only to be read: it has no paper of its own to write on.
void showReadOnly(QWidget *field, bool readOnly);

//! So that a list shows as many rows as it has, within reason, and no empty ones; `beside` is for its head.
void fitHeight(QAbstractItemView *view, int rows, int beside = 0);

} // namespace sprechtag::clerk::view

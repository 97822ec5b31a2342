// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/view/FieldEditor.h"

class QPushButton;
class QTableWidget;

namespace sprechtag::clerk::view {

//! A column of a table in a form. With options a cell holds the key of one of them.
struct RowColumn
{
    enum class Kind { Text, Choice, Check };
    QString title;
    Kind kind{Kind::Text};
    QList<Option> options{};
    QString hint{};     //!< what to type
    int characters{11}; //!< at least so wide
};

//! The rows as texts: keys of options, "1" for a check, and what people type. What is beyond the columns is not shown,
//! and stays with its row.
using Cells = QList<QStringList>;

//! What a table shows of a value, and how it is written back.
struct RowsAccess
{
    std::function<Cells(const town::Value &)> read;
    //! -1, or the first row that cannot be read; then nothing is written.
    std::function<int(town::Value &, const Cells &)> write;
};

//! A list of things that are alike, one a row.
class RowsEditor final : public FieldEditor
{
    Q_OBJECT
public:
    RowsEditor(RowsAccess access, QList<RowColumn> columns, QWidget *parent);
    void showValue(const town::Value &value) override;
    [[nodiscard]] QString writeTo(town::Value &value) const override;
    void setReadOnly(bool readOnly) override;
    void setName(const QString &name) override;
    [[nodiscard]] QString placeOf(const QString &below) const override;
    [[nodiscard]] bool isWide() const override { return true; }

private:
    [[nodiscard]] Cells cells() const;
    void setRow(int row, const QStringList &cells);
    void addRow();
    void removeRow();
    void fit();

    RowsAccess m_access;
    QList<RowColumn> m_columns;
    QTableWidget *m_table;
    QPushButton *m_add;
    QPushButton *m_remove;
    bool m_readOnly{};
};

//! The table of a list of things: how a thing becomes cells, and cells become a thing (nullopt: they cannot be read).
template <typename Row>
RowsAccess rowsOf(Access<QList<Row>> access, std::function<QStringList(const Row &)> toCells,
                  std::function<std::optional<Row>(const QStringList &)> fromCells)
{
    const auto read = [access, toCells](const town::Value &value) {
        Cells cells;
        for (const Row &row : access.read(value))
            cells.append(toCells(row));
        return cells;
    };
    const auto write = [access, fromCells](town::Value &value, const Cells &cells) {
        QList<Row> rows;
        for (const QStringList &one : cells) {
            const auto row = fromCells(one);
            if (!row)
                return static_cast<int>(rows.size());
            rows.append(*row);
        }
        access.write(value, rows);
        return -1;
    };
    return {read, write};
}

} // namespace sprechtag::clerk::view

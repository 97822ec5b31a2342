// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Workplace.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace sprechtag::clerk::view {

class OrderButtons;

struct TransferChoice
{
    OfficeId to;
    std::optional<ClerkId> clerk;
    QString note;
    friend bool operator==(const TransferChoice &, const TransferChoice &) = default;
};

//! Where to, with whom perhaps, and what the colleague should know. What the offices are like is asked for again and
//! again while the question stands. Stays until the citizen is asked.
class TransferDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferDialog)
public:
    TransferDialog(const QString &number, model::Workplace &workplace, QWidget *parent);

    void show(const QList<protocol::clerk::Neighbour> &offices);
    //! What the offices are like cannot be told now.
    void showRefusal(const QString &why);
    [[nodiscard]] std::optional<TransferChoice> choice() const;
    //! What became of the order.
    void take(const model::CommandResult &result);

Q_SIGNALS:
    void listWanted();
    void ordered(const sprechtag::clerk::view::TransferChoice &choice);

protected:
    void accept() override;

private:
    void build(const QString &number);
    void followOffice();
    void updateColleagues(const protocol::clerk::Neighbour &office);
    [[nodiscard]] bool colleagueIsAbsent() const;
    void refresh();
    [[nodiscard]] bool takesPeople(const protocol::clerk::Neighbour &office) const;
    [[nodiscard]] const protocol::clerk::Neighbour *chosen() const;

    const Clock &m_clock;
    QTreeWidget *m_list;
    QComboBox *m_colleague;
    QPlainTextEdit *m_note;
    QLabel *m_hint;
    OrderButtons *m_buttons;
    std::optional<OfficeId> m_filledFor;
    QList<protocol::clerk::Neighbour> m_offices;
    QString m_refusal; //!< of the list
    QTimer m_again;
};

} // namespace sprechtag::clerk::view

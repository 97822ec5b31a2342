// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Workplace.h"

#include <QWidget>

class QDialog;
class QDialogButtonBox;
class QLabel;
class QPushButton;

namespace sprechtag::clerk::view {

//! Words as they are, over as many lines as they need.
[[nodiscard]] QLabel *plainLabel(const QString &text, QWidget *parent);

//! Why an order waits while there is no line to the server.
[[nodiscard]] QString noLineText();

//! Cancel, in the language of the app, which Qt's own words are not always.
[[nodiscard]] QDialogButtonBox *cancelBox(QDialog *dialog);

//! The lower end of a dialog: Cancel, and the one button that orders what the dialog is about. Without a line it waits
//! and says so: an order would be carried out when nobody expects it any more. A dialog in which somebody has typed
//! stays until its order is carried out, so that no words are lost when it is refused.
class OrderButtons final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrderButtons)
public:
    OrderButtons(model::Workplace &workplace, const QString &text, QDialog *dialog);

    [[nodiscard]] QPushButton &order() { return *m_order; }
    //! Whether the dialog itself has all that it needs.
    void setReady(bool ready);
    //! The order is on its way: once is enough.
    void await();
    //! What became of it: the dialog is done, or says why not.
    void take(const model::CommandResult &result);
    void refuse(const QString &why);

private:
    void refresh();
    void showBelow(QLabel *label, const QString &text);

    model::Workplace &m_workplace;
    QDialog *m_dialog;
    QLabel *m_noLine;
    QLabel *m_refusal;
    QPushButton *m_order{};
    bool m_ready{true};
    bool m_awaiting{};
};

} // namespace sprechtag::clerk::view

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/connection/CommandPort.h"
#include "clerk-app/model/CurrentVisit.h"

namespace sprechtag::clerk::model {

//! The forms that the office of my visitor has ready.
class FormStock final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormStock)
public:
    FormStock(CurrentVisit &visit, connection::CommandPort &commands, QObject *parent = nullptr);

    [[nodiscard]] bool offered() const;
    //! listed() or troubled() follows.
    void read();
    //! A copy into the visit; taken() or troubled() follows.
    void take(const protocol::clerk::StockForm &form);

Q_SIGNALS:
    void listed(const QList<sprechtag::protocol::clerk::StockForm> &forms);
    //! `toFillIn`: it has fields.
    void taken(sprechtag::DocumentId document, bool toFillIn);
    void troubled(const QString &text);

private:
    CurrentVisit &m_visit;
    connection::CommandPort &m_commands;
};

} // namespace sprechtag::clerk::model

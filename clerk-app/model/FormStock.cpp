// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/FormStock.h"

#include "clerk-app/model/Words.h"

namespace sprechtag::clerk::model {

namespace wire = protocol::clerk;

FormStock::FormStock(CurrentVisit &visit, connection::CommandPort &commands, QObject *parent)
    : QObject(parent)
    , m_visit(visit)
    , m_commands(commands)
{
}

bool FormStock::offered() const
{
    const auto &visit = m_visit.running();
    return visit && visit->state == office::TicketState::InCall;
}

void FormStock::read()
{
    const auto &visit = m_visit.running();
    if (!visit)
        return;
    m_commands.send(wire::ListStock{{}, visit->office, visit->ticket}, this,
                    [this](const connection::CommandResult &result) {
                        if (result) {
                            Q_EMIT listed(result->stock);
                        } else {
                            Q_EMIT troubled(Words::refusal(result.error()));
                        }
                    });
}

void FormStock::take(const wire::StockForm &form)
{
    const auto &visit = m_visit.running();
    if (!visit)
        return;
    const wire::TakeForm command{
        .id = {}, .office = visit->office, .ticket = visit->ticket, .epoch = visit->epoch, .form = form.form};
    m_commands.send(command, this, [this, fields = form.fields](const connection::CommandResult &result) {
        if (result && result->document) {
            Q_EMIT taken(*result->document, fields > 0);
        } else if (!result) {
            const bool gone = result.error().code == protocol::ErrorCode::Gone;
            Q_EMIT troubled(gone ? tr("This form is not there any more, or the conversation has changed.")
                                 : Words::refusal(result.error()));
        }
    });
}

} // namespace sprechtag::clerk::model

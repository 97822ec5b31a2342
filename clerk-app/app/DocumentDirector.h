// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/call/CallSurface.h"
#include "clerk-app/connection/DocumentPort.h"
#include "clerk-app/connection/ServerConnection.h"
#include "clerk-app/model/Workplace.h"

#include <QTimer>

namespace sprechtag::clerk::app {

//! Puts the document that clerk and visitor look at onto the call page, and takes to the server what the clerk does
//! with it. The page opens no line: the app fetches the content.
class DocumentDirector final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DocumentDirector)
public:
    DocumentDirector(connection::ServerConnection &line, model::Workplace &workplace, connection::DocumentPort &port,
                     QObject *parent = nullptr);

    void attach(call::CallSurface &surface);

private:
    void take(const protocol::clerk::ViewState &message);
    void take(const protocol::clerk::ViewChanged &message);
    void follow();
    void fetch();
    void arrived(DocumentId document, const std::optional<QByteArray> &content);
    void display();
    void forget();
    void show(DocumentId document);
    void fillIn(DocumentId document, bool toFillIn);
    void hide();
    void change(DocumentId document, const documents::ViewChange &what);

    connection::ServerConnection &m_line;
    model::Workplace &m_workplace;
    connection::DocumentPort &m_port;
    call::CallSurface *m_surface{};
    std::optional<TicketId> m_ticket; //!< whose it is
    std::optional<documents::SharedView> m_view;
    std::optional<DocumentId> m_fetched; //!< what the content is of
    QByteArray m_content;
    QTimer m_untold; //!< a new line has not said yet what is shown
};

} // namespace sprechtag::clerk::app

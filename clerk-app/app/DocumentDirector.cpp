// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/DocumentDirector.h"

namespace sprechtag::clerk::app {

namespace wire = protocol::clerk;
using connection::ServerConnection;

namespace {

// The desk is taken up by then, and the server has told what is shown there; where it has not, nothing is.
constexpr std::chrono::seconds kToldWithin{5};

} // namespace

DocumentDirector::DocumentDirector(ServerConnection &line, model::Workplace &workplace, connection::DocumentPort &port,
                                   QObject *parent)
    : QObject(parent)
    , m_line(line)
    , m_workplace(workplace)
    , m_port(port)
{
    m_untold.setSingleShot(true);
    connect(&m_untold, &QTimer::timeout, this, &DocumentDirector::forget);
    connect(&m_line, &ServerConnection::viewReceived, this, [this](const wire::ViewState &state) { take(state); });
    connect(&m_line, &ServerConnection::viewChanged, this, [this](const wire::ViewChanged &change) { take(change); });
    connect(&m_line, &ServerConnection::welcomed, this, [this] {
        if (m_view)
            m_untold.start(kToldWithin);
    });
    const model::CurrentVisit &visit = m_workplace.visit();
    connect(&visit, &model::CurrentVisit::started, this, &DocumentDirector::follow);
    connect(&visit, &model::CurrentVisit::changed, this, &DocumentDirector::follow);
    connect(&visit, &model::CurrentVisit::ended, this, &DocumentDirector::follow);
    model::VisitDocuments &list = m_workplace.documents();
    connect(&list, &model::VisitDocuments::showWanted, this, &DocumentDirector::show);
    connect(&list, &model::VisitDocuments::hideWanted, this, &DocumentDirector::hide);
    connect(&list.stock(), &model::FormStock::taken, this, &DocumentDirector::fillIn);
    // The list may come after what is shown of it.
    connect(&list, &model::VisitDocuments::stateChanged, this, &DocumentDirector::fetch);
}

void DocumentDirector::attach(call::CallSurface &surface)
{
    m_surface = &surface;
    connect(&surface, &call::CallSurface::documentChanged, this, &DocumentDirector::change);
    connect(&surface, &call::CallSurface::documentCloseWanted, this, &DocumentDirector::hide);
    display();
}

// May be told before the visit is taken up again.
void DocumentDirector::take(const wire::ViewState &message)
{
    const auto &visit = m_workplace.visit().running();
    if (visit && visit->ticket != message.ticket)
        return;
    m_untold.stop();
    if (!message.view)
        return forget();
    m_ticket = message.ticket;
    m_view = message.view;
    const bool isHere = m_fetched == m_view->document;
    m_workplace.documents().setShown(m_view->document);
    if (isHere)
        display();
    else
        fetch();
}

void DocumentDirector::take(const wire::ViewChanged &message)
{
    if (m_ticket != message.ticket || !m_view || m_view->document != message.document)
        return;
    documents::apply(*m_view, message.from, message.change);
    if (m_surface != nullptr && !m_content.isEmpty())
        m_surface->changeDocument(message.from, message.change);
}

void DocumentDirector::follow()
{
    const auto &visit = m_workplace.visit().running();
    if (!visit || visit->ticket != m_ticket)
        forget();
}

void DocumentDirector::fetch()
{
    if (!m_view || m_fetched == m_view->document)
        return;
    const documents::Card *card = m_workplace.documents().card(m_view->document);
    if (card == nullptr)
        return;
    m_fetched = card->id;
    m_content.clear();
    m_port.fetch(card->id, card->bytes, this,
                 [this, id = card->id](const std::optional<QByteArray> &content) { arrived(id, content); });
}

void DocumentDirector::arrived(DocumentId document, const std::optional<QByteArray> &content)
{
    if (!m_view || m_view->document != document)
        return;
    if (content) {
        m_content = *content;
        return display();
    }
    Q_EMIT m_workplace.documents().troubled(tr("The file could not be fetched from the server."));
    hide();
}

void DocumentDirector::display()
{
    if (m_surface == nullptr || !m_view || m_content.isEmpty())
        return;
    const documents::Card *card = m_workplace.documents().card(m_view->document);
    if (card == nullptr || !card->kind)
        return;
    m_surface->showDocument({.view = *m_view, .kind = *card->kind, .name = card->name.reveal(), .content = m_content});
}

void DocumentDirector::forget()
{
    m_untold.stop();
    if (!m_view)
        return;
    m_view.reset();
    m_fetched.reset();
    m_content.clear();
    m_workplace.documents().setShown(std::nullopt);
    if (m_surface != nullptr)
        m_surface->hideDocument();
}

void DocumentDirector::show(DocumentId document)
{
    if (const auto &visit = m_workplace.visit().running())
        m_line.say(wire::ShowDocument{
            .office = visit->office, .ticket = visit->ticket, .epoch = visit->epoch, .document = document});
}

// One click: it is there, both look at it, and both may write.
void DocumentDirector::fillIn(DocumentId document, bool toFillIn)
{
    show(document);
    if (const auto &visit = m_workplace.visit().running(); visit && toFillIn)
        m_line.fillIn(wire::OpenForm{{visit->office, visit->ticket, visit->epoch}, document});
}

void DocumentDirector::hide()
{
    if (const auto &visit = m_workplace.visit().running())
        m_line.say(wire::CloseView{.office = visit->office, .ticket = visit->ticket, .epoch = visit->epoch});
}

void DocumentDirector::change(DocumentId document, const documents::ViewChange &what)
{
    const auto &visit = m_workplace.visit().running();
    if (!visit || !m_view || m_view->document != document)
        return;
    documents::apply(*m_view, documents::From::Clerk, what);
    m_line.say(wire::ChangeView{
        .office = visit->office, .ticket = visit->ticket, .epoch = visit->epoch, .document = document, .change = what});
}

} // namespace sprechtag::clerk::app

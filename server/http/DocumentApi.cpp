// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/http/DocumentApi.h"

#include "server/http/JsonAnswers.h"
#include "server/http/Negotiation.h"
#include "shared/domain/documents/FileName.h"
#include "shared/protocol/Limits.h"

#include <QCryptographicHash>
#include <QUrl>

#include <algorithm>
#include <array>
#include <charconv>

namespace sprechtag::http {

using documents::Fault;
using protocol::ErrorCode;

namespace {

// Whoever holds a ticket proves it with what only the page has.
constexpr std::string_view kTicketScheme = "Ticket ";

struct FaultRow
{
    Fault fault{};
    int status{};
    ErrorCode code{};
};
constexpr std::array kFaults{FaultRow{Fault::Gone, 404, ErrorCode::Gone},
                             FaultRow{Fault::WrongState, 409, ErrorCode::WrongState},
                             FaultRow{Fault::TooLarge, 413, ErrorCode::DocumentTooLarge},
                             FaultRow{Fault::TooMany, 409, ErrorCode::TooManyDocuments},
                             FaultRow{Fault::WrongType, 415, ErrorCode::DocumentType},
                             FaultRow{Fault::Active, 422, ErrorCode::DocumentActive},
                             FaultRow{Fault::Signed, 422, ErrorCode::DocumentSigned},
                             FaultRow{Fault::Encrypted, 422, ErrorCode::DocumentEncrypted},
                             FaultRow{Fault::Damaged, 422, ErrorCode::DocumentDamaged},
                             FaultRow{Fault::TooComplex, 422, ErrorCode::DocumentTooComplex},
                             FaultRow{Fault::Infected, 422, ErrorCode::DocumentInfected},
                             FaultRow{Fault::Unchecked, 503, ErrorCode::DocumentUnchecked},
                             FaultRow{Fault::OutOfOrder, 409, ErrorCode::Conflict},
                             FaultRow{Fault::NoRoom, 503, ErrorCode::StorageFull}};
static_assert(kFaults.size() == static_cast<std::size_t>(Fault::NoRoom) + 1);

std::optional<qint64> number(std::string_view digits)
{
    qint64 value{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = digits.size() <= 15 && error == std::errc() && end == digits.data() + digits.size();
    return whole && value >= 0 ? std::optional(value) : std::nullopt;
}

//! First and last byte, as both fields have them.
struct Span
{
    qint64 first{};
    qint64 last{};
};

std::optional<Span> span(std::string_view text)
{
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos)
        return std::nullopt;
    const auto first = number(text.substr(0, dash));
    const auto last = number(text.substr(dash + 1));
    return first && last && *first <= *last ? std::optional(Span{*first, *last}) : std::nullopt;
}

// bytes 0-262143/1048576; the whole was said before.
std::optional<Span> contentRange(const Request &request)
{
    std::string_view field = request.header("content-range");
    constexpr std::string_view kUnit = "bytes ";
    const std::size_t slash = field.find('/');
    if (!field.starts_with(kUnit) || slash == std::string_view::npos)
        return std::nullopt;
    const auto part = span(field.substr(kUnit.size(), slash - kUnit.size()));
    const bool fits = part && part->last - part->first + 1 == static_cast<qint64>(request.body.size());
    return fits ? part : std::nullopt;
}

std::optional<DocumentId> documentOf(const Request &request)
{
    const std::string_view path = request.path;
    if (path.size() <= kDocumentsPath.size() || path[kDocumentsPath.size()] != '/')
        return std::nullopt;
    return DocumentId::parse(path.substr(kDocumentsPath.size() + 1));
}

// Of the token that only the page has.
std::optional<QByteArray> ticketHash(const Request &request)
{
    const std::string_view field = request.header("authorization");
    const std::string_view token = field.starts_with(kTicketScheme) ? field.substr(kTicketScheme.size()) : "";
    if (token.size() != static_cast<std::size_t>(protocol::limits::kTicketTokenChars))
        return std::nullopt;
    return QCryptographicHash::hash(QByteArrayView(token.data(), static_cast<qsizetype>(token.size())),
                                    QCryptographicHash::Sha256);
}

// Saved, never opened: as a page it would speak with our name.
void protectFile(const HeaderPolicy &policy, Response &response, const documents::Card &card)
{
    const std::string name = QUrl::toPercentEncoding(card.name.reveal()).toStdString();
    const std::string ending = QString(documents::endingOf(*card.kind)).toStdString();
    response.headers.emplace_back("Content-Type", QString(documents::mediaTypeOf(*card.kind)).toStdString());
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename=\"file" + ending + "\"; filename*=UTF-8''" + name);
    policy.protect(response);
    const auto csp = std::ranges::find(response.headers, std::string_view("Content-Security-Policy"),
                                       [](const auto &field) { return std::string_view(field.first); });
    csp->second = "sandbox; default-src 'none'; frame-ancestors 'none'";
}

} // namespace

DocumentApi::DocumentApi(Doors doors, const HeaderPolicy &policy)
    : m_doors(std::move(doors))
    , m_policy(policy)
{
}

bool DocumentApi::serves(const Request &request)
{
    const std::string_view path = request.path;
    return path == kDocumentsPath || (path.starts_with(kDocumentsPath) && path[kDocumentsPath.size()] == '/');
}

void DocumentApi::handle(const Request &request, const Answer &answer)
{
    const bool start = request.path == kDocumentsPath;
    const std::string_view method = request.method;
    if (start ? method != "POST" : method != "PUT" && method != "GET" && method != "DELETE") {
        Response response = plain(405, ErrorCode::Unsupported);
        response.headers.emplace_back("Allow", start ? "POST" : "GET, PUT, DELETE");
        return answer(response);
    }
    auto who = whoIs(request);
    if (const auto guestOf = who ? std::nullopt : readsAsGuest(request))
        who = *guestOf;
    if (!who)
        return answer(plain(401, ErrorCode::NotAuthorised));
    if ((method == "POST" || method == "PUT") && m_doors.storageFull())
        return answer(refused(Fault::NoRoom));
    if (start)
        return begin(*who, request, answer);
    const auto document = documentOf(request);
    if (!document)
        return answer(refused(Fault::Gone));
    if (method == "PUT")
        return append(*who, *document, request, answer);
    answer(method == "GET" ? read(*who, *document, request) : withdraw(*who, *document));
}

std::optional<TicketId> DocumentApi::readsAsGuest(const Request &request) const
{
    const auto hash = ticketHash(request);
    const auto document = documentOf(request);
    return request.method == "GET" && hash && document ? m_doors.shownTo(*hash, *document) : std::nullopt;
}

std::optional<broker::DocumentPerson> DocumentApi::whoIs(const Request &request) const
{
    if (request.header("authorization").starts_with(kTicketScheme)) {
        const auto hash = ticketHash(request);
        const broker::Visit *visit = hash ? m_doors.record.visitOf(*hash) : nullptr;
        return visit != nullptr ? std::optional<broker::DocumentPerson>(visit->ticket) : std::nullopt;
    }
    const auto token = bearerToken(request);
    const auto signedIn = token ? m_doors.identity.authenticate(*token) : std::nullopt;
    return signedIn ? std::optional<broker::DocumentPerson>(signedIn->clerk.id) : std::nullopt;
}

void DocumentApi::begin(const broker::DocumentPerson &who, const Request &request, const Answer &answer)
{
    if (!isJson(request.header("content-type")))
        return answer(plain(415, ErrorCode::Unsupported));
    const auto body = protocol::decodeDocumentStart(QByteArray::fromStdString(request.body));
    if (!body)
        return answer(refusal(m_policy, 400, {.code = ErrorCode::BadRequest, .field = body.error().field}));
    const auto *clerk = std::get_if<ClerkId>(&who);
    const bool mayStock =
        clerk != nullptr && m_doors.mayStock && body->office && m_doors.mayStock(*clerk, *body->office);
    if (body->office && !mayStock)
        return answer(plain(403, ErrorCode::NotAuthorised));
    const auto begun = m_doors.documents.begin(who, {.ticket = body->ticket,
                                                     .epoch = body->epoch,
                                                     .office = body->office,
                                                     .name = body->name,
                                                     .bytes = body->bytes});
    if (!begun)
        return answer(refused(begun.error()));
    answer(jsonAnswer(
        m_policy, 201,
        protocol::encode(protocol::DocumentStarted{.document = *begun, .partBytes = documents::kPartBytes})));
}

void DocumentApi::append(const broker::DocumentPerson &who, DocumentId document, const Request &request,
                         const Answer &answer)
{
    const auto part = contentRange(request);
    if (!part)
        return answer(plain(400, ErrorCode::BadRequest));
    m_doors.documents.append(who, document, part->first, QByteArray::fromStdString(request.body),
                             [this, answer](const broker::DocumentProgress &progress) {
                                 if (progress.refused)
                                     return answer(refused(*progress.refused, progress.received));
                                 protocol::DocumentReceived received{.received = progress.received};
                                 if (progress.form) {
                                     received.form = progress.form->file;
                                     received.cleaned = progress.form->cleaned;
                                 }
                                 answer(jsonAnswer(m_policy, 200, protocol::encode(received)));
                             });
}

Response DocumentApi::read(const broker::DocumentPerson &who, DocumentId document, const Request &request)
{
    constexpr std::string_view kUnit = "bytes=";
    const std::string_view field = request.header("range");
    const auto wanted = field.starts_with(kUnit) ? span(field.substr(kUnit.size())) : std::nullopt;
    if (!field.empty() && !wanted)
        return plain(416, ErrorCode::BadRequest);
    const qint64 from = wanted ? wanted->first : 0;
    const qint64 most = wanted ? wanted->last - wanted->first + 1 : documents::kFileBytes;
    const auto piece = m_doors.documents.read(who, document, from, most);
    if (!piece)
        return piece.error() == Fault::OutOfOrder ? plain(416, ErrorCode::BadRequest) : refused(piece.error());
    Response response{.status = wanted ? 206 : 200, .headers = {}, .body = {}};
    protectFile(m_policy, response, piece->card);
    if (wanted)
        response.headers.emplace_back("Content-Range", "bytes " + std::to_string(from) + "-" +
                                                           std::to_string(from + piece->bytes.size() - 1) + "/" +
                                                           std::to_string(piece->card.bytes));
    response.body = std::make_shared<const std::string>(piece->bytes.toStdString());
    return response;
}

Response DocumentApi::withdraw(const broker::DocumentPerson &who, DocumentId document)
{
    if (const auto fault = m_doors.documents.withdraw(who, document))
        return refused(*fault);
    Response response{.status = 204, .headers = {}, .body = {}};
    m_policy.protect(response);
    return response;
}

Response DocumentApi::plain(int status, ErrorCode code) const
{
    return refusal(m_policy, status, {.code = code});
}

Response DocumentApi::refused(Fault fault, std::optional<qint64> received) const
{
    const FaultRow &row = kFaults.at(static_cast<std::size_t>(fault));
    protocol::RestError error{.code = row.code};
    if (fault == Fault::OutOfOrder)
        error.received = received;
    if (fault == Fault::NoRoom)
        error.afterSeconds = protocol::limits::kAfterStorageFullSeconds;
    return refusal(m_policy, row.status, error);
}

} // namespace sprechtag::http

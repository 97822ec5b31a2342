// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/AccountPorts.h"
#include "server/broker/DocumentPorts.h"
#include "server/broker/Record.h"
#include "server/http/HeaderPolicy.h"
#include "shared/protocol/DocumentMessages.h"
#include "shared/protocol/Sessions.h"

#include <functional>

namespace sprechtag::http {

//! PROTOCOL.md §6: the files of a visit come and go, in parts. Lives on one thread, with Identity and Documents.
class DocumentApi
{
public:
    using Answer = std::function<void(Response)>;
    struct Doors
    {
        broker::Documents &documents;
        broker::Identity &identity;
        const broker::Record &record;
        std::function<bool()> storageFull;
        //! Whose visit it is, where a guest with this token may look at the document now.
        std::function<std::optional<TicketId>(const QByteArray &tokenHash, DocumentId document)> shownTo;
        //! Whether this clerk looks after the forms of the office.
        std::function<bool(ClerkId, OfficeId)> mayStock{};
    };

    DocumentApi(Doors doors, const HeaderPolicy &policy);

    //! Whether the request is about files.
    [[nodiscard]] static bool serves(const Request &request);
    //! Exactly one answer for each request; the last part of a file is answered when it was checked.
    void handle(const Request &request, const Answer &answer);

private:
    [[nodiscard]] std::optional<broker::DocumentPerson> whoIs(const Request &request) const;
    //! A guest of a visit reads what is shown there, and nothing else.
    [[nodiscard]] std::optional<TicketId> readsAsGuest(const Request &request) const;
    void begin(const broker::DocumentPerson &who, const Request &request, const Answer &answer);
    void append(const broker::DocumentPerson &who, DocumentId document, const Request &request, const Answer &answer);
    [[nodiscard]] Response read(const broker::DocumentPerson &who, DocumentId document, const Request &request);
    [[nodiscard]] Response withdraw(const broker::DocumentPerson &who, DocumentId document);
    [[nodiscard]] Response plain(int status, protocol::ErrorCode code) const;
    [[nodiscard]] Response refused(documents::Fault fault, std::optional<qint64> received = {}) const;

    Doors m_doors;
    HeaderPolicy m_policy;
};

//! Where files are handed over, and how large a part of one may be.
inline constexpr std::string_view kDocumentsPath = "/api/v1/files";

} // namespace sprechtag::http

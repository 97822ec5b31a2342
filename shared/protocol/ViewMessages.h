// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/documents/SharedView.h"
#include "shared/protocol/Values.h"

#include <QLatin1String>

//! PROTOCOL.md §6: the document that both look at. What is marked in it is personal data: never logged, never stored.
namespace sprechtag::protocol {

namespace citizen {
struct ChangeView
{
    office::Epoch epoch{};
    DocumentId document;
    documents::ViewChange change;
    friend bool operator==(const ChangeView &, const ChangeView &) = default;
};
//! None: nothing is shown.
struct ViewState
{
    std::optional<documents::SharedView> view;
    friend bool operator==(const ViewState &, const ViewState &) = default;
};
struct ViewChanged // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    documents::From from{};
    DocumentId document;
    documents::ViewChange change;
    friend bool operator==(const ViewChanged &, const ViewChanged &) = default;
};
} // namespace citizen

namespace clerk {
struct ShowDocument
{
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    DocumentId document;
    friend bool operator==(const ShowDocument &, const ShowDocument &) = default;
};
struct CloseView
{
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    friend bool operator==(const CloseView &, const CloseView &) = default;
};
struct ChangeView
{
    OfficeId office;
    TicketId ticket;
    office::Epoch epoch{};
    DocumentId document;
    documents::ViewChange change;
    friend bool operator==(const ChangeView &, const ChangeView &) = default;
};
struct ViewState // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    TicketId ticket;
    std::optional<documents::SharedView> view;
    friend bool operator==(const ViewState &, const ViewState &) = default;
};
struct ViewChanged // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    TicketId ticket;
    documents::From from{};
    DocumentId document;
    documents::ViewChange change;
    friend bool operator==(const ViewChanged &, const ViewChanged &) = default;
};
} // namespace clerk

[[nodiscard]] inline QLatin1String wireName(documents::Pen value)
{
    using namespace Qt::StringLiterals;
    switch (value) {
    case documents::Pen::Line:
        return "line"_L1;
    case documents::Pen::Highlight:
        return "highlight"_L1;
    }
    return {};
}

} // namespace sprechtag::protocol

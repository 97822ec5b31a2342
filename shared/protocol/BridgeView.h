// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/ViewMessages.h"

//! PROTOCOL.md §10: the document that both look at, between the clerk app and its call page.
namespace sprechtag::protocol::bridge {

//! Both look at this document; its content is fetched from the app. Personal data: never logged.
struct ShowView
{
    documents::Kind kind{};
    QString name{};
    documents::SharedView view;
    friend bool operator==(const ShowView &, const ShowView &) = default;
};
struct ViewChanged
{
    documents::From from{};
    DocumentId document;
    documents::ViewChange change{};
    friend bool operator==(const ViewChanged &, const ViewChanged &) = default;
};
//! To the page: it is shown no more. To the app: the clerk wants it so.
struct CloseView
{
    friend bool operator==(const CloseView &, const CloseView &) = default;
};

//! What the clerk does with the document.
struct ChangeView
{
    DocumentId document;
    documents::ViewChange change{};
    friend bool operator==(const ChangeView &, const ChangeView &) = default;
};

} // namespace sprechtag::protocol::bridge

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/inspect/Inspect.h"

namespace sprechtag::documents {

std::optional<Kind> kindOf(const QByteArray &content)
{
    if (content.startsWith("%PDF-"))
        return Kind::Pdf;
    if (content.startsWith("\xff\xd8\xff"))
        return Kind::Jpeg;
    if (content.startsWith("\x89PNG\r\n\x1a\n"))
        return Kind::Png;
    return std::nullopt;
}

Result<Inspected, Fault> inspect(const QByteArray &content)
{
    const auto kind = kindOf(content);
    if (!kind)
        return Failure(Fault::WrongType);
    return *kind == Kind::Pdf ? inspectPdf(content) : cleanImage(content, *kind);
}

} // namespace sprechtag::documents

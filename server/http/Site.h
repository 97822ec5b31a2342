// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/http/HeaderPolicy.h"
#include "shared/base/Result.h"

#include <QString>

namespace sprechtag::http {

enum class SiteError {
    NoIndex,    //!< the folder has no index.html: the pages are not built
    Unreadable, //!< a file cannot be read
    TooLarge    //!< more than pages ever are: this is another folder
};

//! The built pages of the web part. Read once and kept in memory: a request can only name what was there at the start,
//! never a file outside the folder. Constant afterwards, so any thread may ask.
class Site
{
public:
    //! `folder`: of the file system or of a Qt resource. Files `x.br` and `x.gz` are `x`, compressed. What lies in
    //! `assets` carries a hash of its content in its name.
    [[nodiscard]] static Result<Site, SiteError> load(const QString &folder, HeaderPolicy policy);

    //! Nullopt for what is not the site's: /api, /ws and /health.
    [[nodiscard]] std::optional<Response> serve(const Request &request) const;

private:
    struct Variant
    {
        std::string etag{};
        std::shared_ptr<const std::string> body{};
    };
    struct File
    {
        std::string type{};
        std::string caching{};
        Framing framing{};
        bool compressible{};
        std::map<std::string, Variant> variants{}; //!< by content coding; the empty one is the file as it is
    };

    explicit Site(HeaderPolicy policy);
    [[nodiscard]] std::optional<SiteError> add(const QString &folder, const QString &file);
    [[nodiscard]] Response answer(const File &file, const Request &request) const;
    [[nodiscard]] Response notFound() const;
    [[nodiscard]] Response wrongMethod() const;

    HeaderPolicy m_policy;
    std::map<std::string, File, std::less<>> m_files{};
};

} // namespace sprechtag::http

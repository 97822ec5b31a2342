// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QCoreApplication>

namespace sprechtag::clerk::model {

//! What languages are called, in the language of the clerk.
class LanguageWords
{
    Q_DECLARE_TR_FUNCTIONS(sprechtag::clerk::model::LanguageWords)
public:
    //! Of a tag such as `tr` or `gsg`; of one that is not known, in that language itself, or the tag.
    [[nodiscard]] static QString name(const QString &tag);
};

} // namespace sprechtag::clerk::model

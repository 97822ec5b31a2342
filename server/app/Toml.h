// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

//! Hand-written settings as people make mistakes in them: every error names the file, the line and the key.
namespace sprechtag::app {

struct TomlError
{
    QString file;
    int line{};
    QString key;  //!< dotted, empty when the text itself is not TOML
    QString what; //!< what is wrong and what to write instead, in the administrator's language
    [[nodiscard]] QString text() const;
};

//! One table of a TOML file. Reading a key marks it as known; unknownKeys() are those that nobody asked for.
//!
//! The first error of the whole file is kept; reads after it give defaults, so that callers check once at the end.
class TomlTable
{
public:
    [[nodiscard]] static TomlTable parseFile(const QString &path);

    [[nodiscard]] QString text(const char *key, const QString &fallback);
    [[nodiscard]] QString requiredText(const char *key);
    [[nodiscard]] QStringList texts(const char *key);
    [[nodiscard]] std::int64_t number(const char *key, std::int64_t fallback, std::int64_t lowest,
                                      std::int64_t highest);
    [[nodiscard]] std::optional<std::int64_t> optionalNumber(const char *key, std::int64_t lowest,
                                                             std::int64_t highest);
    [[nodiscard]] bool flag(const char *key, bool fallback);
    [[nodiscard]] TomlTable table(const char *key);
    [[nodiscard]] std::vector<TomlTable> tables(const char *key);

    //! Says that the value of a key does not do, with what to write instead.
    void refuse(const char *key, const QString &what);
    //! Refuses keys of this table that were never read: a typing mistake must not pass for a default.
    void refuseUnknownKeys();

    [[nodiscard]] std::optional<TomlError> error() const;

private:
    struct File;
    struct Node;
    TomlTable(std::shared_ptr<File> file, std::shared_ptr<Node> node);

    std::shared_ptr<File> m_file;
    std::shared_ptr<Node> m_node;
};

} // namespace sprechtag::app

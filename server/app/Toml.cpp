// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/Toml.h"

#include <QCoreApplication>
#include <QFile>

#include <set>

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace sprechtag::app {
namespace {

struct TomlWords
{
    Q_DECLARE_TR_FUNCTIONS(TomlWords)
};

QString fromStd(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

struct TomlTable::File
{
    QString path;
    toml::table root;
    std::optional<TomlError> error;
};

struct TomlTable::Node
{
    const toml::table *table{};
    QString name; //!< dotted path of the table, empty for the root
    std::set<std::string, std::less<>> known;

    [[nodiscard]] const toml::node *find(const char *key)
    {
        known.insert(key);
        return table ? table->get(key) : nullptr;
    }
};

QString TomlError::text() const
{
    QString where = line > 0 ? QStringLiteral("%1:%2").arg(file).arg(line) : file;
    if (!key.isEmpty())
        where += QStringLiteral(": %1").arg(key);
    return QStringLiteral("%1: %2").arg(where, what);
}

TomlTable::TomlTable(std::shared_ptr<File> file, std::shared_ptr<Node> node)
    : m_file(std::move(file))
    , m_node(std::move(node))
{
}

TomlTable TomlTable::parseFile(const QString &path)
{
    auto file = std::make_shared<File>();
    auto node = std::make_shared<Node>();
    file->path = path;
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly)) {
        file->error =
            TomlError{path, 0, {}, TomlWords::tr("The file cannot be read. Check its name and its permissions.")};
        return {file, node};
    }
    const QByteArray text = source.readAll();
    toml::parse_result parsed = toml::parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    if (parsed) {
        file->root = std::move(parsed).table();
        node->table = &file->root;
    } else {
        const auto &problem = parsed.error();
        file->error =
            TomlError{path,
                      static_cast<int>(problem.source().begin.line),
                      {},
                      TomlWords::tr("This line is not TOML. Correct it: %1").arg(fromStd(problem.description()))};
    }
    return {file, node};
}

QString TomlTable::text(const char *key, const QString &fallback)
{
    const toml::node *node = m_node->find(key);
    if (!node)
        return fallback;
    if (const auto value = node->value_exact<std::string>())
        return fromStd(*value);
    refuse(key, TomlWords::tr("This is no text. Write one in quotation marks."));
    return fallback;
}

QString TomlTable::requiredText(const char *key)
{
    QString value = text(key, {});
    if (value.trimmed().isEmpty())
        refuse(key, TomlWords::tr("This key is missing or empty. Write a text in quotation marks."));
    return value;
}

QStringList TomlTable::texts(const char *key)
{
    QStringList all;
    const toml::node *node = m_node->find(key);
    if (!node)
        return all;
    const toml::array *array = node->as_array();
    if (!array) {
        refuse(key, TomlWords::tr("This is no list of texts. Write one such as [\"a\", \"b\"]."));
        return all;
    }
    for (const toml::node &entry : *array) {
        if (const auto value = entry.value_exact<std::string>())
            all.append(fromStd(*value));
        else
            refuse(key, TomlWords::tr("This is no list of texts. Write one such as [\"a\", \"b\"]."));
    }
    return all;
}

std::optional<std::int64_t> TomlTable::optionalNumber(const char *key, std::int64_t lowest, std::int64_t highest)
{
    const toml::node *node = m_node->find(key);
    if (!node)
        return std::nullopt;
    const auto value = node->value_exact<std::int64_t>();
    if (value && *value >= lowest && *value <= highest)
        return *value;
    refuse(key, TomlWords::tr("This is no whole number from %1 to %2. Write one.").arg(lowest).arg(highest));
    return std::nullopt;
}

std::int64_t TomlTable::number(const char *key, std::int64_t fallback, std::int64_t lowest, std::int64_t highest)
{
    return optionalNumber(key, lowest, highest).value_or(fallback);
}

bool TomlTable::flag(const char *key, bool fallback)
{
    const toml::node *node = m_node->find(key);
    if (!node)
        return fallback;
    if (const auto value = node->value_exact<bool>())
        return *value;
    refuse(key, TomlWords::tr("This is neither true nor false. Write one of the two."));
    return fallback;
}

TomlTable TomlTable::table(const char *key)
{
    auto inner = std::make_shared<Node>();
    inner->name = m_node->name.isEmpty() ? QString::fromUtf8(key) : m_node->name + u'.' + QString::fromUtf8(key);
    if (const toml::node *node = m_node->find(key)) {
        inner->table = node->as_table();
        if (!inner->table)
            refuse(key, TomlWords::tr("This is the name of a section: write [%1].").arg(inner->name));
    }
    return {m_file, inner};
}

std::vector<TomlTable> TomlTable::tables(const char *key)
{
    std::vector<TomlTable> all;
    const toml::node *node = m_node->find(key);
    const toml::array *array = node ? node->as_array() : nullptr;
    if (node && !array)
        refuse(key, TomlWords::tr("This is a list of sections: write [[%1]].").arg(QString::fromUtf8(key)));
    for (std::size_t i = 0; array && i < array->size(); ++i) {
        auto inner = std::make_shared<Node>();
        const QString outer = m_node->name.isEmpty() ? QString() : m_node->name + u'.';
        inner->name = QStringLiteral("%1%2[%3]").arg(outer, QString::fromUtf8(key)).arg(i + 1);
        inner->table = array->get(i)->as_table();
        if (!inner->table)
            refuse(key, TomlWords::tr("This is a list of sections: write [[%1]].").arg(QString::fromUtf8(key)));
        all.push_back(TomlTable(m_file, inner));
    }
    return all;
}

void TomlTable::refuse(const char *key, const QString &what)
{
    if (m_file->error)
        return;
    const toml::node *node = m_node->find(key);
    int line = 0;
    if (node)
        line = static_cast<int>(node->source().begin.line);
    else if (m_node->table)
        line = static_cast<int>(m_node->table->source().begin.line);
    const QString name = QString::fromUtf8(key);
    m_file->error = TomlError{m_file->path, line, m_node->name.isEmpty() ? name : m_node->name + u'.' + name, what};
}

void TomlTable::refuseUnknownKeys()
{
    if (!m_node->table)
        return;
    for (const auto &[key, node] : *m_node->table) {
        if (m_node->known.contains(key.str()))
            continue;
        const std::string name(key.str());
        refuse(name.c_str(), TomlWords::tr("This key is not known here. Check its spelling or remove it."));
        return;
    }
}

std::optional<TomlError> TomlTable::error() const
{
    return m_file->error;
}

} // namespace sprechtag::app

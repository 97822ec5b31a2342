// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArray>
#include <QDebug>

#include <utility>

namespace sprechtag {

//! A password, token or key: prints as ***, is wiped when it goes, leaves only through reveal().
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray value)
        : m_value(std::move(value))
    {
    }
    ~Secret() { wipe(); }
    Secret(const Secret &) = default;
    Secret &operator=(const Secret &) = default;
    Secret(Secret &&other) noexcept
        : m_value(std::exchange(other.m_value, {}))
    {
    }
    Secret &operator=(Secret &&other) noexcept
    {
        wipe();
        m_value = std::exchange(other.m_value, {});
        return *this;
    }

    [[nodiscard]] const QByteArray &reveal() const { return m_value; }
    [[nodiscard]] bool isEmpty() const { return m_value.isEmpty(); }

    friend QDebug operator<<(QDebug debug, const Secret &) { return debug << "***"; }

private:
    // Only the last holder wipes: the bytes are implicitly shared.
    void wipe() noexcept
    {
        if (m_value.isDetached()) {
            volatile char *bytes = m_value.data();
            for (qsizetype i = 0; i < m_value.size(); ++i)
                bytes[i] = 0;
        }
    }

    QByteArray m_value;
};

//! Something about a person: prints as ***, so that no log ever holds it.
template <typename T>
class Personal
{
public:
    Personal() = default;
    Personal(T value) // whatever is wrapped is safer for it
        : m_value(std::move(value))
    {
    }
    [[nodiscard]] const T &reveal() const { return m_value; }
    friend bool operator==(const Personal &, const Personal &) = default;
    friend QDebug operator<<(QDebug debug, const Personal &) { return debug << "***"; }

private:
    T m_value{};
};

} // namespace sprechtag

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>

#include <utility>

namespace sprechtag::store {

//! An open file descriptor that is closed when it goes.
class File
{
public:
    File() = default;
    explicit File(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~File() { close(); }
    File(const File &) = delete;
    File &operator=(const File &) = delete;
    File(File &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    File &operator=(File &&other) noexcept
    {
        if (this != &other) {
            close();
            m_descriptor = std::exchange(other.m_descriptor, -1);
        }
        return *this;
    }

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    void close() noexcept;

    int m_descriptor{-1};
};

//! Makes a new or removed name in the folder of `path` survive a power cut.
[[nodiscard]] bool syncFolderOf(const QString &path);

} // namespace sprechtag::store

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/KeyFile.h"

#include "server/store/File.h"
#include "shared/base/Random.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sprechtag::store {
namespace {

constexpr std::size_t kKeyBytes = 32;
constexpr qsizetype kKeyDigits = 64;

// systemd hands a credential to the unit's user by an access list, which shows as a readable group.
bool isSystemdCredential(const QString &path)
{
    const QString folder = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    return !folder.isEmpty() && QFileInfo(path).absolutePath() == QFileInfo(folder).absoluteFilePath();
}

bool isExposed(const struct stat &status, const QString &path)
{
    const mode_t forbidden = isSystemdCredential(path) ? S_IRWXO | S_IWGRP : S_IRWXO | S_IRWXG;
    return (status.st_mode & forbidden) != 0;
}

bool isHexadecimal(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

} // namespace

Result<Secret, StoreError> makeKeyFile(const QString &path)
{
    const File file(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file.isOpen())
        return Failure(errno == EEXIST ? StoreError::KeyFileExists : StoreError::KeyFileNotWritten);
    Secret key(randomBytes(kKeyBytes).toHex());
    const Secret line(key.reveal() + '\n');
    const bool written =
        ::fchmod(file.descriptor(), 0600) == 0 &&
        ::write(file.descriptor(), line.reveal().constData(), std::size_t(kKeyDigits) + 1) == kKeyDigits + 1 &&
        ::fsync(file.descriptor()) == 0 && syncFolderOf(path);
    if (!written) {
        ::unlink(QFile::encodeName(path).constData());
        return Failure(StoreError::KeyFileNotWritten);
    }
    return key;
}

Result<Secret, StoreError> readKeyFile(const QString &path)
{
    // Not blocking: a pipe in the place of the file must not hold up the start.
    const File file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.isOpen())
        return Failure(errno == ENOENT ? StoreError::KeyFileMissing : StoreError::KeyFileUnreadable);
    struct stat status
    {
    };
    if (::fstat(file.descriptor(), &status) != 0 || !S_ISREG(status.st_mode))
        return Failure(StoreError::KeyFileUnreadable);
    if (isExposed(status, path))
        return Failure(StoreError::KeyFileExposed);

    QByteArray text(kKeyDigits + 2, '\0');
    const ssize_t size = ::read(file.descriptor(), text.data(), static_cast<std::size_t>(text.size()));
    if (size < 0)
        return Failure(StoreError::KeyFileUnreadable);
    text.truncate(size);
    if (text.endsWith('\n'))
        text.chop(1);
    Secret key(std::move(text));
    if (key.reveal().size() != kKeyDigits || !isHexadecimal(key.reveal()))
        return Failure(StoreError::KeyFileMalformed);
    return key;
}

} // namespace sprechtag::store

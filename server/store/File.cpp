// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/File.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

namespace sprechtag::store {

void File::close() noexcept
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

bool syncFolderOf(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const File file(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return file.isOpen() && ::fsync(file.descriptor()) == 0;
}

} // namespace sprechtag::store

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/app/Config.h"
#include "server/store/StoreError.h"

#include <QLocalServer>

#include <functional>
#include <optional>

namespace sprechtag::app {

//! Where `sprechtag-server backup` asks the server that has the database open. A socket in the data directory, for the
//! user of the server alone.
class BackupDoor final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BackupDoor)

public:
    //! No error: the backup is there.
    using Answer = std::function<void(std::optional<store::StoreError>)>;
    using Work = std::function<void(const QString &path, const Answer &answer)>;

    BackupDoor(const Config &config, Work work);
    //! False: nobody can ask; everything else goes on.
    [[nodiscard]] bool listen();

private:
    void serveNext();

    QString m_name;
    Work m_work;
    QLocalServer m_server;
};

//! What the server that runs on this data says; nothing: no server answers.
struct BackupReply
{
    std::optional<store::StoreError> error;
};
[[nodiscard]] std::optional<BackupReply> askForBackup(const Config &config, const QString &path);

} // namespace sprechtag::app

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/connection/DocumentPort.h"
#include "clerk-app/model/Administration.h"

namespace sprechtag::clerk::model {

//! Brings the files of new forms to the server, which checks them; each becomes a draft of the administration.
class FormBringer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormBringer)
public:
    FormBringer(Administration &administration, connection::DocumentPort &port, QObject *parent = nullptr);

    //! One after the other; brought() or failed() follows.
    void bring(OfficeId office, const QString &path);
    [[nodiscard]] bool isBusy() const { return m_coming.has_value(); }

Q_SIGNALS:
    void busyChanged();
    //! `text` is what there is to say of it.
    void brought(const sprechtag::town::Key &key, const QString &text);
    void failed(const QString &text);

private:
    struct Coming // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
    {
        int key{};
        OfficeId office;
        QString path;
    };
    void take(const Coming &coming, const town::FormFile &file, bool cleaned);
    [[nodiscard]] int lastPosition(OfficeId office) const;

    Administration &m_administration;
    connection::DocumentPort &m_port;
    std::optional<Coming> m_coming;
};

} // namespace sprechtag::clerk::model

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/town/Values.h"
#include "shared/protocol/Values.h"

#include <QObject>

#include <functional>

namespace sprechtag::clerk::connection {

//! A file of this machine for the visitor.
struct FileToSend // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    TicketId ticket;
    office::Epoch epoch{};
    QString path;
};

//! A file of this machine that an office shall have ready as a form.
struct FormToSend // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    OfficeId office;
    QString path;
};

//! Takes files to the server and fetches them from there.
class DocumentPort : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DocumentPort)
public:
    using Fetched = std::function<void(const std::optional<QByteArray> &)>;

    explicit DocumentPort(QObject *parent = nullptr)
        : QObject(parent)
    {
    }
    ~DocumentPort() override = default;

    //! The key under which it is told of; sent() or failed() follows, unless it is cancelled.
    [[nodiscard]] virtual int send(const FileToSend &file) = 0;
    //! The same for a form; checked() follows in place of sent().
    [[nodiscard]] virtual int sendForm(const FormToSend &form) = 0;
    virtual void cancel(int key) = 0;
    //! None: it could not be had.
    virtual void fetch(DocumentId document, qint64 bytes, QObject *guard, Fetched then) = 0;
    //! One that was handed over.
    virtual void withdraw(DocumentId document) = 0;

Q_SIGNALS:
    void progressed(int key, qint64 bytes);
    void sent(int key);
    //! `cleaned`: what it did, or carried, was taken out of it.
    void checked(int key, const sprechtag::town::FormFile &file, bool cleaned);
    void failed(int key, sprechtag::protocol::ErrorCode code);
};

} // namespace sprechtag::clerk::connection

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Result.h"
#include "shared/base/Secret.h"

#include <QObject>

#include <functional>

namespace sprechtag::clerk::platform {

enum class CredentialError {
    Unavailable, //!< this system has no credential store, or it is locked
    Missing,     //!< nothing is kept under this name
    Refused      //!< the store said no
};

//! Where a session's token outlives the program. Never a file of our own: without a store nothing is kept.
class CredentialStore : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CredentialStore)
public:
    using Found = std::function<void(const Result<Secret, CredentialError> &)>;
    using Kept = std::function<void(const Result<Done, CredentialError> &)>;

    explicit CredentialStore(QObject *parent = nullptr)
        : QObject(parent)
    {
    }
    virtual void find(const QString &key, QObject *guard, Found then) = 0;
    virtual void keep(const QString &key, const Secret &secret, QObject *guard, Kept then) = 0;
    virtual void forget(const QString &key) = 0;
};

} // namespace sprechtag::clerk::platform

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/platform/CredentialStore.h"

namespace sprechtag::clerk::platform {

//! The system's own credential store: Secret Service or KWallet on Linux, the credential manager on Windows.
class KeychainStore final : public CredentialStore
{
    Q_OBJECT
public:
    explicit KeychainStore(QObject *parent = nullptr);
    void find(const QString &key, QObject *guard, Found then) override;
    void keep(const QString &key, const Secret &secret, QObject *guard, Kept then) override;
    void forget(const QString &key) override;
};

} // namespace sprechtag::clerk::platform

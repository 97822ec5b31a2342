// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/platform/KeychainStore.h"

#include "shared/base/Log.h"

#include <qt6keychain/keychain.h>

#include <QPointer>

namespace sprechtag::clerk::platform {

using namespace Qt::StringLiterals;

namespace {

const QString kService = u"sprechtag-clerk"_s;

CredentialError errorOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return CredentialError::Missing;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::CouldNotDeleteEntry:
        return CredentialError::Refused;
    case QKeychain::NoError:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        return CredentialError::Unavailable;
    }
    return CredentialError::Unavailable;
}

} // namespace

KeychainStore::KeychainStore(QObject *parent)
    : CredentialStore(parent)
{
}

void KeychainStore::find(const QString &key, QObject *guard, Found then)
{
    auto *job = new QKeychain::ReadPasswordJob(kService, this);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, guard, [job, then = std::move(then)] {
        if (job->error() != QKeychain::NoError) {
            qCInfo(lcPlatform) << "no credential, code" << job->error();
            then(Failure(errorOf(job->error())));
            return;
        }
        then(Secret(job->binaryData()));
    });
    job->start();
}

void KeychainStore::keep(const QString &key, const Secret &secret, QObject *guard, Kept then)
{
    auto *job = new QKeychain::WritePasswordJob(kService, this);
    job->setKey(key);
    job->setBinaryData(secret.reveal());
    // Never the library's plain text file.
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, guard, [job, then = std::move(then)] {
        if (job->error() != QKeychain::NoError) {
            qCWarning(lcPlatform) << "the credential store keeps nothing, code" << job->error();
            then(Failure(errorOf(job->error())));
            return;
        }
        then(Done{});
    });
    job->start();
}

void KeychainStore::forget(const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(kService, this);
    job->setKey(key);
    job->start();
}

} // namespace sprechtag::clerk::platform

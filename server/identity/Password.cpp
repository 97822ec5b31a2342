// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/Password.h"

#include "shared/base/Random.h"

#include <QFile>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>
#include <array>

#include <sodium.h>

namespace sprechtag::identity {
namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kHashBytes = 32;
constexpr std::size_t kKibibyte = 1024;

bool isReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

void wipe(QString &text)
{
    sodium_memzero(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
}

// Keyboards differ in how they write an umlaut; the hash must not.
Secret normalised(const Secret &password)
{
    QString text = QString::fromUtf8(password.reveal());
    QString composed = text.normalized(QString::NormalizationForm_C);
    Secret result(composed.toUtf8());
    wipe(text);
    wipe(composed);
    return result;
}

bool isSimple(const QString &text, const QString &login)
{
    const bool one = std::ranges::all_of(text, [&text](QChar c) { return c == text.front(); });
    return one || (!login.isEmpty() && text.contains(login, Qt::CaseInsensitive));
}

QSet<QString> readCommonPasswords()
{
    QFile file(u":/identity/common_passwords.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the list of common passwords is not in this program");
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    return {lines.begin(), lines.end()};
}

// From lists of passwords that were stolen elsewhere (the 10 000 most frequent, as zxcvbn ranks them), and German ones.
bool isCommon(const QString &text)
{
    static const QSet<QString> common = readCommonPasswords();
    QString lower = text.toLower();
    QString stem = lower;
    while (!stem.isEmpty() && !stem.back().isLetter())
        stem.chop(1);
    const bool found = common.contains(lower) || common.contains(stem);
    wipe(lower);
    wipe(stem);
    return found;
}

QByteArray withoutPadding(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals);
}

} // namespace

std::optional<PasswordFault> faultOf(const Secret &password, const QString &login)
{
    if (password.reveal().size() > kMostPasswordBytes)
        return PasswordFault::TooLong;
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(password.reveal());
    if (decoder.hasError() || text.contains(u'\0')) {
        wipe(text);
        return PasswordFault::NotText;
    }
    QString composed = text.normalized(QString::NormalizationForm_C);
    const qsizetype characters =
        composed.size() - std::ranges::count_if(composed, [](QChar c) { return c.isLowSurrogate(); });
    std::optional<PasswordFault> fault;
    if (characters < kLeastPasswordCharacters)
        fault = PasswordFault::TooShort;
    else if (characters > kMostPasswordCharacters)
        fault = PasswordFault::TooLong;
    else if (isSimple(composed, login))
        fault = PasswordFault::TooSimple;
    else if (isCommon(composed))
        fault = PasswordFault::TooCommon;
    wipe(text);
    wipe(composed);
    return fault;
}

std::optional<QByteArray> hashOf(const Secret &password, HashCost cost)
{
    if (!isReady())
        return std::nullopt;
    const Secret composed = normalised(password);
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const int made = crypto_pwhash_str_alg(hash.data(), composed.reveal().constData(),
                                           static_cast<unsigned long long>(composed.reveal().size()), cost.passes,
                                           cost.bytes, crypto_pwhash_ALG_ARGON2ID13);
    return made == 0 ? std::optional(QByteArray(hash.data())) : std::nullopt;
}

bool matches(const QByteArray &hash, const Secret &password)
{
    if (!isReady() || hash.size() >= qsizetype{crypto_pwhash_STRBYTES})
        return false;
    const Secret composed = normalised(password);
    return crypto_pwhash_str_verify(hash.constData(), composed.reveal().constData(),
                                    static_cast<unsigned long long>(composed.reveal().size())) == 0;
}

bool needsRehash(const QByteArray &hash, HashCost cost)
{
    return hash.size() < qsizetype{crypto_pwhash_STRBYTES} &&
           crypto_pwhash_str_needs_rehash(hash.constData(), cost.passes, cost.bytes) != 0;
}

QByteArray dummyHash(HashCost cost)
{
    return "$argon2id$v=19$m=" + QByteArray::number(qulonglong{cost.bytes / kKibibyte}) +
           ",t=" + QByteArray::number(qulonglong{cost.passes}) + ",p=1$" + withoutPadding(randomBytes(kSaltBytes)) +
           '$' + withoutPadding(randomBytes(kHashBytes));
}

} // namespace sprechtag::identity

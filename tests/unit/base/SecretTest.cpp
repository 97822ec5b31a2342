// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/base/Secret.h"

#include <QTest>

#include <type_traits>

using namespace sprechtag;
using namespace Qt::StringLiterals;

static_assert(!std::is_convertible_v<Secret, QByteArray>, "a secret leaves only through reveal()");
static_assert(!std::is_convertible_v<QByteArray, Secret>, "and becomes one only on purpose");
static_assert(!std::is_convertible_v<Personal<QString>, QString>);

//! What must never be read in a log.
class SecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsStars();
    void revealsOnRequest();
    void aMovedSecretIsEmpty();
    void copiesOutliveEachOther();
};

void SecretTest::printsStars()
{
    QString text;
    QDebug(&text) << Secret("hunter2"_ba) << Personal<QString>(u"Kim"_s);
    QCOMPARE(text.simplified(), u"*** ***"_s);
}

void SecretTest::revealsOnRequest()
{
    QCOMPARE(Secret("hunter2"_ba).reveal(), "hunter2"_ba);
    QCOMPARE(Personal<QString>(u"Kim"_s).reveal(), u"Kim"_s);
    QVERIFY(Secret().isEmpty());
}

void SecretTest::aMovedSecretIsEmpty()
{
    Secret first("hunter2"_ba);
    const Secret second = std::move(first);
    QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that is the point
    QCOMPARE(second.reveal(), "hunter2"_ba);
}

void SecretTest::copiesOutliveEachOther()
{
    Secret kept;
    {
        const Secret original(QByteArray("hun") + "ter2");
        kept = original;
    }
    QCOMPARE(kept.reveal(), "hunter2"_ba);
}

QTEST_GUILESS_MAIN(SecretTest)
#include "SecretTest.moc"

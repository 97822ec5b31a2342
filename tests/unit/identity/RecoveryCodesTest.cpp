// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/RecoveryCodes.h"

#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace sprechtag;
using namespace sprechtag::identity;
using namespace Qt::StringLiterals;

class RecoveryCodesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tenDifferentCodesThatCanBeReadAloud()
    {
        static const QRegularExpression form(u"^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$"_s);
        std::set<QByteArray> hashes;
        for (const Secret &code : makeRecoveryCodes()) {
            const QString text = QString::fromLatin1(code.reveal());
            QVERIFY2(form.match(text).hasMatch(), qPrintable(text));
            hashes.insert(*hashOfRecoveryCode(text));
        }
        QCOMPARE(hashes.size(), kRecoveryCodes);
    }

    void readsACodeHoweverItIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("as it is printed") << u"7k2m-0xqd-h4wn-c91s"_s;
        QTest::newRow("in capitals") << u"7K2M-0XQD-H4WN-C91S"_s;
        QTest::newRow("with blanks") << u" 7k2m 0xqd h4wn c91s "_s;
        QTest::newRow("without anything between") << u"7k2m0xqdh4wnc91s"_s;
        QTest::newRow("O for zero and l for one") << u"7k2m-Oxqd-h4wn-c9ls"_s;
        QTest::newRow("o for zero and I for one") << u"7k2m-oxqd-h4wn-c9Is"_s;
    }
    void readsACodeHoweverItIsTyped()
    {
        QFETCH(QString, typed);
        const auto hash = hashOfRecoveryCode(typed);
        QVERIFY(hash);
        QCOMPARE(hash->size(), 32);
        QCOMPARE(hash, hashOfRecoveryCode(u"7k2m-0xqd-h4wn-c91s"_s));
        QVERIFY(hash != hashOfRecoveryCode(u"7k2m-0xqd-h4wn-c92s"_s));
    }

    void refusesWhatCannotBeOne_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a code of the phone") << u"005924"_s;
        QTest::newRow("a character too few") << u"7k2m-0xqd-h4wn-c91"_s;
        QTest::newRow("a character too many") << u"7k2m-0xqd-h4wn-c91s0"_s;
        QTest::newRow("a letter that none has") << u"7k2m-0xqd-h4wn-c9us"_s;
        QTest::newRow("an umlaut") << u"7k2m-0xqd-h4wn-c9äs"_s;
    }
    void refusesWhatCannotBeOne()
    {
        QFETCH(QString, typed);
        QVERIFY(!hashOfRecoveryCode(typed));
    }
};

QTEST_GUILESS_MAIN(RecoveryCodesTest)
#include "RecoveryCodesTest.moc"

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/identity/Totp.h"

#include <QTest>
#include <QUrlQuery>

using namespace sprechtag;
using namespace sprechtag::identity;
using namespace Qt::StringLiterals;

namespace {

const Secret kSecret("12345678901234567890"); // of RFC 6238, appendix B

Instant at(qint64 sinceEpoch)
{
    return Instant(seconds(sinceEpoch));
}

} // namespace

class TotpTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Appendix B of RFC 6238 has eight digits; six are the last six of them.
    void makesTheCodesOfTheStandard_data()
    {
        QTest::addColumn<qint64>("sinceEpoch");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("the first minute of 1970") << qint64{59} << QByteArray("287082");
        QTest::newRow("a second before a step in 2005") << qint64{1'111'111'109} << QByteArray("081804");
        QTest::newRow("a second after a step in 2005") << qint64{1'111'111'111} << QByteArray("050471");
        QTest::newRow("in 2009") << qint64{1'234'567'890} << QByteArray("005924");
        QTest::newRow("in 2033") << qint64{2'000'000'000} << QByteArray("279037");
        QTest::newRow("in 2603, beyond 32 bits") << qint64{20'000'000'000} << QByteArray("353130");
    }
    void makesTheCodesOfTheStandard()
    {
        QFETCH(qint64, sinceEpoch);
        QFETCH(QByteArray, code);
        QCOMPARE(totpCode(kSecret, totpStepAt(at(sinceEpoch))), code);
    }

    void aStepIsHalfOpen()
    {
        QCOMPARE(totpStepAt(at(60) - milliseconds(1)), TotpStep{1});
        QCOMPARE(totpStepAt(at(60)), TotpStep{2});
        QCOMPARE(totpStepAt(at(0)), TotpStep{0});
    }

    void takesACodeOneStepEarlyOrLate_data()
    {
        QTest::addColumn<int>("steps");
        QTest::addColumn<bool>("taken");
        QTest::newRow("two steps behind") << -2 << false;
        QTest::newRow("one step behind") << -1 << true;
        QTest::newRow("in its step") << 0 << true;
        QTest::newRow("one step ahead") << 1 << true;
        QTest::newRow("two steps ahead") << 2 << false;
    }
    void takesACodeOneStepEarlyOrLate()
    {
        QFETCH(int, steps);
        QFETCH(bool, taken);
        const Instant now = at(1'234'567'890);
        const TotpStep step = totpStepAt(now) + steps;
        const auto match = totpMatch(kSecret, QString::fromLatin1(totpCode(kSecret, step)), now, std::nullopt);
        QCOMPARE(match, taken ? std::optional(step) : std::nullopt);
    }

    void takesACodeOnce_data()
    {
        QTest::addColumn<int>("lastUsed");
        QTest::addColumn<bool>("taken");
        QTest::newRow("an earlier step was used") << -1 << true;
        QTest::newRow("this very step was used") << 0 << false;
        QTest::newRow("a later step was used") << 1 << false;
        QTest::newRow("a step was used that no clock of today knows") << 2 << true;
    }
    void takesACodeOnce()
    {
        QFETCH(int, lastUsed);
        QFETCH(bool, taken);
        const Instant now = at(1'234'567'890);
        QCOMPARE(totpMatch(kSecret, u"005924"_s, now, totpStepAt(now) + lastUsed).has_value(), taken);
    }

    void readsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("taken");
        QTest::newRow("as it is") << u"005924"_s << true;
        QTest::newRow("in two groups") << u" 005 924\t"_s << true;
        QTest::newRow("with a blank that does not break") << u"005\u00a0924"_s << true;
        QTest::newRow("another one") << u"005925"_s << false;
        QTest::newRow("without its zeros") << u"5924"_s << false;
        QTest::newRow("with a digit too many") << u"0059240"_s << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("digits of another script") << u"٠٠٥٩٢٤"_s << false;
    }
    void readsWhatPeopleType()
    {
        QFETCH(QString, typed);
        QFETCH(bool, taken);
        QCOMPARE(totpMatch(kSecret, typed, at(1'234'567'890), std::nullopt).has_value(), taken);
    }

    void secretsAreLongAndNeverTheSame()
    {
        const Secret one = makeTotpSecret();
        QCOMPARE(one.reveal().size(), 20);
        QVERIFY(one.reveal() != makeTotpSecret().reveal());
    }

    // RFC 4648 §10, without padding.
    void writesBase32_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("one byte") << QByteArray("f") << QByteArray("MY");
        QTest::newRow("two") << QByteArray("fo") << QByteArray("MZXQ");
        QTest::newRow("three") << QByteArray("foo") << QByteArray("MZXW6");
        QTest::newRow("four") << QByteArray("foob") << QByteArray("MZXW6YQ");
        QTest::newRow("five") << QByteArray("fooba") << QByteArray("MZXW6YTB");
        QTest::newRow("bytes above 127") << QByteArray("\xff\xfe\xfd\xfc\xfb") << QByteArray("777P37H3");
    }
    void writesBase32()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, text);
        QCOMPARE(base32(Secret(bytes)).reveal(), text);
    }

    void phonesReadTheAddress()
    {
        const QUrl uri(
            QString::fromLatin1(totpUri(kSecret, u"Landkreis Müster & Land"_s, u"k.schmidt@amt"_s).reveal()));
        QVERIFY(uri.isValid());
        QCOMPARE(uri.scheme(), u"otpauth"_s);
        QCOMPARE(uri.host(), u"totp"_s);
        QCOMPARE(uri.path(QUrl::FullyDecoded), u"/Landkreis Müster & Land:k.schmidt@amt"_s);
        const QUrlQuery query(uri);
        QCOMPARE(query.queryItemValue(u"secret"_s), u"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"_s);
        QCOMPARE(query.queryItemValue(u"issuer"_s, QUrl::FullyDecoded), u"Landkreis Müster & Land"_s);
        QCOMPARE(query.queryItemValue(u"algorithm"_s), u"SHA1"_s);
        QCOMPARE(query.queryItemValue(u"digits"_s), u"6"_s);
        QCOMPARE(query.queryItemValue(u"period"_s), u"30"_s);
    }
};

QTEST_GUILESS_MAIN(TotpTest)
#include "TotpTest.moc"

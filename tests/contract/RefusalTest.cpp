// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/Limits.h"
#include "tests/contract/Directions.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::contract;
using namespace Qt::StringLiterals;

namespace {

//! A value somewhere in a message: how to get there, and its path as errors name it.
struct Spot
{
    QList<QVariant> steps;
    QString path;
    QJsonValue value;
};

void collect(const QJsonValue &value, const Spot &at, QList<Spot> &spots)
{
    if (!at.steps.isEmpty())
        spots.append({at.steps, at.path, value});
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString path = at.path.isEmpty() ? it.key() : at.path + u'.' + it.key();
        collect(it.value(), {at.steps + QList<QVariant>{it.key()}, path, {}}, spots);
    }
    const QJsonArray array = value.toArray();
    for (int i = 0; i < array.size(); ++i)
        collect(array.at(i), {at.steps + QList<QVariant>{i}, u"%1[%2]"_s.arg(at.path).arg(i), {}}, spots);
}

QList<Spot> spotsOf(const QJsonObject &message)
{
    QList<Spot> spots;
    collect(message, {}, spots);
    return spots;
}

QJsonValue replaced(const QJsonValue &in, const QList<QVariant> &steps, const QJsonValue &value)
{
    if (steps.isEmpty())
        return value;
    if (in.isArray()) {
        QJsonArray array = in.toArray();
        array.replace(steps.first().toInt(), replaced(array.at(steps.first().toInt()), steps.sliced(1), value));
        return array;
    }
    QJsonObject object = in.toObject();
    const QString key = steps.first().toString();
    const QJsonValue next = replaced(object.value(key), steps.sliced(1), value);
    if (next.isUndefined())
        object.remove(key);
    else
        object.insert(key, next);
    return object;
}

QByteArray with(const QJsonObject &message, const Spot &spot, const QJsonValue &value)
{
    return compact(replaced(message, spot.steps, value).toObject());
}

//! The message with a piece of text at the spot, which no JSON library would write.
QByteArray withRaw(const QJsonObject &message, const Spot &spot, const QByteArray &raw)
{
    return with(message, spot, u"@raw@"_s).replace("\"@raw@\"", raw);
}

//! The keys of `resume` are the sender's words and never told back.
QString nameOf(const Spot &spot)
{
    return spot.path.startsWith("resume"_L1) ? u"resume"_s : spot.path;
}

QList<QJsonValue> otherTypes(const QJsonValue &value)
{
    QList<QJsonValue> others;
    for (const QJsonValue &other : {QJsonValue(u"7"_s), QJsonValue(7), QJsonValue(true), QJsonValue(QJsonArray()),
                                    QJsonValue(QJsonObject()), QJsonValue(QJsonValue::Null)})
        if (other.type() != value.type())
            others.append(other);
    return others;
}

} // namespace

#define EXPECT_REFUSED(text, name)                                                                                     \
    {                                                                                                                  \
        const Reading reading = codec.read(text);                                                                      \
        const QByteArray where =                                                                                       \
            spot.path.toUtf8() + " in " + (text).left(2000) + " names " + reading.error.field.toUtf8();                \
        QVERIFY2(!reading.written, where.constData());                                                                 \
        QVERIFY2(reading.error.field == (name), where.constData());                                                    \
        QVERIFY2(reading.error.code == protocol::ErrorCode::BadRequest, where.constData());                            \
    }

//! Every field of every fixture, made wrong in every way: refused, and the field is named.
class RefusalTest : public QObject
{
    Q_OBJECT

    void rows()
    {
        QTest::addColumn<int>("direction");
        QTest::addColumn<QJsonObject>("message");
        for (int i = 0; i < directions().size(); ++i)
            for (const Fixture &fixture : fixtures(directions()[i].name))
                QTest::addRow("%s/%s", qPrintable(directions()[i].name), qPrintable(fixture.file))
                    << i << fixture.message;
    }

private Q_SLOTS:
    void everyWrongTypeIsRefused_data() { rows(); }
    void everyWrongTypeIsRefused()
    {
        QFETCH(int, direction);
        QFETCH(QJsonObject, message);
        const Direction &codec = directions()[direction];
        for (const Spot &spot : spotsOf(message))
            for (const QJsonValue &other : otherTypes(spot.value))
                EXPECT_REFUSED(with(message, spot, other), nameOf(spot));
    }

    void everyTooLongTextIsRefused_data() { rows(); }
    void everyTooLongTextIsRefused()
    {
        QFETCH(int, direction);
        QFETCH(QJsonObject, message);
        const Direction &codec = directions()[direction];
        for (const Spot &spot : spotsOf(message))
            if (spot.value.isString())
                EXPECT_REFUSED(with(message, spot, QString(protocol::limits::kFormWholeChars + 1, u'a')), nameOf(spot));
    }

    void everyControlCharacterIsRefused_data() { rows(); }
    void everyControlCharacterIsRefused()
    {
        QFETCH(int, direction);
        QFETCH(QJsonObject, message);
        const Direction &codec = directions()[direction];
        for (const Spot &spot : spotsOf(message)) {
            if (!spot.value.isString())
                continue;
            EXPECT_REFUSED(with(message, spot, spot.value.toString() + QChar(0)), nameOf(spot));
            EXPECT_REFUSED(with(message, spot, spot.value.toString() + u'\x1b'), nameOf(spot));
            EXPECT_REFUSED(with(message, spot, spot.value.toString() + u'\r'), nameOf(spot));
            EXPECT_REFUSED(withRaw(message, spot, R"("\ud800")"), nameOf(spot));
        }
    }

    void everyNumberOutOfBoundsIsRefused_data() { rows(); }
    void everyNumberOutOfBoundsIsRefused()
    {
        QFETCH(int, direction);
        QFETCH(QJsonObject, message);
        const Direction &codec = directions()[direction];
        for (const Spot &spot : spotsOf(message)) {
            if (!spot.value.isDouble())
                continue;
            for (const char *number : {"9007199254740993", "-9007199254740993", "1.5", "1e300", "1e18"})
                EXPECT_REFUSED(withRaw(message, spot, number), nameOf(spot));
            for (const char *number : {"-0", "-0.0"})
                EXPECT_REFUSED(withRaw(message, spot, number), spot.path);
            for (const char *number : {"1e999", "NaN", "Infinity", "01", "+1", "0x10"})
                QVERIFY2(!codec.read(withRaw(message, spot, number)).written, number);
            if (!spot.path.endsWith("rank"_L1))
                EXPECT_REFUSED(with(message, spot, -1), nameOf(spot));
        }
    }

    void everyListThatIsTooLongIsRefused_data() { rows(); }
    void everyListThatIsTooLongIsRefused()
    {
        QFETCH(int, direction);
        QFETCH(QJsonObject, message);
        const Direction &codec = directions()[direction];
        for (const Spot &spot : spotsOf(message)) {
            if (!spot.value.isArray())
                continue;
            QJsonArray list;
            while (list.size() <= 20'000)
                list.append(1);
            EXPECT_REFUSED(with(message, spot, list), spot.path);
        }
    }

    void everyKeyThatStandsTwiceIsRefused_data() { rows(); }
    void everyKeyThatStandsTwiceIsRefused()
    {
        QFETCH(int, direction);
        QFETCH(QJsonObject, message);
        const Direction &codec = directions()[direction];
        for (const Spot &spot : spotsOf(message)) {
            if (spot.steps.last().typeId() != QMetaType::QString || spot.path.startsWith("resume."_L1))
                continue;
            const QByteArray key = spot.steps.last().toString().toUtf8();
            EXPECT_REFUSED(withRaw(message, spot, "1,\"" + key + "\":2"), spot.path);
        }
    }

    void whatIsMissingIsNamedUnlessItMayBeMissing()
    {
        QSet<QString> optional;
        for (const Direction &codec : directions()) {
            for (const Fixture &fixture : fixtures(codec.name)) {
                for (const Spot &spot : spotsOf(fixture.message)) {
                    if (spot.steps.last().typeId() != QMetaType::QString || spot.path.startsWith("resume."_L1))
                        continue;
                    const Reading reading = codec.read(with(fixture.message, spot, QJsonValue::Undefined));
                    const QString parent = spot.path.section(u'.', 0, -2);
                    const QString name = codec.name + u' ' + fixture.message[u"type"_s].toString() + u' ' + spot.path;
                    if (reading.written)
                        optional.insert(QString(name).replace(QRegularExpression(u"\\[\\d+\\]"_s), u"[]"_s));
                    else if (reading.error.field != spot.path)
                        QVERIFY2(reading.error.field == parent || reading.error.field == spot.path.section(u'[', 0, 0),
                                 qPrintable(name + u" names "_s + reading.error.field));
                }
            }
        }
        QFile file(QStringLiteral(SPRECHTAG_SOURCE_DIR "/tests/contract/fixtures/optional_fields.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        const QSet<QString> listed(lines.begin(), lines.end());
        QVERIFY2(optional == listed,
                 qPrintable(QStringList((optional - listed).values()).join(u'\n') + u"\n-- listed, but needed:\n"_s +
                            QStringList((listed - optional).values()).join(u'\n')));
    }

    void aCommandThatIsRefusedIsStillNamed()
    {
        const auto error =
            protocol::decodeCitizenToServer(R"({"type":"ticket.enter","id":"c2","epoch":"one"})").error();
        QCOMPARE(error.re, u"c2"_s);
        QCOMPARE(error.field, u"epoch"_s);
        QCOMPARE(protocol::decodeCitizenToServer(R"({"type":"ticket.enter","id":"c 2","epoch":1})").error().re,
                 QString());
    }

    void anUnknownTypeIsUnsupportedAndItsCommandNamed()
    {
        const auto error = protocol::decodeCitizenToServer(R"({"type":"chat.send","id":"c2"})").error();
        QVERIFY(error.code == protocol::ErrorCode::Unsupported);
        QCOMPARE(error.re, u"c2"_s);
    }

    void anUnknownFieldIsIgnored()
    {
        QVERIFY(protocol::decodeCitizenToServer(R"({"type":"overview.watch","zoom":{"deep":[1,2]}})").ok());
    }

    void whatIsNoMessageIsRefused_data();
    void whatIsNoMessageIsRefused()
    {
        QFETCH(QByteArray, text);
        const auto message = protocol::decodeCitizenToServer(text);
        QVERIFY(!message.ok());
        QVERIFY(message.error().code == protocol::ErrorCode::BadRequest);
    }
};

void RefusalTest::whatIsNoMessageIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray watch = R"({"type":"overview.watch"})";
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a list") << QByteArray(R"([{"type":"overview.watch"}])");
    QTest::newRow("a text") << QByteArray(R"("overview.watch")");
    QTest::newRow("half a message") << watch.chopped(1);
    QTest::newRow("a message and more") << watch + watch;
    QTest::newRow("a byte order mark before it") << "\xef\xbb\xbf" + watch;
    QTest::newRow("single quotes") << QByteArray("{'type':'overview.watch'}");
    QTest::newRow("a comma too many") << QByteArray(R"({"type":"overview.watch",})");
    QTest::newRow("bytes that are no UTF-8") << QByteArray("{\"type\":\"overview.watch\",\"x\":\"\xff\xfe\"}");
    QTest::newRow("a zero byte at the end") << watch + QByteArray(1, '\0');
    QTest::newRow("an escaped key that spells another one")
        << QByteArray(R"({"type":"overview.watch","\u0074ype":"hello"})");
    QTest::newRow("the same key twice") << QByteArray(R"({"type":"overview.watch","type":"hello"})");
    QTest::newRow("the same unknown key twice") << QByteArray(R"({"type":"overview.watch","x":{"y":1,"y":2}})");
    QTest::newRow("no type") << QByteArray(R"({"office":"x"})");
    QTest::newRow("an empty type") << QByteArray(R"({"type":""})");
    QTest::newRow("nested too deep") << R"({"type":"overview.watch","x":)" + QByteArray(12, '[') + QByteArray(12, ']') +
                                            '}';
    QTest::newRow("nested a hundred thousand deep") << QByteArray(30'000, '[') + QByteArray(30'000, ']');
    QTest::newRow("a byte too many") << watch + QByteArray(64 * 1024 + 1 - watch.size(), ' ');
}

QTEST_GUILESS_MAIN(RefusalTest)
#include "RefusalTest.moc"

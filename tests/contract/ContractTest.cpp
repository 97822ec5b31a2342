// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

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

//! A sample line of PROTOCOL.md, with the direction that its headings name; empty: a signal alone.
struct Sample
{
    QString direction;
    QJsonObject message;
    int line{};
};

QString directionOf(const QString &chapter, const QString &section)
{
    static const QHash<QString, QString> kNames{
        {u"4. Citizen/Client to server"_s, u"citizen_to_server"_s},
        {u"4. Citizen/Server to client"_s, u"citizen_to_client"_s},
        {u"5. Clerk/Client to server"_s, u"clerk_to_server"_s},
        {u"5. Clerk/Server to client"_s, u"clerk_to_client"_s},
        {u"11. The administration/Client to server"_s, u"clerk_to_server"_s},
        {u"11. The administration/Server to client"_s, u"clerk_to_client"_s},
        {u"10. The clerk app and its call page/App to page"_s, u"bridge_to_page"_s},
        {u"10. The clerk app and its call page/Page to app"_s, u"bridge_to_app"_s}};
    return kNames.value(chapter + u'/' + section);
}

QList<Sample> samples()
{
    QFile file(QStringLiteral(SPRECHTAG_SOURCE_DIR "/shared/protocol/PROTOCOL.md"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Sample> list;
    QString chapter;
    QString section;
    bool inside = false;
    int line = 0;
    for (const QByteArray &bytes : file.readAll().split('\n')) {
        ++line;
        const QString text = QString::fromUtf8(bytes);
        if (text.startsWith("```"_L1))
            inside = text == "```json"_L1;
        else if (inside)
            list.append({directionOf(chapter, section), QJsonDocument::fromJson(bytes).object(), line});
        else if (text.startsWith("## "_L1))
            chapter = text.sliced(3);
        else if (text.startsWith("### "_L1))
            section = text.sliced(4);
    }
    return list;
}

} // namespace

//! PROTOCOL.md, its fixtures and the codec say the same.
class ContractTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFixtureIsReadAndWrittenAlike_data()
    {
        QTest::addColumn<QString>("direction");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QJsonObject>("message");
        for (const Direction &direction : directions())
            for (const Fixture &fixture : fixtures(direction.name))
                QTest::addRow("%s/%s", qPrintable(direction.name), qPrintable(fixture.file))
                    << direction.name << fixture.file << fixture.message;
    }
    void everyFixtureIsReadAndWrittenAlike()
    {
        QFETCH(QString, direction);
        QFETCH(QString, file);
        QFETCH(QJsonObject, message);
        const auto codec = std::ranges::find(directions(), direction, &Direction::name);
        const Reading reading = codec->read(compact(message));
        QVERIFY2(reading.written, qPrintable(u"refused for the field '%1'"_s.arg(reading.error.field)));
        QCOMPARE(*reading.written, compact(message));
        QCOMPARE(message[u"type"_s].toString(), file.section(u'-', 0, 0).remove(u".json"_s));
    }

    void everyMessageHasAFixture_data()
    {
        QTest::addColumn<QString>("direction");
        for (const Direction &direction : directions())
            QTest::addRow("%s", qPrintable(direction.name)) << direction.name;
    }
    void everyMessageHasAFixture()
    {
        QFETCH(QString, direction);
        const auto codec = std::ranges::find(directions(), direction, &Direction::name);
        QSet<std::size_t> seen;
        for (const Fixture &fixture : fixtures(direction))
            seen.insert(codec->read(compact(fixture.message)).alternative);
        for (std::size_t i = 0; i < codec->alternatives; ++i)
            QVERIFY2(seen.contains(i), qPrintable(u"alternative %1 has no fixture"_s.arg(i)));
    }

    void everyFactHasAFixture()
    {
        QSet<std::size_t> seen;
        for (const Fixture &fixture : fixtures(u"clerk_to_client"_s)) {
            for (const QJsonValue &json : fixture.message[u"facts"_s].toArray()) {
                const auto fact = protocol::decodeFact(compact(json.toObject()));
                QVERIFY2(fact.ok(), qPrintable(json[u"fact"_s].toString()));
                QCOMPARE(protocol::encodeFact(*fact), compact(json.toObject()));
                seen.insert(fact->body.index());
            }
        }
        for (std::size_t i = 0; i < std::variant_size_v<office::FactBody>; ++i)
            QVERIFY2(seen.contains(i), qPrintable(u"fact %1 has no fixture"_s.arg(i)));
    }

    void everySampleOfTheDocumentIsAFixture()
    {
        QVERIFY(!samples().isEmpty());
        for (const Sample &sample : samples()) {
            const auto where = u"PROTOCOL.md:%1"_s.arg(sample.line).toUtf8();
            QVERIFY2(!sample.message.isEmpty(), where.constData());
            bool found = false;
            for (const Direction &direction : directions())
                for (const Fixture &fixture : fixtures(direction.name))
                    found = found || (direction.name == sample.direction && fixture.message == sample.message) ||
                            (sample.direction.isEmpty() && fixture.message[u"signal"_s] == sample.message);
            QVERIFY2(found, where.constData());
        }
    }

    void everyFixtureIsInTheDocumentByItsType()
    {
        QSet<QString> documented;
        for (const Sample &sample : samples())
            documented.insert(sample.direction + u'/' + sample.message[u"type"_s].toString());
        for (const Direction &direction : directions())
            for (const Fixture &fixture : fixtures(direction.name)) {
                const QString type = direction.name + u'/' + fixture.message[u"type"_s].toString();
                QVERIFY2(documented.contains(type), qPrintable(type));
            }
    }
};

QTEST_GUILESS_MAIN(ContractTest)
#include "ContractTest.moc"

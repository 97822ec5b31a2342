// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/SealedFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sprechtag::documents;
using namespace Qt::StringLiterals;

//! What lies on the disk is of no use to whoever has the disk alone.
class SealedFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::newRow("one byte") << qint64{1};
        QTest::newRow("a part") << kPartBytes;
        QTest::newRow("a part and a byte") << kPartBytes + 1;
        QTest::newRow("several parts") << 3 * kPartBytes - 7;
    }
    void whatIsWrittenIsRead()
    {
        QFETCH(const qint64, bytes);
        const QByteArray content = write(bytes);
        QCOMPARE(*readSealed(m_path, kKey, bytes, 0, bytes), content);
        const qint64 middle = bytes / 2;
        QCOMPARE(*readSealed(m_path, kKey, bytes, middle, 300'000), content.mid(middle, 300'000));
    }

    void nothingOfItCanBeReadWithoutTheKey()
    {
        write(2 * kPartBytes);
        QVERIFY(!onDisk().contains("Kanarienvogel"));
        QVERIFY(!readSealed(m_path, QByteArray(32, 'x'), 2 * kPartBytes, 0, 10));
        QVERIFY(!readSealed(m_path, {}, 2 * kPartBytes, 0, 10));
    }

    void aChangedByteIsNoticed()
    {
        write(kPartBytes);
        QByteArray bytes = onDisk();
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        put(bytes);
        QVERIFY(!readSealed(m_path, kKey, kPartBytes, 0, kPartBytes));
    }

    void aCutFileIsNoticed()
    {
        write(2 * kPartBytes);
        put(onDisk().chopped(1));
        QVERIFY(!readSealed(m_path, kKey, 2 * kPartBytes, 0, 10));
    }

    void partsCannotChangePlaces()
    {
        write(2 * kPartBytes);
        const QByteArray bytes = onDisk();
        const qsizetype part = kPartBytes + 16;
        put(bytes.left(32) + bytes.mid(32 + part, part) + bytes.mid(32, part));
        QVERIFY(!readSealed(m_path, kKey, 2 * kPartBytes, 0, 10));
    }

    void twoFilesOfAVisitHaveTwoKeys()
    {
        write(1000);
        const QByteArray first = onDisk();
        write(1000);
        QVERIFY(onDisk() != first);
    }

    void aNoteIsSealedToo()
    {
        QVERIFY(writeSealedNote(m_path, kKey, "Kanarienvogel"));
        QVERIFY(!onDisk().contains("Kanarienvogel"));
        QCOMPARE(*readSealedNote(m_path, kKey), QByteArray("Kanarienvogel"));
        QVERIFY(!readSealedNote(m_path, QByteArray(32, 'x')));
    }

    void withoutRoomItSaysSo()
    {
        SealedWriter writer;
        const auto created = writer.create(m_folder.filePath(u"missing/file"_s), kKey);
        QVERIFY(!created);
        QCOMPARE(created.error(), FileFault::NoRoom);
    }

private:
    QByteArray write(qint64 bytes)
    {
        QByteArray content("Kanarienvogel");
        content = content.repeated(bytes / content.size() + 1).left(bytes);
        SealedWriter writer;
        [&] {
            QVERIFY(writer.create(m_path, kKey));
            QVERIFY(writer.writeWhole(content));
        }();
        return content;
    }
    [[nodiscard]] QByteArray onDisk() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QByteArray &bytes) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    const QByteArray kKey = QByteArray(32, 'k');
    QTemporaryDir m_folder;
    QString m_path{m_folder.filePath(u"file"_s)};
};

QTEST_GUILESS_MAIN(SealedFileTest)
#include "SealedFileTest.moc"

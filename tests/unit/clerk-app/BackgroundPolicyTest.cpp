// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/BackgroundPolicy.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using sprechtag::call::Background;
using sprechtag::clerk::app::BackgroundPolicy;
using sprechtag::clerk::app::nameOf;

using Backgrounds = QList<Background>;

class BackgroundPolicyTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    void layDown(const QString &lines) const
    {
        QVERIFY(QDir(m_dir.path()).mkpath(u"Sprechtag"_s));
        QFile file(m_dir.filePath(u"Sprechtag/clerk-policy.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[background]\n" + lines.toUtf8());
    }
    [[nodiscard]] QString picture() const
    {
        QFile file(m_dir.filePath(u"town.png"_s));
        return file.open(QIODevice::WriteOnly) ? file.fileName() : QString();
    }

private Q_SLOTS:
    void init() { QSettings::setPath(QSettings::IniFormat, QSettings::SystemScope, m_dir.path()); }
    void cleanup() { QFile::remove(m_dir.filePath(u"Sprechtag/clerk-policy.ini"_s)); }

    void offersTheRoomAndABlurWhereNothingIsLaidDown()
    {
        const BackgroundPolicy policy = BackgroundPolicy::read();
        QCOMPARE(policy.offered, (Backgrounds{Background::None, Background::Blur}));
        QCOMPARE(policy.picture, QString());
        QCOMPARE(policy.allowed(u"blur"_s), Background::Blur);
        QCOMPARE(policy.allowed(u"picture"_s), Background::None);
        QCOMPARE(policy.allowed(u"nonsense"_s), Background::None);
    }

    void offersThePictureThatIsThere()
    {
        layDown(u"picture=%1\n"_s.arg(picture()));
        const BackgroundPolicy policy = BackgroundPolicy::read();
        QCOMPARE(policy.offered, (Backgrounds{Background::None, Background::Blur, Background::Picture}));
        QCOMPARE(policy.allowed(u"picture"_s), Background::Picture);
    }

    void offersNoPictureThatCannotBeRead()
    {
        layDown(u"picture=/nowhere/town.png\nonly=picture\n"_s);
        const BackgroundPolicy policy = BackgroundPolicy::read();
        QCOMPARE(policy.offered, (Backgrounds{Background::None, Background::Blur}));
    }

    void offersNothingElseWhereOneIsLaidDown()
    {
        layDown(u"picture=%1\nonly=picture\n"_s.arg(picture()));
        const BackgroundPolicy policy = BackgroundPolicy::read();
        QCOMPARE(policy.offered, Backgrounds{Background::Picture});
        QCOMPARE(policy.allowed(u"none"_s), Background::Picture);
    }

    void namesEachByItsOwnWord()
    {
        QCOMPARE(nameOf(Background::None), u"none"_s);
        QCOMPARE(nameOf(Background::Blur), u"blur"_s);
        QCOMPARE(nameOf(Background::Picture), u"picture"_s);
    }
};

QTEST_GUILESS_MAIN(BackgroundPolicyTest)
#include "BackgroundPolicyTest.moc"

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/store/Statement.h"
#include "tests/unit/store/StoreKit.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using store::Statement;
using store::StoreError;
using namespace Qt::StringLiterals;

namespace {

QString loginOf(const Statement &row)
{
    return row.text(1);
}

Result<QString, StoreError> loginOfSchmidtAlone(const Statement &row)
{
    if (loginOf(row) == u"schmidt"_s)
        return loginOf(row);
    return Failure(StoreError::DatabaseDamaged);
}

} // namespace

//! How rows become values: all of them, the one, or the first thing that went wrong.
class StatementTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesAllRowsInTheirOrder();
    void noRowsAreAnEmptyList();
    void aRowThatCannotBeReadEndsTheList();
    void theOneRowMayBeMissing();
    void theOneRowMayBeUnreadable();
    void aStatementThatCannotBeHadSaysWhy();
    void isCleanForTheNextUseAfterAnEarlyEnd();
};

void StatementTest::givesAllRowsInTheirOrder()
{
    const StoreFolder folder;
    auto database = newTown(folder);
    const auto logins = database.connection().statement("select_clerks").rows<QList<QString>>(loginOf);
    QVERIFY(logins);
    QCOMPARE(*logins, (QList<QString>{u"schmidt"_s, u"weber"_s, u"yilmaz"_s}));
}

void StatementTest::noRowsAreAnEmptyList()
{
    const StoreFolder folder;
    auto database = newTown(folder);
    const auto values = database.connection()
                            .statement("select_office_settings")
                            .bind(":office", officeId(99))
                            .rows<QList<std::int64_t>>([](const Statement &row) { return row.integer(0); });
    QVERIFY(values);
    QVERIFY(values->isEmpty());
}

void StatementTest::aRowThatCannotBeReadEndsTheList()
{
    const StoreFolder folder;
    auto database = newTown(folder);
    const auto logins = database.connection().statement("select_clerks").rows<QList<QString>>(loginOfSchmidtAlone);
    QVERIFY(!logins);
    QCOMPARE(logins.error(), StoreError::DatabaseDamaged);
}

void StatementTest::theOneRowMayBeMissing()
{
    const StoreFolder folder;
    auto database = newTown(folder);
    const auto find = [&database](const QString &login) {
        return database.connection().statement("select_clerk_by_login").bind(":login", login).row<QString>(loginOf);
    };
    QCOMPARE(find(u"weber"_s).value(), std::optional(u"weber"_s));
    QCOMPARE(find(u"nobody"_s).value(), std::optional<QString>());
}

void StatementTest::theOneRowMayBeUnreadable()
{
    const StoreFolder folder;
    auto database = newTown(folder);
    const auto login = database.connection()
                           .statement("select_clerk_by_login")
                           .bind(":login", u"weber"_s)
                           .row<QString>(loginOfSchmidtAlone);
    QVERIFY(!login);
    QCOMPARE(login.error(), StoreError::DatabaseDamaged);
}

void StatementTest::aStatementThatCannotBeHadSaysWhy()
{
    const auto list = Statement(nullptr, StoreError::ReadFailed).rows<QList<QString>>(loginOf);
    QVERIFY(!list);
    QCOMPARE(list.error(), StoreError::ReadFailed);
    const auto one = Statement(nullptr, StoreError::ReadFailed).row<QString>(loginOf);
    QVERIFY(!one);
    QCOMPARE(one.error(), StoreError::ReadFailed);
}

void StatementTest::isCleanForTheNextUseAfterAnEarlyEnd()
{
    const StoreFolder folder;
    auto database = newTown(folder);
    QVERIFY(!database.connection().statement("select_clerks").rows<QList<QString>>(loginOfSchmidtAlone));
    const auto logins = database.connection().statement("select_clerks").rows<QList<QString>>(loginOf);
    QVERIFY(logins);
    QCOMPARE(logins->size(), 3);
}

QTEST_GUILESS_MAIN(StatementTest)
#include "StatementTest.moc"

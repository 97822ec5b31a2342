// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "shared/protocol/TownCodec.h"
#include "tests/unit/clerk-app/AdminScene.h"

#include <QScrollBar>
#include <QTreeWidget>

using namespace sprechtag;
using namespace sprechtag::clerk::test;

namespace {

//! The page of changes, and the server's log behind it.
struct Log : AdminScene
{
    Log() { showChanges(); }
    void showChanges()
    {
        auto *tree = find<QTreeWidget>(u"adminTree"_s);
        tree->setCurrentItem(tree->topLevelItem(tree->topLevelItemCount() - 1));
    }
    [[nodiscard]] QTreeWidget *list() { return find<QTreeWidget>(u"changesList"_s); }
    [[nodiscard]] QPushButton *older() { return find<QPushButton>(u"olderButton"_s); }
};

protocol::ChangeLine change(std::int64_t seq)
{
    protocol::ChangeLine line;
    line.seq = seq;
    line.at = StillClock().now();
    line.clerk = u"Frau Weber"_s;
    line.kind = town::Kind::Office;
    line.id = town::textOf(kBurger);
    line.action = u"changed"_s;
    return line;
}

void bringPage(const KeepingPort::Sent &sent, const QList<protocol::ChangeLine> &lines,
               std::optional<std::int64_t> older)
{
    clerk::connection::Answer whole;
    whole.admin = wire::AdminLogPage{{}, lines, older};
    answer(sent, whole);
}

} // namespace

//! The lists of the administration: what there is, and what was changed.
class AdminListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListStaysAsItWasLeft()
    {
        town::Town town = adminTown();
        for (std::uint64_t n = 1; n <= 60; ++n)
            town.departments.append({DepartmentId::fromBits({4, 100 + n}), u"Amt %1"_s.arg(n), 1});
        AdminScene scene(town);
        auto *tree = scene.find<QTreeWidget>(u"adminTree"_s);
        const auto head = [tree](const QString &name) { return tree->findItems(name, Qt::MatchExactly).first(); };
        head(u"Accounts"_s)->setExpanded(false);
        head(u"Offices"_s)->setExpanded(false); // the one that is shown is in it
        tree->verticalScrollBar()->setValue(7);
        QCOMPARE(tree->verticalScrollBar()->value(), 7);
        scene.storedByOthers([](town::Office &office) { office.letter = u"X"_s; });
        QVERIFY(!head(u"Accounts"_s)->isExpanded());
        QVERIFY(!head(u"Offices"_s)->isExpanded());
        QVERIFY(head(u"Departments"_s)->isExpanded());
        QCOMPARE(tree->verticalScrollBar()->value(), 7);
        QCOMPARE(scene.find<QLabel>(u"adminTitle"_s)->text(), u"Bürgerservice"_s);
    }

    void anOlderPageIsAskedForOnce()
    {
        Log log;
        const auto first = log.port.take<wire::AdminLog>();
        QVERIFY(!log.older()->isEnabled());
        bringPage(first, {change(120)}, 120);
        log.click(u"olderButton"_s);
        QVERIFY2(!log.older()->isEnabled(), "until it is answered");
        const auto second = log.port.take<wire::AdminLog>();
        QCOMPARE(std::get<wire::AdminLog>(second.command).before, std::optional(std::int64_t(120)));
        bringPage(second, {change(119)}, {});
        QCOMPARE(log.list()->topLevelItemCount(), 2);
        QVERIFY(!log.older()->isEnabled());
    }

    void whoComesBackQuicklyFindsEverythingOnce()
    {
        Log log;
        const auto first = log.port.take<wire::AdminLog>();
        log.window.select(kBurger);
        log.showChanges();
        const auto second = log.port.take<wire::AdminLog>();
        bringPage(first, {change(120)}, {});
        bringPage(second, {change(120)}, {});
        QCOMPARE(log.list()->topLevelItemCount(), 1);
    }

    void aPageOfOtherPeoplesChangesIsPassedOver()
    {
        Log log;
        bringPage(log.port.take<wire::AdminLog>(), {}, 70);
        const auto next = log.port.take<wire::AdminLog>();
        QCOMPARE(std::get<wire::AdminLog>(next.command).before, std::optional(std::int64_t(70)));
        bringPage(next, {change(50)}, 20);
        QCOMPARE(log.list()->topLevelItemCount(), 1);
        QVERIFY(log.older()->isEnabled());
        QVERIFY(log.port.sent.empty());
    }

    void aRefusedPageCanBeAskedForAgain()
    {
        Log log;
        bringPage(log.port.take<wire::AdminLog>(), {change(120)}, 120);
        log.click(u"olderButton"_s);
        answer(log.port.take<wire::AdminLog>(), refused(protocol::ErrorCode::TryLater));
        log.click(u"olderButton"_s);
        QCOMPARE(std::get<wire::AdminLog>(log.port.take<wire::AdminLog>().command).before,
                 std::optional(std::int64_t(120)));
    }

    void whatWasTakenAwayHasItsName()
    {
        Log log;
        town::Office gone = adminTown().offices.first();
        gone.id = OfficeId::fromBits({3, 7});
        gone.name = u"Standesamt"_s;
        protocol::ChangeLine removed = change(120);
        removed.id = town::textOf(gone.id);
        removed.action = u"removed"_s;
        removed.fields = protocol::differences(town::Value(gone), std::nullopt);
        town::Office before = gone;
        before.letter = u"S"_s;
        protocol::ChangeLine earlier = change(119);
        earlier.id = removed.id;
        earlier.fields = protocol::differences(town::Value(before), town::Value(gone));
        bringPage(log.port.take<wire::AdminLog>(), {removed, earlier}, {});
        QCOMPARE(log.list()->topLevelItem(0)->text(2), u"Office Standesamt: removed"_s);
        QCOMPARE(log.list()->topLevelItem(1)->text(2), u"Office Standesamt: changed"_s);
    }
};

QTEST_MAIN(AdminListsTest)
#include "AdminListsTest.moc"

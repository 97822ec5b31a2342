// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/TownDifferences.h"

#include <QTest>

using namespace sprechtag;
using namespace Qt::StringLiterals;

namespace {

town::Interpreter demir()
{
    return {.id = InterpreterId::fromBits({9, 1}),
            .name = u"Elif Demir"_s,
            .languages = {u"tr"_s},
            .phone = u"0941 1234"_s,
            .email = u"demir@example.org"_s,
            .hours = {},
            .note = u"nur vormittags"_s,
            .version = 1};
}

//! As "name: Elif Demir → Elif Demir-Kaya".
QStringList logged(const std::optional<town::Value> &before, const std::optional<town::Value> &after)
{
    QStringList lines;
    for (const broker::FieldChange &change : app::townDifferences()(before, after))
        lines.append(u"%1: %2 → %3"_s.arg(change.field, change.before, change.after));
    return lines;
}

} // namespace

//! What stays for ever in the log of changes, and what does not.
class TownDifferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void howAnInterpreterIsReachedIsLoggedAsChangedAndNeverTold()
    {
        town::Interpreter moved = demir();
        moved.phone = u"0941 9876"_s;
        moved.email = u"kaya@example.org"_s;
        moved.note = u"auch abends"_s;
        const QList<QStringList> logs{logged(std::nullopt, demir()), logged(demir(), moved),
                                      logged(demir(), std::nullopt)};
        for (const QStringList &lines : logs) {
            for (const QString &field : {u"phone"_s, u"email"_s, u"note"_s})
                QVERIFY2(lines.contains(field + u":  → "_s), qPrintable(lines.join(u'\n')));
        }
    }

    void nameAndLanguagesAreTold()
    {
        town::Interpreter other = demir();
        other.name = u"Elif Demir-Kaya"_s;
        QCOMPARE(logged(demir(), other), QStringList{u"name: Elif Demir → Elif Demir-Kaya"_s});
    }

    void ofOthersWhatIsCalledTheSameIsTold()
    {
        town::Authority before;
        before.name = u"Stadt"_s;
        town::Authority after = before;
        after.name = u"Landkreis"_s;
        QVERIFY(logged(before, after).contains(u"name: Stadt → Landkreis"_s));
    }
};

QTEST_GUILESS_MAIN(TownDifferencesTest)
#include "TownDifferencesTest.moc"

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/DeskPage.h"
#include "clerk-app/view/Notice.h"
#include "tests/unit/clerk-app/WindowKit.h"

#include <QLabel>
#include <QLineEdit>
#include <QTextDocument>

using namespace sprechtag;
using namespace sprechtag::clerk::test;

namespace {

const QString kMarkup = u"<b>Kim</b><img src='file:///etc/passwd'><a href='https://boese.example'>hier</a>"_s;

//! A server that has fallen into wrong hands, or takes over what people wrote: markup wherever there are words.
struct HostileTown : Scene
{
    Counter other{2, kMarkup, u"K"_s, clock};

    HostileTown()
    {
        workplace.welcome({1, clock.now(), kMarkup, {kMe, u"schmidt"_s, kMarkup}, {protocol::clerk::Role::Clerk}});
        workplace.take(other.snapshot());
        draw(1, kMarkup);
        workplace.take(counter.afterTicks(1, {kMarkup}, {true}));
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no window");
    }
};

//! Labels that would read these words as markup. A label that decides for itself is fooled by them.
QStringList fooled(const QWidget &window)
{
    QStringList found;
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (label->text().contains(u"<b>"_s) && label->textFormat() != Qt::PlainText)
            found.append(label->objectName() + u": "_s + label->text());
    }
    return found;
}

//! Tooltips have no format of their own: markup in them is read as such, unless it is escaped.
QStringList fooledTooltips(const QWidget &window)
{
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->toolTip().contains(u"<img"_s) && Qt::mightBeRichText(widget->toolTip()))
            found.append(widget->objectName() + u": "_s + widget->toolTip());
    }
    return found;
}

} // namespace

//! Names, concerns, offices, papers and messages are words in the clerk app, whatever is in them.
class HostileWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLobbyAndTheCallShowWords()
    {
        HostileTown scene;
        QCOMPARE(fooled(scene.window), QStringList());
        QCOMPARE(fooledTooltips(scene.window), QStringList());
        scene.call();
        scene.enter(1);
        QVERIFY(scene.find<QLabel>(u"visitWho"_s)->text().contains(kMarkup));
        QCOMPARE(fooled(scene.window), QStringList());
        QCOMPARE(fooledTooltips(scene.window), QStringList());
    }

    void whatIsToldShowsWords()
    {
        HostileTown scene;
        scene.window.desk().notice().tell(clerk::view::NoticeKind::Warning, kMarkup);
        QCOMPARE(fooled(scene.window), QStringList());
    }

    void noLabelOpensALink()
    {
        HostileTown scene;
        scene.call();
        scene.enter(1);
        for (const QLabel *label : scene.window.findChildren<QLabel *>())
            QVERIFY2(!label->openExternalLinks(), qPrintable(label->objectName()));
    }
};

QTEST_MAIN(HostileWordsTest)
#include "HostileWordsTest.moc"

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/view/AdminWindow.h"
#include "tests/unit/clerk-app/AdminKit.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

namespace sprechtag::clerk::test {

//! The window of the administration, an office chosen in it; the server is the test.
struct AdminScene : AdminDesk
{
    view::AdminWindow window{administration, clock};

    explicit AdminScene(const town::Town &town = adminTown())
        : AdminDesk(town)
    {
        window.show();
        window.select(kBurger);
    }
    template <typename Widget>
    Widget *find(const QString &name)
    {
        auto *widget = window.findChild<Widget *>(name);
        if (!widget)
            qFatal("no %s", qPrintable(name));
        return widget;
    }
    //! What is inside of the field of the form with this path.
    template <typename Widget>
    Widget *field(const QString &path)
    {
        auto *inside = find<QWidget>(path + u"Field"_s)->findChild<Widget *>();
        if (!inside)
            qFatal("nothing of the kind in %s", qPrintable(path));
        return inside;
    }
    void type(const QString &path, const QString &text)
    {
        auto *line = field<QLineEdit>(path);
        line->selectAll();
        if (text.isEmpty())
            QTest::keyClick(line, Qt::Key_Delete);
        else
            QTest::keyClicks(line, text);
    }
    void click(const QString &name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    QString fault(const QString &path)
    {
        const auto *label = find<QLabel>(path + u"Fault"_s);
        return label->isHidden() ? QString() : label->text();
    }
    //! Types into a cell and leaves it open.
    QLineEdit *openCell(const QString &path, int row, int column, const QString &text)
    {
        auto *table = field<QTableWidget>(path);
        table->editItem(table->item(row, column));
        auto *cell = table->viewport()->findChild<QLineEdit *>();
        if (!cell)
            qFatal("the cell does not open");
        cell->selectAll();
        QTest::keyClicks(cell, text);
        return cell;
    }
    void storedByOthers(const std::function<void(town::Office &)> &change)
    {
        town::Office stored = administration.town().offices.first();
        change(stored);
        ++stored.version;
        administration.take({kBurger, stored});
    }
    QLineEdit *hoursOf(const QString &accessibleName)
    {
        for (QLineEdit *line : find<QWidget>(u"hours.periodsField"_s)->findChildren<QLineEdit *>()) {
            if (line->accessibleName() == accessibleName)
                return line;
        }
        qFatal("no line %s", qPrintable(accessibleName));
    }
};

} // namespace sprechtag::clerk::test

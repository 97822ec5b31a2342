// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QDir>
#include <QImage>
#include <QPalette>
#include <QTest>

//! Pictures of screens, for people to look at.
namespace sprechtag::clerk::test {

using namespace Qt::StringLiterals;

inline QPalette dark()
{
    QPalette palette(QColor(45, 48, 52), QColor(37, 40, 44));
    palette.setColor(QPalette::Base, QColor(30, 32, 35));
    palette.setColor(QPalette::AlternateBase, QColor(37, 40, 44));
    palette.setColor(QPalette::Highlight, QColor(92, 150, 222));
    palette.setColor(QPalette::HighlightedText, QColor(15, 20, 28));
    palette.setColor(QPalette::ToolTipBase, QColor(58, 62, 68));
    palette.setColor(QPalette::ToolTipText, QColor(235, 238, 242));
    return palette;
}

inline QPalette highContrast()
{
    QPalette palette(Qt::black, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, Qt::yellow);
    for (const auto role : {QPalette::Base, QPalette::AlternateBase, QPalette::Button, QPalette::ToolTipBase})
        palette.setColor(role, Qt::black);
    palette.setColor(QPalette::Highlight, Qt::cyan);
    palette.setColor(QPalette::HighlightedText, Qt::black);
    return palette;
}

//! Into <build>/screens; a blank one fails.
inline void keep(const QImage &picture, const QString &name)
{
    const QRgb corner = picture.pixel(0, 0);
    bool blank = true;
    for (int y = 0; y < picture.height() && blank; y += 7) {
        for (int x = 0; x < picture.width() && blank; x += 7)
            blank = picture.pixel(x, y) == corner;
    }
    QVERIFY2(!blank, qPrintable(name));
    const QDir dir(QStringLiteral(SPRECHTAG_BINARY_DIR "/screens"));
    QVERIFY(dir.mkpath(u"."_s));
    QVERIFY(picture.save(dir.filePath(name + u".png"_s)));
}

} // namespace sprechtag::clerk::test

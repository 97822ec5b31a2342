// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/SelfTest.h"

#include "clerk-app/app/Language.h"
#include "clerk-app/call/CallSurface.h"
#include "clerk-app/call/CallSurfaceFactory.h"
#include "clerk-app/platform/Tray.h"
#include "clerk-app/view/Icons.h"

#include <QFile>
#include <QSslSocket>
#include <QTextStream>

#include <memory>

namespace sprechtag::clerk::app {

using namespace Qt::StringLiterals;

int selfTest()
{
    QTextStream out(stdout);
    int problems = 0;
    const auto check = [&out, &problems](const QString &what, bool good) {
        out << (good ? "ok      " : "PROBLEM ") << what << Qt::endl;
        problems += good ? 0 : 1;
    };
    QTranslator translator;
    check(u"German words"_s, loadWords(translator, u"de"_s));
    check(u"English words"_s, loadWords(translator, u"en"_s));
    check(u"pictures"_s, !view::appIcon().pixmap(32).isNull() && !view::themedIcon(u"next"_s).pixmap(32).isNull());
    check(u"sound"_s, QFile::exists(u":/sounds/arrival.wav"_s));
    check(u"encrypted connections (TLS)"_s, QSslSocket::supportsSsl());
    const std::unique_ptr<call::CallSurface> surface = call::createCallSurface();
    check(u"call picture"_s, surface && surface->widget());
    out << "        notices in the system tray: " << (platform::Tray::available() ? "yes" : "no") << Qt::endl;
    return problems == 0 ? 0 : 1;
}

} // namespace sprechtag::clerk::app

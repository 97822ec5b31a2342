// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/Options.h"

#include <QCommandLineParser>
#include <QFile>

namespace sprechtag::clerk::app {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMaxPasswordBytes = 4096;

Result<Secret, QString> passwordFrom(const QString &file)
{
    if (file.isEmpty())
        return Secret();
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return Failure(u"The password file cannot be read: %1"_s.arg(source.errorString()));
    return Secret(source.read(kMaxPasswordBytes).trimmed());
}

} // namespace

Result<Options, QString> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Sprechtag for clerks: offices, lobby and video calls."_s);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption server(u"server"_s, u"Address of the server."_s, u"URL"_s);
    const QCommandLineOption login(u"login"_s, u"Name to sign in with."_s, u"NAME"_s);
    const QCommandLineOption password(u"password-file"_s, u"File with the password."_s, u"FILE"_s);
    const QCommandLineOption profile(u"profile"_s, u"Folder for settings; its app runs beside others."_s, u"DIR"_s);
    const QCommandLineOption language(u"language"_s, u"de or en."_s, u"LANG"_s);
    const QCommandLineOption selfTest(u"self-test"_s, u"Check this installation and exit."_s);
    parser.addOptions({server, login, password, profile, language, selfTest});
    if (!parser.parse(arguments))
        return Failure(parser.errorText());
    auto secret = passwordFrom(parser.value(password));
    if (!secret)
        return Failure(secret.error());
    Options options;
    options.server = parser.value(server);
    options.login = parser.value(login);
    options.password = secret.value();
    options.profile = parser.value(profile);
    options.language = parser.value(language);
    options.selfTest = parser.isSet(selfTest);
    options.help = parser.isSet(help);
    options.version = parser.isSet(version);
    options.helpText = parser.helpText();
    return options;
}

} // namespace sprechtag::clerk::app

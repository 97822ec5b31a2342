// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/Preferences.h"

#include <QDir>

#include <algorithm>
#include <array>

namespace sprechtag::clerk::app {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kTable{
    PreferenceRow{Preference::Server, "server", QMetaType::QString, "", "address of the authority's server"},
    PreferenceRow{Preference::Login, "login", QMetaType::QString, "", "name last used to sign in"},
    PreferenceRow{Preference::StaySignedIn, "stay_signed_in", QMetaType::Bool, "false",
                  "keep the session in the system's credential store"},
    PreferenceRow{Preference::NotifyArrivals, "notify_arrivals", QMetaType::Bool, "true",
                  "a notice when somebody draws a number"},
    PreferenceRow{Preference::SoundArrivals, "sound_arrivals", QMetaType::Bool, "true",
                  "a sound when somebody draws a number"},
    PreferenceRow{Preference::WarmCalls, "warm_calls", QMetaType::Bool, "true",
                  "camera and microphone ready while people wait"},
    PreferenceRow{Preference::LetterByLetter, "letter_by_letter", QMetaType::Bool, "true",
                  "the visitor reads along while the clerk writes"},
    PreferenceRow{Preference::AwayAfter, "away_after_minutes", QMetaType::Int, "10",
                  "without key and mouse, until the clerk is shown as away; at least 3"},
    PreferenceRow{Preference::Microphone, "microphone", QMetaType::QString, "", "its name; empty: the system's"},
    PreferenceRow{Preference::Camera, "camera", QMetaType::QString, "", "its name; empty: the system's"},
    PreferenceRow{Preference::Speaker, "loudspeaker", QMetaType::QString, "", "its name; empty: the system's"},
    PreferenceRow{Preference::Background, "background", QMetaType::QString, "none",
                  "none, blur or picture (of the policy)"},
    PreferenceRow{Preference::Language, "language", QMetaType::QString, "", "de or en; empty: the system's"},
    PreferenceRow{Preference::Window, "window", QMetaType::QByteArray, "", "size and place of the window"},
};

const PreferenceRow &rowOf(Preference key)
{
    return *std::ranges::find(kTable, key, &PreferenceRow::key);
}

QVariant typed(const PreferenceRow &row, QVariant value)
{
    value.convert(QMetaType(row.type));
    return value;
}

QString fileIn(const QString &folder)
{
    if (!folder.isEmpty())
        return QDir(folder).filePath(u"clerk.ini"_s);
    return QSettings(QSettings::IniFormat, QSettings::UserScope, u"Sprechtag"_s, u"clerk"_s).fileName();
}

} // namespace

std::span<const PreferenceRow> preferenceTable()
{
    return kTable;
}

Preferences::Preferences(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_settings(fileIn(folder), QSettings::IniFormat)
{
}

QVariant Preferences::value(Preference key) const
{
    const PreferenceRow &row = rowOf(key);
    const QVariant kept = m_settings.value(QLatin1StringView(row.name));
    return kept.isValid() ? typed(row, kept) : typed(row, QString::fromLatin1(row.defaultText));
}

void Preferences::set(Preference key, const QVariant &value)
{
    const PreferenceRow &row = rowOf(key);
    m_settings.setValue(QLatin1StringView(row.name), typed(row, value));
}

} // namespace sprechtag::clerk::app

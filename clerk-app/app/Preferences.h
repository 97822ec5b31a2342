// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QSettings>
#include <QVariant>

#include <span>

namespace sprechtag::clerk::app {

enum class Preference {
    Server,
    Login,
    StaySignedIn,
    NotifyArrivals,
    SoundArrivals,
    WarmCalls,
    LetterByLetter,
    AwayAfter,
    Microphone,
    Camera,
    Speaker,
    Background,
    Language,
    Window
};

//! One row of the closed table: everything that is kept is here, and nowhere else.
struct PreferenceRow
{
    Preference key;
    const char *name;
    QMetaType::Type type;
    const char *defaultText; //!< as QVariant reads it
    const char *meaning;
};

[[nodiscard]] std::span<const PreferenceRow> preferenceTable();

//! What this clerk has chosen on this computer. No secrets, nothing about citizens.
class Preferences final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Preferences)
public:
    //! In this folder when it is given, else where the system keeps settings.
    explicit Preferences(const QString &folder, QObject *parent = nullptr);

    [[nodiscard]] QString text(Preference key) const { return value(key).toString(); }
    [[nodiscard]] bool isOn(Preference key) const { return value(key).toBool(); }
    [[nodiscard]] int number(Preference key) const { return value(key).toInt(); }
    [[nodiscard]] QByteArray bytes(Preference key) const { return value(key).toByteArray(); }
    [[nodiscard]] QVariant value(Preference key) const;
    void set(Preference key, const QVariant &value);

private:
    QSettings m_settings;
};

} // namespace sprechtag::clerk::app

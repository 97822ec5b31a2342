// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QList>
#include <QWebEngineSettings>
#include <QWebEngineUrlRequestInterceptor>

class QWebEngineProfile;

namespace sprechtag::call {

//! What one switch of the web engine is set to for the call page.
struct HardenedAttribute
{
    QWebEngineSettings::WebAttribute attribute;
    bool on;
};

//! Every switch that decides what the page may do, set by name: no default of a Qt version is relied upon.
[[nodiscard]] const QList<HardenedAttribute> &hardenedAttributes();

void harden(QWebEngineSettings &settings);
//! Nothing is stored, no cookie accepted, no file downloaded, nobody spoken to but the app itself.
void harden(QWebEngineProfile &profile);

//! Lets requests of the app's own scheme through and blocks all others.
class CallRequestGuard final : public QWebEngineUrlRequestInterceptor
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallRequestGuard)

public:
    using QWebEngineUrlRequestInterceptor::QWebEngineUrlRequestInterceptor;
    void interceptRequest(QWebEngineUrlRequestInfo &info) override;
};

//! Before QApplication: switches of the environment that open the web engine are ignored in release builds.
void ignoreDebuggingEnvironment();
//! Before QApplication, after the above: the call page is loaded before it is seen, and computes as quickly then.
//! Without it the engine runs whoever is not seen below all other programs, and their threads stay there when the call
//! begins.
void keepUnseenPageQuick();

} // namespace sprechtag::call

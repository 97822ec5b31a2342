// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/call/CallSurface.h"
#include "clerk-app/platform/CredentialStore.h"

#include <QMap>
#include <QPointer>
#include <QWidget>

#include <utility>

//! What the app meets outside of itself: a store of credentials, and the picture of a call.
namespace sprechtag::clerk::test {

using namespace Qt::StringLiterals;

//! Keeps in memory, or fails as it is told.
class MemoryStore final : public platform::CredentialStore
{
    Q_OBJECT
public:
    void find(const QString &key, QObject *guard, Found then) override
    {
        QMetaObject::invokeMethod(
            guard,
            [this, key, then = std::move(then)] {
                if (failure)
                    then(Failure(*failure));
                else if (kept.contains(key))
                    then(kept.value(key));
                else
                    then(Failure(platform::CredentialError::Missing));
            },
            Qt::QueuedConnection);
    }
    void keep(const QString &key, const Secret &secret, QObject *guard, Kept then) override
    {
        if (!failure)
            kept.insert(key, secret);
        QMetaObject::invokeMethod(
            guard,
            [this, then = std::move(then)] {
                if (failure)
                    then(Failure(*failure));
                else
                    then(Done{});
            },
            Qt::QueuedConnection);
    }
    void forget(const QString &key) override { kept.remove(key); }

    QMap<QString, Secret> kept;
    std::optional<platform::CredentialError> failure;
};

//! Writes down what it is told; says only what the test lets it say.
class RecordingSurface final : public call::CallSurface
{
    Q_OBJECT
public:
    ~RecordingSurface() override { delete m_widget; }
    [[nodiscard]] QWidget *widget() override
    {
        if (!m_widget)
            m_widget = new QWidget;
        return m_widget;
    }
    void configure(const call::CallSettings &settings) override { configured = settings; }
    void warm(bool on) override { told.append(on ? u"warm"_s : u"cold"_s); }
    void expect(const call::ExpectedCall &call) override
    {
        told.append(u"expect %1 %2"_s.arg(QString::fromStdString(call.ticket.text())).arg(call.offer.generation));
    }
    void start(const call::CallStart &call) override
    {
        started = call;
        told.append(u"start %1"_s.arg(call.epoch));
    }
    void offer(office::Epoch epoch, const call::CitizenOffer &offer) override
    {
        told.append(u"offer %1 %2"_s.arg(epoch).arg(offer.generation));
    }
    void signal(office::Epoch epoch, const protocol::Signal & /*signal*/) override
    {
        told.append(u"signal %1"_s.arg(epoch));
    }
    void tellForm(const protocol::FormNews &news) override { told.append(u"form %1"_s.arg(news.index())); }
    void end() override
    {
        m_control = {};
        told.append(u"end"_s);
    }
    void control(const office::CallControl &control) override
    {
        if (control == std::exchange(m_control, control))
            return;
        told.append(u"control%1%2%3%4"_s.arg(
            control.muted ? u" muted"_s : QString(), control.cameraOff ? u" camera off"_s : QString(),
            control.mayShare ? u" may share"_s : QString(), control.onHold ? u" on hold"_s : QString()));
    }
    void showRoom(office::Epoch epoch, const QList<protocol::Person> &people) override
    {
        told.append(u"room %1 of %2"_s.arg(epoch).arg(people.size()));
    }
    void roomSignal(office::Epoch epoch, int peer, const protocol::Signal & /*signal*/) override
    {
        told.append(u"room signal %1 from %2"_s.arg(epoch).arg(peer));
    }
    void setMicrophone(bool on) override { told.append(on ? u"microphone on"_s : u"microphone off"_s); }
    void setCamera(bool on) override { told.append(on ? u"camera on"_s : u"camera off"_s); }
    void chooseDevice(call::DeviceKind /*kind*/, const QString &id) override { told.append(u"choose "_s + id); }
    void testSpeaker() override { told.append(u"test speaker"_s); }
    void chooseBackground(call::Background background) override
    {
        told.append(u"background %1"_s.arg(static_cast<int>(background)));
    }
    void setBackgroundPicture(const QString &file) override { told.append(u"picture "_s + file); }
    void startShare() override { told.append(u"share"_s); }
    void pauseShare(bool paused) override { told.append(paused ? u"pause share"_s : u"go on sharing"_s); }
    void stopShare() override { told.append(u"stop share"_s); }
    void showDocument(const call::ShownDocument &document) override
    {
        told.append(u"document %1 on page %2"_s.arg(document.name).arg(document.view.place.page));
        shown = document;
    }
    void changeDocument(documents::From, const documents::ViewChange &change) override
    {
        told.append(u"change document"_s);
        changes.append(change);
    }
    void hideDocument() override { told.append(u"hide document"_s); }
    void showSight(std::optional<protocol::SightStep> step) override { sight = step; }
    std::optional<protocol::SightStep> sight;
    std::optional<call::ShownDocument> shown;
    QList<documents::ViewChange> changes;

    QStringList told;
    call::CallSettings configured;
    std::optional<call::CallStart> started;

private:
    QPointer<QWidget> m_widget;
    office::CallControl m_control;
};

} // namespace sprechtag::clerk::test

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/call/CallSurface.h"
#include "clerk-app/model/CurrentVisit.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace sprechtag::clerk::view {

class Actions;

//! The call in the window: whom with, how it stands, the picture, and what can be done.
class CallPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallPanel)
public:
    explicit CallPanel(const Actions &actions, QWidget *parent = nullptr);

    //! The picture appears when it is there; the panel works without it.
    void attach(call::CallSurface &surface);
    void show(const model::Visit &visit);
    void end();
    //! A screen reader begins with who it is and how it stands.
    void takeFocus();
    //! Time has passed.
    void tick(Instant now);

Q_SIGNALS:
    //! Something about camera, microphone or screen that the clerk must know.
    void troubled(const QString &text);
    void deviceChosen(sprechtag::call::DeviceKind kind, const QString &id);

private:
    enum class Phase { Held, Called, Interrupted, Silent, Talking };

    void buildHeader();
    void buildToolbar();
    [[nodiscard]] QWidget *buildAnswers();
    void offerWhatFits();
    void showOwn(protocol::MediaState own);
    void showPeer(protocol::MediaState peer);
    void showLine(call::LineState state);
    void fillDevices(const QList<call::Device> &devices);
    void addDevices(const QList<call::Device> &devices, call::DeviceKind kind, const QString &title);
    [[nodiscard]] static QString problemText(call::MediaProblem problem, call::DeviceKind kind);
    void refreshState();
    [[nodiscard]] Phase phase() const;
    [[nodiscard]] QString phaseText(Phase phase) const;

    const Actions &m_actions;
    QLabel *m_who;
    QLabel *m_concern;
    QLabel *m_state;
    QLabel *m_peer;
    QLabel *m_note;
    QWidget *m_stage;
    QMenu *m_devices;
    QVBoxLayout *m_layout;
    QToolButton *m_share{};
    QToolButton *m_handOver{};
    QToolButton *m_finish{};
    QWidget *m_answers{};
    std::optional<model::Visit> m_visit;
    std::optional<Phase> m_phase;
    call::LineState m_line{call::LineState::Idle};
    Instant m_now{};
};

} // namespace sprechtag::clerk::view

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/call/CallSurface.h"
#include "clerk-app/model/VisitDocuments.h"
#include "clerk-app/model/VisitGuests.h"
#include "clerk-app/model/VisitText.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QSplitter;
class QToolButton;
class QVBoxLayout;

namespace sprechtag::clerk::view {

class Actions;
class DevicesMenu;
class DocumentsPanel;
class GuestsPanel;
class LineNotice;
class PanelRoom;
class ShareBar;
class TalkKey;
class TextPanel;

//! The call in the window: whom with, how it stands, the picture, and what can be done.
class CallPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallPanel)
public:
    CallPanel(const Actions &actions, model::VisitText &text, model::VisitDocuments &documents,
              model::VisitGuests &guests, QWidget *parent = nullptr);

    //! The picture appears when it is there; the panel works without it.
    void attach(call::CallSurface &surface);
    [[nodiscard]] DevicesMenu &devices() { return *m_devices; }
    void show(const model::Visit &visit);
    //! The conversation of a colleague: picture, own devices, and the way out.
    void show(const protocol::clerk::ColleaguePlace &talk);
    void end();
    //! A screen reader begins with who it is and how it stands.
    void takeFocus();
    //! A document is looked at in the picture: there the keys are, until nothing is asked any more.
    void followSight(std::optional<protocol::SightStep> step);
    //! Time has passed.
    void tick(Instant now);

Q_SIGNALS:
    //! Something about camera, microphone or screen that the clerk must know.
    void troubled(const QString &text);
    void deviceChosen(const sprechtag::call::Device &device);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Phase { Held, Called, OnHold, Interrupted, Silent, Talking };

    void buildHeader();
    void buildMiddle();
    void buildToolbar();
    [[nodiscard]] QWidget *buildAnswers(QWidget *bar);
    void offerWhatFits();
    void showSighted(const QString &clerk);
    void showOwn(protocol::MediaState own);
    void showPeer();
    void showLine(call::LineState state);
    void refreshState();
    [[nodiscard]] Phase phase() const;
    [[nodiscard]] QString phaseText(Phase phase) const;

    const Actions &m_actions;
    QLabel *m_who;
    QLabel *m_concern;
    QLabel *m_state;
    QLabel *m_peer;
    QLabel *m_lineWord;
    QLabel *m_note;
    QLabel *m_papers;
    QLabel *m_sighted;
    QWidget *m_stage;
    TextPanel *m_written;
    DocumentsPanel *m_documents;
    GuestsPanel *m_guests;
    QSplitter *m_middle;
    PanelRoom *m_room;
    DevicesMenu *m_devices;
    LineNotice *m_lineNotice;
    ShareBar *m_shareBar;
    TalkKey *m_talkKey;
    QVBoxLayout *m_layout;
    QToolButton *m_share{};
    QToolButton *m_text{};
    QToolButton *m_hold{};
    QToolButton *m_visitor{};
    QToolButton *m_files{};
    QToolButton *m_people{};
    QToolButton *m_handOver{};
    QToolButton *m_finish{};
    QToolButton *m_leave{};
    QWidget *m_answers{};
    std::optional<model::Visit> m_visit;
    std::optional<Phase> m_phase;
    bool m_sighting{};
    std::optional<protocol::MediaState> m_theirs; //!< what the other side says to send
    call::LineState m_line{call::LineState::Idle};
    Instant m_lostAt{};
    Instant m_now{};
};

} // namespace sprechtag::clerk::view

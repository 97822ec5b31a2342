// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace sprechtag::clerk::view {

//! The key that is held to speak: while it is down, the microphone is the other way round. Who is muted is heard, and
//! who is heard may cough.
class TalkKey final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TalkKey)
public:
    static constexpr Qt::Key kKey = Qt::Key_F2;

    //! Works in the window of `place`, wherever in it the keyboard is.
    TalkKey(QWidget *place, const QAction *microphone);

    void setActive(bool active);

Q_SIGNALS:
    void microphoneWanted(bool on);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool takes(QObject *watched, const QEvent &event) const;
    void hold();
    void release();

    QWidget *m_place;
    bool m_chosen{true}; //!< by hand; what is told of the microphone comes later than a key may come again
    bool m_held{};
    bool m_active{};
};

} // namespace sprechtag::clerk::view

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace sprechtag::clerk::view {

//! Opens and closes the panels beside the picture, so that the picture keeps its room: where not all fit, those that
//! were opened last stay.
class PanelRoom final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PanelRoom)
public:
    explicit PanelRoom(QObject *parent);

    //! The panel is open while its switch is on.
    void add(QAction &toggle, const QWidget &panel);
    //! How many panels fit, at least one.
    void setRoom(int panels);
    //! Opens what the clerk has not asked for: only where nobody is disturbed at the keyboard in a panel that had to
    //! go.
    void offer(QAction &toggle);

private:
    struct Panel
    {
        QAction *toggle;
        const QWidget *widget;
        [[nodiscard]] bool isAtTheKeyboard() const;
    };

    void follow(const Panel &panel, bool open);
    void keep();

    QList<Panel> m_open; //!< the one that was opened last at the end
    qsizetype m_room{1};
};

} // namespace sprechtag::clerk::view

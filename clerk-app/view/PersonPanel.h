// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Rows.h"

#include <QFrame>

class QLabel;

namespace sprechtag::clerk::view {

//! Below the lobby: what the person who is selected comes for, and has at hand. Not there for people without a
//! checklist, of whom the table says everything.
class PersonPanel final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PersonPanel)
public:
    explicit PersonPanel(QWidget *parent = nullptr);

    void show(const std::optional<model::LobbyRow> &person);

private:
    QLabel *m_who;
    QLabel *m_papers;
};

} // namespace sprechtag::clerk::view

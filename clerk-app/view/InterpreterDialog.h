// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Interpreters.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QListView;
class QPushButton;

namespace sprechtag::clerk::view {

//! Who of the town's list helps: by language, whoever can be reached now first, and how to reach them. Accepted, a code
//! is made for whoever is chosen.
class InterpreterDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InterpreterDialog)
public:
    InterpreterDialog(model::Interpreters &interpreters, QWidget *parent);

    [[nodiscard]] std::optional<protocol::clerk::InterpreterWish> wish() const;

private:
    void build();
    void showLanguages();
    void refresh();

    model::Interpreters &m_interpreters;
    QComboBox *m_language;
    QListView *m_list;
    QLabel *m_contact;
    QPushButton *m_invite;
};

} // namespace sprechtag::clerk::view

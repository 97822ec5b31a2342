// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Administration.h"
#include "clerk-app/view/TownFields.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTreeWidget;
class QVBoxLayout;

namespace sprechtag::clerk::view {

class Notice;
class TownForm;

//! One value of the town with its form: saving, discarding, and both versions when somebody else was faster.
class ValuePage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValuePage)
public:
    ValuePage(model::Administration &administration, const Clock &clock, Notice &notice, QWidget *parent);

    void showKey(const town::Key &key);
    void leave();
    [[nodiscard]] const std::optional<town::Key> &shown() const { return m_shown; }
    //! False, and told: something that is typed cannot be read and would be lost.
    [[nodiscard]] bool mayLeave();
    void focusFirst();
    //! The value was changed, here or elsewhere.
    void refresh();

Q_SIGNALS:
    //! The value that is shown is gone.
    void vanished();

private:
    [[nodiscard]] QPushButton *button(const QString &name, const QString &text);
    [[nodiscard]] QHBoxLayout *buildConflict();
    [[nodiscard]] QHBoxLayout *buildButtons();
    void refreshButtons();
    [[nodiscard]] bool isOutdated() const;
    void renewForm();
    [[nodiscard]] bool sure(const QString &what, const QString &text);
    void showConflict(const model::Draft &draft);
    void save();
    void discard();
    [[nodiscard]] QDate today() const;

    model::Administration &m_administration;
    const Clock &m_clock;
    Notice &m_notice;
    QLabel *m_title;
    QLabel *m_conflict;      //!< stays until it is answered
    QTreeWidget *m_versions; //!< of a conflict: field, mine, stored
    QPushButton *m_mine;
    QPushButton *m_theirs;
    QPushButton *m_password;
    QPushButton *m_factor;
    QPushButton *m_discard;
    QPushButton *m_save;
    QVBoxLayout *m_column;
    TownForm *m_form{};
    Offer m_offer; //!< that the form was made for
    std::optional<town::Key> m_shown;
};

//! What to call a value in the administration, with a mark when something of it is not stored yet.
[[nodiscard]] QString nameIn(const model::Administration &administration, const town::Key &key);

} // namespace sprechtag::clerk::view

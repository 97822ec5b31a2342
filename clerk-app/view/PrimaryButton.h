// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QPushButton>

class QAction;

namespace sprechtag::clerk::view {

//! The one button of a screen that most clicks go to: as large and plain as that deserves.
class PrimaryButton final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrimaryButton)
public:
    explicit PrimaryButton(QWidget *parent = nullptr);
    //! Follows the action: text, tooltip, whether it can be pressed.
    void setAction(QAction *action, const QString &icon);

protected:
    void changeEvent(QEvent *event) override;

private:
    void color();

    QString m_icon;
};

} // namespace sprechtag::clerk::view

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QPushButton>

class QAction;

namespace sprechtag::clerk::view {

//! The palette's highlight, darker or lighter until text on it can be read (WCAG: 4.5 to 1).
[[nodiscard]] QColor readableBack(QColor back, const QColor &text);
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

//! The one button of a screen that most clicks go to: as large and plain as that deserves.
class PrimaryButton final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrimaryButton)
public:
    explicit PrimaryButton(QWidget *parent = nullptr);
    //! Wears the action, with an icon in the button's own colours.
    void setAction(QAction *action, const QString &icon);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
};

} // namespace sprechtag::clerk::view

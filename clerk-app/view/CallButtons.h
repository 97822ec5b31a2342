// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QToolButton>

class QHBoxLayout;

namespace sprechtag::clerk::view {

//! A button below the picture of the call: its word stands under its icon as long as there is room.
class CallButton final : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallButton)
public:
    CallButton(const QString &name, QAction *action, QWidget *parent);
    //! Opens a menu.
    CallButton(const QString &name, const QString &icon, const QString &text, QWidget *parent);

    void showWord(bool shown);
    [[nodiscard]] int widthWith(bool word) const;

private:
    CallButton(const QString &name, QWidget *parent);
};

//! The row of these buttons. Where it is too narrow for the words all of them go; tool tips and screen readers keep
//! them.
class CallButtonRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallButtonRow)
public:
    explicit CallButtonRow(QWidget *parent);

    void add(QWidget *widget);
    void addStretch();

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int widthWith(bool words) const;
    void fit();

    QHBoxLayout *m_row;
};

} // namespace sprechtag::clerk::view

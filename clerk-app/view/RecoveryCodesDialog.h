// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Secret.h"

#include <QDialog>

class QCheckBox;
class QPlainTextEdit;
class QPushButton;

namespace sprechtag::clerk::view {

//! Shows the recovery codes, the only time that they can be seen; does not close before the clerk has kept them.
class RecoveryCodesDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecoveryCodesDialog)
public:
    RecoveryCodesDialog(const QList<Secret> &codes, QWidget *parent);

    void reject() override;

private:
    void copy();
    void save();

    QPlainTextEdit *m_codes;
    QCheckBox *m_kept;
    QPushButton *m_done;
};

} // namespace sprechtag::clerk::view

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/view/FieldEditor.h"

namespace sprechtag::clerk::view {

//! Something that is only told.
class ToldEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ToldEditor(std::function<QString(const town::Value &)> text, QWidget *parent);
    void showValue(const town::Value &value) override;
    [[nodiscard]] QString writeTo(town::Value &) const override { return {}; }
    void setReadOnly(bool) override {}
    void setName(const QString &name) override;

private:
    std::function<QString(const town::Value &)> m_text;
    QLineEdit *m_line;
};

} // namespace sprechtag::clerk::view

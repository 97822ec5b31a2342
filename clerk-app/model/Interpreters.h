// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/connection/CommandPort.h"
#include "shared/base/Time.h"
#include "shared/domain/town/Interpreters.h"

#include <QAbstractListModel>

namespace sprechtag::clerk::model {

//! Who of the town's list could help with a language, as rows of a list: whoever can be reached now first.
class Interpreters final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Interpreters)
public:
    Interpreters(connection::CommandPort &commands, const Clock &clock, QObject *parent = nullptr);

    //! Reads the list anew; `language` is that of whoever needs help. Everybody is listed where nobody knows it.
    void ask(const QString &language);
    //! Empty: everybody.
    void setLanguage(const QString &tag);
    [[nodiscard]] const QString &language() const { return m_language; }
    //! Which somebody knows.
    [[nodiscard]] QStringList languages() const;
    [[nodiscard]] bool isAsking() const { return m_asking; }
    //! Whom to invite, and for which language.
    [[nodiscard]] std::optional<protocol::clerk::InterpreterWish> wish(const QModelIndex &index) const;
    //! How to reach them.
    [[nodiscard]] QString contact(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void listed();
    void troubled(const QString &text);

private:
    void show();
    [[nodiscard]] const town::Interpreter *at(const QModelIndex &index) const;
    [[nodiscard]] QString reachableText(const town::Interpreter &interpreter) const;

    connection::CommandPort &m_commands;
    const Clock &m_clock;
    QString m_language;
    bool m_asking{};
    QList<town::Interpreter> m_all;
    QList<town::Interpreter> m_shown;
};

} // namespace sprechtag::clerk::model

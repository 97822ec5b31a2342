// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/DocumentPorts.h"
#include "server/documents/Inspector.h"
#include "server/documents/Scanner.h"
#include "shared/base/Time.h"

#include <QObject>
#include <QThreadPool>

#include <map>

namespace sprechtag::documents {

//! A PDF that an office may have ready, as it is handed on; or why not. Waits for scanner and helper.
[[nodiscard]] Result<broker::CheckedForm, Fault> checkForm(const QByteArray &content, const Scanner &scanner,
                                                           const Inspector &inspector, const std::atomic<bool> &stop);

//! Files that may become forms of an office: they come in parts, are checked as the files of visits are, and wait in
//! memory for whoever has brought them to say what they are. Few at a time, for only few people do this.
class FormTray final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormTray)

public:
    struct Tools
    {
        const Clock &clock;
        const Scanner &scanner;
        const Inspector &inspector;
    };
    explicit FormTray(Tools tools);
    ~FormTray() override;

    //! In the place of what the same person has brought before.
    [[nodiscard]] Result<DocumentId, Fault> begin(ClerkId clerk, OfficeId office, qint64 bytes);
    [[nodiscard]] bool has(DocumentId document) const { return m_entries.contains(document); }
    void append(const broker::DocumentPerson &who, DocumentId document, qint64 from, const QByteArray &part,
                std::function<void(const broker::DocumentProgress &)> then);
    [[nodiscard]] std::optional<Fault> withdraw(const broker::DocumentPerson &who, DocumentId document);
    [[nodiscard]] std::optional<broker::CheckedForm> find(ClerkId clerk, OfficeId office, const QString &sha256) const;

    //! Forgets what nobody has asked for.
    void tick();

private:
    using Then = std::function<void(const broker::DocumentProgress &)>;
    using Outcome = Result<broker::CheckedForm, Fault>;
    struct Entry // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
    {
        ClerkId clerk;
        OfficeId office;
        qint64 bytes{};
        QByteArray content{};
        bool checking{};
        std::optional<Outcome> outcome{};
        MonotonicInstant touched{};
        std::vector<Then> waiting{};
    };

    [[nodiscard]] Entry *of(const broker::DocumentPerson &who, DocumentId document);
    [[nodiscard]] static broker::DocumentProgress progressOf(const Entry &entry);
    void check(DocumentId document, const QByteArray &content);
    [[nodiscard]] Outcome checkOn(const QByteArray &content) const;
    void checked(DocumentId document, const Outcome &outcome);
    void drop(DocumentId document);

    Tools m_tools;
    std::map<DocumentId, Entry> m_entries;
    std::size_t m_underWay{}; //!< checks, also of what was dropped meanwhile
    std::atomic<bool> m_stopping{};
    QThreadPool m_pool;
};

} // namespace sprechtag::documents

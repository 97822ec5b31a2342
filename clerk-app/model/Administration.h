// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/model/Workplace.h"
#include "shared/domain/town/Rights.h"

namespace sprechtag::clerk::model {

//! What somebody has typed about one value, and not stored yet. It outlives lost lines, other people's changes, and the
//! end of a session that the same person begins anew.
struct Draft
{
    std::optional<town::Value> base; //!< what it was made of; none: it is new
    town::Value mine;
    bool unreadable{}; //!< some of what is typed cannot be read yet, and is in the form alone
    QList<town::Fault> faults{};
    //! Somebody was faster. Mine is made of what is stored now already: what only they have changed is in it.
    std::optional<protocol::clerk::AdminConflict> conflict{};
    QStringList clashes{}; //!< of the conflict: the fields that both have changed, and mine replaces
    bool saving{};
};

//! The town as heads of office and administrators see and change it.
class Administration final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Administration)
public:
    Administration(connection::CommandPort &port, Workplace &workplace, QObject *parent = nullptr);

    //! Asks for the town, and from then on whenever the line is back.
    void open();
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] const town::Town &town() const { return m_town; }
    //! Whether I may administer anything at all.
    [[nodiscard]] bool offered() const;
    [[nodiscard]] bool mayChange(const town::Key &key, town::Group group) const;
    [[nodiscard]] bool mayCreate(town::Kind kind) const;
    [[nodiscard]] bool mayRemove(const town::Key &key) const;
    //! The offices whose forms I look after.
    [[nodiscard]] QList<town::Office> stocked() const;
    [[nodiscard]] bool isMe(const town::Key &key) const;

    //! As I have typed it, else as it is stored.
    [[nodiscard]] std::optional<town::Value> shown(const town::Key &key) const;
    [[nodiscard]] const Draft *draft(const town::Key &key) const;
    [[nodiscard]] bool hasDrafts() const { return !m_drafts.empty(); }
    //! Of the drafts those that the town does not have: new ones, and what somebody has taken away meanwhile.
    [[nodiscard]] QList<town::Key> newKeys() const;

    town::Key create(town::Kind kind);
    //! A draft of what the town does not have yet.
    town::Key begin(const town::Value &value);
    void edit(const town::Value &mine, bool unreadable = false);
    void discard(const town::Key &key);
    //! Gives up all that is not stored.
    void forget();
    void save(const town::Key &key);
    //! After a conflict: what I have changed is stored all the same; what was taken away is stored as a new one.
    void saveMine(const town::Key &key);
    void remove(const town::Key &key);
    void resetPassword(const town::Key &key);
    //! For a lost phone.
    void resetSecondFactor(const town::Key &key);
    //! Answered by logRead, if nothing else of the log is asked for meanwhile.
    void readLog(std::optional<std::int64_t> before);
    void readFigures();

    //! What the line brings.
    void take(const protocol::clerk::AdminChanged &changed);

Q_SIGNALS:
    void townChanged();
    void draftChanged(const sprechtag::town::Key &key);
    void saved(const sprechtag::town::Key &key, const QString &startPassword);
    void removed(const sprechtag::town::Key &key);
    void secondFactorReset(const sprechtag::town::Key &key);
    //! A draft goes on under another key.
    void moved(const sprechtag::town::Key &from, const sprechtag::town::Key &to);
    void failed(const sprechtag::town::Key &key, const QString &text);
    void figuresRead(const sprechtag::protocol::clerk::AdminOfficeFigures &figures);
    void logRead(const sprechtag::protocol::clerk::AdminLogPage &page);

private:
    using Then = std::function<void(const connection::AdminAnswer &)>;
    void read();
    void followMe();
    void beginAuthority();
    void send(const protocol::clerk::ToServer &command, const town::Key &key, const Then &then);
    void finish(const town::Value &sent, const protocol::clerk::AdminSaved &saved);
    void refuse(const town::Key &key, const protocol::clerk::AdminRefused &refused);
    void followVersion(const town::Key &key, std::uint32_t from, std::uint32_t to);
    void mergeInto(Draft &draft, const town::Value &stored);
    void saveAsNew(const town::Key &key);

    connection::CommandPort &m_port;
    Workplace &m_workplace;
    bool m_open{};
    bool m_ready{};
    town::Town m_town;
    std::map<town::Key, Draft> m_drafts;
    std::optional<ClerkId> m_owner; //!< of the drafts
    int m_logAsked{};               //!< how often
};

} // namespace sprechtag::clerk::model

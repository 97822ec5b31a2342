// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Broker.h"
#include "server/broker/DocumentPorts.h"
#include "server/broker/TownPorts.h"

#include <deque>

namespace sprechtag::broker {

//! Stored, and counting in the running town.
struct AdminSaved
{
    std::uint32_t version{};
    std::optional<Secret> startPassword{};
};
//! Somebody else was faster; what is stored, nullopt: it is gone.
struct AdminConflict
{
    TownConflict conflict;
    std::optional<town::Value> stored;
};
struct AdminForbidden
{
};
//! Nothing is wrong with what was asked, but it cannot be done now.
struct AdminBusy
{
};
//! The disk is full.
struct AdminNoRoom
{
};
using AdminOutcome = std::variant<AdminSaved, AdminConflict, TownRefused, AdminForbidden, AdminBusy, AdminNoRoom>;

//! How many changes wait for those before them; one more is asked for later.
inline constexpr std::size_t kMostWaitingChanges = 50;

//! Hears of every change of the town, after it counts.
class TownObserver
{
public:
    virtual ~TownObserver() = default;
    virtual void townChanged(const town::Town &before, const town::Town &after) = 0;
};

//! Changes the running town: asks the rights, stores, and lets the broker work by what is stored. One change after the
//! other, so that each is judged by the town that the one before it has left.
class Administration
{
public:
    //! What it works with. `endSessions` is called for people who may not do any more what their sessions allow.
    struct Parts
    {
        Broker &broker;
        TownStore &store;
        StartPasswords &passwords;
        const Clock &clock;
        std::function<void(ClerkId)> endSessions;
        //! What this person has brought for the stock of this office.
        std::function<std::optional<CheckedForm>(ClerkId, OfficeId, const QString &sha256)> formFor{};
    };
    using Then = std::function<void(const AdminOutcome &)>;

    Administration(Parts parts, town::Town town);

    [[nodiscard]] const town::Town &town() const { return m_town; }
    //! nullptr: nobody any more.
    void publishTo(TownObserver *observer) { m_observer = observer; }

    //! The version in the value is the one that `who` has seen, 0 for a new one. A new account gets a start password.
    void save(ClerkId who, const town::Value &value, Then then);
    void remove(ClerkId who, const town::Key &key, std::uint32_t version, Then then);
    void resetPassword(ClerkId who, ClerkId account, std::uint32_t version, Then then);
    //! For a lost phone: the second factor goes, and every session with it. The next sign-in needs the password alone,
    //! and a new phone where the role asks for one. Refused where there is no second factor.
    void resetSecondFactor(ClerkId who, ClerkId account, std::uint32_t version, Then then);
    //! Whether this person looks after the forms of the office.
    [[nodiscard]] bool mayStock(ClerkId who, OfficeId office) const;
    //! What a form holds; none: it is gone.
    void formContent(FormId form, const std::function<void(const std::optional<QByteArray> &)> &then);
    //! The first administrator, who was let in by the one-time token, past the administration.
    void welcomeFirst(const town::Account &account);
    //! Whether changes() or figures have anything for this person.
    [[nodiscard]] bool mayReadChanges(ClerkId who) const;
    //! Those that `who` may see among the newest before `before`; `older`: whether there are more.
    void changes(ClerkId who, std::int64_t before, int most,
                 const std::function<void(const QList<LoggedChange> &, std::optional<std::int64_t> older)> &then);

private:
    struct Task
    {
        ClerkId who;
        TownEdit edit;
        bool startPassword{};
        bool asItIs{}; //!< the value is the one that is there
        Then then;
    };

    void enqueue(Task task);
    [[nodiscard]] TownEdit withFile(ClerkId who, TownEdit edit) const;
    [[nodiscard]] town::Town askedAbout(const TownEdit &edit) const;
    void work();
    void judge(const Task &task);
    //! None: it may go to the store, and an office that is taken away lets nobody in any more.
    [[nodiscard]] std::optional<AdminOutcome> whyNot(const Task &task);
    [[nodiscard]] bool allowed(const Task &task) const;
    void makePassword(Task task);
    void store(const Task &task, const std::optional<Secret> &password);
    void conclude(const Task &task, const std::optional<Secret> &password, const TownOutcome &outcome);
    void takeOver(const TownEdit &edit, std::uint32_t version);
    //! What is stored counts now.
    void changed(const town::Town &before);
    [[nodiscard]] std::optional<ClerkId> turnedOut(const town::Town &before, const TownEdit &edit) const;
    void answer(const Task &task, const AdminOutcome &outcome);
    void finish();

    Parts m_parts;
    town::Town m_town;
    TownObserver *m_observer{};
    std::deque<Task> m_tasks; //!< the first is at work
    bool m_isAtWork{};        //!< and waits for its outcome
    bool m_isDraining{};
};

} // namespace sprechtag::broker

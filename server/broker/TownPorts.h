// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/broker/Ports.h"
#include "shared/base/Secret.h"
#include "shared/domain/town/Validate.h"

#include <functional>
#include <variant>

//! Changing a town: what is asked, and what becomes of it.
namespace sprechtag::broker {

//! A password that somebody is given.
struct NewPassword
{
    QByteArray hash;
    bool mustChange{true}; //!< at the next sign-in
};

//! One value as somebody wants it. `version` is the one that this somebody has seen, 0 for a new one.
struct TownEdit
{
    town::Key key;
    std::optional<town::Value> value; //!< none: take it away
    std::uint32_t version{};
    std::optional<NewPassword> password{}; //!< of an account; none: the one that it has
    bool withoutFactor{};                  //!< an account loses its second factor: the phone is lost
    std::optional<QByteArray> content{};   //!< of a form that is new, or another file; none: the one that it has
};

//! Who changes something; no clerk: whoever runs the server, on its command line.
struct Author
{
    std::optional<ClerkId> clerk;
    Instant at;
};

//! Everything is stored, each value with the next version; what was so already keeps its own.
struct TownSaved
{
    QList<std::uint32_t> versions; //!< in the order of the edits
    friend bool operator==(const TownSaved &, const TownSaved &) = default;
};

//! Somebody else was faster. Nothing is stored.
struct TownConflict
{
    town::Key key;
    std::uint32_t version{}; //!< as it is stored; 0: it is gone
    std::optional<ClerkId> by;
    QString byName;            //!< empty: nobody with an account
    std::optional<Instant> at; //!< none: before changes were logged
    friend bool operator==(const TownConflict &, const TownConflict &) = default;
};

//! The values do not do. Nothing is stored.
struct TownRefused
{
    town::Key key; //!< of the first that does not
    QList<town::Fault> faults;
    friend bool operator==(const TownRefused &, const TownRefused &) = default;
};

using TownOutcome = std::variant<TownSaved, TownConflict, TownRefused>;

//! How one field was and is, as text; empty: it was not there, or is no more.
struct FieldChange
{
    QString field;
    QString before;
    QString after;
    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

//! What differs; given by the composition root, so that the store knows no JSON.
using Differences = std::function<QList<FieldChange>(const std::optional<town::Value> &before,
                                                     const std::optional<town::Value> &after)>;

enum class ChangeAction { Created, Changed, Removed };
[[nodiscard]] QString actionName(ChangeAction action);

//! One line of the log of changes.
struct LoggedChange
{
    std::int64_t seq{};
    Instant at;
    std::optional<ClerkId> clerk;
    QString clerkName; //!< of today; empty when the account is gone, or was none
    town::Kind kind{};
    QString id;
    std::uint32_t version{};
    ChangeAction action{};
    QList<FieldChange> fields;
    friend bool operator==(const LoggedChange &, const LoggedChange &) = default;
};

//! Where a town is durable. Functions return at once; `then` is called on the caller's thread, in the order of the
//! calls, when the outcome is durable.
class TownStore
{
public:
    virtual ~TownStore() = default;
    virtual void save(const QList<TownEdit> &edits, const Author &author,
                      std::function<void(const TownOutcome &)> then) = 0;
    //! The newest first, those before `before` alone.
    virtual void changes(std::int64_t before, int most, std::function<void(const QList<LoggedChange> &)> then) = 0;
    //! What a form holds; none: there is no such form.
    virtual void formContent(FormId form, std::function<void(const std::optional<QByteArray> &)> then) = 0;
};

//! A password for the first sign-in, told once to whoever has asked for it.
struct StartPassword
{
    Secret password;
    QByteArray hash;
};

//! Makes start passwords; that takes a while, so that `then` is called later, on the caller's thread.
class StartPasswords
{
public:
    virtual ~StartPasswords() = default;
    //! nullopt: there is not enough memory to protect one.
    virtual void make(std::function<void(const std::optional<StartPassword> &)> then) = 0;
};

//! The edits that make one town of another. Nothing that the wanted one does not name is taken away.
[[nodiscard]] QList<TownEdit> editsTo(const town::Town &wanted, const town::Town &present);

//! Gives an account of the town, or one that the edits make, another password.
void setPassword(QList<TownEdit> &edits, const town::Account &account, const NewPassword &password);

//! Whether the file that a form names is the one that it has, or comes with the edit; else what is wrong with that.
[[nodiscard]] std::optional<town::Fault> fileFault(const TownEdit &edit, const std::optional<town::Value> &before);

//! What the account opens with is another one: its sessions are over.
[[nodiscard]] bool keysChange(const TownEdit &edit);

//! An office as the broker runs it. Whoever is kept out staffs nothing.
[[nodiscard]] OfficeConfig configOf(const town::Office &office, const town::Town &town);
[[nodiscard]] TownConfig configOf(const town::Town &town);

} // namespace sprechtag::broker

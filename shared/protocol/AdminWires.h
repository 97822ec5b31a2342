// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/ClerkMessages.h"
#include "shared/protocol/TownWire.h"

//! The messages of the administration on the wire.
namespace sprechtag::protocol::wire {

inline void addKey(Fields &fields, const town::Key &key)
{
    fields.add("kind"_L1, town::kindOf(key)).addUnlessEmpty("key"_L1, town::textOf(key));
}
[[nodiscard]] inline town::Key readKey(const Value &value)
{
    return readTownKey(value["kind"_L1].choice<town::Kind>(), value["key"_L1]);
}
[[nodiscard]] inline std::uint32_t readVersion(const Value &value)
{
    return value["version"_L1].count<std::uint32_t>();
}

template <>
struct Wire<clerk::AdminRead>
{
    static constexpr auto type = "admin.read"_L1;
    static clerk::AdminRead read(const Value &value) { return {.id = value["id"_L1].commandId()}; }
    static void write(Fields &fields, const clerk::AdminRead &message) { fields.add("id"_L1, message.id); }
};

template <>
struct Wire<clerk::AdminSave>
{
    static constexpr auto type = "admin.save"_L1;
    static clerk::AdminSave read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .value = readTownValue(value["kind"_L1].choice<town::Kind>(), value["value"_L1])};
    }
    static void write(Fields &fields, const clerk::AdminSave &message)
    {
        fields.add("id"_L1, message.id)
            .add("kind"_L1, town::kindOf(town::keyOf(message.value)))
            .add("value"_L1, townValueJson(message.value));
    }
};

template <>
struct Wire<clerk::AdminRemove>
{
    static constexpr auto type = "admin.remove"_L1;
    static clerk::AdminRemove read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(), .key = readKey(value), .version = readVersion(value)};
    }
    static void write(Fields &fields, const clerk::AdminRemove &message)
    {
        fields.add("id"_L1, message.id).add("version"_L1, message.version);
        addKey(fields, message.key);
    }
};

//! What is asked about what an account opens with.
template <typename Message>
struct AccountKeyWire
{
    static Message read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .account = value["account"_L1].id<ClerkTag>(),
                .version = readVersion(value)};
    }
    static void write(Fields &fields, const Message &message)
    {
        fields.add("id"_L1, message.id).add("account"_L1, message.account).add("version"_L1, message.version);
    }
};

template <>
struct Wire<clerk::AdminResetPassword> : AccountKeyWire<clerk::AdminResetPassword>
{
    static constexpr auto type = "admin.reset_password"_L1;
};
template <>
struct Wire<clerk::AdminResetSecondFactor> : AccountKeyWire<clerk::AdminResetSecondFactor>
{
    static constexpr auto type = "admin.reset_second_factor"_L1;
};

template <>
struct Wire<clerk::AdminLog>
{
    static constexpr auto type = "admin.log"_L1;
    static clerk::AdminLog read(const Value &value)
    {
        return {.id = value["id"_L1].commandId(),
                .before = value["before"_L1].optional([](const Value &v) { return v.count<std::int64_t>(); }),
                .limit = value["limit"_L1].count<int>(1, limits::kLogLines)};
    }
    static void write(Fields &fields, const clerk::AdminLog &message)
    {
        fields.add("id"_L1, message.id).add("before"_L1, message.before).add("limit"_L1, message.limit);
    }
};

template <>
struct Wire<clerk::AdminTown>
{
    static constexpr auto type = "admin.town"_L1;
    static clerk::AdminTown read(const Value &value)
    {
        return {.re = value["re"_L1].commandId(), .town = readTown(value["town"_L1])};
    }
    static void write(Fields &fields, const clerk::AdminTown &message)
    {
        fields.add("re"_L1, message.re).add("town"_L1, townJson(message.town));
    }
};

template <>
struct Wire<clerk::AdminSaved>
{
    static constexpr auto type = "admin.saved"_L1;
    static clerk::AdminSaved read(const Value &value)
    {
        return {.re = value["re"_L1].commandId(),
                .version = readVersion(value),
                .startPassword = value["start_password"_L1].textOrEmpty(
                    {.most = limits::kWordChars, .charset = Charset::Printable})};
    }
    static void write(Fields &fields, const clerk::AdminSaved &message)
    {
        fields.add("re"_L1, message.re)
            .add("version"_L1, message.version)
            .addUnlessEmpty("start_password"_L1, message.startPassword);
    }
};

[[nodiscard]] town::Fault readFault(const Value &value);
[[nodiscard]] QJsonObject faultJson(const town::Fault &fault);
[[nodiscard]] clerk::AdminConflict readConflict(const Value &value);
[[nodiscard]] QJsonObject conflictJson(const clerk::AdminConflict &conflict);

template <>
struct Wire<clerk::AdminRefused>
{
    static constexpr auto type = "admin.refused"_L1;
    static clerk::AdminRefused read(const Value &value)
    {
        return {.re = value["re"_L1].commandId(),
                .faults = value["faults"_L1].list(limits::kFaults, readFault),
                .conflict = value["conflict"_L1].optional(readConflict)};
    }
    static void write(Fields &fields, const clerk::AdminRefused &message)
    {
        fields.add("re"_L1, message.re).addList("faults"_L1, message.faults, faultJson);
        if (message.conflict)
            fields.add("conflict"_L1, conflictJson(*message.conflict));
    }
};

template <>
struct Wire<clerk::AdminChanged>
{
    static constexpr auto type = "admin.changed"_L1;
    static clerk::AdminChanged read(const Value &value)
    {
        clerk::AdminChanged changed{.key = readKey(value), .value = {}};
        const town::Kind kind = town::kindOf(changed.key);
        changed.value = value["value"_L1].optional([kind](const Value &v) { return readTownValue(kind, v); });
        return changed;
    }
    static void write(Fields &fields, const clerk::AdminChanged &message)
    {
        addKey(fields, message.key);
        if (message.value)
            fields.add("value"_L1, townValueJson(*message.value));
    }
};

template <>
struct Wire<clerk::AdminLogPage>
{
    static constexpr auto type = "admin.log_page"_L1;
    static clerk::AdminLogPage read(const Value &value)
    {
        return {.re = value["re"_L1].commandId(),
                .changes = value["changes"_L1].list(limits::kLogLines, readChangeLine),
                .older = value["older"_L1].optional([](const Value &v) { return v.count<std::int64_t>(); })};
    }
    static void write(Fields &fields, const clerk::AdminLogPage &message)
    {
        fields.add("re"_L1, message.re)
            .addList("changes"_L1, message.changes, changeLineJson)
            .add("older"_L1, message.older);
    }
};

} // namespace sprechtag::protocol::wire

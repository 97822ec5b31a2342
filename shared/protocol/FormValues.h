// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/FormMessages.h"
#include "shared/protocol/ValuesCodec.h"

#include <algorithm>

//! A form and what is entered into it, as values of messages.
namespace sprechtag::protocol::wire {

inline constexpr TextRule kFormBytesRule{.most = limits::kFormWholeChars, .charset = Charset::Printable};
inline constexpr qsizetype kSha256Digits = 64;
inline constexpr TextRule kSha256Rule{.most = kSha256Digits, .least = kSha256Digits, .charset = Charset::Word};

inline QString readFormBytes(const Value &value, qsizetype most)
{
    QString bytes = value.text(kFormBytesRule);
    const auto isBase64 = [](QChar sign) {
        return (sign >= u'A' && sign <= u'Z') || (sign >= u'a' && sign <= u'z') || (sign >= u'0' && sign <= u'9') ||
               sign == u'+' || sign == u'/' || sign == u'=';
    };
    if (bytes.size() > most || !std::all_of(bytes.cbegin(), bytes.cend(), isBase64))
        value.refuse();
    return bytes;
}

inline std::optional<int> readFormField(const Value &value)
{
    return value["field"_L1].optional([](const Value &v) { return v.count<int>(0, limits::kFormFields); });
}

inline QString readSha256(const Value &value)
{
    QString digits = value.text(kSha256Rule);
    const auto isHex = [](QChar sign) { return (sign >= u'0' && sign <= u'9') || (sign >= u'a' && sign <= u'f'); };
    if (!std::all_of(digits.cbegin(), digits.cend(), isHex))
        value.refuse();
    return digits;
}

inline FormUpdate readFormUpdate(const Value &value)
{
    const bool whole = readFlag(value["whole"_L1]);
    const qsizetype most = whole ? limits::kFormWholeChars : limits::kFormChangeChars;
    return {.document = value["file"_L1].id<DocumentTag>(),
            .whole = whole,
            .bytes = readFormBytes(value["bytes"_L1], most)};
}

inline void writeFormUpdate(Fields &fields, const FormUpdate &update)
{
    fields.add("file"_L1, update.document).add("bytes"_L1, update.bytes.reveal());
    if (update.whole)
        fields.add("whole"_L1, true);
}

inline FormClaim readFormClaim(const Value &value)
{
    return {.document = value["file"_L1].id<DocumentTag>(), .field = readFormField(value)};
}

inline void writeFormClaim(Fields &fields, const FormClaim &claim)
{
    fields.add("file"_L1, claim.document).add("field"_L1, claim.field);
}

inline QList<Personal<QString>> readFormSide(const Value &value)
{
    return value.list(limits::kFormUpdatesKept, [](const Value &piece) {
        return Personal<QString>(readFormBytes(piece, limits::kFormWholeChars));
    });
}

inline FormSeal readFormSeal(const Value &value)
{
    return {.sha256 = readSha256(value["sha256"_L1]), .at = value["at"_L1].instant()};
}

inline FormCopy readFormCopy(const Value &value)
{
    return {.document = value["file"_L1].id<DocumentTag>(),
            .byCitizen = readFormSide(value["citizen"_L1]),
            .byClerk = readFormSide(value["clerk"_L1]),
            .clerkSaid = value["clerk_said"_L1].count<qint64>(0, limits::kSafeInteger),
            .seal = value["confirmed"_L1].optional(readFormSeal)};
}

inline QJsonObject formCopyJson(const FormCopy &copy)
{
    const auto piece = [](const Personal<QString> &bytes) { return bytes.reveal(); };
    Fields fields;
    fields.add("file"_L1, copy.document)
        .addList("citizen"_L1, copy.byCitizen, piece)
        .addList("clerk"_L1, copy.byClerk, piece)
        .add("clerk_said"_L1, copy.clerkSaid);
    if (copy.seal) {
        fields.add("confirmed"_L1,
                   Fields().add("sha256"_L1, copy.seal->sha256.reveal()).add("at"_L1, copy.seal->at).object());
    }
    return fields.object();
}

inline FormState readFormState(const Value &value)
{
    return {.form = value["form"_L1].optional(readFormCopy)};
}

inline void writeFormState(Fields &fields, const FormState &state)
{
    if (state.form)
        fields.add("form"_L1, formCopyJson(*state.form));
}

inline FormUpdated readFormUpdated(const Value &value)
{
    return {.document = value["file"_L1].id<DocumentTag>(),
            .said = value["said"_L1].count<qint64>(1, limits::kSafeInteger),
            .bytes = readFormBytes(value["bytes"_L1], limits::kFormWholeChars)};
}

inline void writeFormUpdated(Fields &fields, const FormUpdated &updated)
{
    fields.add("file"_L1, updated.document).add("said"_L1, updated.said).add("bytes"_L1, updated.bytes.reveal());
}

inline FormClaimed readFormClaimed(const Value &value)
{
    return {.document = value["file"_L1].id<DocumentTag>(), .field = readFormField(value)};
}

inline void writeFormClaimed(Fields &fields, const FormClaimed &claimed)
{
    fields.add("file"_L1, claimed.document).add("field"_L1, claimed.field);
}

inline clerk::FormPlace readFormPlace(const Value &value)
{
    return {.office = value["office"_L1].id<OfficeTag>(),
            .ticket = value["ticket"_L1].id<TicketTag>(),
            .epoch = value["epoch"_L1].epoch()};
}

inline Fields &addFormPlace(Fields &fields, const clerk::FormPlace &at)
{
    return fields.add("office"_L1, at.office).add("ticket"_L1, at.ticket).add("epoch"_L1, at.epoch);
}

} // namespace sprechtag::protocol::wire

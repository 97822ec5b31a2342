// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/CallFactWires.h"
#include "shared/protocol/ControlWires.h"
#include "shared/protocol/OfficeFactWires.h"
#include "shared/protocol/VisitFactWires.h"

namespace sprechtag::protocol::wire {

office::Fact readFact(const Value &value)
{
    const Value kind = value["fact"_L1];
    auto body = Alternatives<office::FactBody>::read(kind.text(kWordRule), value);
    if (!body)
        kind.refuse();
    return {.seq = value["seq"_L1].sequence(),
            .at = value["at"_L1].instant(),
            .body = body.value_or(office::FactBody{office::TicketEntered{TicketId::fromBits({})}})};
}

QJsonObject factJson(const office::Fact &fact)
{
    Fields fields;
    fields.add("seq"_L1, fact.seq).add("at"_L1, fact.at);
    std::visit(
        [&fields]<typename T>(const T &body) {
            fields.add("fact"_L1, QString(Wire<T>::type));
            Wire<T>::write(fields, body);
        },
        fact.body);
    return fields.object();
}

} // namespace sprechtag::protocol::wire

namespace sprechtag::protocol {

QByteArray encodeFact(const office::Fact &fact)
{
    return wire::bytes(wire::factJson(fact));
}

Decoded<office::Fact> decodeFact(const QByteArray &text)
{
    return wire::decodeObject(text, limits::kFactBytes, wire::readFact);
}

} // namespace sprechtag::protocol

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace sprechtag::protocol::wire {

//! What is wrong with a text before it is parsed: too deep, a key twice in one object, a key that no message of ours
//! could have, a minus zero. JSON parsers let these pass, each in its own way, and two readers of one text must never
//! see two messages. The answer is the path of the culprit; whatever else is malformed is left to the parser.
[[nodiscard]] std::optional<QString> shapeProblem(QByteArrayView text);

} // namespace sprechtag::protocol::wire

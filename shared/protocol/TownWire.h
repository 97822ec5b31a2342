// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/protocol/TownCodec.h"
#include "shared/protocol/Wire.h"

//! Reading and writing of what administrators decide about. Whether a value makes sense is not asked here: that is
//! town::validate(), which names the field for the person who has typed it.
namespace sprechtag::protocol::wire {

//! The same words in several languages, by language tag.
[[nodiscard]] town::Words readWords(const Value &value, const TextRule &rule);
[[nodiscard]] QJsonObject wordsJson(const town::Words &words);

[[nodiscard]] QJsonObject townValueJson(const town::Value &value);
[[nodiscard]] town::Value readTownValue(town::Kind kind, const Value &value);

//! What the checked file of a form is.
[[nodiscard]] QJsonObject formFileJson(const town::FormFile &file);
[[nodiscard]] town::FormFile readFormFile(const Value &value);

[[nodiscard]] QJsonObject townJson(const town::Town &town);
[[nodiscard]] town::Town readTown(const Value &value);

[[nodiscard]] QJsonObject changeLineJson(const ChangeLine &line);
[[nodiscard]] ChangeLine readChangeLine(const Value &value);

[[nodiscard]] town::Key readTownKey(town::Kind kind, const Value &value);

} // namespace sprechtag::protocol::wire

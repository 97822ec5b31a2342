// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/domain/town/Town.h"

//! The two papers that data protection officers ask for, as pages to print or to open in an office program.
namespace sprechtag::app {

//! What is kept where, for how long, and how it is erased (Löschkonzept).
[[nodiscard]] QString deletionPlan(const town::Town &town, QDate day, std::chrono::days factsKept);
//! Record of processing activities after Art. 30 (1) GDPR (Verzeichnis von Verarbeitungstätigkeiten).
[[nodiscard]] QString processingRecord(const town::Town &town, QDate day, std::chrono::days factsKept);

} // namespace sprechtag::app

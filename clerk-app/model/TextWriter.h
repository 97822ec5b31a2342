// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Time.h"
#include "shared/protocol/TextMessages.h"

#include <functional>
#include <optional>
#include <vector>

namespace sprechtag::clerk::model {

//! What can be sent: no control characters, no halves of characters, and not too much.
[[nodiscard]] QString fittingText(const QString &typed);

//! Says what is typed, letter by letter or line by line, and says what is done again until the server has it.
//!
//! Runs no timer: whoever owns it calls tick() when due() has come.
class TextWriter
{
public:
    //! Takes a line to the server; false: there is no way now.
    using Say = std::function<bool(const protocol::WrittenLine &)>;

    TextWriter(const Clock &clock, Say say);

    void type(const QString &draft);
    //! The line that was done; nothing: there is none.
    [[nodiscard]] std::optional<protocol::WrittenLine> finish();
    //! The other one reads letters as they come; else lines that are done.
    void setLetters(bool letters);
    [[nodiscard]] bool letters() const { return m_letters; }
    [[nodiscard]] const QString &draft() const { return m_draft; }

    //! One of my own lines, as the server has it.
    void heard(const protocol::WrittenLine &own);
    //! There is a way again, or another one: what the server may not have is said again.
    void sayAgain();
    //! Lines that are done and have no receipt.
    [[nodiscard]] std::size_t unsent() const { return m_unsent.size(); }
    void forget();

    [[nodiscard]] std::optional<MonotonicInstant> due() const;
    void tick();

private:
    void sayGrowing();
    void saySoon();
    void sayDone();
    void endLine();

    const Clock &m_clock;
    Say m_say;
    bool m_letters{true};
    QString m_draft;
    qint64 m_line{}; //!< of what is being written; 0: nothing is
    qint64 m_last{}; //!< the highest of my own
    bool m_idle{};
    std::optional<protocol::WrittenLine> m_said; //!< of what is being written
    std::optional<MonotonicInstant> m_saidAt;
    std::vector<protocol::WrittenLine> m_unsent;
    std::optional<MonotonicInstant> m_sayAt;
    std::optional<MonotonicInstant> m_idleAt;
    std::optional<MonotonicInstant> m_againAt;
};

} // namespace sprechtag::clerk::model

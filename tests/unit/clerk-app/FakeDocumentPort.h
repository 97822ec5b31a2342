// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clerk-app/connection/DocumentPort.h"

#include <vector>

namespace sprechtag::clerk::test {

//! Writes down what it is asked for, and answers what the test has prepared.
class FakeDocumentPort final : public connection::DocumentPort
{
public:
    static constexpr int kFirstForm = 100;

    [[nodiscard]] int send(const connection::FileToSend &file) override
    {
        sending.push_back(file);
        return static_cast<int>(sending.size());
    }
    [[nodiscard]] int sendForm(const connection::FormToSend &form) override
    {
        forms.push_back(form);
        return kFirstForm + static_cast<int>(forms.size());
    }
    void cancel(int key) override { cancelled.push_back(key); }
    void fetch(DocumentId, qint64, QObject *, Fetched then) override { then(content); }
    void withdraw(DocumentId document) override { withdrawn.push_back(document); }

    std::vector<connection::FileToSend> sending;
    std::vector<connection::FormToSend> forms; //!< under the keys after kFirstForm
    std::vector<int> cancelled;
    std::vector<DocumentId> withdrawn;
    std::optional<QByteArray> content;
};

} // namespace sprechtag::clerk::test

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/FormBringer.h"

#include "clerk-app/model/VisitDocuments.h"
#include "shared/base/Random.h"

#include <QFileInfo>

#include <algorithm>

namespace sprechtag::clerk::model {

using connection::DocumentPort;

FormBringer::FormBringer(Administration &administration, DocumentPort &port, QObject *parent)
    : QObject(parent)
    , m_administration(administration)
    , m_port(port)
{
    connect(&port, &DocumentPort::checked, this, [this](int key, const town::FormFile &file, bool cleaned) {
        if (m_coming && m_coming->key == key)
            take(*std::exchange(m_coming, std::nullopt), file, cleaned);
    });
    connect(&port, &DocumentPort::failed, this, [this](int key, protocol::ErrorCode code) {
        if (!m_coming || m_coming->key != key)
            return;
        m_coming.reset();
        Q_EMIT busyChanged();
        Q_EMIT failed(code == protocol::ErrorCode::DocumentTooLarge
                          ? tr("The file is too large. A form has at most 10 MB.")
                      : code == protocol::ErrorCode::TooManyDocuments
                          ? tr("Others are bringing forms just now. Please try again in a moment.")
                          : VisitDocuments::faultText(code));
    });
}

void FormBringer::bring(OfficeId office, const QString &path)
{
    if (m_coming)
        return;
    if (QFileInfo(path).size() > town::kMostFormBytes) {
        Q_EMIT failed(tr("The file is too large. A form has at most 10 MB."));
        return;
    }
    m_coming = Coming{.key = m_port.sendForm({.office = office, .path = path}), .office = office, .path = path};
    Q_EMIT busyChanged();
}

// Under the name of its file, until somebody types another one.
void FormBringer::take(const Coming &coming, const town::FormFile &file, bool cleaned)
{
    Q_EMIT busyChanged();
    const QString language = m_administration.town().authority.languages.value(0);
    const QString name = QFileInfo(coming.path).completeBaseName().left(town::kMostNameCharacters);
    const town::Key key = m_administration.begin(town::Form{.id = randomId<FormTag>(),
                                                            .office = coming.office,
                                                            .names = {{language, name}},
                                                            .position = lastPosition(coming.office),
                                                            .file = file});
    QStringList said{tr("The file is checked. Give the form its name and save it.")};
    if (file.fields == 0)
        said.append(tr("It has no fields: in a conversation both can look at it, but not fill it in."));
    if (cleaned)
        said.append(tr("Scripts and attachments were taken out of it: fields do not calculate by themselves."));
    Q_EMIT brought(key, said.join(u' '));
}

int FormBringer::lastPosition(OfficeId office) const
{
    int last = 0;
    for (const town::Form &form : town::formsOf(m_administration.town(), office))
        last = std::max(last, form.position);
    return std::min(last + 1, town::kMostFormPosition);
}

} // namespace sprechtag::clerk::model

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/RecoveryCodesDialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

RecoveryCodesDialog::RecoveryCodesDialog(const QList<Secret> &codes, QWidget *parent)
    : QDialog(parent)
    , m_codes(new QPlainTextEdit(this))
    , m_kept(new QCheckBox(tr("I have &kept these codes in a safe place"), this))
    , m_done(new QPushButton(tr("&Done"), this))
{
    setObjectName(u"recoveryCodesDialog"_s);
    setWindowTitle(tr("Recovery codes"));
    auto *hint = new QLabel(tr("If you lose your phone, each of these codes lets you in once in place of the code of "
                               "the app. They are never shown again: print them, or save them where nobody else reads "
                               "them, but not on this phone."),
                            this);
    hint->setWordWrap(true);
    m_codes->setObjectName(u"codesEdit"_s);
    m_codes->setAccessibleName(tr("Recovery codes"));
    m_codes->setReadOnly(true);
    m_codes->setTabChangesFocus(true);
    m_codes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_codes->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    QStringList lines;
    for (const Secret &code : codes)
        lines.append(QString::fromLatin1(code.reveal()));
    m_codes->setPlainText(lines.join(u'\n'));
    m_codes->setMinimumHeight(m_codes->fontMetrics().lineSpacing() * (static_cast<int>(codes.size()) + 2));
    m_kept->setObjectName(u"keptCheck"_s);
    m_done->setObjectName(u"doneButton"_s);
    m_done->setEnabled(false);
    auto *buttons = new QDialogButtonBox(this);
    auto *copyButton = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copyButton->setObjectName(u"copyButton"_s);
    auto *saveButton = buttons->addButton(tr("&Save …"), QDialogButtonBox::ActionRole);
    buttons->addButton(m_done, QDialogButtonBox::AcceptRole);
    auto *layout = new QVBoxLayout(this);
    for (QWidget *widget : std::initializer_list<QWidget *>{hint, m_codes, m_kept, buttons})
        layout->addWidget(widget);
    connect(copyButton, &QPushButton::clicked, this, &RecoveryCodesDialog::copy);
    connect(saveButton, &QPushButton::clicked, this, &RecoveryCodesDialog::save);
    connect(m_kept, &QCheckBox::toggled, m_done, &QPushButton::setEnabled);
    connect(m_done, &QPushButton::clicked, this, &QDialog::accept);
}

void RecoveryCodesDialog::reject()
{
    if (m_kept->isChecked())
        QDialog::reject();
    else
        m_kept->setFocus();
}

void RecoveryCodesDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_codes->toPlainText());
}

void RecoveryCodesDialog::save()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the recovery codes"), u"sprechtag.txt"_s);
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const bool saved = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                       file.write(m_codes->toPlainText().toUtf8() + '\n') > 0 && file.commit();
    if (!saved)
        QMessageBox::warning(this, windowTitle(), tr("The codes could not be saved there. Choose another place."));
}

} // namespace sprechtag::clerk::view

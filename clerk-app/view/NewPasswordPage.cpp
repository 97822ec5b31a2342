// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/NewPasswordPage.h"

#include "clerk-app/view/Announce.h"
#include "clerk-app/view/EntryPage.h"
#include "clerk-app/view/PrimaryButton.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

NewPasswordPage::NewPasswordPage(QWidget *parent)
    : QWidget(parent)
    , m_rules(new QLabel(this))
    , m_message(new QLabel(this))
    , m_password(new QLineEdit(this))
    , m_again(new QLineEdit(this))
    , m_go(new PrimaryButton(this))
    , m_back(new QPushButton(tr("&Back"), this))
{
    setObjectName(u"newPasswordPage"_s);
    m_rules->setObjectName(u"passwordRules"_s);
    m_message->setObjectName(u"newPasswordMessage"_s);
    m_password->setObjectName(u"newPasswordEdit"_s);
    m_again->setObjectName(u"newPasswordAgainEdit"_s);
    m_go->setObjectName(u"choosePasswordButton"_s);
    m_go->setDefault(true);
    m_back->setObjectName(u"backButton"_s);
    build();
    setBusy(false);
    connect(m_go, &QPushButton::clicked, this, &NewPasswordPage::submit);
    connect(m_password, &QLineEdit::returnPressed, m_again, qOverload<>(&QWidget::setFocus));
    connect(m_again, &QLineEdit::returnPressed, this, &NewPasswordPage::submit);
    connect(m_back, &QPushButton::clicked, this, &NewPasswordPage::cancelled);
}

void NewPasswordPage::build()
{
    auto *title = new QLabel(tr("Choose your own password"), this);
    styleEntryTitle(title);
    styleEntryMessage(m_message);
    m_rules->setTextFormat(Qt::PlainText);
    m_rules->setWordWrap(true);
    m_rules->setText(tr("You have signed in with a start password, which somebody else has given to you. From now on "
                        "only you know your password: at least 8 characters, without your user name, and none that is "
                        "often used. Four words that do not belong together are easy to keep in mind."));
    // Whoever does not see the page hears them in the field.
    m_password->setAccessibleDescription(m_rules->text());
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(6);
    form->addRow(tr("&New password"), m_password);
    form->addRow(tr("New password, &once more"), m_again);
    for (QLineEdit *edit : {m_password, m_again}) {
        edit->setEchoMode(QLineEdit::Password);
        styleEntryEdit(edit);
    }
    QVBoxLayout *layout = buildEntryColumn(this);
    layout->addWidget(title);
    layout->addWidget(m_message);
    layout->addWidget(m_rules);
    layout->addLayout(form);
    layout->addWidget(m_go);
    layout->addWidget(m_back, 0, Qt::AlignLeft);
}

void NewPasswordPage::ask()
{
    forget();
    setBusy(false);
    m_password->setFocus();
}

void NewPasswordPage::setBusy(bool busy)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_password, m_again, m_go, m_back})
        widget->setEnabled(!busy);
    m_go->setText(busy ? tr("Storing …") : tr("Store and sign in"));
}

void NewPasswordPage::refuse(const QString &why)
{
    forget();
    setBusy(false);
    tell(why);
    m_password->setFocus();
}

void NewPasswordPage::forget()
{
    m_password->clear();
    m_again->clear();
    tell({});
}

void NewPasswordPage::tell(const QString &text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    announce(m_message);
}

// What a good password is, the server alone knows.
void NewPasswordPage::submit()
{
    if (m_password->text().isEmpty()) {
        tell(tr("Please fill in your new password."));
        return m_password->setFocus();
    }
    if (m_password->text() != m_again->text()) {
        tell(tr("The two passwords are not the same."));
        return m_again->setFocus();
    }
    tell({});
    Q_EMIT chosen(Secret(m_password->text().toUtf8()));
}

} // namespace sprechtag::clerk::view

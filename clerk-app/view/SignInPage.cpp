// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/SignInPage.h"

#include "clerk-app/view/Announce.h"
#include "clerk-app/view/EntryPage.h"
#include "clerk-app/view/Icons.h"
#include "clerk-app/view/PrimaryButton.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

SignInPage::SignInPage(QWidget *parent)
    : QWidget(parent)
    , m_server(new QLineEdit(this))
    , m_login(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_remember(new QCheckBox(tr("&Stay signed in on this computer"), this))
    , m_message(new QLabel(this))
    , m_signIn(new PrimaryButton(this))
    , m_setup(new QPushButton(tr("Set up a ne&w server …"), this))
{
    setObjectName(u"signInPage"_s);
    m_server->setObjectName(u"serverEdit"_s);
    m_server->setPlaceholderText(u"buergerbuero.example.de"_s);
    m_server->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_login->setObjectName(u"loginEdit"_s);
    m_password->setObjectName(u"passwordEdit"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_remember->setObjectName(u"rememberCheck"_s);
    m_message->setObjectName(u"signInMessage"_s);
    styleEntryMessage(m_message);
    m_signIn->setObjectName(u"signInButton"_s);
    m_signIn->setText(tr("Sign in"));
    m_signIn->setDefault(true);
    m_setup->setObjectName(u"setupWantedButton"_s);
    build();
    connect(m_setup, &QPushButton::clicked, this, [this] { Q_EMIT setupWanted(m_server->text().trimmed()); });
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::submit);
    for (QLineEdit *edit : {m_server, m_login, m_password})
        connect(edit, &QLineEdit::returnPressed, this, &SignInPage::submit);
}

void SignInPage::build()
{
    auto *sign = new QLabel(this);
    const int size = fontMetrics().height() * 3;
    sign->setPixmap(appIcon().pixmap(QSize(size, size), devicePixelRatio()));
    auto *title = new QLabel(tr("Sign in to Sprechtag"), this);
    styleEntryTitle(title);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(6);
    form->addRow(tr("Ser&ver of your authority"), m_server);
    form->addRow(tr("User &name"), m_login);
    form->addRow(tr("&Password"), m_password);
    for (QLineEdit *edit : {m_server, m_login, m_password})
        styleEntryEdit(edit);
    QVBoxLayout *layout = buildEntryColumn(this);
    layout->addWidget(sign);
    layout->addWidget(title);
    layout->addWidget(m_message);
    layout->addLayout(form);
    layout->addWidget(m_remember);
    layout->addWidget(m_signIn);
    layout->addWidget(m_setup, 0, Qt::AlignLeft);
}

void SignInPage::fill(const QString &server, const QString &login, bool remember)
{
    m_server->setText(server);
    m_login->setText(login);
    m_remember->setChecked(remember);
}

void SignInPage::setBusy(bool busy)
{
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_server, m_login, m_password, m_remember, m_signIn, m_setup})
        widget->setEnabled(!busy);
    m_signIn->setText(busy ? tr("Signing in …") : tr("Sign in"));
}

void SignInPage::tell(const QString &text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    announce(m_message);
}

void SignInPage::forgetPassword()
{
    m_password->clear();
}

void SignInPage::focusFirstEmpty()
{
    for (QLineEdit *edit : {m_server, m_login, m_password}) {
        if (edit->text().isEmpty()) {
            edit->setFocus();
            return;
        }
    }
    m_server->setFocus();
}

void SignInPage::submit()
{
    if (m_server->text().isEmpty() || m_login->text().isEmpty() || m_password->text().isEmpty()) {
        tell(tr("Please fill in server, name and password."));
        focusFirstEmpty();
        return;
    }
    tell({});
    const SignInForm form{m_server->text(), m_login->text().trimmed(), Secret(m_password->text().toUtf8()),
                          m_remember->isChecked()};
    Q_EMIT signInWanted(form);
}

} // namespace sprechtag::clerk::view

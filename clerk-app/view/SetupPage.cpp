// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/SetupPage.h"

#include "clerk-app/view/Announce.h"
#include "clerk-app/view/EntryPage.h"
#include "clerk-app/view/PrimaryButton.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

SetupPage::SetupPage(QWidget *parent)
    : QWidget(parent)
    , m_server(new QLineEdit(this))
    , m_token(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_login(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_again(new QLineEdit(this))
    , m_message(new QLabel(this))
    , m_go(new PrimaryButton(this))
    , m_back(new QPushButton(tr("&Back"), this))
{
    setObjectName(u"setupPage"_s);
    m_server->setObjectName(u"setupServerEdit"_s);
    m_server->setPlaceholderText(u"buergerbuero.example.de"_s);
    m_token->setObjectName(u"tokenEdit"_s);
    m_name->setObjectName(u"setupNameEdit"_s);
    m_login->setObjectName(u"setupLoginEdit"_s);
    m_password->setObjectName(u"setupPasswordEdit"_s);
    m_again->setObjectName(u"setupAgainEdit"_s);
    for (QLineEdit *edit : {m_password, m_again})
        edit->setEchoMode(QLineEdit::Password);
    m_message->setObjectName(u"setupMessage"_s);
    m_go->setObjectName(u"setupButton"_s);
    m_go->setDefault(true);
    m_back->setObjectName(u"backButton"_s);
    build();
    setBusy(false);
    connect(m_go, &QPushButton::clicked, this, &SetupPage::submit);
    for (QLineEdit *edit : {m_server, m_token, m_name, m_login, m_password, m_again})
        connect(edit, &QLineEdit::returnPressed, this, &SetupPage::submit);
    connect(m_back, &QPushButton::clicked, this, &SetupPage::cancelled);
}

void SetupPage::build()
{
    auto *title = new QLabel(tr("Set up a new server"), this);
    styleEntryTitle(title);
    styleEntryMessage(m_message);
    auto *hint = new QLabel(tr("The first start of the server has printed a one-time token. Whoever has it becomes the "
                               "first administrator, and makes offices and accounts afterwards."),
                            this);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(6);
    form->addRow(tr("Ser&ver of your authority"), m_server);
    form->addRow(tr("One-time &token"), m_token);
    form->addRow(tr("Your name, as &citizens read it"), m_name);
    form->addRow(tr("User &name, to sign in with"), m_login);
    form->addRow(tr("&Password, at least 8 characters"), m_password);
    form->addRow(tr("Password, &once more"), m_again);
    for (QLineEdit *edit : {m_server, m_token, m_name, m_login, m_password, m_again})
        styleEntryEdit(edit);
    QVBoxLayout *layout = buildEntryColumn(this);
    layout->addWidget(title);
    layout->addWidget(m_message);
    layout->addWidget(hint);
    layout->addLayout(form);
    layout->addWidget(m_go);
    layout->addWidget(m_back, 0, Qt::AlignLeft);
}

void SetupPage::ask(const QString &server)
{
    forget();
    m_server->setText(server);
    setBusy(false);
    (server.isEmpty() ? m_server : m_token)->setFocus();
}

void SetupPage::setBusy(bool busy)
{
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_server, m_token, m_name, m_login, m_password, m_again, m_go, m_back})
        widget->setEnabled(!busy);
    m_go->setText(busy ? tr("Setting up …") : tr("Set up and sign in"));
}

void SetupPage::refuse(const QString &why)
{
    setBusy(false);
    for (QLineEdit *edit : {m_password, m_again})
        edit->clear();
    tell(why);
    m_password->setFocus();
}

void SetupPage::forget()
{
    for (QLineEdit *edit : {m_token, m_name, m_login, m_password, m_again})
        edit->clear();
    tell({});
}

void SetupPage::tell(const QString &text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    announce(m_message);
}

void SetupPage::submit()
{
    for (QLineEdit *edit : {m_server, m_token, m_name, m_login, m_password}) {
        if (edit->text().trimmed().isEmpty()) {
            tell(tr("Please fill in all fields."));
            return edit->setFocus();
        }
    }
    if (m_password->text() != m_again->text()) {
        tell(tr("The two passwords are not the same."));
        return m_again->setFocus();
    }
    tell({});
    const SetupForm form{m_server->text().trimmed(), Secret(m_token->text().trimmed().toUtf8()),
                         m_name->text().trimmed(), m_login->text().trimmed(), Secret(m_password->text().toUtf8())};
    Q_EMIT setupWanted(form);
}

} // namespace sprechtag::clerk::view

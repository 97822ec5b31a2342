// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/SecondFactorPage.h"

#include "clerk-app/view/Announce.h"
#include "clerk-app/view/EntryPage.h"
#include "clerk-app/view/PrimaryButton.h"
#include "clerk-app/view/QrCode.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPhoneDigits = 6;
constexpr int kRecoveryCharacters = 16;
constexpr int kModule = 4;
constexpr int kGroup = 4;

QString inGroups(const QByteArray &text)
{
    QString grouped;
    for (qsizetype i = 0; i < text.size(); i += kGroup)
        grouped += (i > 0 ? u" "_s : QString()) + QString::fromLatin1(text.mid(i, kGroup));
    return grouped;
}

} // namespace

SecondFactorPage::SecondFactorPage(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_picture(new QLabel(this))
    , m_secretLabel(new QLabel(tr("Or &type this key into the app"), this))
    , m_secret(new QLineEdit(this))
    , m_message(new QLabel(this))
    , m_codeLabel(new QLabel(this))
    , m_code(new QLineEdit(this))
    , m_go(new PrimaryButton(this))
    , m_other(new QPushButton(this))
    , m_back(new QPushButton(tr("&Back"), this))
{
    setObjectName(u"secondFactorPage"_s);
    m_picture->setObjectName(u"qrCode"_s);
    m_picture->setAccessibleName(tr("QR code for the app on your phone; the key below says the same"));
    m_secret->setObjectName(u"secretEdit"_s);
    m_secret->setReadOnly(true);
    m_secret->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_secretLabel->setBuddy(m_secret);
    m_message->setObjectName(u"secondFactorMessage"_s);
    styleEntryTitle(m_title);
    styleEntryMessage(m_message);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_code->setObjectName(u"codeEdit"_s);
    m_codeLabel->setBuddy(m_code);
    m_go->setObjectName(u"answerButton"_s);
    m_go->setDefault(true);
    m_other->setObjectName(u"otherKindButton"_s);
    m_back->setObjectName(u"backButton"_s);
    build();
    setKind(CodeKind::Phone);
    setBusy(false);
    connect(m_go, &QPushButton::clicked, this, &SecondFactorPage::submit);
    connect(m_code, &QLineEdit::returnPressed, this, &SecondFactorPage::submit);
    connect(m_back, &QPushButton::clicked, this, &SecondFactorPage::cancelled);
    connect(m_other, &QPushButton::clicked, this, [this] {
        setKind(m_kind == CodeKind::Phone ? CodeKind::Recovery : CodeKind::Phone);
        m_code->setFocus();
    });
}

void SecondFactorPage::build()
{
    for (QLineEdit *edit : {m_secret, m_code})
        styleEntryEdit(edit);
    QVBoxLayout *layout = buildEntryColumn(this);
    layout->addWidget(m_title);
    layout->addWidget(m_message);
    layout->addWidget(m_hint);
    layout->addWidget(m_picture, 0, Qt::AlignHCenter);
    layout->addWidget(m_secretLabel);
    layout->addWidget(m_secret);
    layout->addWidget(m_codeLabel);
    layout->addWidget(m_code);
    layout->addWidget(m_go);
    auto *others = new QHBoxLayout;
    others->addWidget(m_back);
    others->addStretch();
    others->addWidget(m_other);
    layout->addLayout(others);
    // In the order of reading, though the code comes first by hand.
    for (const auto &[first, second] :
         {std::pair<QWidget *, QWidget *>(m_code, m_go), {m_go, m_back}, {m_back, m_other}, {m_other, m_secret}})
        setTabOrder(first, second);
}

void SecondFactorPage::ask(const std::optional<PhoneEnrolment> &enrolment)
{
    forget();
    setKind(CodeKind::Phone);
    if (enrolment)
        showEnrolment(*enrolment);
    m_other->setHidden(enrolment.has_value());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_picture, m_secretLabel, m_secret})
        widget->setVisible(enrolment.has_value());
    setBusy(false);
    m_code->setFocus();
}

void SecondFactorPage::showEnrolment(const PhoneEnrolment &enrolment)
{
    m_title->setText(tr("Set up your second factor"));
    m_hint->setText(tr("Your authority asks for a second factor. Open an authenticator app on your phone, scan this "
                       "picture with it, and enter the six figures that it shows."));
    m_picture->setPixmap(QPixmap::fromImage(qrCode(enrolment.uri.reveal(), kModule)));
    m_secret->setText(inGroups(enrolment.secret.reveal()));
    m_secret->setCursorPosition(0);
}

void SecondFactorPage::setKind(CodeKind kind)
{
    m_kind = kind;
    const bool phone = kind == CodeKind::Phone;
    static const QRegularExpression figures(u"[0-9\\s-]{0,32}"_s,
                                            QRegularExpression::UseUnicodePropertiesOption); // blanks of any kind
    static const QRegularExpression anything(u".{0,64}"_s);
    m_code->clear();
    delete m_code->validator();
    m_code->setValidator(new QRegularExpressionValidator(phone ? figures : anything, m_code));
    m_code->setInputMethodHints(phone ? Qt::ImhDigitsOnly : Qt::ImhNoPredictiveText | Qt::ImhPreferLowercase);
    m_code->setPlaceholderText(phone ? u"123 456"_s : u"xxxx-xxxx-xxxx-xxxx"_s);
    m_title->setText(tr("Second factor"));
    m_hint->setText(phone ? tr("Enter the six figures that the app on your phone shows now.")
                          : tr("Enter one of the recovery codes that you kept. Each of them works once."));
    m_codeLabel->setText(phone ? tr("&Code of the app") : tr("Recovery &code"));
    m_other->setText(phone ? tr("Use a &recovery code") : tr("Use the app on the &phone"));
    tell({});
}

void SecondFactorPage::setBusy(bool busy)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_code, m_go, m_other, m_back})
        widget->setEnabled(!busy);
    m_go->setText(busy ? tr("Signing in …") : tr("Sign in"));
}

void SecondFactorPage::refuse(const QString &why)
{
    setBusy(false);
    m_code->clear();
    tell(why);
    m_code->setFocus();
}

void SecondFactorPage::forget()
{
    m_code->clear();
    m_secret->clear();
    m_picture->clear();
    tell({});
}

void SecondFactorPage::tell(const QString &text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    announce(m_message);
}

// However it was typed or pasted: 123 456, 123-456, with a line feed at its end.
QString SecondFactorPage::typedCode() const
{
    QString code = m_code->text();
    code.removeIf([](QChar c) { return c.isSpace() || c == u'-'; });
    return code;
}

void SecondFactorPage::submit()
{
    const QString code = typedCode();
    if (m_kind == CodeKind::Phone && code.size() != kPhoneDigits)
        return tell(tr("The code has six figures."));
    if (m_kind == CodeKind::Recovery && code.size() != kRecoveryCharacters)
        return tell(tr("A recovery code has sixteen letters and figures."));
    tell({});
    Q_EMIT answered({m_kind, Secret(code.toUtf8())});
}

} // namespace sprechtag::clerk::view

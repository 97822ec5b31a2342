// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/MessageDialog.h"

#include "clerk-app/model/Words.h"
#include "shared/protocol/Limits.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

#include <array>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using protocol::Sentence;

namespace {

constexpr int kOwnText = -1;
constexpr int kTextLines = 4;
constexpr int kHintLines = 2;
constexpr std::array kSentences{Sentence::TakesLonger,  Sentence::SoonYourTurn, Sentence::HavePapersReady,
                                Sentence::CheckDevices, Sentence::StayHere,     Sentence::ClosingSoon};

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QPlainTextEdit *textBox(const QString &name, QWidget *parent)
{
    auto *box = new QPlainTextEdit(parent);
    box->setObjectName(name);
    box->setTabChangesFocus(true);
    box->setFixedHeight(box->fontMetrics().lineSpacing() * (kTextLines + 1));
    return box;
}

} // namespace

MessageDialog::MessageDialog(const MessageReceivers &receivers, QWidget *parent)
    : QDialog(parent)
    , m_to(new QComboBox(this))
    , m_sentence(new QComboBox(this))
    , m_text(textBox(u"messageText"_s, this))
    , m_hint(plainLabel({}, this))
{
    setObjectName(u"messageDialog"_s);
    setWindowTitle(tr("Message to people who wait"));
    m_to->setObjectName(u"messageTo"_s);
    m_sentence->setObjectName(u"messageSentence"_s);
    fillReceivers(receivers);
    for (const Sentence sentence : kSentences)
        m_sentence->addItem(model::Words::sentence(sentence), static_cast<int>(sentence));
    m_sentence->addItem(tr("Words of your own …"), kOwnText);
    build();
    connect(m_sentence, &QComboBox::currentIndexChanged, this, [this] {
        refresh();
        if (isOwn())
            m_text->setFocus();
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, &MessageDialog::refresh);
    refresh();
}

void MessageDialog::fillReceivers(const MessageReceivers &receivers)
{
    if (receivers.person)
        m_to->addItem(receivers.person->name.isEmpty()
                          ? receivers.person->number
                          : u"%1 · %2"_s.arg(receivers.person->number, receivers.person->name),
                      false);
    if (receivers.everybody > 0)
        //: %n people, %1 is an office
        m_to->addItem(tr("Everybody in %1 (%n person(s))", nullptr, receivers.everybody).arg(receivers.office), true);
}

void MessageDialog::build()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_send = buttons->addButton(tr("&Send"), QDialogButtonBox::AcceptRole);
    m_send->setObjectName(u"messageSendButton"_s);
    m_send->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&To:"), m_to);
    form->addRow(tr("&Message:"), m_sentence);
    form->addRow(tr("Te&xt:"), m_text);
    form->addRow(m_hint);
    form->addRow(buttons);
    // Room for the longer of the hints: a dialog does not grow with what is said later.
    m_hint->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_hint->setMinimumHeight(m_hint->fontMetrics().lineSpacing() * kHintLines);
    m_sentence->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_sentence->setMinimumContentsLength(48);
}

bool MessageDialog::isOwn() const
{
    return m_sentence->currentData().toInt() == kOwnText;
}

void MessageDialog::refresh()
{
    const QString text = m_text->toPlainText().simplified();
    const bool tooLong = text.size() > protocol::limits::kMessageChars;
    m_text->setEnabled(isOwn());
    m_send->setEnabled(m_to->count() > 0 && (!isOwn() || (!text.isEmpty() && !tooLong)));
    if (!isOwn())
        m_hint->setText(tr("Everybody reads this in the own language."));
    else if (tooLong)
        m_hint->setText(tr("The text is too long."));
    else
        m_hint->setText(tr("Sent as you write it, without translation. It goes when the visit ends."));
}

bool MessageDialog::toEverybody() const
{
    return m_to->currentData().toBool();
}

protocol::MessageContent MessageDialog::content() const
{
    if (isOwn())
        return m_text->toPlainText().simplified();
    return static_cast<Sentence>(m_sentence->currentData().toInt());
}

std::optional<protocol::MessageContent> askForLastWords(const QString &office, QWidget *parent)
{
    QDialog dialog(parent);
    dialog.setObjectName(u"lastWordsDialog"_s);
    //: %1 is an office
    dialog.setWindowTitle(MessageDialog::tr("Close %1 at once").arg(office));
    auto *text = textBox(u"lastWords"_s, &dialog);
    text->setPlaceholderText(model::Words::sentence(Sentence::ClosesNow));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, &dialog);
    buttons->button(QDialogButtonBox::Cancel)->setText(MessageDialog::tr("Cancel"));
    QPushButton *close = buttons->addButton(MessageDialog::tr("&Close the office"), QDialogButtonBox::AcceptRole);
    close->setObjectName(u"lastWordsCloseButton"_s);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto *form = new QFormLayout(&dialog);
    auto *about = plainLabel(MessageDialog::tr("What those who wait read. Left empty, they read the prepared sentence "
                                               "in their own language."),
                             &dialog);
    about->setBuddy(text);
    form->addRow(about);
    form->addRow(text);
    form->addRow(buttons);
    text->setAccessibleName(about->text());
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    const QString own = text->toPlainText().simplified().left(protocol::limits::kMessageChars);
    return own.isEmpty() ? protocol::MessageContent(Sentence::ClosesNow) : protocol::MessageContent(own);
}

} // namespace sprechtag::clerk::view

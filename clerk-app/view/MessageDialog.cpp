// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/MessageDialog.h"

#include "clerk-app/model/Words.h"
#include "clerk-app/view/Announce.h"
#include "clerk-app/view/DialogParts.h"
#include "shared/protocol/Limits.h"

#include <QComboBox>
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

QPlainTextEdit *textBox(const QString &name, QWidget *parent)
{
    auto *box = new QPlainTextEdit(parent);
    box->setObjectName(name);
    box->setTabChangesFocus(true);
    box->setFixedHeight(box->fontMetrics().lineSpacing() * (kTextLines + 1));
    return box;
}

} // namespace

MessageDialog::MessageDialog(const MessageReceivers &receivers, model::Workplace &workplace, QWidget *parent)
    : QDialog(parent)
    , m_to(new QComboBox(this))
    , m_sentence(new QComboBox(this))
    , m_text(textBox(u"messageText"_s, this))
    , m_hint(plainLabel({}, this))
    , m_buttons(new OrderButtons(workplace, tr("&Send"), this))
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
    m_buttons->order().setObjectName(u"messageSendButton"_s);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&To:"), m_to);
    form->addRow(tr("&Message:"), m_sentence);
    form->addRow(tr("Te&xt:"), m_text);
    form->addRow(m_hint);
    form->addRow(m_buttons);
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
    m_buttons->setReady(m_to->count() > 0 && (!isOwn() || (!text.isEmpty() && !tooLong)));
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

LastWordsDialog::LastWordsDialog(const QString &office, model::Workplace &workplace, QWidget *parent)
    : QDialog(parent)
    , m_text(textBox(u"lastWords"_s, this))
    , m_refusal(plainLabel({}, this))
    , m_buttons(new OrderButtons(workplace, tr("&Close the office"), this))
{
    setObjectName(u"lastWordsDialog"_s);
    //: %1 is an office
    setWindowTitle(tr("Close %1 at once").arg(office));
    m_text->setPlaceholderText(model::Words::sentence(Sentence::ClosesNow));
    m_refusal->setObjectName(u"lastWordsRefusal"_s);
    m_refusal->hide();
    m_buttons->order().setObjectName(u"lastWordsCloseButton"_s);
    auto *about = plainLabel(tr("What those who wait read. Left empty, they read the prepared sentence in their own "
                                "language."),
                             this);
    about->setBuddy(m_text);
    m_text->setAccessibleName(about->text());
    auto *form = new QFormLayout(this);
    form->addRow(about);
    form->addRow(m_text);
    form->addRow(m_refusal);
    form->addRow(m_buttons);
}

// Not closed yet: who has no place any more is told nothing, so the words have to arrive first.
void LastWordsDialog::accept()
{
    m_buttons->setReady(false);
    m_refusal->hide();
    const QString own = m_text->toPlainText().simplified().left(protocol::limits::kMessageChars);
    Q_EMIT spoken(own.isEmpty() ? protocol::MessageContent(Sentence::ClosesNow) : protocol::MessageContent(own));
}

void LastWordsDialog::take(const model::CommandResult &result)
{
    if (result.ok() || result.error().code == protocol::ErrorCode::NobodyWaiting)
        return QDialog::accept();
    //: %1 is a sentence that says why
    m_refusal->setText(tr("The office is still open. %1").arg(model::Words::refusal(result.error())));
    m_refusal->show();
    announce(m_refusal);
    m_buttons->setReady(true);
    m_text->setFocus();
}

} // namespace sprechtag::clerk::view

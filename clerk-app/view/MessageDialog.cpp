// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/MessageDialog.h"

#include "clerk-app/model/Words.h"
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

//! Tells what is chosen in its list from what the arrow keys and the wheel only come by.
class SentenceBox final : public QComboBox
{
public:
    using QComboBox::QComboBox;
    [[nodiscard]] bool isPassing() const { return m_passing; }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        m_passing = true;
        QComboBox::keyPressEvent(event);
        m_passing = false;
    }
    void wheelEvent(QWheelEvent *event) override
    {
        m_passing = true;
        QComboBox::wheelEvent(event);
        m_passing = false;
    }

private:
    bool m_passing{};
};

QPlainTextEdit *textBox(const QString &name, QWidget *parent)
{
    auto *box = new QPlainTextEdit(parent);
    box->setObjectName(name);
    box->setTabChangesFocus(true);
    box->setFixedHeight(box->fontMetrics().lineSpacing() * (kTextLines + 1));
    return box;
}

QString wordsIn(const QPlainTextEdit *box)
{
    return box->toPlainText().simplified();
}

bool isTooLong(const QString &words)
{
    return words.size() > protocol::limits::kMessageChars;
}

} // namespace

MessageDialog::MessageDialog(const MessageReceivers &receivers, model::Workplace &workplace, QWidget *parent)
    : QDialog(parent)
    , m_receivers(receivers)
    , m_to(new QComboBox(this))
    , m_sentence(new SentenceBox(this))
    , m_text(textBox(u"messageText"_s, this))
    , m_hint(plainLabel({}, this))
    , m_buttons(new OrderButtons(workplace, tr("&Send"), this))
{
    setObjectName(u"messageDialog"_s);
    setWindowTitle(tr("Message to people who wait"));
    m_to->setObjectName(u"messageTo"_s);
    m_sentence->setObjectName(u"messageSentence"_s);
    fillReceivers();
    for (const Sentence sentence : kSentences)
        m_sentence->addItem(model::Words::sentence(sentence), static_cast<int>(sentence));
    m_sentence->addItem(tr("Words of your own …"), kOwnText);
    build();
    connect(m_sentence, &QComboBox::currentIndexChanged, this, [this] {
        refresh();
        if (isOwn() && !static_cast<const SentenceBox *>(m_sentence)->isPassing())
            m_text->setFocus();
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, &MessageDialog::refresh);
    refresh();
}

void MessageDialog::fillReceivers()
{
    if (const auto &person = m_receivers.person)
        m_to->addItem(person->name.isEmpty() ? person->number : u"%1 · %2"_s.arg(person->number, person->name), false);
    if (m_receivers.everybody > 0)
        //: %n people, %1 is an office
        m_to->addItem(tr("Everybody in %1 (%n person(s))", nullptr, m_receivers.everybody).arg(m_receivers.officeName),
                      true);
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
    const QString text = wordsIn(m_text);
    const bool tooLong = isTooLong(text);
    m_text->setEnabled(isOwn());
    m_buttons->setReady(m_to->count() > 0 && (!isOwn() || (!text.isEmpty() && !tooLong)));
    if (!isOwn())
        m_hint->setText(tr("Everybody reads this in the own language."));
    else if (tooLong)
        m_hint->setText(tr("The text is too long."));
    else
        m_hint->setText(tr("Sent as you write it, without translation. It goes when the visit ends."));
}

std::optional<TicketId> MessageDialog::to() const
{
    const bool everybody = m_to->currentData().toBool() || !m_receivers.person;
    return everybody ? std::nullopt : std::optional(m_receivers.person->ticket);
}

protocol::MessageContent MessageDialog::content() const
{
    if (isOwn())
        return wordsIn(m_text);
    return static_cast<Sentence>(m_sentence->currentData().toInt());
}

void MessageDialog::accept()
{
    m_buttons->await();
    Q_EMIT ordered();
}

void MessageDialog::take(const model::CommandResult &result)
{
    m_buttons->take(result);
}

LastWordsDialog::LastWordsDialog(const QString &office, model::Workplace &workplace, QWidget *parent)
    : QDialog(parent)
    , m_text(textBox(u"lastWords"_s, this))
    , m_hint(plainLabel({}, this))
    , m_buttons(new OrderButtons(workplace, tr("&Close the office"), this))
{
    setObjectName(u"lastWordsDialog"_s);
    //: %1 is an office
    setWindowTitle(tr("Close %1 at once").arg(office));
    m_text->setPlaceholderText(model::Words::sentence(Sentence::ClosesNow));
    m_hint->setObjectName(u"lastWordsHint"_s);
    m_hint->hide();
    m_buttons->order().setObjectName(u"lastWordsCloseButton"_s);
    auto *about = plainLabel(tr("What those who wait read. Left empty, they read the prepared sentence in their own "
                                "language."),
                             this);
    about->setBuddy(m_text);
    m_text->setAccessibleName(about->text());
    auto *form = new QFormLayout(this);
    form->addRow(about);
    form->addRow(m_text);
    form->addRow(m_hint);
    form->addRow(m_buttons);
    connect(m_text, &QPlainTextEdit::textChanged, this, &LastWordsDialog::refresh);
}

void LastWordsDialog::refresh()
{
    const bool tooLong = isTooLong(wordsIn(m_text));
    m_hint->setText(tooLong ? MessageDialog::tr("The text is too long.") : QString());
    m_hint->setVisible(tooLong);
    m_buttons->setReady(!tooLong);
}

// Not closed yet: who has no place any more is told nothing, so the words have to arrive first.
void LastWordsDialog::accept()
{
    m_buttons->await();
    const QString own = wordsIn(m_text);
    Q_EMIT spoken(own.isEmpty() ? protocol::MessageContent(Sentence::ClosesNow) : protocol::MessageContent(own));
}

void LastWordsDialog::take(const model::CommandResult &result)
{
    if (result.ok() || result.error().code == protocol::ErrorCode::NobodyWaiting)
        return QDialog::accept();
    //: %1 is a sentence that says why
    m_buttons->refuse(tr("The office is still open. %1").arg(model::Words::refusal(result.error())));
    m_text->setFocus();
}

} // namespace sprechtag::clerk::view

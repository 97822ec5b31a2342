// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/ValuePage.h"

#include "clerk-app/model/ChangeWords.h"
#include "clerk-app/model/TownWords.h"
#include "clerk-app/view/Announce.h"
#include "clerk-app/view/FieldEditor.h"
#include "clerk-app/view/Notice.h"
#include "clerk-app/view/TownForm.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sprechtag::clerk::view {

using namespace Qt::StringLiterals;
using model::ChangeWords;
using model::TownWords;

namespace {

constexpr double kTitleScale = 1.3;
constexpr int kFormAt = 4; // below the title and what a conflict shows

} // namespace

QString nameIn(const model::Administration &administration, const town::Key &key)
{
    const auto value = administration.shown(key);
    const QString language = administration.town().authority.languages.value(0);
    QString name = value ? TownWords::nameOf(*value, language) : QString();
    const auto *form = value ? std::get_if<town::Form>(&*value) : nullptr;
    const auto office = form != nullptr && administration.town().offices.size() > 1
                            ? town::valueOf(administration.town(), form->office)
                            : std::nullopt;
    if (office)
        //: a form: %1 is its name, %2 the office that has it ready
        name = ValuePage::tr("%1 (%2)").arg(name, TownWords::nameOf(*office, language));
    //: a name in a list: something of it is not stored yet
    return administration.draft(key) ? ValuePage::tr("%1 •").arg(name) : name;
}

ValuePage::ValuePage(model::Administration &administration, const Clock &clock, Notice &notice, QWidget *parent)
    : QWidget(parent)
    , m_administration(administration)
    , m_clock(clock)
    , m_notice(notice)
    , m_title(new QLabel(this))
    , m_conflict(new QLabel(this))
    , m_versions(new QTreeWidget(this))
    , m_column(new QVBoxLayout(this))
{
    m_title->setObjectName(u"adminTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * kTitleScale);
    m_title->setFont(large);
    m_conflict->setObjectName(u"conflictText"_s);
    m_conflict->setTextFormat(Qt::PlainText);
    m_conflict->setWordWrap(true);
    m_versions->setObjectName(u"conflictList"_s);
    m_versions->setAccessibleName(tr("Both versions"));
    m_versions->setRootIsDecorated(false);
    m_versions->setHeaderLabels({tr("Field"), tr("My version"), tr("Stored now")});
    m_versions->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_versions->setWordWrap(true);
    m_column->addWidget(m_title);
    m_column->addWidget(m_conflict);
    m_column->addWidget(m_versions);
    m_column->addLayout(buildConflict());
    m_column->addLayout(buildButtons());
    connect(&m_administration, &model::Administration::draftChanged, this, [this](const town::Key &key) {
        if (m_shown == key)
            refresh();
    });
    connect(&m_administration, &model::Administration::moved, this, [this](const town::Key &from, const town::Key &to) {
        if (m_shown == from)
            showKey(to);
    });
    connect(qApp, &QApplication::focusChanged, this, &ValuePage::renewForm, Qt::QueuedConnection);
}

QPushButton *ValuePage::button(const QString &name, const QString &text)
{
    auto *one = new QPushButton(text, this);
    one->setObjectName(name);
    return one;
}

QHBoxLayout *ValuePage::buildConflict()
{
    m_theirs = button(u"loadStoredButton"_s, tr("&Load the stored version"));
    m_mine = button(u"saveMineButton"_s, tr("Store &my version all the same"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_theirs);
    row->addWidget(m_mine);
    row->addStretch();
    connect(m_theirs, &QPushButton::clicked, this, &ValuePage::discard);
    connect(m_mine, &QPushButton::clicked, this, [this] {
        if (mayLeave())
            m_administration.saveMine(*m_shown);
    });
    return row;
}

QHBoxLayout *ValuePage::buildButtons()
{
    m_password = button(u"passwordButton"_s, tr("New start &password"));
    m_factor = button(u"factorButton"_s, tr("Reset second &factor"));
    m_factor->setToolTip(
        tr("For a lost phone: the next sign-in needs the password alone, and sets up a new phone where "
           "the role asks for one."));
    m_discard = button(u"discardButton"_s, tr("&Discard"));
    m_save = button(u"saveButton"_s, tr("&Save"));
    m_save->setShortcut(QKeySequence::Save);
    auto *row = new QHBoxLayout;
    row->addWidget(m_password);
    row->addWidget(m_factor);
    row->addStretch();
    row->addWidget(m_discard);
    row->addWidget(m_save);
    connect(m_save, &QPushButton::clicked, this, &ValuePage::save);
    connect(m_discard, &QPushButton::clicked, this, &ValuePage::discard);
    // Both end the sessions of the account, and a visit with them.
    connect(m_password, &QPushButton::clicked, this, [this] {
        if (sure(tr("New start password"), tr("%1 is signed out and cannot sign in any more with the old password.")))
            m_administration.resetPassword(*m_shown);
    });
    connect(m_factor, &QPushButton::clicked, this, [this] {
        if (sure(tr("Reset second factor"),
                 tr("%1 is signed out; the phone and the recovery codes are of no more use.")))
            m_administration.resetSecondFactor(*m_shown);
    });
    return row;
}

// Not about what a colleague has taken away while the question stood.
bool ValuePage::sure(const QString &what, const QString &text)
{
    const town::Key key = *m_shown;
    QMessageBox box(QMessageBox::Question, what, text.arg(nameIn(m_administration, key)), QMessageBox::NoButton, this);
    box.setObjectName(u"sureDialog"_s);
    box.setTextFormat(Qt::PlainText);
    QPushButton *yes = box.addButton(what, QMessageBox::AcceptRole);
    yes->setObjectName(u"sureButton"_s);
    box.setDefaultButton(box.addButton(tr("Cancel"), QMessageBox::RejectRole));
    box.exec();
    return box.clickedButton() == yes && m_shown == key;
}

void ValuePage::showKey(const town::Key &key)
{
    const auto value = m_administration.shown(key);
    if (!value)
        return;
    m_shown = key;
    m_offer = offerOf(town::kindOf(key), m_administration.town());
    delete m_form;
    const auto mayChange = [this, key](town::Group group) { return m_administration.mayChange(key, group); };
    m_form = new TownForm(*value, {m_administration.town(), today()}, mayChange, this);
    m_form->setObjectName(u"townForm"_s);
    m_column->insertWidget(kFormAt, m_form, 1);
    connect(m_form, &TownForm::edited, this, [this] {
        m_administration.edit(m_form->value(), !m_form->readable());
        refreshButtons();
    });
    refresh();
}

void ValuePage::leave()
{
    m_shown.reset();
    delete m_form;
    m_form = nullptr;
}

bool ValuePage::isOutdated() const
{
    return m_form && m_shown && m_offer != offerOf(town::kindOf(*m_shown), m_administration.town());
}

// There is more, or less, to choose from. Not while somebody types: the letters would go astray.
void ValuePage::renewForm()
{
    if (!isOutdated() || !m_form->readable())
        return;
    const QString focused = m_form->focusedField();
    if (m_administration.draft(*m_shown) && !focused.isEmpty())
        return;
    const int at = m_form->verticalScrollBar()->value();
    showKey(*m_shown);
    m_form->focusField(focused);
    QTimer::singleShot(0, m_form, [form = m_form, at] { form->verticalScrollBar()->setValue(at); });
}

bool ValuePage::mayLeave()
{
    if (!m_form || m_form->readable())
        return true;
    m_notice.tell(NoticeKind::Warning, tr("A field cannot be read. Mend it or discard the changes first."));
    m_form->focusFirst();
    return false;
}

void ValuePage::focusFirst()
{
    if (m_form)
        m_form->focusFirst();
}

void ValuePage::refresh()
{
    if (!m_shown)
        return;
    const auto value = m_administration.shown(*m_shown);
    if (!value) {
        leave();
        Q_EMIT vanished();
        return;
    }
    const model::Draft *draft = m_administration.draft(*m_shown);
    if (m_form->value() != *value)
        m_form->showValue(*value);
    if (isOutdated())
        QMetaObject::invokeMethod(this, &ValuePage::renewForm, Qt::QueuedConnection);
    m_title->setText(nameIn(m_administration, *m_shown));
    const bool wasWrong = m_form->isWrong();
    m_form->showFaults(draft ? draft->faults : QList<town::Fault>());
    if (!wasWrong && m_form->isWrong())
        m_form->tellFirst();
    const std::initializer_list<QWidget *> parts{m_conflict, m_versions, m_mine, m_theirs};
    for (QWidget *part : parts)
        part->setVisible(draft && draft->conflict);
    if (draft && draft->conflict)
        showConflict(*draft);
    const QString whole = draft ? TownForm::wholeFault(draft->faults) : QString();
    if (!whole.isEmpty())
        m_notice.tell(NoticeKind::Warning, whole);
    refreshButtons();
}

void ValuePage::refreshButtons()
{
    const model::Draft *draft = m_shown ? m_administration.draft(*m_shown) : nullptr;
    const bool unreadable = m_form && !m_form->readable();
    m_save->setEnabled(unreadable || (draft && !draft->saving && !draft->conflict));
    m_discard->setEnabled(unreadable || (draft && !draft->saving));
    const bool stored = m_shown && town::valueOf(m_administration.town(), *m_shown).has_value();
    const bool keys = stored && std::holds_alternative<ClerkId>(*m_shown) &&
                      m_administration.mayChange(*m_shown, town::Group::Identity) &&
                      !m_administration.isMe(*m_shown); // another administrator resets one's own
    m_password->setVisible(keys);
    m_factor->setVisible(keys);
}

void ValuePage::showConflict(const model::Draft &draft)
{
    const auto &stored = draft.conflict->stored;
    m_mine->setText(stored ? tr("Store &my version all the same") : tr("Store &my version as a new one"));
    m_mine->setVisible(stored || m_administration.mayCreate(town::kindOf(*m_shown)));
    QString text = TownWords::conflict(*draft.conflict);
    if (stored)
        text += u'\n' + tr("What you have not changed stays as it is stored now.");
    if (!draft.clashes.isEmpty())
        //: %1 is a list of fields
        text += u'\n' + tr("Both of you have changed: %1. There your version replaces what is stored.")
                            .arg(TownWords::fields(draft.clashes));
    if (m_conflict->text() != text) {
        m_conflict->setText(text);
        announce(m_conflict);
    }
    m_versions->setVisible(stored.has_value());
    m_versions->clear();
    int lines = 0;
    for (const protocol::FieldDifference &one : protocol::differences(draft.mine, stored)) {
        const auto changed = ChangeWords::of(town::kindOf(*m_shown), one, m_administration.town());
        const QString own = ChangeWords::side(changed.before);
        const QString theirs = ChangeWords::side(changed.after);
        auto *line = new QTreeWidgetItem(m_versions, {changed.field, own, theirs});
        line->setToolTip(1, own);
        line->setToolTip(2, theirs);
        lines += 1 + static_cast<int>(std::max(own.count(u'\n'), theirs.count(u'\n')));
    }
    fitHeight(m_versions, lines, m_versions->header()->sizeHint().height());
}

void ValuePage::save()
{
    if (!mayLeave())
        return;
    const bool wasWrong = m_form->isWrong();
    m_administration.save(*m_shown);
    if (wasWrong && m_form->isWrong())
        m_form->tellFirst();
}

void ValuePage::discard()
{
    const town::Key key = *m_shown;
    const auto stored = town::valueOf(m_administration.town(), key);
    m_notice.clear();
    // What cannot be read is in the form alone, and would stay.
    if (stored)
        m_form->reset(*stored);
    m_administration.discard(key);
    refreshButtons();
}

QDate ValuePage::today() const
{
    const QTimeZone zone = m_administration.town().authority.calendar.zone;
    return hours::localDay(m_clock.now(), zone.isValid() ? zone : QTimeZone::utc());
}

} // namespace sprechtag::clerk::view

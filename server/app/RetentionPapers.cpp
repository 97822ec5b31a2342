// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/app/RetentionPapers.h"

#include "server/app/RetentionWords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace sprechtag::app {

using broker::retention::Activity;
using broker::retention::Rule;
using broker::retention::rulesWith;
using std::chrono::days;

namespace {

struct PaperWords
{
    Q_DECLARE_TR_FUNCTIONS(PaperWords)
};

// Wide tables: a page on its side, with borders that survive the way into an office program.
constexpr auto kStyle = "@page{size:A4 landscape;margin:15mm}body{font-family:sans-serif;font-size:10.5pt;"
                        "line-height:1.4;max-width:260mm;margin:1em auto;padding:0 1em}"
                        "table{border-collapse:collapse;width:100%;margin:0 0 1.5em}"
                        "th,td{border:1px solid #666;padding:.35em .5em;text-align:left;vertical-align:top}"
                        "th{background:#eee}h2{page-break-after:avoid}tr{page-break-inside:avoid}"_L1;

QString languageTag()
{
    return PaperWords::tr("en", "the language of this translation, as a tag");
}

//! A page of headings, sentences and tables; what it is given is text, never markup.
class Page
{
public:
    Page(const QString &title, const QString &subtitle)
        : m_xml(&m_text)
    {
        m_xml.writeDTD(u"<!DOCTYPE html>"_s);
        m_xml.writeStartElement(u"html"_s);
        m_xml.writeAttribute(u"lang"_s, languageTag());
        m_xml.writeStartElement(u"head"_s);
        m_xml.writeStartElement(u"meta"_s);
        m_xml.writeAttribute(u"charset"_s, u"utf-8"_s);
        m_xml.writeEndElement();
        m_xml.writeTextElement(u"title"_s, title);
        m_xml.writeTextElement(u"style"_s, kStyle);
        m_xml.writeEndElement();
        m_xml.writeStartElement(u"body"_s);
        m_xml.writeTextElement(u"h1"_s, title);
        paragraph(subtitle);
    }

    void heading(const QString &text) { m_xml.writeTextElement(u"h2"_s, text); }
    void paragraph(const QString &text) { m_xml.writeTextElement(u"p"_s, text); }
    void list(const QStringList &lines)
    {
        m_xml.writeStartElement(u"ul"_s);
        for (const QString &line : lines)
            m_xml.writeTextElement(u"li"_s, line);
        m_xml.writeEndElement();
    }
    void table(const QStringList &head, const QList<QStringList> &rows)
    {
        m_xml.writeStartElement(u"table"_s);
        row(u"th"_s, head);
        for (const QStringList &cells : rows)
            row(u"td"_s, cells);
        m_xml.writeEndElement();
    }
    [[nodiscard]] QString text()
    {
        m_xml.writeEndDocument();
        return m_text;
    }

private:
    void row(const QString &element, const QStringList &cells)
    {
        m_xml.writeStartElement(u"tr"_s);
        for (const QString &cell : cells)
            m_xml.writeTextElement(element, cell);
        m_xml.writeEndElement();
    }

    QString m_text;
    QXmlStreamWriter m_xml;
};

constexpr std::array kActivities{Activity::Consultation, Activity::Accounts, Activity::Protection,
                                 Activity::CourseOfTheDay};
static_assert(kActivities.size() == static_cast<std::size_t>(Activity::CourseOfTheDay) + 1, "every activity");

QString subtitle(const town::Town &town, QDate day)
{
    return PaperWords::tr("%1. Written by Sprechtag %2 on %3 from the rules by which the program erases.")
        .arg(town.authority.name, QCoreApplication::applicationVersion(),
             QLocale(languageTag()).toString(day, PaperWords::tr("MMMM d, yyyy", "how a day is written")));
}

void writeThresholds(Page &page, const town::Town &town)
{
    page.heading(PaperWords::tr("Periods that each office sets"));
    QList<QStringList> rows;
    for (const town::Office &office : town.offices)
        rows.append(QStringList{office.name, durationWords(office.settings.missedListed),
                                durationWords(office.settings.unreachableUntil)});
    page.table({PaperWords::tr("Office"), PaperWords::tr("Called in vain"), PaperWords::tr("Connection lost")}, rows);
}

void writeHow(Page &page)
{
    page.heading(PaperWords::tr("How it is erased"));
    page.list({
        PaperWords::tr("Erasing is part of the program and needs nobody: it happens in the same transaction that ends "
                       "a visit, a session or a period."),
        PaperWords::tr(
            "What is erased is overwritten in the database file (secure_delete), and the journal is emptied. "
            "Tests of the program look for it in the decrypted file."),
        PaperWords::tr("After a failure or from an old backup the program first does what the clock has ended "
                       "meanwhile. Whoever still waits then counts as not connected and is erased after the period of "
                       "the office."),
        PaperWords::tr("Copies that the program makes before it changes the form of the database hold no visits and no "
                       "sessions."),
        PaperWords::tr("Backups are made by the authority. They hold who was waiting at that moment: keep them "
                       "encrypted as they are and overwrite them after the period that the authority sets."),
        PaperWords::tr("The database is worthless without its key: destroying the key erases every copy of it."),
    });
}

void writeMeasures(Page &page)
{
    page.heading(PaperWords::tr("Technical and organisational measures (Art. 32 GDPR)"));
    page.list({
        PaperWords::tr("The database is encrypted (SQLCipher, AES-256); its key lies apart from it."),
        PaperWords::tr("Connections are encrypted (TLS 1.2 or later); calls between two people from end to end "
                       "(DTLS-SRTP). Nothing is recorded."),
        PaperWords::tr("Staff signs in with a password (Argon2id) and, where the authority asks for it, a second "
                       "factor; guessing is slowed down."),
        PaperWords::tr("Staff sees the offices it works for, and no others. Every change by administrators stands in a "
                       "log that is protected against later changes."),
        PaperWords::tr("Citizens need no account. Name and concern are optional; the waiting learn nothing of each "
                       "other."),
        PaperWords::tr("No page and no program contacts a third party."),
    });
}

void writeRules(Page &page, Activity activity, days factsKept)
{
    QList<QStringList> rows;
    for (const Rule &rule : rulesWith(factsKept)) {
        const RecordWords words = wordsOf(rule.record);
        if (rule.activity == activity)
            rows.append(QStringList{words.what, wordsOf(rule.place), periodWords(rule), words.erased});
    }
    page.table({PaperWords::tr("Data"), PaperWords::tr("Where"), PaperWords::tr("How long"), PaperWords::tr("Erased")},
               rows);
}

void writeController(Page &page, const town::Town &town)
{
    page.heading(PaperWords::tr("Controller (Art. 30 (1) (a) GDPR)"));
    const QString blank(40, u'_');
    page.table({PaperWords::tr("Entry"), PaperWords::tr("To be completed by the authority where there is a line")},
               {{PaperWords::tr("Controller"), town.authority.name},
                {PaperWords::tr("Address, telephone, e-mail"), blank},
                {PaperWords::tr("Represented by"), blank},
                {PaperWords::tr("Data protection officer"), blank},
                {PaperWords::tr("Joint controller, processor (hosting), if any"), blank}});
}

void writeActivity(Page &page, Activity activity, days factsKept)
{
    const ActivityWords words = wordsOf(activity);
    page.heading(words.title);
    page.table({PaperWords::tr("Art. 30 (1) GDPR"), PaperWords::tr("Entry")},
               {{PaperWords::tr("(b) Purpose"), words.purpose},
                {PaperWords::tr("Legal ground"), words.ground},
                {PaperWords::tr("(c) Persons"), words.persons},
                {PaperWords::tr("(d) Recipients"), words.recipients},
                {PaperWords::tr("(e) Transfer to third countries"), PaperWords::tr("None.")},
                {PaperWords::tr("(c) Data and (f) periods of erasure"), PaperWords::tr("In the table below.")}});
    writeRules(page, activity, factsKept);
}

} // namespace

QString deletionPlan(const town::Town &town, QDate day, days factsKept)
{
    Page page(PaperWords::tr("Deletion plan of the virtual office"), subtitle(town, day));
    for (const Activity activity : kActivities) {
        const ActivityWords words = wordsOf(activity);
        page.heading(words.title);
        page.paragraph(words.purpose);
        page.paragraph(PaperWords::tr("Legal ground: %1").arg(words.ground));
        writeRules(page, activity, factsKept);
    }
    writeThresholds(page, town);
    writeHow(page);
    return page.text();
}

QString processingRecord(const town::Town &town, QDate day, days factsKept)
{
    Page page(PaperWords::tr("Record of processing activities: virtual office"), subtitle(town, day));
    page.paragraph(
        PaperWords::tr("Legal grounds are a proposal: the law of the Land and of the matter decides, and the "
                       "data protection officer of the authority."));
    writeController(page, town);
    for (const Activity activity : kActivities)
        writeActivity(page, activity, factsKept);
    writeThresholds(page, town);
    writeMeasures(page);
    return page.text();
}

} // namespace sprechtag::app

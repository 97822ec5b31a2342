// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/town/Validate.h"

#include <QTest>

using namespace sprechtag;
using namespace sprechtag::town;
using namespace Qt::StringLiterals;
using enum FaultCode;

using Fields = QList<Fault>;

namespace {

constexpr OfficeId kOffice = OfficeId::fromBits({1, 1});

Town smallTown()
{
    Town town;
    town.authority.languages = {u"de"_s, u"en"_s};
    town.offices = {{.id = kOffice, .name = u"Bürgerservice"_s, .letter = u"B"_s},
                    {.id = OfficeId::fromBits({1, 2}), .name = u"Kfz-Zulassung"_s, .letter = u"K"_s}};
    return town;
}

Fields judged(const Form &form, Town town = smallTown())
{
    put(town, form);
    return validate(form, town);
}

} // namespace

//! What a form that an office has ready may look like.
class FormValueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFormIsJudgedFieldByField()
    {
        const Form good{.id = FormId::fromBits({6, 1}),
                        .office = kOffice,
                        .names = {{u"de"_s, u"Antrag"_s}},
                        .position = 1,
                        .file = {.sha256 = QString(64, u'a'), .bytes = 10, .fields = 0}};
        QCOMPARE(judged(good), Fields());
        const auto faultsOf = [&good](const std::function<void(Form &)> &change) {
            Form form = good;
            change(form);
            return judged(form);
        };
        QCOMPARE(faultsOf([](Form &form) { form.names.clear(); }), (Fields{{u"names.de"_s, Missing}}));
        QCOMPARE(faultsOf([](Form &form) { form.names.insert(u"de"_s, QString(kMostNameCharacters + 1, u'x')); }),
                 (Fields{{u"names.de"_s, TooLong}}));
        QCOMPARE(faultsOf([](Form &form) {
                     form.office = OfficeId::fromBits({9, 9});
                 }),
                 (Fields{{u"office"_s, Unknown}}));
        QCOMPARE(faultsOf([](Form &form) { form.position = -1; }), (Fields{{u"position"_s, OutOfRange}}));
        QCOMPARE(faultsOf([](Form &form) { form.position = kMostFormPosition + 1; }),
                 (Fields{{u"position"_s, OutOfRange}}));
        QCOMPARE(faultsOf([](Form &form) { form.file.sha256.clear(); }), (Fields{{u"file"_s, Missing}}));
        QCOMPARE(faultsOf([](Form &form) { form.file.sha256 = QString(64, u'A'); }), (Fields{{u"file"_s, BadForm}}));
        QCOMPARE(faultsOf([](Form &form) { form.file.bytes = 0; }), (Fields{{u"file"_s, OutOfRange}}));
        QCOMPARE(faultsOf([](Form &form) { form.file.bytes = kMostFormBytes + 1; }), (Fields{{u"file"_s, OutOfRange}}));
    }

    void twoFormsOfAnOfficeHaveTwoNames()
    {
        Town town = smallTown();
        const Form first = formCalled(1, u"Antrag"_s);
        put(town, first);
        QCOMPARE(judged(formCalled(2, u"ANTRAG "_s), town), (Fields{{u"names.de"_s, Taken}}));
        Form elsewhere = formCalled(2, u"Antrag"_s);
        elsewhere.office = town.offices.last().id;
        QCOMPARE(judged(elsewhere, town), Fields());
    }

    void anOfficeHasSoManyAndNoMore()
    {
        Town town = smallTown();
        for (int i = 1; i <= kMostFormsOfOffice; ++i)
            put(town, formCalled(static_cast<std::uint64_t>(i), u"Antrag %1"_s.arg(i)));
        QCOMPARE(judged(formCalled(7, u"Antrag 7"_s), town), Fields());
        QCOMPARE(judged(formCalled(999, u"Einer mehr"_s), town), (Fields{{{}, OutOfRange}}));
    }

    void theyStandInTheOrderOfTheirPlaces()
    {
        Town town = smallTown();
        Form last = formCalled(1, u"Zuletzt"_s);
        last.position = 9;
        put(town, last);
        put(town, formCalled(2, u"Zuerst"_s));
        sortAsStored(town);
        QCOMPARE(formsOf(town, kOffice).first().names.value(u"de"_s), u"Zuerst"_s);
        QCOMPARE(town.forms, formsOf(town, kOffice));
        // With the office they go.
        take(town, kOffice);
        QVERIFY(town.forms.isEmpty());
    }

private:
    static Form formCalled(std::uint64_t number, const QString &name)
    {
        return {.id = FormId::fromBits({6, number}),
                .office = kOffice,
                .names = {{u"de"_s, name}},
                .position = 1,
                .file = {.sha256 = QString(64, u'a'), .bytes = 10, .fields = 0}};
    }
};

QTEST_GUILESS_MAIN(FormValueTest)
#include "FormValueTest.moc"

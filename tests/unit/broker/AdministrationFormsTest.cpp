// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/unit/broker/AdministrationKit.h"

#include <QCryptographicHash>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
using broker::AdminForbidden;
using broker::AdminSaved;
using broker::TownRefused;

namespace {

const QByteArray kPdf("%PDF-1.7 with three fields");
constexpr FormId kForm = FormId::fromBits({6, 1});

town::FormFile fileOf(const QByteArray &pdf)
{
    const QByteArray sum = QCryptographicHash::hash(pdf, QCryptographicHash::Sha256).toHex();
    return {.sha256 = QString::fromLatin1(sum), .bytes = pdf.size(), .fields = 3};
}

town::Form formOf(OfficeId office)
{
    return {.id = kForm,
            .office = office,
            .names = {{u"de"_s, u"Wohnungsgeberbestätigung"_s}},
            .position = 1,
            .file = fileOf(kPdf)};
}

//! A running town in which somebody has brought a file.
struct Scene : AdministrationKit
{
    void bring(ClerkId who, OfficeId office) { brought[{who, office}] = {.file = fileOf(kPdf), .content = kPdf}; }
    [[nodiscard]] std::optional<QByteArray> content()
    {
        std::optional<QByteArray> found;
        administration.formContent(kForm, [&found](const std::optional<QByteArray> &pdf) { found = pdf; });
        return found;
    }
};

} // namespace

//! Who fills the stocks of the offices, and with what.
class AdministrationFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeadOfOfficeBringsAForm()
    {
        Scene scene;
        scene.bring(kSchmidt, kCitizens);
        scene.save(kSchmidt, formOf(kCitizens));
        QVERIFY(scene.last<AdminSaved>());
        QCOMPARE(scene.administration.town().forms.size(), 1);
        QCOMPARE(scene.content(), std::optional(kPdf));
    }

    void nobodyBringsOneForTheOfficeOfOthers()
    {
        Scene scene;
        scene.bring(kSchmidt, kCars);
        scene.save(kSchmidt, formOf(kCars));
        QVERIFY(scene.last<AdminForbidden>());
        scene.bring(kOezdemir, kCitizens);
        scene.save(kOezdemir, formOf(kCitizens));
        QVERIFY(scene.last<AdminForbidden>());
        QVERIFY(scene.administration.mayStock(kSchmidt, kCitizens));
        QVERIFY(!scene.administration.mayStock(kSchmidt, kCars));
        QVERIFY(!scene.administration.mayStock(kOezdemir, kCitizens));
        QVERIFY(scene.administration.mayStock(kWeber, kCitizens));
        QVERIFY(!scene.administration.mayStock(kWeber, officeId(99)));
    }

    void whatNobodyHasCheckedIsRefused()
    {
        Scene scene;
        scene.save(kSchmidt, formOf(kCitizens));
        QVERIFY(scene.last<TownRefused>());
        QCOMPARE(scene.last<TownRefused>()->faults.first().field, u"file"_s);
        // Neither is what another person has brought.
        scene.bring(kWeber, kCitizens);
        scene.save(kSchmidt, formOf(kCitizens));
        QVERIFY(scene.last<TownRefused>());
    }

    void whatWasFoundCountsAndNotWhatIsSaid()
    {
        Scene scene;
        scene.bring(kSchmidt, kCitizens);
        town::Form boasting = formOf(kCitizens);
        boasting.file.fields = 900;
        scene.save(kSchmidt, boasting);
        QCOMPARE(scene.administration.town().forms.first().file.fields, 3);
    }

    void itIsRenamedWithoutItsFileAndTakenAway()
    {
        Scene scene;
        scene.bring(kSchmidt, kCitizens);
        scene.save(kSchmidt, formOf(kCitizens));
        scene.brought.clear();
        town::Form renamed = scene.administration.town().forms.first();
        renamed.names.insert(u"de"_s, u"Bestätigung"_s);
        scene.save(kSchmidt, renamed);
        QVERIFY(scene.last<AdminSaved>());
        QCOMPARE(scene.content(), std::optional(kPdf));
        scene.remove(kOezdemir, kForm, 2);
        QVERIFY(scene.last<AdminForbidden>());
        scene.remove(kSchmidt, kForm, 2);
        QVERIFY(scene.last<AdminSaved>());
        QVERIFY(scene.administration.town().forms.isEmpty());
    }

    void noHeadMovesItToAnotherOffice()
    {
        Scene scene;
        scene.bring(kSchmidt, kCitizens);
        scene.save(kSchmidt, formOf(kCitizens));
        town::Form moved = scene.administration.town().forms.first();
        moved.office = kCars;
        scene.save(kSchmidt, moved);
        QVERIFY(scene.last<AdminForbidden>());
        scene.save(kWeber, moved);
        QVERIFY(scene.last<AdminSaved>());
    }
};

QTEST_GUILESS_MAIN(AdministrationFormsTest)
#include "AdministrationFormsTest.moc"

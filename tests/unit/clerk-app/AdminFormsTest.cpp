// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/model/FormBringer.h"

#include "tests/unit/clerk-app/AdminScene.h"
#include "tests/unit/clerk-app/FakeDocumentPort.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace sprechtag;
using namespace sprechtag::clerk::test;

namespace {

const town::FormFile kFile{.sha256 = QString(64, u'a'), .bytes = 2048, .fields = 14};

//! The administration, and somebody to bring files to the server.
struct Forms : AdminScene
{
    FakeDocumentPort files;
    clerk::model::FormBringer bringer{administration, files};
    QTreeWidget *tree{find<QTreeWidget>(u"adminTree"_s)};

    explicit Forms(const town::Town &town = adminTown())
        : AdminScene(town)
    {
        window.bringBy(bringer);
        tree->setCurrentItem(head());
    }
    [[nodiscard]] QTreeWidgetItem *head() const
    {
        for (int i = 0; i < tree->topLevelItemCount(); ++i) {
            if (tree->topLevelItem(i)->text(0) == u"Forms"_s)
                return tree->topLevelItem(i);
        }
        qFatal("no forms in the list");
    }
    //! As if it had been chosen in the dialog.
    void choose(const QString &path)
    {
        click(u"newButton"_s);
        auto *dialog = find<QFileDialog>(u"formDialog"_s);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
    }
};

} // namespace

//! How heads of office fill the stock of their office.
class AdminFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileBecomesAForm()
    {
        Forms scene;
        QCOMPARE(scene.find<QPushButton>(u"newButton"_s)->text(), u"&Add a form…"_s);
        scene.choose(u"/tmp/Wohnungsgeber.pdf"_s);
        QCOMPARE(scene.files.forms.size(), std::size_t{1});
        QVERIFY(scene.files.forms.front().office == kBurger);
        // One after the other.
        QVERIFY(!scene.find<QPushButton>(u"newButton"_s)->isEnabled());
        Q_EMIT scene.files.checked(FakeDocumentPort::kFirstForm + 1, kFile, false);
        QCOMPARE(scene.field<QLineEdit>(u"names"_s)->text(), u"Wohnungsgeber"_s);
        QVERIFY(scene.field<QLineEdit>(u"file"_s)->text().contains(u"14"_s));
        QCOMPARE(scene.field<QLineEdit>(u"office"_s)->text(), u"Bürgerservice"_s);
        scene.type(u"names"_s, u"Wohnungsgeber-Bescheinigung"_s);
        scene.click(u"saveButton"_s);
        const auto sent = scene.bring<wire::AdminSave>(wire::AdminSaved{{}, 1, {}});
        const auto &form = std::get<town::Form>(sent.value);
        QVERIFY(form.office == kBurger);
        QCOMPARE(form.names.value(u"de"_s), u"Wohnungsgeber-Bescheinigung"_s);
        QCOMPARE(form.position, 1);
        QCOMPARE(form.file, kFile);
        QCOMPARE(scene.head()->childCount(), 1);
    }

    void whatThereIsToSayOfItIsSaid()
    {
        Forms scene;
        scene.bringer.bring(kBurger, u"/tmp/Merkblatt.pdf"_s);
        QString said;
        QObject::connect(&scene.bringer, &clerk::model::FormBringer::brought, &scene.window,
                         [&said](const town::Key &, const QString &text) { said = text; });
        Q_EMIT scene.files.checked(FakeDocumentPort::kFirstForm + 1, {QString(64, u'b'), 10, 0}, true);
        QVERIFY(said.contains(u"no fields"_s));
        QVERIFY(said.contains(u"taken out"_s));
    }

    void aFileThatIsRefusedIsNoForm()
    {
        Forms scene;
        QString said;
        QObject::connect(&scene.bringer, &clerk::model::FormBringer::failed, &scene.window,
                         [&said](const QString &text) { said = text; });
        scene.bringer.bring(kBurger, u"/tmp/Bild.gif"_s);
        Q_EMIT scene.files.failed(FakeDocumentPort::kFirstForm + 1, protocol::ErrorCode::DocumentSigned);
        QVERIFY(said.contains(u"signed"_s));
        QCOMPARE(scene.head()->childCount(), 0);
        QVERIFY(!scene.bringer.isBusy());
    }

    void whoHeadsNoOfficeAddsNone()
    {
        town::Town town = adminTown();
        town.accounts[0].roles = {town::Role::HeadOfOffice};
        const Forms head(town);
        QVERIFY(head.administration.mayCreate(town::Kind::Form));
        town.offices[0].staff[0].isHead = false;
        const Forms nobody(town);
        QVERIFY(!nobody.administration.mayCreate(town::Kind::Form));
    }

    void aHeadTakesAFormAway()
    {
        town::Town town = adminTown();
        town.accounts[0].roles = {town::Role::HeadOfOffice};
        const town::Form form{.id = FormId::fromBits({6, 1}),
                              .office = kBurger,
                              .names = {{u"de"_s, u"Anmeldung"_s}},
                              .position = 1,
                              .file = kFile,
                              .version = 2};
        town.forms = {form};
        Forms scene(town);
        scene.window.select(form.id);
        QVERIFY(scene.find<QPushButton>(u"removeButton"_s)->isEnabled());
        scene.administration.remove(form.id);
        const auto sent = scene.bring<wire::AdminRemove>(wire::AdminSaved{{}, 3, {}});
        QVERIFY(sent.key == town::Key(form.id) && sent.version == 2);
        QCOMPARE(scene.head()->childCount(), 0);
    }
};

QTEST_MAIN(AdminFormsTest)
#include "AdminFormsTest.moc"

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/FormTray.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TestTown.h"

#include <QTcpServer>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::test;
using namespace Qt::StringLiterals;
using documents::Fault;
using documents::FormTray;

namespace {

const QByteArray kFile = "%PDF-1.7";

std::unique_ptr<QTcpServer> listening()
{
    auto server = std::make_unique<QTcpServer>();
    server->listen(QHostAddress::LocalHost);
    return server;
}

//! A tray whose scanner takes files and says nothing, until it is gone.
struct Desk
{
    [[nodiscard]] Result<DocumentId, Fault> begin() { return tray.begin(kSchmidt, kCitizens, kFile.size()); }
    void bring(DocumentId document)
    {
        tray.append(kSchmidt, document, 0, kFile, [this](const auto &progress) { heard.push_back(progress.refused); });
    }

    std::unique_ptr<QTcpServer> silent = listening();
    FakeClock clock;
    documents::Scanner scanner{u"tcp:127.0.0.1:%1"_s.arg(silent->serverPort())};
    documents::Inspector inspector{QString()};
    std::vector<std::optional<Fault>> heard;
    FormTray tray{{.clock = clock, .scanner = scanner, .inspector = inspector}};
};

} // namespace

//! What waits in the tray for a stock of forms is little, whoever brings it.
class FormTrayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksUnderWayAreFew()
    {
        Desk desk;
        for (int i = 0; i < 4; ++i) {
            const auto document = desk.begin();
            QVERIFY(document);
            desk.bring(*document);
        }
        QCOMPARE(desk.begin().error(), Fault::TooMany);
        desk.silent.reset();
        QTRY_VERIFY(desk.begin());
    }

    void whatIsReplacedIsSaidToBeGone()
    {
        Desk desk;
        desk.bring(*desk.begin());
        QVERIFY(desk.heard.empty());
        QVERIFY(desk.begin());
        QCOMPARE(desk.heard, std::vector{std::optional(Fault::Gone)});
    }
};

QTEST_GUILESS_MAIN(FormTrayTest)
#include "FormTrayTest.moc"

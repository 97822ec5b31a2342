// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/app/ClerkApp.h"

#include "clerk-app/view/SignInPage.h"
#include "tests/unit/clerk-app/AdminKit.h"
#include "tests/unit/clerk-app/AppKit.h"
#include "tests/unit/clerk-app/ScriptedServer.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QTemporaryDir>

using namespace sprechtag;
using namespace sprechtag::clerk::app;
using namespace sprechtag::clerk::test;
namespace view = sprechtag::clerk::view;
namespace wire = sprechtag::protocol::clerk;

namespace {

//! The whole app of Frau Schmidt, signed in, one office open; the server is the test.
struct Desk
{
    QTemporaryDir dir;
    Preferences preferences{dir.path()};
    MemoryStore store;
    ScriptedServer server;
    StillClock clock;
    Counter counter{1, u"Bürgerservice"_s, u"B"_s, clock};
    std::unique_ptr<ClerkApp> app;
    view::MainWindow *window{};
    RecordingSurface *surface{};

    explicit Desk(const QList<town::Role> &roles = {}, const QString &camera = {})
    {
        preferences.set(Preference::Camera, camera);
        preferences.set(Preference::StaySignedIn, true);
        store.kept.insert(u"schmidt@"_s + server.address(), Secret("kept"));
        start(server.address(), {});
        (void)server.next<wire::Hello>();
        wire::Welcome welcome{1, clock.now(), u"Musterland"_s, {kMe, u"schmidt"_s, u"Frau Schmidt"_s}, {}};
        welcome.roles = roles;
        server.say(welcome);
        counter.after(office::Open{kMe});
        server.say(counter.snapshot());
        settle([this] { return label(u"signedInAs"_s).contains(u"Schmidt"_s); });
        settle([this] { return action(u"breakAction"_s).isEnabled(); });
    }
    void start(const QString &address, const Secret &password)
    {
        Options options;
        options.server = address;
        options.login = u"schmidt"_s;
        options.password = password;
        app = std::make_unique<ClerkApp>(
            options, preferences, store,
            [this] {
                auto made = std::make_unique<RecordingSurface>();
                surface = made.get();
                return made;
            },
            u"en"_s);
        app->start();
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<view::MainWindow *>(widget))
                window = found;
        }
    }
    static void settle(const std::function<bool()> &reached)
    {
        if (!QTest::qWaitFor(reached))
            qFatal("the app does not get there");
    }
    [[nodiscard]] QString label(const QString &name) const { return window->findChild<QLabel *>(name)->text(); }
    [[nodiscard]] QAction &action(const QString &name) const { return *window->actions().findChild<QAction *>(name); }
    [[nodiscard]] bool atSignIn() const { return window->signInPage().isVisibleTo(window); }

    //! What the app sends by itself meanwhile is passed over.
    template <typename Message>
    Message hear()
    {
        settle([this] {
            return std::ranges::any_of(
                server.heard, [](const wire::ToServer &heard) { return std::holds_alternative<Message>(heard); });
        });
        while (!std::holds_alternative<Message>(server.heard.front()))
            server.heard.pop_front();
        return server.next<Message>();
    }
    void done(const QString &id)
    {
        protocol::DoneMessage message;
        message.re = id;
        server.say(message);
    }
    void callKim()
    {
        server.say(counter.afterDraw(1, u"Kim"_s));
        settle([this] { return action(u"callNextAction"_s).isEnabled(); });
        action(u"callNextAction"_s).trigger();
        const auto call = hear<wire::CallNext>();
        server.say(counter.after(office::CallNext{kMe}));
        done(call.id);
        settle([this] { return action(u"appearedAction"_s).isEnabled(); });
    }
    //! Opens the administration; the first field of the authority.
    QLineEdit *nameInAdministration()
    {
        action(u"administrationAction"_s).trigger();
        wire::AdminTown town{{}, adminTown()};
        town.re = hear<wire::AdminRead>().id;
        server.say(town);
        QLineEdit *name = nullptr;
        settle([&name] {
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                const auto *field = widget->findChild<QWidget *>(u"nameField"_s);
                name = field ? field->findChild<QLineEdit *>() : name;
            }
            return name != nullptr;
        });
        return name;
    }
    //! Does what makes a dialog come, and presses this button of it; the dialog's text.
    QString asked(const std::function<void()> &act, const QString &button)
    {
        QString text;
        QTimer::singleShot(0, window, [&text, button] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!box)
                qFatal("nothing was asked");
            text = box->text();
            if (button.isEmpty())
                box->reject();
            else
                box->findChild<QAbstractButton *>(button)->click();
        });
        act();
        return text;
    }
};

} // namespace

class ClerkAppTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesNobodyAloneInACall_data()
    {
        QTest::addColumn<QString>("action");
        QTest::newRow("signing out") << u"signOutAction"_s;
        QTest::newRow("quitting") << u"quitAction"_s;
    }
    void leavesNobodyAloneInACall()
    {
        QFETCH(QString, action);
        Desk desk;
        desk.callKim();
        const auto act = [&desk, &action] { desk.action(action).trigger(); };
        QVERIFY(desk.asked(act, {}).contains(u"B 001 · Kim"_s));
        QVERIFY(desk.action(u"appearedAction"_s).isEnabled());
        (void)desk.asked(act, u"leaveButton"_s);
        const auto back = desk.hear<wire::ReturnTicket>();
        QCOMPARE(back.place, office::Place::Front);
        const auto depart = desk.server.next<wire::Depart>();
        desk.done(back.id);
        desk.done(depart.id);
        if (action == u"quitAction"_s) {
            QTimer::singleShot(10'000, desk.window, [] { QCoreApplication::exit(1); });
            QCOMPARE(QApplication::exec(), 0);
            return;
        }
        QTRY_VERIFY(desk.atSignIn());
        QVERIFY(desk.store.kept.isEmpty());
    }

    void asksBeforeWhatIsNotStoredIsLost_data()
    {
        QTest::addColumn<QString>("action");
        QTest::newRow("signing out") << u"signOutAction"_s;
        QTest::newRow("quitting") << u"quitAction"_s;
    }
    void asksBeforeWhatIsNotStoredIsLost()
    {
        QFETCH(QString, action);
        Desk desk({town::Role::HeadOfOffice, town::Role::Administrator});
        QLineEdit *name = desk.nameInAdministration();
        const auto act = [&desk, &action] { desk.action(action).trigger(); };
        QVERIFY(!desk.asked(act, {}).contains(u"not stored"_s));
        QTest::keyClicks(name, u" West"_s);
        QVERIFY(desk.asked(act, {}).contains(u"Changes in the administration are not stored yet."_s));
    }

    void asksBeforeAConversationsWindowIsClosed()
    {
        Desk desk;
        desk.callKim();
        QVERIFY(desk.asked([&desk] { desk.window->close(); }, {}).contains(u"Kim"_s));
        QVERIFY(desk.window->isVisible());
    }

    void signsOutAtOnceWhileTheLineIsDown()
    {
        Desk desk;
        desk.server.drop();
        QTRY_VERIFY(!desk.action(u"breakAction"_s).isEnabled());
        (void)desk.asked([&desk] { desk.action(u"signOutAction"_s).trigger(); }, u"leaveButton"_s);
        QVERIFY(desk.atSignIn());
        QVERIFY(desk.store.kept.isEmpty());
    }

    void showsItselfToWhoeverCallsFromTheTray()
    {
        Desk desk;
        desk.window->hide();
        desk.callKim();
        QVERIFY(desk.window->isVisible());
    }

    void saysThatItWasSignedOutThoughItsWindowIsClosed()
    {
        Desk desk;
        desk.window->hide();
        protocol::Goodbye goodbye;
        goodbye.reason = u"taken_over"_s;
        goodbye.action = protocol::GoodbyeAction::Stop;
        desk.server.say(goodbye);
        QTRY_VERIFY(desk.window->isVisible());
        QVERIFY(desk.atSignIn());
        QVERIFY(desk.label(u"signInMessage"_s).contains(u"another computer"_s));
    }

    void keepsAChosenCameraByItsName()
    {
        Desk desk({}, u"Front"_s);
        desk.callKim();
        QTRY_VERIFY(desk.surface);
        QCOMPARE(desk.surface->configured.camera, u"Front"_s);
        Q_EMIT desk.surface->devicesChanged({{call::DeviceKind::Camera, u"3f1c"_s, u"Document"_s, false}});
        for (QAction *action : desk.window->findChild<QMenu *>(u"devicesMenu"_s)->actions()) {
            if (action->text() == u"Document"_s)
                action->trigger();
        }
        QCOMPARE(desk.surface->told.last(), u"choose 3f1c"_s);
        QCOMPARE(desk.preferences.text(Preference::Camera), u"Document"_s);
        QCOMPARE(desk.preferences.text(Preference::Microphone), QString());
    }

    void keepsATypedPasswordUntilItWasLookedAt()
    {
        Desk desk;
        (void)desk.asked([&desk] { desk.action(u"signOutAction"_s).trigger(); }, u"leaveButton"_s);
        desk.done(desk.hear<wire::Depart>().id);
        QTRY_VERIFY(desk.atSignIn());
        auto *password = desk.window->findChild<QLineEdit *>(u"passwordEdit"_s);
        password->setText(u"geheim"_s);
        desk.window->findChild<QLineEdit *>(u"serverEdit"_s)->setText(u"not an address"_s);
        desk.window->findChild<QAbstractButton *>(u"signInButton"_s)->click();
        QVERIFY(!desk.label(u"signInMessage"_s).isEmpty());
        QCOMPARE(password->text(), u"geheim"_s);
        OneAnswerServer refusing(OneAnswerServer::http("401 Unauthorized", R"({"error":"wrong_login"})"));
        desk.window->findChild<QLineEdit *>(u"serverEdit"_s)->setText(refusing.address());
        desk.window->findChild<QAbstractButton *>(u"signInButton"_s)->click();
        QTRY_VERIFY(password->text().isEmpty());
    }

    void leadsFromAStartPasswordToAnotherOneAndBack()
    {
        Desk desk;
        (void)desk.asked([&desk] { desk.action(u"signOutAction"_s).trigger(); }, u"leaveButton"_s);
        desk.done(desk.hear<wire::Depart>().id);
        QTRY_VERIFY(desk.atSignIn());
        OneAnswerServer asking(OneAnswerServer::http(
            "401 Unauthorized", protocol::encode(protocol::NewPasswordDemand{Secret("half-way"), {}})));
        const auto type = [&desk](const QString &edit, const QString &text) {
            desk.window->findChild<QLineEdit *>(edit)->setText(text);
        };
        type(u"serverEdit"_s, asking.address());
        type(u"passwordEdit"_s, u"geheim"_s);
        desk.window->findChild<QAbstractButton *>(u"signInButton"_s)->click();
        auto *page = desk.window->findChild<QWidget *>(u"newPasswordPage"_s);
        QTRY_VERIFY(page->isVisible());
        asking.setAnswer(OneAnswerServer::http("400 Bad Request", R"({"error":"password_unchanged"})"));
        type(u"newPasswordEdit"_s, u"geheim"_s);
        type(u"newPasswordAgainEdit"_s, u"geheim"_s);
        page->findChild<QAbstractButton *>(u"choosePasswordButton"_s)->click();
        QTRY_VERIFY(desk.label(u"newPasswordMessage"_s).contains(u"start password"_s));
        type(u"newPasswordEdit"_s, u"vier Worte"_s);
        page->findChild<QAbstractButton *>(u"backButton"_s)->click();
        QVERIFY(desk.atSignIn());
        QVERIFY(desk.window->findChild<QLineEdit *>(u"newPasswordEdit"_s)->text().isEmpty());
    }
};

QTEST_MAIN(ClerkAppTest)
#include "ClerkAppTest.moc"

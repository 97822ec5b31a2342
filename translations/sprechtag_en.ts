<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>sprechtag::clerk::app::ClerkApp</name>
    <message numerus="yes">
        <source>%n new person(s) waiting.</source>
        <translation>
            <numerusform>%n new person is waiting.</numerusform>
            <numerusform>%n new people are waiting.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::app::SessionKeeper</name>
    <message numerus="yes">
        <source>Too many attempts. Please try again in %n second(s).</source>
        <translation>
            <numerusform>Too many attempts. Please try again in %n second.</numerusform>
            <numerusform>Too many attempts. Please try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts. Please try again in %n minute(s).</source>
        <translation>
            <numerusform>Too many attempts. Please try again in %n minute.</numerusform>
            <numerusform>Too many attempts. Please try again in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::model::ChangeWords</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::model::TownWords</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>PDF, %1, %n field(s) to fill in</source>
        <extracomment>a PDF; %1 is its size</extracomment>
        <translation>
            <numerusform>PDF, %1, %n field to fill in</numerusform>
            <numerusform>PDF, %1, %n fields to fill in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::model::Words</name>
    <message numerus="yes">
        <source>%n person(s) waiting</source>
        <extracomment>%n people wait in an office</extracomment>
        <translation>
            <numerusform>%n person waiting</numerusform>
            <numerusform>%n people waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::CloseDialog</name>
    <message numerus="yes">
        <source>%n person(s) are waiting in %1.</source>
        <extracomment>%n people wait, %1 is the office</extracomment>
        <translation>
            <numerusform>%n person is waiting in %1.</numerusform>
            <numerusform>%n people are waiting in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>S&amp;top giving out numbers and serve %n person(s)</source>
        <translation>
            <numerusform>S&amp;top giving out numbers and serve %n person</numerusform>
            <numerusform>S&amp;top giving out numbers and serve %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::LobbyPanel</name>
    <message numerus="yes">
        <source>%n parked</source>
        <extracomment>%n people are parked</extracomment>
        <translation>
            <numerusform>%n parked</numerusform>
            <numerusform>%n parked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed</source>
        <extracomment>%n people did not come when they were called</extracomment>
        <translation>
            <numerusform>%n missed</numerusform>
            <numerusform>%n missed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::MessageDialog</name>
    <message numerus="yes">
        <source>Everybody in %1 (%n person(s))</source>
        <extracomment>%n people, %1 is an office</extracomment>
        <translation>
            <numerusform>Everybody in %1 (%n person)</numerusform>
            <numerusform>Everybody in %1 (%n people)</numerusform>
        </translation>
    </message>
</context>
</TS>

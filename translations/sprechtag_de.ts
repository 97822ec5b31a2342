<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>sprechtag::call::AbsentCallSurface</name>
    <message>
        <source>This build of Sprechtag has no video call inside. Ask your IT for a build with QtWebEngine.</source>
        <translation>Diese Version von Sprechtag enthält keine Videogespräche. Bitten Sie Ihre IT um eine Version mit QtWebEngine.</translation>
    </message>
</context>
<context>
    <name>sprechtag::call::DesktopCapture</name>
    <message>
        <source>Share the screen</source>
        <translation>Bildschirm freigeben</translation>
    </message>
    <message>
        <source>Screen or window to show:</source>
        <translation>Bildschirm oder Fenster, das gezeigt werden soll:</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::app::ClerkApp</name>
    <message>
        <source>&amp;Show Sprechtag</source>
        <translation>Sprechtag &amp;anzeigen</translation>
    </message>
    <message>
        <source>%1 is waiting.</source>
        <extracomment>%1 is a number such as B 017</extracomment>
        <translation>%1 wartet.</translation>
    </message>
    <message numerus="yes">
        <source>%n new person(s) waiting.</source>
        <translation>
            <numerusform>%n neue Person wartet.</numerusform>
            <numerusform>%n neue Personen warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your offices stay open. Sprechtag goes on here; quit it in this menu.</source>
        <translation>Ihre Büros bleiben geöffnet. Sprechtag läuft hier weiter; beenden können Sie es in diesem Menü.</translation>
    </message>
    <message>
        <source>%1 is still parked.</source>
        <extracomment>%1 is a number such as B 017</extracomment>
        <translation>%1 ist noch geparkt.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::app::ColleagueDirector</name>
    <message>
        <source>A colleague rings you.</source>
        <translation>Jemand aus dem Kollegium ruft Sie an.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::app::DocumentDirector</name>
    <message>
        <source>The file could not be fetched from the server.</source>
        <translation>Die Datei konnte nicht vom Server geholt werden.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::app::IdleBreak</name>
    <message>
        <source>Are you still there? In two minutes you are shown as away for a moment.</source>
        <translation>Sind Sie noch da? In zwei Minuten werden Sie als kurz abwesend gemeldet.</translation>
    </message>
    <message>
        <source>In one minute you are shown as away for a moment. Press a key to stay.</source>
        <translation>In einer Minute werden Sie als kurz abwesend gemeldet. Drücken Sie eine Taste, um zu bleiben.</translation>
    </message>
    <message>
        <source>Nobody was at this computer, so you are shown as away for a moment. End the break to go on.</source>
        <translation>An diesem Rechner war niemand, darum sind Sie als kurz abwesend gemeldet. Beenden Sie die Pause, um weiterzumachen.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::app::SessionKeeper</name>
    <message>
        <source>This computer has no place to keep secrets safely. You stay signed in until you quit; next time please sign in again.</source>
        <translation>Auf diesem Computer gibt es keinen sicheren Speicher für Anmeldungen. Sie bleiben angemeldet, bis Sie Sprechtag beenden; beim nächsten Mal melden Sie sich bitte neu an.</translation>
    </message>
    <message>
        <source>Please fill in the server&apos;s address.</source>
        <translation>Bitte geben Sie die Adresse des Servers an.</translation>
    </message>
    <message>
        <source>This is no address of a server. It looks like buergerbuero.example.de.</source>
        <translation>Das ist keine Serveradresse. Sie sieht aus wie buergerbuero.example.de.</translation>
    </message>
    <message>
        <source>Sprechtag speaks only to servers with an encrypted address (https).</source>
        <translation>Sprechtag verbindet sich nur mit verschlüsselten Adressen (https).</translation>
    </message>
    <message>
        <source>Name or password is wrong.</source>
        <translation>Name oder Passwort ist falsch.</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts. Please try again in %n second(s).</source>
        <translation>
            <numerusform>Zu viele Versuche. Bitte versuchen Sie es in %n Sekunde erneut.</numerusform>
            <numerusform>Zu viele Versuche. Bitte versuchen Sie es in %n Sekunden erneut.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many attempts. Please try again in a moment.</source>
        <translation>Zu viele Versuche. Bitte versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Is the address right, and this computer online?</source>
        <translation>Der Server ist nicht erreichbar. Stimmt die Adresse, und ist dieser Computer mit dem Netz verbunden?</translation>
    </message>
    <message>
        <source>The server cannot prove that it is your authority&apos;s: its certificate is not trusted here. Nothing was sent. Please tell your administrator.</source>
        <translation>Der Server kann nicht nachweisen, dass er zu Ihrer Behörde gehört: Seinem Zertifikat wird hier nicht vertraut. Es wurde nichts übertragen. Bitte verständigen Sie Ihre IT.</translation>
    </message>
    <message>
        <source>There is no Sprechtag server at this address.</source>
        <translation>Unter dieser Adresse gibt es keinen Sprechtag-Server.</translation>
    </message>
    <message>
        <source>You have signed in on another computer. Here you are signed out.</source>
        <translation>Sie haben sich an einem anderen Computer angemeldet. Hier sind Sie abgemeldet.</translation>
    </message>
    <message>
        <source>Your session has ended. Please sign in again.</source>
        <translation>Ihre Sitzung ist abgelaufen. Bitte melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>This program is too old for the server. Please tell your administrator.</source>
        <translation>Dieses Programm ist zu alt für den Server. Bitte verständigen Sie Ihre IT.</translation>
    </message>
    <message>
        <source>The server has ended the connection. Please sign in again.</source>
        <translation>Der Server hat die Verbindung beendet. Bitte melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>This computer does not give out the sign-in that it keeps; perhaps its store for passwords is locked. Please sign in.</source>
        <translation>Dieser Computer gibt die gespeicherte Anmeldung nicht heraus; vielleicht ist sein Passwortspeicher gesperrt. Bitte melden Sie sich an.</translation>
    </message>
    <message>
        <source>That took too long. Please enter your password again.</source>
        <translation>Das hat zu lange gedauert. Bitte geben Sie Ihr Passwort noch einmal ein.</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts. Please try again in %n minute(s).</source>
        <translation>
            <numerusform>Zu viele Versuche. Bitte versuchen Sie es in %n Minute erneut.</numerusform>
            <numerusform>Zu viele Versuche. Bitte versuchen Sie es in %n Minuten erneut.</numerusform>
        </translation>
    </message>
    <message>
        <source>This recovery code is wrong, or it was used already.</source>
        <translation>Dieser Wiederherstellungscode ist falsch oder wurde schon verwendet.</translation>
    </message>
    <message>
        <source>This code is wrong, or it was used already. Wait for the next one. If none is taken, the clock of your phone may be wrong: let it set its time by itself.</source>
        <translation>Dieser Code ist falsch oder wurde schon verwendet. Warten Sie auf den nächsten. Wird keiner angenommen, geht vielleicht die Uhr Ihres Telefons falsch: Lassen Sie es die Zeit selbst einstellen.</translation>
    </message>
    <message>
        <source>The server has no room on its disk and cannot sign in anybody. Please tell your administrator.</source>
        <translation>Der Datenträger des Servers ist voll, deshalb kann sich niemand anmelden. Bitte sagen Sie Ihrer IT Bescheid.</translation>
    </message>
    <message>
        <source>The one-time token is wrong or too old. “sprechtag-server admin setup-token” prints another one.</source>
        <translation>Der Einmalcode ist falsch oder zu alt. „sprechtag-server admin setup-token“ gibt einen neuen aus.</translation>
    </message>
    <message>
        <source>This server is set up already. Ask its administrator for an account.</source>
        <translation>Dieser Server ist schon eingerichtet. Bitten Sie die Administration um ein Konto.</translation>
    </message>
    <message>
        <source>This password is no good: 8 to 128 characters, without your user name, and none that is often used.</source>
        <translation>Dieses Passwort geht nicht: 8 bis 128 Zeichen, ohne Ihren Anmeldenamen, und keines, das oft verwendet wird.</translation>
    </message>
    <message>
        <source>This password is too short. It needs at least 8 characters.</source>
        <translation>Dieses Passwort ist zu kurz. Es braucht mindestens 8 Zeichen.</translation>
    </message>
    <message>
        <source>This password is too simple: it repeats one character, or your user name is in it.</source>
        <translation>Dieses Passwort ist zu einfach: Es wiederholt ein Zeichen, oder Ihr Anmeldename kommt darin vor.</translation>
    </message>
    <message>
        <source>Whoever guesses tries this password first. Choose another, such as four words that do not belong together.</source>
        <translation>Wer Passwörter rät, probiert dieses zuerst. Wählen Sie ein anderes, zum Beispiel vier Wörter, die nicht zusammengehören.</translation>
    </message>
    <message>
        <source>This is your start password. Choose another one.</source>
        <translation>Das ist Ihr Startpasswort. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>This user name cannot be used. It has at most %1 characters: letters, figures and . _ - @, and no blanks.</source>
        <translation>Dieser Anmeldename geht nicht. Er hat höchstens %1 Zeichen: Buchstaben, Ziffern und . _ - @, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>Please fill in your name, with at most %1 characters.</source>
        <translation>Bitte geben Sie Ihren Namen an, mit höchstens %1 Zeichen.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::model::Administration</name>
    <message>
        <source>This account has no second factor.</source>
        <translation>Dieses Konto hat keinen zweiten Faktor.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::model::ChangeWords</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>(no longer there)</source>
        <translation>(nicht mehr vorhanden)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>words of the town: %1 is what they are for, or nothing; %2 a language; %3 the words
----------
%1 says from when to when, %2 are hours
----------
%1 is a threshold, %2 its value
----------
%1 is a field, %2 what it is</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>words of welcome</source>
        <translation>Begrüßung</translation>
    </message>
    <message>
        <source>while closed</source>
        <translation>während der Schließung</translation>
    </message>
    <message>
        <source>virtual and in person</source>
        <translation>virtuell und vor Ort</translation>
    </message>
    <message>
        <source>virtual</source>
        <translation>virtuell</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>vor Ort</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <extracomment>opening hours: Mo 08:00–12:00 (virtual)</extracomment>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>in addition %1</source>
        <extracomment>%1 are hours that come beside the usual ones</extracomment>
        <translation>zusätzlich %1</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <extracomment>%1 one or several days, %2 where people meet, %3 hours</extracomment>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>open on public holidays, too</source>
        <translation>auch an Feiertagen geöffnet</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <extracomment>the roster: a person, a day, hours</extracomment>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>heads this office</source>
        <translation>leitet dieses Büro</translation>
    </message>
    <message>
        <source>may call by name</source>
        <translation>ruft namentlich auf</translation>
    </message>
    <message>
        <source>%1 of every year</source>
        <translation>%1, jedes Jahr</translation>
    </message>
    <message>
        <source>%1 from %2 on</source>
        <extracomment>%1 are days, %2 a time</extracomment>
        <translation>%1 ab %2 Uhr</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1:
before: %2
now: %3</source>
        <extracomment>%1 is a field, %2 what it was, %3 what it is now; each on its own line</extracomment>
        <translation>%1:
vorher: %2
jetzt: %3</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <extracomment>%1 is a field, %2 what it was, %3 what it is now</extracomment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1: new %2</source>
        <extracomment>%1 is a field of something, %2 what was added to it</extracomment>
        <translation>%1: neu %2</translation>
    </message>
    <message>
        <source>%1: no longer %2</source>
        <extracomment>%1 is a field of something, %2 what was taken from it</extracomment>
        <translation>%1: entfällt %2</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::model::ColleagueCall</name>
    <message>
        <source>Your colleague does not ring any more.</source>
        <translation>Ihre Kollegin oder Ihr Kollege ruft nicht mehr an.</translation>
    </message>
    <message>
        <source>A colleague has rung, and nobody answered here.</source>
        <translation>Jemand aus dem Kollegium hat angerufen, und hier hat niemand geantwortet.</translation>
    </message>
    <message>
        <source>The conversation goes on at your other computer.</source>
        <translation>Das Gespräch geht an Ihrem anderen Rechner weiter.</translation>
    </message>
    <message>
        <source>Your colleague has ended the talk with you.</source>
        <translation>Das Gespräch mit Ihnen wurde beendet.</translation>
    </message>
    <message>
        <source>The conversation is over.</source>
        <translation>Das Gespräch ist zu Ende.</translation>
    </message>
    <message>
        <source>%1 (%2) asks you into the conversation with %3.</source>
        <extracomment>%1 is a colleague, %2 an office, %3 a number such as B 017</extracomment>
        <translation>%1 (%2) bittet Sie in das Gespräch mit %3.</translation>
    </message>
    <message>
        <source>%1 (%2) would like to consult you about %3.</source>
        <translation>%1 (%2) bittet Sie um Rücksprache zu %3.</translation>
    </message>
    <message>
        <source>It is about: %1</source>
        <extracomment>%1 is what the visitor has come for</extracomment>
        <translation>Es geht um: %1</translation>
    </message>
    <message>
        <source>Consultation: only the two of you hear and see each other</source>
        <translation>Rücksprache: Nur Sie beide hören und sehen sich</translation>
    </message>
    <message>
        <source>In the conversation: everybody hears and sees you</source>
        <translation>Im Gespräch: Alle hören und sehen Sie</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::model::FormBringer</name>
    <message>
        <source>The file is too large. A form has at most 10 MB.</source>
        <translation>Die Datei ist zu groß. Ein Formular hat höchstens 10 MB.</translation>
    </message>
    <message>
        <source>Others are bringing forms just now. Please try again in a moment.</source>
        <translation>Gerade werden andere Formulare hinzugefügt. Bitte versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The file is checked. Give the form its name and save it.</source>
        <translation>Die Datei ist geprüft. Geben Sie dem Formular seinen Namen und speichern Sie es.</translation>
    </message>
    <message>
        <source>It has no fields: in a conversation both can look at it, but not fill it in.</source>
        <translation>Es hat keine Felder: Im Gespräch können es beide ansehen, aber nicht ausfüllen.</translation>
    </message>
    <message>
        <source>Scripts and attachments were taken out of it: fields do not calculate by themselves.</source>
        <translation>Skripte und Anhänge wurden daraus entfernt: Felder rechnen nicht von selbst.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::model::FormStock</name>
    <message>
        <source>This form is not there any more, or the conversation has changed.</source>
        <translation>Dieses Formular gibt es nicht mehr, oder das Gespräch hat sich geändert.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::model::Interpreters</name>
    <message>
        <source>%1 (%2): %3</source>
        <extracomment>a row of the list of interpreters: %1 is a name, %2 languages, %3 such as &quot;can be reached until 12:00&quot;</extracomment>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>can be reached now, until %1</source>
        <extracomment>%1 is a time of the day</extracomment>
        <translation>jetzt erreichbar, bis %1</translation>
    </message>
    <message>
        <source>can be reached now</source>
        <translation>jetzt erreichbar</translation>
    </message>
    <message>
        <source>can be reached again %1</source>
        <extracomment>%1 is a day and a time</extracomment>
        <translation>wieder erreichbar %1</translation>
    </message>
    <message>
        <source>cannot be reached this week</source>
        <translation>in dieser Woche nicht erreichbar</translation>
    </message>
    <message>
        <source>by arrangement</source>
        <translation>nach Vereinbarung</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::model::LanguageWords</name>
    <message>
        <source>Amharic</source>
        <translation>Amharisch</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>American sign language</source>
        <translation>Amerikanische Gebärdensprache</translation>
    </message>
    <message>
        <source>Austrian sign language</source>
        <translation>Österreichische Gebärdensprache</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Bulgarisch</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>Bosnisch</translation>
    </message>
    <message>
        <source>Kurdish (Sorani)</source>
        <translation>Kurdisch (Sorani)</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Tschechisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>German sign language</source>
        <translation>Deutsche Gebärdensprache</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>Kroatisch</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ungarisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>Georgisch</translation>
    </message>
    <message>
        <source>Kurdish (Kurmanji)</source>
        <translation>Kurdisch (Kurmandschi)</translation>
    </message>
    <message>
        <source>Kurdish</source>
        <translation>Kurdisch</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>Mazedonisch</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Dari</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>Paschtu</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Romanian sign language</source>
        <translation>Rumänische Gebärdensprache</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Rumänisch</translation>
    </message>
    <message>
        <source>Romani</source>
        <translation>Romani</translation>
    </message>
    <message>
        <source>Russian sign language</source>
        <translation>Russische Gebärdensprache</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Swiss German sign language</source>
        <translation>Deutschschweizer Gebärdensprache</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>Somali</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>Albanisch</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>Serbisch</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>Suaheli</translation>
    </message>
    <message>
        <source>Tigrinya</source>
        <translation>Tigrinya</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Ukrainian sign language</source>
        <translation>Ukrainische Gebärdensprache</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>Urdu</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamesisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::model::Lobby</name>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Concern</source>
        <translation>Anliegen</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Unterlagen</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::model::TownWords</name>
    <message>
        <source>New Year&apos;s Day</source>
        <translation>Neujahr</translation>
    </message>
    <message>
        <source>Epiphany</source>
        <translation>Heilige Drei Könige</translation>
    </message>
    <message>
        <source>Women&apos;s Day</source>
        <translation>Internationaler Frauentag</translation>
    </message>
    <message>
        <source>Good Friday</source>
        <translation>Karfreitag</translation>
    </message>
    <message>
        <source>Easter Sunday</source>
        <translation>Ostersonntag</translation>
    </message>
    <message>
        <source>Easter Monday</source>
        <translation>Ostermontag</translation>
    </message>
    <message>
        <source>Labour Day</source>
        <translation>Tag der Arbeit</translation>
    </message>
    <message>
        <source>Liberation Day</source>
        <translation>Tag der Befreiung</translation>
    </message>
    <message>
        <source>Ascension Day</source>
        <translation>Christi Himmelfahrt</translation>
    </message>
    <message>
        <source>Whit Sunday</source>
        <translation>Pfingstsonntag</translation>
    </message>
    <message>
        <source>Whit Monday</source>
        <translation>Pfingstmontag</translation>
    </message>
    <message>
        <source>Corpus Christi</source>
        <translation>Fronleichnam</translation>
    </message>
    <message>
        <source>Anniversary of the uprising of 1953</source>
        <translation>Jahrestag des Aufstands vom 17. Juni 1953</translation>
    </message>
    <message>
        <source>Peace Festival</source>
        <translation>Friedensfest</translation>
    </message>
    <message>
        <source>Assumption Day</source>
        <translation>Mariä Himmelfahrt</translation>
    </message>
    <message>
        <source>Children&apos;s Day</source>
        <translation>Weltkindertag</translation>
    </message>
    <message>
        <source>Day of German Unity</source>
        <translation>Tag der Deutschen Einheit</translation>
    </message>
    <message>
        <source>Reformation Day</source>
        <translation>Reformationstag</translation>
    </message>
    <message>
        <source>All Saints&apos; Day</source>
        <translation>Allerheiligen</translation>
    </message>
    <message>
        <source>Day of Repentance and Prayer</source>
        <translation>Buß- und Bettag</translation>
    </message>
    <message>
        <source>Christmas Day</source>
        <translation>1. Weihnachtstag</translation>
    </message>
    <message>
        <source>Second Christmas Day</source>
        <translation>2. Weihnachtstag</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Local holidays</source>
        <translation>Örtliche Feiertage</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>Schließtage</translation>
    </message>
    <message>
        <source>Version of the consent</source>
        <translation>Fassung der Einwilligung</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>LeiKa key</source>
        <translation>LeiKa-Schlüssel</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Buchstabe</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>Anliegen</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Mitarbeitende</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Öffnungszeiten</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>Dienstplan</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellwerte</translation>
    </message>
    <message>
        <source>Calls through the relay only</source>
        <translation>Gespräche nur über das Relais</translation>
    </message>
    <message>
        <source>Position hidden</source>
        <translation>Platz verborgen</translation>
    </message>
    <message>
        <source>Ask for the name</source>
        <translation>Nach dem Namen fragen</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldename</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>created</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>Time to answer a call</source>
        <translation>Zeit, auf einen Aufruf zu antworten</translation>
    </message>
    <message>
        <source>Calls until somebody counts as missed</source>
        <translation>Aufrufe, bis jemand als verpasst gilt</translation>
    </message>
    <message>
        <source>Pause after a call without an answer</source>
        <translation>Pause nach einem Aufruf ohne Antwort</translation>
    </message>
    <message>
        <source>Missed people stay in the list</source>
        <translation>Verpasste bleiben in der Liste</translation>
    </message>
    <message>
        <source>Stepping away, at most</source>
        <translation>Kurz weg, höchstens</translation>
    </message>
    <message>
        <source>A clerk&apos;s line may be lost for</source>
        <translation>Verbindung von Mitarbeitenden darf fehlen</translation>
    </message>
    <message>
        <source>A citizen&apos;s line may be lost for</source>
        <translation>Verbindung von Wartenden darf fehlen</translation>
    </message>
    <message>
        <source>The place of a lost line is kept for</source>
        <translation>Platz bei verlorener Verbindung bleibt</translation>
    </message>
    <message>
        <source>Reminder of parked people after</source>
        <translation>Erinnerung an Geparkte nach</translation>
    </message>
    <message>
        <source>A transfer waits for one clerk for</source>
        <translation>Weiterleitung wartet auf eine Person</translation>
    </message>
    <message>
        <source>Check-in before an appointment</source>
        <translation>Einchecken vor einem Termin</translation>
    </message>
    <message>
        <source>An appointment holds after its time for</source>
        <translation>Termin gilt nach seiner Zeit noch</translation>
    </message>
    <message>
        <source>Overtaken by others, at most</source>
        <translation>Von anderen überholt, höchstens</translation>
    </message>
    <message>
        <source>Most people waiting</source>
        <translation>Höchstzahl der Wartenden</translation>
    </message>
    <message>
        <source>Last number of a series</source>
        <translation>Letzte Nummer einer Reihe</translation>
    </message>
    <message>
        <source>Opens by its hours as soon as a clerk is present</source>
        <translation>Öffnet zu seinen Zeiten, sobald jemand am Platz ist</translation>
    </message>
    <message>
        <source>Serving goes on after closing time for</source>
        <translation>Nach Schließzeit wird weiter bedient</translation>
    </message>
    <message>
        <source>Length of a visit, until enough of them are known</source>
        <translation>Dauer eines Besuchs, bis genug bekannt sind</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Behörde</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Abteilungen</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>Büros</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Concern</source>
        <translation>Anliegen</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Büro</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>%1 (disabled)</source>
        <translation>%1 (gesperrt)</translation>
    </message>
    <message>
        <source>(without a name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>Sachbearbeitung</translation>
    </message>
    <message>
        <source>Head of office</source>
        <translation>Büroleitung</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation>Das darf nicht leer sein.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Das ist zu lang.</translation>
    </message>
    <message>
        <source>This does not have the right form.</source>
        <translation>Das hat nicht die richtige Form.</translation>
    </message>
    <message>
        <source>This is outside of what is possible, or an end is before its beginning.</source>
        <translation>Das liegt außerhalb des Möglichen, oder ein Ende liegt vor seinem Anfang.</translation>
    </message>
    <message>
        <source>Another one has this already.</source>
        <translation>Das hat schon ein anderer Eintrag.</translation>
    </message>
    <message>
        <source>There is no such thing any more.</source>
        <translation>Das gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Others still refer to it.</source>
        <translation>Andere Einträge verweisen noch darauf.</translation>
    </message>
    <message>
        <source>Nobody could administer the town any more: this is the last administrator.</source>
        <translation>Niemand könnte mehr verwalten: Das ist das letzte Konto mit dieser Rolle.</translation>
    </message>
    <message>
        <source>People are waiting there or in a conversation. Close the office and try again.</source>
        <translation>Dort warten Menschen oder sind im Gespräch. Schließen Sie das Büro und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>somebody on the server</source>
        <translation>jemandem am Server</translation>
    </message>
    <message>
        <source>Taken away by %1, %2.</source>
        <extracomment>%1 is a person, %2 date and time</extracomment>
        <translation>Entfernt von %1, %2.</translation>
    </message>
    <message>
        <source>Changed meanwhile by %1, %2.</source>
        <extracomment>%1 is a person, %2 date and time</extracomment>
        <translation>Inzwischen geändert von %1, %2.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Departments group the offices on the citizens&apos; page. A small authority needs none.</source>
        <translation>Abteilungen ordnen die Büros auf der Seite für Bürgerinnen und Bürger. Eine kleine Behörde braucht keine.</translation>
    </message>
    <message>
        <source>Concerns are what citizens come for. An office offers some of them; their checklists tell people what to have at hand.</source>
        <translation>Anliegen sind das, weswegen Bürgerinnen und Bürger kommen. Jedes Büro bietet einige davon an; die Checkliste sagt, was bereitliegen sollte.</translation>
    </message>
    <message>
        <source>An office is a queue of its own: citizens draw its numbers, and its staff call them. It needs a name, a letter, staff and opening hours.</source>
        <translation>Ein Büro ist eine eigene Warteschlange: Bürgerinnen und Bürger ziehen seine Nummern, seine Mitarbeitenden rufen sie auf. Es braucht einen Namen, einen Buchstaben, Mitarbeitende und Öffnungszeiten.</translation>
    </message>
    <message>
        <source>&amp;New department</source>
        <translation>&amp;Neue Abteilung</translation>
    </message>
    <message>
        <source>&amp;New concern</source>
        <translation>&amp;Neues Anliegen</translation>
    </message>
    <message>
        <source>&amp;New office</source>
        <translation>&amp;Neues Büro</translation>
    </message>
    <message>
        <source>&amp;New account</source>
        <translation>&amp;Neues Konto</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Everybody who works here has an account. A new one gets a start password, which is shown once.</source>
        <translation>Wer hier arbeitet, hat ein Konto. Ein neues erhält ein Startpasswort, das einmal angezeigt wird.</translation>
    </message>
    <message>
        <source>Second factor reset</source>
        <translation>Zweiter Faktor zurückgesetzt</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>from %1</source>
        <extracomment>%1 is a date</extracomment>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <extracomment>%1 is a date</extracomment>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>%1 and %2 are dates</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>Platz in der Liste</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formulare</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Forms are PDF files that an office has ready: in a conversation one click opens a copy, and both fill it in.</source>
        <translation>Formulare sind PDF-Dateien, die ein Büro bereithält: Im Gespräch öffnet ein Klick eine Kopie, und beide füllen sie aus.</translation>
    </message>
    <message>
        <source>&amp;Add a form…</source>
        <translation>Formular &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>PDF, %1, without fields</source>
        <extracomment>a PDF; %1 is its size</extracomment>
        <translation>PDF, %1, ohne Felder</translation>
    </message>
    <message numerus="yes">
        <source>PDF, %1, %n field(s) to fill in</source>
        <extracomment>a PDF; %1 is its size</extracomment>
        <translation>
            <numerusform>PDF, %1, %n Feld zum Ausfüllen</numerusform>
            <numerusform>PDF, %1, %n Felder zum Ausfüllen</numerusform>
        </translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>A guest may come in with a code for</source>
        <translation>Ein Gast kann mit einem Code dazukommen für</translation>
    </message>
    <message>
        <source>Interpreters</source>
        <translation>Dolmetschen</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Dolmetschende</translation>
    </message>
    <message>
        <source>Interpreters whom clerks may ask into a conversation, with the hours in which they can be reached.</source>
        <translation>Wer für ein Gespräch zum Dolmetschen gebeten werden kann, mit den Zeiten der Erreichbarkeit.</translation>
    </message>
    <message>
        <source>&amp;New interpreter</source>
        <translation>&amp;Neuer Eintrag</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::model::VisitColleagues</name>
    <message>
        <source>The colleague cannot be rung now: in a conversation or on a break.</source>
        <translation>Gerade nicht erreichbar: in einem Gespräch oder in der Pause.</translation>
    </message>
    <message>
        <source>%1 is being rung …</source>
        <extracomment>%1 is the name of a colleague</extracomment>
        <translation>%1 wird angerufen …</translation>
    </message>
    <message>
        <source>%1 has accepted.</source>
        <extracomment>%1 is the name of a colleague</extracomment>
        <translation>%1 hat angenommen.</translation>
    </message>
    <message>
        <source>%1 cannot come now.</source>
        <extracomment>%1 is the name of a colleague</extracomment>
        <translation>%1 kann gerade nicht.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <extracomment>%1 is the name of a colleague</extracomment>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>%1 is in a conversation or on a break.</source>
        <extracomment>%1 is the name of a colleague</extracomment>
        <translation>%1 ist in einem Gespräch oder in der Pause.</translation>
    </message>
    <message>
        <source>The line to %1 is lost.</source>
        <extracomment>%1 is the name of a colleague</extracomment>
        <translation>Die Leitung zu %1 ist unterbrochen.</translation>
    </message>
    <message>
        <source>The ringing has ended.</source>
        <translation>Der Anruf ist beendet.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::model::VisitDocuments</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the name of a file, %2 a sentence</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The file could not be fetched from the server.</source>
        <translation>Die Datei konnte nicht vom Server geholt werden.</translation>
    </message>
    <message>
        <source>The file could not be saved there. Choose another folder.</source>
        <translation>Die Datei konnte dort nicht gespeichert werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>%1 (%2)
%3</source>
        <extracomment>a file: %1 its name, %2 its size, %3 what is with it</extracomment>
        <translation>%1 (%2)
%3</translation>
    </message>
    <message>
        <source>being sent, %1 %</source>
        <translation>wird übertragen, %1 %</translation>
    </message>
    <message>
        <source>being checked …</source>
        <translation>wird geprüft …</translation>
    </message>
    <message>
        <source>coming from the visitor, %1 %</source>
        <translation>kommt von der Person im Gespräch, %1 %</translation>
    </message>
    <message>
        <source>from the visitor, being checked …</source>
        <translation>von der Person im Gespräch, wird geprüft …</translation>
    </message>
    <message>
        <source>from the visitor, waits for your word</source>
        <translation>von der Person im Gespräch, wartet auf Ihre Entscheidung</translation>
    </message>
    <message>
        <source>from the visitor, accepted</source>
        <translation>von der Person im Gespräch, angenommen</translation>
    </message>
    <message>
        <source>handed to the visitor</source>
        <translation>der Person im Gespräch übergeben</translation>
    </message>
    <message>
        <source>from the visitor, refused</source>
        <translation>von der Person im Gespräch, abgelehnt</translation>
    </message>
    <message>
        <source>The line to the server was away for too long. Hand the file over again.</source>
        <translation>Die Verbindung zum Server war zu lange weg. Übergeben Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>The conversation has changed in the meantime.</source>
        <translation>Das Gespräch hat sich inzwischen geändert.</translation>
    </message>
    <message>
        <source>both look at it now</source>
        <translation>wird gerade gemeinsam angesehen</translation>
    </message>
    <message>
        <source>Scripts and attachments were taken out of it.</source>
        <translation>Skripte und Anhänge wurden daraus entfernt.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::model::VisitGuests</name>
    <message>
        <source>%1: %2</source>
        <extracomment>a row of the list of guests: %1 is a name, %2 such as &quot;waits to be let in&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>waits to be let in</source>
        <translation>wartet auf Einlass</translation>
    </message>
    <message>
        <source>line interrupted</source>
        <translation>Leitung unterbrochen</translation>
    </message>
    <message>
        <source>in the conversation</source>
        <translation>im Gespräch</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>microphone locked</source>
        <translation>Mikrofon gesperrt</translation>
    </message>
    <message>
        <source>camera locked</source>
        <translation>Kamera gesperrt</translation>
    </message>
    <message>
        <source>%1, interprets %2: %3</source>
        <extracomment>a row of the list of guests: %1 is a name, %2 a language, %3 such as &quot;waits to be let in&quot;</extracomment>
        <translation>%1, dolmetscht %2: %3</translation>
    </message>
    <message>
        <source>was asked to come in</source>
        <translation>wurde gefragt, ob er oder sie dazukommt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a colleague: %1 is a name, %2 an office</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>talks with you alone; the others hear neither of you</source>
        <translation>spricht mit Ihnen allein; die anderen hören Sie beide nicht</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::model::Words</name>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Closing: no new numbers</source>
        <translation>Schließt: Annahme gestoppt</translation>
    </message>
    <message>
        <source>No new numbers</source>
        <translation>Annahme gestoppt</translation>
    </message>
    <message>
        <source>Open, you are on a break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Open, nobody at a desk</source>
        <translation>Unbesetzt</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Niemand wartet</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) waiting</source>
        <extracomment>%n people wait in an office</extracomment>
        <translation>
            <numerusform>%n Person wartet</numerusform>
            <numerusform>%n Personen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waiting, line interrupted</source>
        <translation>Wartet, Verbindung unterbrochen</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Did not come when called</source>
        <translation>Beim Aufruf nicht erschienen</translation>
    </message>
    <message>
        <source>Called by you</source>
        <extracomment>%1 is the name of a colleague</extracomment>
        <translation>Von Ihnen aufgerufen</translation>
    </message>
    <message>
        <source>Called by %1</source>
        <translation>Aufgerufen von %1</translation>
    </message>
    <message>
        <source>In conversation with you</source>
        <extracomment>%1 is the name of a colleague</extracomment>
        <translation>Im Gespräch mit Ihnen</translation>
    </message>
    <message>
        <source>In conversation with %1</source>
        <translation>Im Gespräch mit %1</translation>
    </message>
    <message>
        <source>Your conversation, interrupted</source>
        <extracomment>%1 is the name of a colleague</extracomment>
        <translation>Ihr Gespräch, unterbrochen</translation>
    </message>
    <message>
        <source>Conversation with %1, interrupted</source>
        <translation>Gespräch mit %1, unterbrochen</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation>&lt; 1 Min.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>%1 minutes</extracomment>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>hours and minutes: %1 such as 2:05</extracomment>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>The office is closed.</source>
        <translation>Das Büro ist geschlossen.</translation>
    </message>
    <message>
        <source>The office takes no new numbers now.</source>
        <translation>Die Annahme ist gestoppt.</translation>
    </message>
    <message>
        <source>Nobody is waiting who could be called now.</source>
        <translation>Es wartet niemand, der jetzt aufgerufen werden kann.</translation>
    </message>
    <message>
        <source>A colleague has called this person already.</source>
        <translation>Diese Person wurde bereits aufgerufen.</translation>
    </message>
    <message>
        <source>Already called by %1.</source>
        <extracomment>%1 is the name of a colleague</extracomment>
        <translation>Bereits von %1 aufgerufen.</translation>
    </message>
    <message>
        <source>You are with somebody already. End that conversation first.</source>
        <translation>Sie sind bereits im Gespräch. Beenden Sie es zuerst.</translation>
    </message>
    <message>
        <source>You do not staff this office. Switch it on first.</source>
        <translation>Sie besetzen dieses Büro nicht. Schalten Sie es zuerst ein.</translation>
    </message>
    <message>
        <source>You are on a break. End the break first.</source>
        <translation>Sie pausieren. Beenden Sie zuerst die Pause.</translation>
    </message>
    <message>
        <source>This person has left.</source>
        <translation>Diese Person ist gegangen.</translation>
    </message>
    <message>
        <source>This has changed in the meantime. Please look again.</source>
        <translation>Das hat sich inzwischen geändert. Bitte sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>This person is with a colleague.</source>
        <translation>Diese Person ist bei jemand anderem im Gespräch.</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>Dazu fehlt Ihnen das Recht.</translation>
    </message>
    <message>
        <source>You are no longer signed in.</source>
        <translation>Sie sind nicht mehr angemeldet.</translation>
    </message>
    <message>
        <source>Please try again in a moment.</source>
        <translation>Bitte versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Name or password is wrong.</source>
        <translation>Name oder Passwort ist falsch.</translation>
    </message>
    <message>
        <source>The server refused this. Please tell your administrator if it happens again.</source>
        <translation>Der Server hat das abgelehnt. Bitte verständigen Sie Ihre IT, wenn es noch einmal geschieht.</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Back in the lobby, set aside</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>The other office is closed.</source>
        <translation>Das andere Büro ist geschlossen.</translation>
    </message>
    <message>
        <source>Stepped away, back by %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>Kurz weg, bis %1</translation>
    </message>
    <message>
        <source>Missed, listed until %1</source>
        <extracomment>out of line after too many calls: %1 is a time of day</extracomment>
        <translation>Verpasst, bis %1 in der Liste</translation>
    </message>
    <message>
        <source>Waiting for you, until %1</source>
        <extracomment>transferred to this clerk: %1 is a time of day</extracomment>
        <translation>Wartet auf Sie, bis %1</translation>
    </message>
    <message>
        <source>Waiting for %1, until %2</source>
        <extracomment>transferred to a colleague: %1 is a name, %2 a time of day</extracomment>
        <translation>Wartet auf %1, bis %2</translation>
    </message>
    <message>
        <source>Waiting, at the front</source>
        <translation>Wartet, ganz vorn</translation>
    </message>
    <message>
        <source>Waiting, appointment at %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>Wartet, Termin um %1</translation>
    </message>
    <message>
        <source>Waiting, priority 1</source>
        <translation>Wartet, Vorrang 1</translation>
    </message>
    <message>
        <source>Waiting, priority 2</source>
        <translation>Wartet, Vorrang 2</translation>
    </message>
    <message>
        <source>Waiting, priority 3</source>
        <translation>Wartet, Vorrang 3</translation>
    </message>
    <message>
        <source>Parked (%1), not reachable</source>
        <extracomment>%1 is &quot;form&quot; or the like</extracomment>
        <translation>Geparkt (%1), nicht erreichbar</translation>
    </message>
    <message>
        <source>Parked for long (%1)</source>
        <extracomment>%1 is &quot;form&quot; or the like</extracomment>
        <translation>Schon lange geparkt (%1)</translation>
    </message>
    <message>
        <source>Parked (%1), reminder %2</source>
        <extracomment>%1 is &quot;form&quot; or the like, %2 a time of day</extracomment>
        <translation>Geparkt (%1) bis %2</translation>
    </message>
    <message>
        <source>form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>papers</source>
        <translation>Unterlagen</translation>
    </message>
    <message>
        <source>other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Hardship</source>
        <translation>Härtefall</translation>
    </message>
    <message>
        <source>A deadline ends today</source>
        <translation>Eine Frist läuft heute ab</translation>
    </message>
    <message>
        <source>Comes back in the same matter</source>
        <translation>Kommt in derselben Sache wieder</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Anderer Grund</translation>
    </message>
    <message>
        <source>Away for a moment</source>
        <translation>Kurz abwesend</translation>
    </message>
    <message>
        <source>Open and free</source>
        <translation>Geöffnet und frei</translation>
    </message>
    <message>
        <source>Open, full</source>
        <translation>Geöffnet, voll</translation>
    </message>
    <message>
        <source>%1 does not want to be transferred.</source>
        <extracomment>%1 is a number such as B 017</extracomment>
        <translation>%1 möchte nicht weitergeleitet werden.</translation>
    </message>
    <message>
        <source>%1 could not be transferred: the other office has closed.</source>
        <extracomment>%1 is a number such as B 017</extracomment>
        <translation>%1 konnte nicht weitergeleitet werden: Das andere Büro hat geschlossen.</translation>
    </message>
    <message>
        <source>%1 could not be transferred: the other office is full.</source>
        <extracomment>%1 is a number such as B 017</extracomment>
        <translation>%1 konnte nicht weitergeleitet werden: Das andere Büro ist voll.</translation>
    </message>
    <message>
        <source>Open, you are away until %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>Geöffnet, Sie sind weg bis %1</translation>
    </message>
    <message>
        <source>Closing time is over, end at %1</source>
        <extracomment>after closing time: %1 is a time of day</extracomment>
        <translation>Nach Schließzeit, Ende um %1</translation>
    </message>
    <message>
        <source>Numbers until about %1</source>
        <extracomment>no numbers are given from then on: %1 is a time of day</extracomment>
        <translation>Annahmeschluss gegen %1</translation>
    </message>
    <message>
        <source>Open until %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>Sprechzeit bis %1</translation>
    </message>
    <message>
        <source>Hours: %1 %2–%3</source>
        <extracomment>opening hours: %1 such as 02.03., %2 and %3 are times of day</extracomment>
        <translation>Am %1 %2–%3</translation>
    </message>
    <message>
        <source>It takes longer than expected today. Thank you for waiting.</source>
        <translation>Es dauert heute länger als gedacht. Danke, dass Sie warten.</translation>
    </message>
    <message>
        <source>It will be your turn in a moment.</source>
        <translation>Sie sind gleich an der Reihe.</translation>
    </message>
    <message>
        <source>Please have your identity card and your papers ready.</source>
        <translation>Bitte legen Sie Ihren Ausweis und Ihre Unterlagen bereit.</translation>
    </message>
    <message>
        <source>Please check your camera and microphone on this page now.</source>
        <translation>Bitte prüfen Sie schon jetzt Kamera und Mikrofon auf dieser Seite.</translation>
    </message>
    <message>
        <source>Please stay on this page so that we can call you in.</source>
        <translation>Bitte bleiben Sie auf dieser Seite, damit wir Sie aufrufen können.</translation>
    </message>
    <message>
        <source>We close soon. Everybody who is waiting will still be served.</source>
        <translation>Wir schließen bald. Wer wartet, kommt noch dran.</translation>
    </message>
    <message>
        <source>The office has to close now, we are sorry. Please come back at another time.</source>
        <translation>Das Büro muss jetzt leider schließen. Bitte kommen Sie zu einer anderen Zeit wieder.</translation>
    </message>
    <message>
        <source>The server has no room on its disk. Conversations go on, but nothing new can begin. Please tell your administrator.</source>
        <translation>Der Datenträger des Servers ist voll. Gespräche gehen weiter, Neues kann nicht beginnen. Bitte sagen Sie Ihrer IT Bescheid.</translation>
    </message>
    <message>
        <source>The other office is full.</source>
        <translation>Das andere Büro ist voll.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>papers at hand: %1 of %2</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Papers: %1</source>
        <extracomment>%1 such as &quot;4 of 4&quot;</extracomment>
        <translation>Unterlagen: %1</translation>
    </message>
    <message>
        <source>Papers: %1. Not ticked: %2</source>
        <extracomment>%1 such as &quot;3 of 4&quot;, %2 a list of those that the visitor has not ticked</extracomment>
        <translation>Unterlagen: %1. Nicht abgehakt: %2</translation>
    </message>
    <message>
        <source>Not done: there was no connection to the server. Please try again when it is back.</source>
        <translation>Nicht ausgeführt: Es gab keine Verbindung zum Server. Bitte versuchen Sie es erneut, sobald sie wieder da ist.</translation>
    </message>
    <message>
        <source>The connection broke before the server answered. Please look whether it was done.</source>
        <translation>Die Verbindung brach ab, bevor der Server geantwortet hat. Bitte prüfen Sie, ob es ausgeführt wurde.</translation>
    </message>
    <message>
        <source>In this office you call the next person. Your administrator can give you the right to call somebody by name.</source>
        <translation>In diesem Büro rufen Sie die nächste Person auf. Das Recht, jemanden gezielt aufzurufen, kann Ihnen die Administration geben.</translation>
    </message>
    <message>
        <source>The file is too large. More than 25 MB are not possible.</source>
        <translation>Die Datei ist zu groß. Mehr als 25 MB gehen nicht.</translation>
    </message>
    <message>
        <source>No more files in this visit. Take one back first.</source>
        <translation>Mehr Dateien gehen in diesem Besuch nicht. Nehmen Sie zuerst eine zurück.</translation>
    </message>
    <message>
        <source>This is neither PDF nor JPEG nor PNG.</source>
        <translation>Das ist weder PDF noch JPEG noch PNG.</translation>
    </message>
    <message>
        <source>This PDF is protected by a password. Save it without one.</source>
        <translation>Dieses PDF ist mit einem Kennwort geschützt. Speichern Sie es ohne Kennwort.</translation>
    </message>
    <message>
        <source>The file is damaged or empty.</source>
        <translation>Die Datei ist beschädigt oder leer.</translation>
    </message>
    <message>
        <source>The file has too many pages or pixels.</source>
        <translation>Die Datei hat zu viele Seiten oder Bildpunkte.</translation>
    </message>
    <message>
        <source>The virus scanner has rejected the file.</source>
        <translation>Die Virenprüfung hat die Datei zurückgewiesen.</translation>
    </message>
    <message>
        <source>The file cannot be checked just now. Please try again later.</source>
        <translation>Die Datei kann gerade nicht geprüft werden. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Five people are in the conversation already.</source>
        <translation>Im Gespräch sind schon fünf Personen.</translation>
    </message>
    <message>
        <source>Checked by eye by %1, level of assurance: not assessed</source>
        <extracomment>the record that a clerk has looked at an identity document: %1 is the clerk; never say &quot;identified&quot;</extracomment>
        <translation>Sichtprüfung durch %1, Vertrauensniveau: nicht bewertet</translation>
    </message>
    <message>
        <source>This PDF is nothing without its programs. Save it anew, for example by printing it as PDF.</source>
        <translation>Dieses PDF ist ohne seine Programme leer. Speichern Sie es neu, zum Beispiel durch Drucken als PDF.</translation>
    </message>
    <message>
        <source>This PDF is signed and holds scripts. Without them its signature would not hold, and with them it is not taken. Save a copy, for example by printing it as PDF.</source>
        <translation>Dieses PDF ist unterschrieben und enthält Skripte. Ohne sie wäre die Unterschrift ungültig, mit ihnen wird es nicht angenommen. Speichern Sie eine Kopie, zum Beispiel durch Drucken als PDF.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::Actions</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>the tooltip of a button: %1 is what it does, %2 its key</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Next person</source>
        <translation>&amp;Nächste Person</translation>
    </message>
    <message>
        <source>&amp;Call in</source>
        <extracomment>calls the selected person in</extracomment>
        <translation>&amp;Aufrufen</translation>
    </message>
    <message>
        <source>&amp;Break</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Resume the conversation</source>
        <translation>Gespräch &amp;fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Microphone</source>
        <translation>&amp;Mikrofon</translation>
    </message>
    <message>
        <source>C&amp;amera</source>
        <translation>&amp;Kamera</translation>
    </message>
    <message>
        <source>&amp;Share the screen</source>
        <translation>&amp;Bildschirm freigeben</translation>
    </message>
    <message>
        <source>Back to the lobby, &amp;keeping the place</source>
        <translation>Zurück in den Wartebereich, &amp;Platz behalten</translation>
    </message>
    <message>
        <source>Back to the &amp;front of the lobby</source>
        <translation>Zurück an den &amp;Anfang des Wartebereichs</translation>
    </message>
    <message>
        <source>Back to the &amp;end of the lobby</source>
        <translation>Zurück an das &amp;Ende des Wartebereichs</translation>
    </message>
    <message>
        <source>End: &amp;settled</source>
        <translation>Beenden: &amp;erledigt</translation>
    </message>
    <message>
        <source>End: &amp;not settled</source>
        <translation>Beenden: &amp;nicht erledigt</translation>
    </message>
    <message>
        <source>End: &amp;without a statement</source>
        <translation>Beenden: &amp;ohne Angabe</translation>
    </message>
    <message>
        <source>Show my &amp;offices</source>
        <translation>Meine &amp;Büros anzeigen</translation>
    </message>
    <message>
        <source>&amp;Notice when somebody arrives</source>
        <translation>&amp;Hinweis, wenn jemand kommt</translation>
    </message>
    <message>
        <source>&amp;Sound when somebody arrives</source>
        <translation>&amp;Ton, wenn jemand kommt</translation>
    </message>
    <message>
        <source>Keep camera and microphone &amp;ready while people wait</source>
        <translation>Kamera und Mikrofon &amp;bereithalten, solange jemand wartet</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Ab&amp;melden</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;About Sprechtag</source>
        <translation>Ü&amp;ber Sprechtag</translation>
    </message>
    <message>
        <source>Take in &amp;again</source>
        <extracomment>takes a missed person in again</extracomment>
        <translation>Wieder auf&amp;nehmen</translation>
    </message>
    <message>
        <source>Back into the &amp;line</source>
        <extracomment>brings a parked person back into the line</extracomment>
        <translation>Zurück in die &amp;Reihe</translation>
    </message>
    <message>
        <source>&amp;Priority…</source>
        <translation>&amp;Vorrang …</translation>
    </message>
    <message>
        <source>&amp;Appeared</source>
        <extracomment>the person who was called is there</extracomment>
        <translation>&amp;Erschienen</translation>
    </message>
    <message>
        <source>Ne&amp;xt person, please</source>
        <extracomment>who was called goes back to the same place, and the next is called</extracomment>
        <translation>Nächste Person, &amp;bitte</translation>
    </message>
    <message>
        <source>Did not a&amp;ppear</source>
        <extracomment>who was called is taken out of the line</extracomment>
        <translation>&amp;Nicht erschienen</translation>
    </message>
    <message>
        <source>&amp;Park…</source>
        <translation>&amp;Parken …</translation>
    </message>
    <message>
        <source>&amp;Transfer…</source>
        <translation>&amp;Weiterleiten …</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;Zurückziehen</translation>
    </message>
    <message>
        <source>&amp;Message…</source>
        <translation>&amp;Nachricht …</translation>
    </message>
    <message>
        <source>Away &amp;for a moment…</source>
        <translation>Kurz &amp;abwesend …</translation>
    </message>
    <message>
        <source>&amp;Administration …</source>
        <translation>&amp;Verwaltung …</translation>
    </message>
    <message>
        <source>Microphone (%1). While %2 is held, it is the other way round: on or mute.</source>
        <extracomment>%1 is a key that switches the microphone on or off, %2 one that is held</extracomment>
        <translation>Mikrofon (%1). Solange %2 gedrückt ist, gilt das Gegenteil: an oder stumm.</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <extracomment>opens what the visitor and the clerk write to each other</extracomment>
        <translation>Te&amp;xt</translation>
    </message>
    <message>
        <source>Lock the visitor&apos;s &amp;microphone</source>
        <translation>&amp;Mikrofon des Gegenübers sperren</translation>
    </message>
    <message>
        <source>Lock the visitor&apos;s &amp;camera</source>
        <translation>&amp;Kamera des Gegenübers sperren</translation>
    </message>
    <message>
        <source>Let the visitor &amp;share the screen</source>
        <translation>Gegenüber den &amp;Bildschirm zeigen lassen</translation>
    </message>
    <message>
        <source>Put on &amp;hold</source>
        <extracomment>nobody hears or sees the other until the clerk goes on</extracomment>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>F&amp;iles</source>
        <extracomment>opens what the visitor and the clerk hand to each other</extracomment>
        <translation>Date&amp;ien</translation>
    </message>
    <message>
        <source>Pa&amp;use the sharing</source>
        <extracomment>the shared screen stands still</extracomment>
        <translation>Freigabe an&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Guests</source>
        <extracomment>opens who else is in the conversation</extracomment>
        <translation>&amp;Gäste</translation>
    </message>
    <message>
        <source>Look at an &amp;identity document</source>
        <translation>&amp;Ausweis ansehen</translation>
    </message>
    <message>
        <source>Ring a &amp;colleague…</source>
        <extracomment>rings a colleague of any office for the conversation that runs</extracomment>
        <translation>&amp;Kollegen anrufen …</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <extracomment>answers a colleague who rings</extracomment>
        <translation>&amp;Annehmen</translation>
    </message>
    <message>
        <source>&amp;Decline</source>
        <extracomment>answers a colleague who rings</extracomment>
        <translation>A&amp;blehnen</translation>
    </message>
    <message>
        <source>&amp;Leave the conversation</source>
        <extracomment>the conversation of a colleague</extracomment>
        <translation>Gespräch &amp;verlassen</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::AdminWindow</name>
    <message>
        <source>Administration</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>What there is</source>
        <translation>Was es gibt</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Take away</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Choose on the left what you want to change.</source>
        <translation>Wählen Sie links, was Sie ändern möchten.</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Take away</source>
        <extracomment>%1 is an office, a person …</extracomment>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take %1 away?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 is stored and counts from now on.</source>
        <extracomment>%1 is what was stored</extracomment>
        <translation>%1 ist gespeichert und gilt ab sofort.</translation>
    </message>
    <message>
        <source>Start password</source>
        <translation>Startpasswort</translation>
    </message>
    <message>
        <source>Choose one on the left, or make a new one with the button below the list.</source>
        <translation>Wählen Sie links einen Eintrag, oder legen Sie mit der Schaltfläche unter der Liste einen neuen an.</translation>
    </message>
    <message>
        <source>Forecasts of the wait</source>
        <translation>Wartezeit-Prognosen</translation>
    </message>
    <message>
        <source>The second factor of %1 is reset.</source>
        <extracomment>%1 is a person</extracomment>
        <translation>Der zweite Faktor von %1 ist zurückgesetzt.</translation>
    </message>
    <message>
        <source>The start password of %1, shown this once. At the next sign-in %1 has to choose another one:</source>
        <extracomment>%1 is a person</extracomment>
        <translation>Das Startpasswort von %1, nur dieses eine Mal gezeigt. Bei der nächsten Anmeldung muss %1 ein anderes wählen:</translation>
    </message>
    <message>
        <source>Add a form</source>
        <translation>Formular hinzufügen</translation>
    </message>
    <message>
        <source>Forms (*.pdf)</source>
        <translation>Formulare (*.pdf)</translation>
    </message>
    <message>
        <source>The file goes to the server and is checked there …</source>
        <translation>Die Datei wird zum Server übertragen und dort geprüft …</translation>
    </message>
    <message>
        <source>Which office has this form ready?</source>
        <translation>Welches Büro hält dieses Formular bereit?</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::AwayDialog</name>
    <message>
        <source>Away for a moment</source>
        <translation>Kurz abwesend</translation>
    </message>
    <message>
        <source> min</source>
        <extracomment>minutes, behind a number</extracomment>
        <translation> Min.</translation>
    </message>
    <message>
        <source>Those who wait read: back at about %1.</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>Die Wartenden lesen: zurück gegen %1.</translation>
    </message>
    <message>
        <source>&amp;Begin the break</source>
        <translation>&amp;Pause beginnen</translation>
    </message>
    <message>
        <source>&amp;Back in:</source>
        <translation>&amp;Zurück in:</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::CallPanel</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>End the conversation</source>
        <translation>Gespräch beenden</translation>
    </message>
    <message>
        <source>Picture of the call</source>
        <translation>Bild des Gesprächs</translation>
    </message>
    <message>
        <source>The picture had to be started anew. The conversation goes on.</source>
        <translation>Das Bild musste neu gestartet werden. Das Gespräch geht weiter.</translation>
    </message>
    <message>
        <source>Interrupted, connecting again …</source>
        <translation>Unterbrochen, verbinde neu …</translation>
    </message>
    <message>
        <source>Stop &amp;sharing</source>
        <translation>Freigabe &amp;beenden</translation>
    </message>
    <message>
        <source>&amp;Share the screen</source>
        <translation>&amp;Bildschirm freigeben</translation>
    </message>
    <message>
        <source>microphone off</source>
        <translation>Mikrofon aus</translation>
    </message>
    <message>
        <source>camera off</source>
        <translation>Kamera aus</translation>
    </message>
    <message>
        <source>On the other side: %1</source>
        <extracomment>how the citizen is to be heard and seen: %1 such as &quot;microphone off, camera off&quot;</extracomment>
        <translation>Gegenüber: %1</translation>
    </message>
    <message>
        <source>Called, %1 left</source>
        <extracomment>%1 is a countdown such as 0:42</extracomment>
        <translation>Aufgerufen, noch %1</translation>
    </message>
    <message>
        <source>No picture and no sound</source>
        <translation>Weder Bild noch Ton</translation>
    </message>
    <message>
        <source>In conversation: %1 min</source>
        <extracomment>%1 is a length such as 3:07</extracomment>
        <translation>Im Gespräch: %1 Min.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <extracomment>a menu: park, transfer, back to the lobby</extracomment>
        <translation>Abgeben</translation>
    </message>
    <message>
        <source>Note of the colleague: %1</source>
        <extracomment>%1 is what a colleague wrote about the visitor</extracomment>
        <translation>Notiz der Kollegin oder des Kollegen: %1</translation>
    </message>
    <message>
        <source>Line interrupted, connecting again, %1 left</source>
        <extracomment>%1 is a countdown such as 0:42</extracomment>
        <translation>Leitung unterbrochen, wird wiederhergestellt, noch %1</translation>
    </message>
    <message>
        <source>Visitor</source>
        <extracomment>a menu: what the person on the other side of the call may do</extracomment>
        <translation>Gegenüber</translation>
    </message>
    <message>
        <source>On hold: nobody hears or sees the other</source>
        <translation>Angehalten: Niemand hört oder sieht den anderen</translation>
    </message>
    <message>
        <source>microphone locked</source>
        <translation>Mikrofon gesperrt</translation>
    </message>
    <message>
        <source>camera locked</source>
        <translation>Kamera gesperrt</translation>
    </message>
    <message>
        <source>shares the screen</source>
        <translation>zeigt den Bildschirm</translation>
    </message>
    <message>
        <source>may share the screen</source>
        <translation>darf den Bildschirm zeigen</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::ChangesPage</name>
    <message>
        <source>&amp;Older changes</source>
        <translation>Ä&amp;ltere Änderungen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <extracomment>%1 is a kind such as Office, %2 its name, %3 such as &quot;changed&quot;</extracomment>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>am Server</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::CloseDialog</name>
    <message>
        <source>Close the office</source>
        <translation>Büro schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) are waiting in %1.</source>
        <extracomment>%n people wait, %1 is the office</extracomment>
        <translation>
            <numerusform>%n Person wartet in %1.</numerusform>
            <numerusform>%n Personen warten in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>What shall happen to them?</source>
        <translation>Wie soll es weitergehen?</translation>
    </message>
    <message>
        <source>&amp;Leave it to %1</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>%1 &amp;überlassen</translation>
    </message>
    <message numerus="yes">
        <source>S&amp;top giving out numbers and serve %n person(s)</source>
        <translation>
            <numerusform>Annahme s&amp;toppen und %n Person noch bedienen</numerusform>
            <numerusform>Annahme s&amp;toppen und %n Personen noch bedienen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Offer appointments and close</source>
        <translation>&amp;Termine anbieten und schließen</translation>
    </message>
    <message>
        <source>&amp;Close at once…</source>
        <translation>&amp;Sofort schließen …</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::ColleagueDialog</name>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>in a conversation</source>
        <translation>im Gespräch</translation>
    </message>
    <message>
        <source>on a break</source>
        <translation>in der Pause</translation>
    </message>
    <message>
        <source>&amp;Consult</source>
        <extracomment>a button: talk to a colleague, unheard by the visitor</extracomment>
        <translation>&amp;Rücksprache</translation>
    </message>
    <message>
        <source>&amp;Bring in directly</source>
        <extracomment>a button: a colleague comes into the conversation at once</extracomment>
        <translation>&amp;Direkt dazuholen</translation>
    </message>
    <message>
        <source>Ring a colleague</source>
        <translation>Kollegen anrufen</translation>
    </message>
    <message>
        <source>Colleagues who are signed in</source>
        <translation>Angemeldete Kolleginnen und Kollegen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Büro</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Consult: the two of you talk alone, and the visitor reads that you confer for a moment. Your colleague learns the number and what it is about.</source>
        <translation>Rücksprache: Sie sprechen zu zweit, und der Besuch liest, dass Sie sich kurz besprechen. Die andere Seite erfährt die Nummer und das Anliegen.</translation>
    </message>
    <message>
        <source>&amp;Search by name or office:</source>
        <translation>&amp;Suche nach Name oder Büro:</translation>
    </message>
    <message>
        <source>It is being asked who is there …</source>
        <translation>Es wird gefragt, wer da ist …</translation>
    </message>
    <message>
        <source>Nobody of that name is signed in.</source>
        <translation>Unter diesem Namen ist niemand angemeldet.</translation>
    </message>
    <message>
        <source>Choose somebody who is free.</source>
        <translation>Wählen Sie jemanden, der frei ist.</translation>
    </message>
    <message>
        <source>Nobody else is signed in.</source>
        <translation>Außer Ihnen ist niemand angemeldet.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::DeskPage</name>
    <message>
        <source>Your conversation with %1 was interrupted.</source>
        <extracomment>%1 is a number such as B 017</extracomment>
        <translation>Ihr Gespräch mit %1 wurde unterbrochen.</translation>
    </message>
    <message>
        <source>%1 did not come and keeps the place. Next person passes over it for a few minutes.</source>
        <extracomment>%1 is a number such as B 017</extracomment>
        <translation>%1 ist nicht erschienen und behält den Platz. „Nächste Person“ übergeht die Nummer für einige Minuten.</translation>
    </message>
    <message>
        <source>%1 has left.</source>
        <extracomment>%1 is a number such as B 017</extracomment>
        <translation>%1 ist gegangen.</translation>
    </message>
    <message>
        <source>%1 is no longer with you.</source>
        <extracomment>%1 is a number such as B 017</extracomment>
        <translation>%1 ist nicht mehr bei Ihnen.</translation>
    </message>
    <message>
        <source>End the &amp;break</source>
        <translation>&amp;Pause beenden</translation>
    </message>
    <message>
        <source>&amp;Break</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>%1 is asked about a transfer to another office.</source>
        <translation>%1 wird gefragt: Weiterleitung an ein anderes Büro.</translation>
    </message>
    <message>
        <source>%1 is asked about a transfer to %2.</source>
        <translation>%1 wird gefragt: Weiterleitung an %2.</translation>
    </message>
    <message>
        <source>%1 has gone on to the other office.</source>
        <extracomment>%1 is a number such as B 017</extracomment>
        <translation>%1 ist jetzt beim anderen Büro.</translation>
    </message>
    <message>
        <source>%1 asks for a moment and keeps the place. Next person passes over it for a few minutes.</source>
        <extracomment>%1 is a number such as B 017</extracomment>
        <translation>%1 bittet um etwas Zeit und behält den Platz. „Nächste Person“ übergeht die Nummer für einige Minuten.</translation>
    </message>
    <message>
        <source>%1 is out of the line. You can take this person in again below the lobby for a while.</source>
        <extracomment>%1 is a number such as B 017</extracomment>
        <translation>%1 steht nicht mehr in der Reihe. Unten im Wartebereich können Sie die Person noch eine Weile wieder aufnehmen.</translation>
    </message>
    <message>
        <source>%1 is still parked.</source>
        <extracomment>%1 is a number such as B 017</extracomment>
        <translation>%1 ist noch geparkt.</translation>
    </message>
    <message>
        <source>Message sent, shown to %1 of %2.</source>
        <extracomment>how many pages have shown a message: %1 of %2</extracomment>
        <translation>Nachricht gesendet, bei %1 von %2 angezeigt.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::DevicesMenu</name>
    <message>
        <source>No devices known yet</source>
        <translation>Noch keine Geräte bekannt</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>Test the loudspeaker: three tones</source>
        <translation>Lautsprecher testen: drei Töne</translation>
    </message>
    <message>
        <source>“%1” is connected again and in use.</source>
        <extracomment>%1 is the name of a microphone, camera or loudspeaker</extracomment>
        <translation>„%1“ ist wieder angeschlossen und wird benutzt.</translation>
    </message>
    <message>
        <source>The microphone “%1” is no longer connected. You are heard through “%2”.</source>
        <extracomment>%1 and %2 are names of microphones</extracomment>
        <translation>Das Mikrofon „%1“ ist nicht mehr angeschlossen. Man hört Sie jetzt über „%2“.</translation>
    </message>
    <message>
        <source>The camera “%1” is no longer connected. You are seen through “%2”.</source>
        <extracomment>%1 and %2 are names of cameras</extracomment>
        <translation>Die Kamera „%1“ ist nicht mehr angeschlossen. Ihr Bild kommt jetzt von „%2“.</translation>
    </message>
    <message>
        <source>The loudspeaker “%1” is no longer connected. The sound comes from the system&apos;s own.</source>
        <extracomment>%1 is the name of a loudspeaker</extracomment>
        <translation>Der Lautsprecher „%1“ ist nicht mehr angeschlossen. Der Ton kommt jetzt aus dem Standardlautsprecher.</translation>
    </message>
    <message>
        <source>“%1” cannot be used. The sound comes from the system&apos;s own loudspeaker.</source>
        <extracomment>%1 is the name of a loudspeaker</extracomment>
        <translation>„%1“ lässt sich nicht benutzen. Der Ton kommt aus dem Standardlautsprecher.</translation>
    </message>
    <message>
        <source>“%1” cannot be used, perhaps because of another program. “%2” is in use.</source>
        <extracomment>%1 and %2 are names of microphones or cameras</extracomment>
        <translation>„%1“ lässt sich nicht benutzen, vielleicht wegen eines anderen Programms. Benutzt wird „%2“.</translation>
    </message>
    <message>
        <source>The screen could not be shared.</source>
        <translation>Der Bildschirm konnte nicht freigegeben werden.</translation>
    </message>
    <message>
        <source>The loudspeaker cannot be used. Choose another one under Devices.</source>
        <translation>Der Lautsprecher ist nicht nutzbar. Wählen Sie unter Geräte einen anderen.</translation>
    </message>
    <message>
        <source>The system does not let Sprechtag use the microphone. Allow it in the system&apos;s settings.</source>
        <translation>Das System lässt Sprechtag das Mikrofon nicht nutzen. Erlauben Sie es in den Einstellungen des Systems.</translation>
    </message>
    <message>
        <source>The system does not let Sprechtag use the camera. Allow it in the system&apos;s settings.</source>
        <translation>Das System lässt Sprechtag die Kamera nicht nutzen. Erlauben Sie es in den Einstellungen des Systems.</translation>
    </message>
    <message>
        <source>No microphone was found. You can see and hear, but are not heard.</source>
        <translation>Es wurde kein Mikrofon gefunden. Sie sehen und hören, werden aber nicht gehört.</translation>
    </message>
    <message>
        <source>No camera was found. You can see and hear, but are not seen.</source>
        <translation>Es wurde keine Kamera gefunden. Sie sehen und hören, werden aber nicht gesehen.</translation>
    </message>
    <message>
        <source>Another program uses the microphone. End it there, then switch it on here again.</source>
        <translation>Ein anderes Programm nutzt das Mikrofon. Beenden Sie es dort und schalten Sie das Mikrofon hier wieder ein.</translation>
    </message>
    <message>
        <source>Another program uses the camera. End it there, then switch it on here again.</source>
        <translation>Ein anderes Programm nutzt die Kamera. Beenden Sie es dort und schalten Sie die Kamera hier wieder ein.</translation>
    </message>
    <message>
        <source>This installation shows no calls. Please tell your administrator.</source>
        <translation>Diese Installation zeigt keine Gespräche. Bitte verständigen Sie Ihre IT.</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>This computer is too slow for a background: your room can be seen now. The conversation goes on.</source>
        <translation>Dieser Computer ist für einen Hintergrund zu langsam: Ihr Raum ist jetzt zu sehen. Das Gespräch geht weiter.</translation>
    </message>
    <message>
        <source>The background cannot be shown on this computer: your room can be seen.</source>
        <translation>Der Hintergrund lässt sich auf diesem Computer nicht zeigen: Ihr Raum ist zu sehen.</translation>
    </message>
    <message>
        <source>As it is</source>
        <extracomment>what is behind the clerk in the picture: the room as it is</extracomment>
        <translation>Wie er ist</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Unscharf</translation>
    </message>
    <message>
        <source>Picture of the authority</source>
        <translation>Bild der Behörde</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::DocumentList</name>
    <message>
        <source>The file cannot be dragged from here. Save it instead.</source>
        <translation>Diese Datei lässt sich nicht herausziehen. Speichern Sie sie stattdessen.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::DocumentsPanel</name>
    <message>
        <source>PDF, JPEG or PNG, up to 25 MB each. All of it is erased when the visit ends; save what belongs to the matter.</source>
        <translation>PDF, JPEG oder PNG, je bis 25 MB. Alles wird gelöscht, wenn der Besuch endet; speichern Sie, was zum Vorgang gehört.</translation>
    </message>
    <message>
        <source>A&amp;ccept</source>
        <translation>A&amp;nnehmen</translation>
    </message>
    <message>
        <source>Re&amp;fuse</source>
        <translation>Ab&amp;lehnen</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>S&amp;peichern</translation>
    </message>
    <message>
        <source>Take bac&amp;k</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>Hand over a fi&amp;le…</source>
        <translation>Datei überge&amp;ben …</translation>
    </message>
    <message>
        <source>Files of this visit</source>
        <translation>Dateien dieses Besuchs</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <extracomment>%1 is a path</extracomment>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>The visitor hands over %1. Accept or refuse it.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>%1 wird Ihnen übergeben. Nehmen Sie die Datei an oder lehnen Sie sie ab.</translation>
    </message>
    <message>
        <source>Hand over a file</source>
        <translation>Datei übergeben</translation>
    </message>
    <message>
        <source>Documents and pictures (*.pdf *.jpg *.jpeg *.png)</source>
        <translation>Dokumente und Bilder (*.pdf *.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>F&amp;iles (%1)</source>
        <extracomment>a button; %1 is how many files wait</extracomment>
        <translation>Date&amp;ien (%1)</translation>
    </message>
    <message>
        <source>F&amp;iles</source>
        <translation>Date&amp;ien</translation>
    </message>
    <message>
        <source>Look at it tog&amp;ether</source>
        <translation>Z&amp;eigen</translation>
    </message>
    <message>
        <source>&amp;End looking together</source>
        <translation>Zeigen b&amp;eenden</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::ForecastsPage</name>
    <message>
        <source>Whoever draws a number reads how long the wait is likely to be. Here is how often the call then came within that range.</source>
        <translation>Wer eine Nummer zieht, liest, wie lange es voraussichtlich dauert. Hier steht, wie oft der Aufruf dann in dieser Spanne kam.</translation>
    </message>
    <message>
        <source>Forecasts of the wait</source>
        <translation>Wartezeit-Prognosen</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Büro</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>A&amp;ktualisieren</translation>
    </message>
    <message>
        <source>Where less than %1 % are right: does the length of each concern fit, and the length of a visit that the office has typed? Does everybody who serves stand at a desk of this office, and are breaks told?</source>
        <extracomment>%1 is a number: of a hundred waits so many should be right</extracomment>
        <translation>Wo weniger als %1 % eintreffen: Passt die Dauer der einzelnen Anliegen und die im Büro eingetragene Dauer eines Besuchs? Sind alle, die bedienen, in diesem Büro angemeldet, und werden Pausen eingetragen?</translation>
    </message>
    <message>
        <source>too few</source>
        <extracomment>fewer than five waits: not told</extracomment>
        <translation>zu wenige</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>%1 is a number</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1, less than %2 %</source>
        <extracomment>for screen readers: %1 such as &quot;62 %&quot;, %2 a number</extracomment>
        <translation>%1, weniger als %2 %</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::GuestsPanel</name>
    <message>
        <source>&amp;Invite a guest</source>
        <translation>Gast &amp;einladen</translation>
    </message>
    <message>
        <source>Copy the lin&amp;k</source>
        <translation>Lin&amp;k kopieren</translation>
    </message>
    <message>
        <source>&amp;Let in</source>
        <translation>Ein&amp;lassen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Entfe&amp;rnen</translation>
    </message>
    <message>
        <source>Lock &amp;microphone</source>
        <translation>&amp;Mikrofon sperren</translation>
    </message>
    <message>
        <source>Lock &amp;camera</source>
        <translation>&amp;Kamera sperren</translation>
    </message>
    <message>
        <source>The link as a picture for a phone</source>
        <translation>Der Link als Bild für ein Telefon</translation>
    </message>
    <message>
        <source>Guests of this conversation</source>
        <translation>Gäste dieses Gesprächs</translation>
    </message>
    <message>
        <source>The link is copied.</source>
        <translation>Der Link ist kopiert.</translation>
    </message>
    <message>
        <source>%1 is at the door. Nobody hears or sees the guest before you let them in.</source>
        <extracomment>%1 is a name</extracomment>
        <translation>%1 wartet auf Einlass. Vor Ihrem Klick hört und sieht den Gast niemand.</translation>
    </message>
    <message>
        <source>Five people are in the conversation already.</source>
        <translation>Im Gespräch sind schon fünf Personen.</translation>
    </message>
    <message>
        <source>&amp;Refuse</source>
        <translation>Ab&amp;weisen</translation>
    </message>
    <message>
        <source>Unlock &amp;microphone</source>
        <translation>&amp;Mikrofon freigeben</translation>
    </message>
    <message>
        <source>Unlock &amp;camera</source>
        <translation>&amp;Kamera freigeben</translation>
    </message>
    <message>
        <source>&amp;Guests (%1)</source>
        <extracomment>a button; %1 is how many guests wait to be let in</extracomment>
        <translation>&amp;Gäste (%1)</translation>
    </message>
    <message>
        <source>&amp;Guests</source>
        <translation>&amp;Gäste</translation>
    </message>
    <message>
        <source>Code: %1. It opens once, until %2.</source>
        <extracomment>%1 is a code to be read aloud, %2 a time of the day</extracomment>
        <translation>Code: %1. Er gilt einmal, bis %2 Uhr.</translation>
    </message>
    <message>
        <source>In&amp;terpreter …</source>
        <translation>Dolme&amp;tschen …</translation>
    </message>
    <message>
        <source>From the &amp;waiting area</source>
        <translation>Aus dem &amp;Wartebereich dazuholen</translation>
    </message>
    <message>
        <source>%1 does not come in and goes on waiting.</source>
        <extracomment>%1 is a name or a number</extracomment>
        <translation>%1 kommt nicht dazu und wartet weiter.</translation>
    </message>
    <message>
        <source>%1 is asked to come in.</source>
        <extracomment>%1 is a number, perhaps with a name</extracomment>
        <translation>%1 wird gefragt.</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Niemand wartet</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>Zu&amp;rücknehmen</translation>
    </message>
    <message>
        <source>Ring a colleague…</source>
        <translation>Kollegen anrufen …</translation>
    </message>
    <message>
        <source>&amp;Stop ringing</source>
        <extracomment>a colleague is being rung, and shall not be any more</extracomment>
        <translation>Anruf &amp;beenden</translation>
    </message>
    <message>
        <source>&amp;Bring in</source>
        <extracomment>whoever talks with the clerk alone comes into the conversation</extracomment>
        <translation>&amp;Dazuholen</translation>
    </message>
    <message>
        <source>&amp;Hang up</source>
        <extracomment>the talk with a colleague alone</extracomment>
        <translation>Auf&amp;legen</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::HolidayForesight</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Public holiday</source>
        <translation>Feiertag</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::HoursEditor</name>
    <message>
        <source>Remove this period</source>
        <translation>Diesen Zeitraum entfernen</translation>
    </message>
    <message>
        <source>Another period</source>
        <translation>Weiterer Zeitraum</translation>
    </message>
    <message>
        <source>valid from</source>
        <translation>gültig ab</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>always</source>
        <extracomment>an example of a date</extracomment>
        <translation>immer</translation>
    </message>
    <message>
        <source>virtual</source>
        <translation>virtuell</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>vor Ort</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>Such as 08:00–12:00, 13:30–18:00</source>
        <translation>Zum Beispiel 08:00–12:00, 13:30–18:00</translation>
    </message>
    <message>
        <source>Period of the year</source>
        <translation>Zeitraum im Jahr</translation>
    </message>
    <message>
        <source>%1, %2, virtual</source>
        <extracomment>for screen readers: %1 is a field, %2 a weekday</extracomment>
        <translation>%1, %2, virtuell</translation>
    </message>
    <message>
        <source>%1, %2, in person</source>
        <extracomment>for screen readers: %1 is a field, %2 a weekday</extracomment>
        <translation>%1, %2, vor Ort</translation>
    </message>
    <message>
        <source>The hours (%1) cannot be read. Write them such as 08:00–12:00, 13:30–18:00.</source>
        <extracomment>%1 is a period such as &quot;always&quot;</extracomment>
        <translation>Die Zeiten (%1) sind nicht lesbar. Schreiben Sie sie etwa so: 08:00–12:00, 13:30–18:00.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::HoursForesight</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>virtual</source>
        <translation>virtuell</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>vor Ort</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Hours that nobody staffs</source>
        <translation>Zeiten ohne Besetzung</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Somebody is there in all virtual hours of the next two weeks.</source>
        <translation>In allen virtuellen Zeiten der nächsten zwei Wochen ist jemand eingeteilt.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::InterpreterDialog</name>
    <message>
        <source>&amp;Make a code</source>
        <translation>&amp;Code erstellen</translation>
    </message>
    <message>
        <source>Ask an interpreter</source>
        <translation>Zum Dolmetschen bitten</translation>
    </message>
    <message>
        <source>Interpreters</source>
        <translation>Dolmetschen</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>all languages</source>
        <translation>alle Sprachen</translation>
    </message>
    <message>
        <source>The list is being read …</source>
        <translation>Die Liste wird gelesen …</translation>
    </message>
    <message>
        <source>Nobody is on the list. The administration keeps it.</source>
        <translation>Niemand steht auf der Liste. Die Verwaltung pflegt sie.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::LastWordsDialog</name>
    <message>
        <source>&amp;Close the office</source>
        <translation>Büro &amp;schließen</translation>
    </message>
    <message>
        <source>Close %1 at once</source>
        <extracomment>%1 is an office</extracomment>
        <translation>%1 sofort schließen</translation>
    </message>
    <message>
        <source>What those who wait read. Left empty, they read the prepared sentence in their own language.</source>
        <translation>Das lesen die Wartenden. Bleibt das Feld leer, lesen sie den vorbereiteten Satz in ihrer Sprache.</translation>
    </message>
    <message>
        <source>The office is still open. %1</source>
        <extracomment>%1 is a sentence that says why</extracomment>
        <translation>Das Büro ist noch geöffnet. %1</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::LeaveDialog</name>
    <message>
        <source>You still staff an office.</source>
        <translation>Sie besetzen noch ein Büro.</translation>
    </message>
    <message>
        <source>You have called %1.</source>
        <extracomment>%1 is a number and a name such as B 017 · Kim</extracomment>
        <translation>Sie haben %1 aufgerufen.</translation>
    </message>
    <message>
        <source>You are talking with %1.</source>
        <translation>Sie sind im Gespräch mit %1.</translation>
    </message>
    <message>
        <source>The call ends, this person goes back to the front of the lobby, and you leave your desks.</source>
        <translation>Das Gespräch endet, die Person kommt im Wartebereich wieder an die erste Stelle, und Sie verlassen Ihren Platz.</translation>
    </message>
    <message>
        <source>You leave your desks. Nobody loses their place in the lobby.</source>
        <translation>Sie verlassen Ihren Platz. Wer wartet, behält seinen Platz im Wartebereich.</translation>
    </message>
    <message>
        <source>Quit Sprechtag</source>
        <translation>Sprechtag beenden</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>&amp;Abmelden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Changes in the administration are not stored yet.</source>
        <translation>Änderungen in der Verwaltung sind noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>What is not stored is lost.</source>
        <translation>Was nicht gespeichert ist, geht verloren.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::LineNotice</name>
    <message>
        <source>Turn the video off?</source>
        <extracomment>a button beside the sentence that the line is weak</extracomment>
        <translation>Video ausschalten?</translation>
    </message>
    <message>
        <source>It is being tried further. You can write to each other, ask for a number to call back, or hand the person back to the lobby.</source>
        <translation>Es wird weiter versucht. Sie können einander schreiben, nach einer Rückrufnummer fragen oder die Person in den Wartebereich zurückgeben.</translation>
    </message>
    <message>
        <source>The line is bad: your picture is not being sent, so that the sound comes through.</source>
        <translation>Die Leitung ist schlecht: Ihr Bild wird nicht übertragen, damit der Ton durchkommt.</translation>
    </message>
    <message>
        <source>The line is bad. Without video the sound is better.</source>
        <translation>Die Leitung ist schlecht. Ohne Video ist der Ton besser.</translation>
    </message>
    <message>
        <source>The line is weak.</source>
        <translation>Die Leitung ist schwach.</translation>
    </message>
    <message>
        <source>Line: good</source>
        <translation>Leitung: gut</translation>
    </message>
    <message>
        <source>Line: weak</source>
        <translation>Leitung: schwach</translation>
    </message>
    <message>
        <source>Line: bad</source>
        <translation>Leitung: schlecht</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::LobbyPanel</name>
    <message>
        <source>Lobby</source>
        <translation>Wartebereich</translation>
    </message>
    <message>
        <source>All my open offices</source>
        <translation>Alle meine offenen Büros</translation>
    </message>
    <message>
        <source>This office is closed. Open it with its switch on the left.</source>
        <translation>Dieses Büro ist geschlossen. Öffnen Sie es mit dem Schalter links.</translation>
    </message>
    <message>
        <source>Open an office with its switch on the left. Whoever draws a number there appears here.</source>
        <translation>Öffnen Sie links ein Büro mit seinem Schalter. Wer dort eine Nummer zieht, erscheint hier.</translation>
    </message>
    <message>
        <source>Nobody is waiting. You will be told when somebody comes.</source>
        <translation>Niemand wartet. Sie werden benachrichtigt, wenn jemand kommt.</translation>
    </message>
    <message numerus="yes">
        <source>%n parked</source>
        <extracomment>%n people are parked</extracomment>
        <translation>
            <numerusform>%n geparkt</numerusform>
            <numerusform>%n geparkt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed</source>
        <extracomment>%n people did not come when they were called</extracomment>
        <translation>
            <numerusform>%n verpasst</numerusform>
            <numerusform>%n verpasst</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::MainWindow</name>
    <message>
        <source>&amp;Lobby</source>
        <translation>&amp;Wartebereich</translation>
    </message>
    <message>
        <source>&amp;Conversation</source>
        <translation>&amp;Gespräch</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Verbinde …</translation>
    </message>
    <message>
        <source>Connection lost – connecting again …</source>
        <translation>Verbindung verloren – verbinde neu …</translation>
    </message>
    <message>
        <source>The server cannot prove who it is: not connected. Please tell your administrator.</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut: keine Verbindung. Bitte verständigen Sie Ihre IT.</translation>
    </message>
    <message>
        <source>The server cannot be reached – trying again …</source>
        <translation>Server nicht erreichbar – versuche es weiter …</translation>
    </message>
    <message>
        <source>The server restarts – connecting again …</source>
        <translation>Der Server startet neu – verbinde neu …</translation>
    </message>
    <message>
        <source>About Sprechtag</source>
        <translation>Über Sprechtag</translation>
    </message>
    <message>
        <source>The virtual citizens&apos; office. Free software under the EUPL-1.2.</source>
        <translation>Das virtuelle Bürgerbüro. Freie Software unter der EUPL-1.2.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::MessageDialog</name>
    <message>
        <source>Message to people who wait</source>
        <translation>Nachricht an Wartende</translation>
    </message>
    <message>
        <source>Words of your own …</source>
        <translation>Eigener Text …</translation>
    </message>
    <message numerus="yes">
        <source>Everybody in %1 (%n person(s))</source>
        <extracomment>%n people, %1 is an office</extracomment>
        <translation>
            <numerusform>Alle in %1 (%n Person)</numerusform>
            <numerusform>Alle in %1 (%n Personen)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>&amp;To:</source>
        <translation>&amp;An:</translation>
    </message>
    <message>
        <source>&amp;Message:</source>
        <translation>&amp;Nachricht:</translation>
    </message>
    <message>
        <source>Te&amp;xt:</source>
        <translation>&amp;Text:</translation>
    </message>
    <message>
        <source>Everybody reads this in the own language.</source>
        <translation>Alle lesen das in ihrer eigenen Sprache.</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>Der Text ist zu lang.</translation>
    </message>
    <message>
        <source>Sent as you write it, without translation. It goes when the visit ends.</source>
        <translation>Wird so gesendet, wie Sie es schreiben, ohne Übersetzung, und mit dem Besuch gelöscht.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::NewPasswordPage</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Choose your own password</source>
        <translation>Wählen Sie Ihr eigenes Passwort</translation>
    </message>
    <message>
        <source>You have signed in with a start password, which somebody else has given to you. From now on only you know your password: at least 8 characters, without your user name, and none that is often used. Four words that do not belong together are easy to keep in mind.</source>
        <translation>Sie haben sich mit einem Startpasswort angemeldet, das Ihnen jemand anderes gegeben hat. Ihr Passwort kennen ab jetzt nur Sie: mindestens 8 Zeichen, ohne Ihren Anmeldenamen, und keines, das oft verwendet wird. Vier Wörter, die nicht zusammengehören, lassen sich gut merken.</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>&amp;Neues Passwort</translation>
    </message>
    <message>
        <source>New password, &amp;once more</source>
        <translation>Neues Passwort, noch &amp;einmal</translation>
    </message>
    <message>
        <source>Storing …</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Store and sign in</source>
        <translation>Speichern und anmelden</translation>
    </message>
    <message>
        <source>Please fill in your new password.</source>
        <translation>Bitte geben Sie Ihr neues Passwort ein.</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>Die beiden Passwörter sind nicht gleich.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::Notice</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::OfficePanel</name>
    <message>
        <source>All my open offices</source>
        <translation>Alle meine offenen Büros</translation>
    </message>
    <message>
        <source>My offices</source>
        <translation>Meine Büros</translation>
    </message>
    <message>
        <source>You staff no office. Offices and accounts are made in the menu Sprechtag, under Administration.</source>
        <translation>Sie arbeiten in keinem Büro. Büros und Konten legen Sie im Menü Sprechtag unter Verwaltung an.</translation>
    </message>
    <message>
        <source>You staff no office yet. Your administrator puts you into the staff of one.</source>
        <translation>Sie arbeiten noch in keinem Büro. Ihre Administration ordnet Sie einem zu.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::OfficeRowView</name>
    <message>
        <source>%1: open</source>
        <extracomment>%1 is an office; a switch that opens and closes it</extracomment>
        <translation>%1: geöffnet</translation>
    </message>
    <message>
        <source>Close the office</source>
        <translation>Büro schließen</translation>
    </message>
    <message>
        <source>Open the office</source>
        <translation>Büro öffnen</translation>
    </message>
    <message>
        <source>More about %1</source>
        <extracomment>%1 is an office; a button with a menu</extracomment>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Stop giving out numbers</source>
        <translation>Annahme stoppen</translation>
    </message>
    <message>
        <source>Give out numbers again</source>
        <translation>Annahme fortsetzen</translation>
    </message>
    <message>
        <source>Leave the desk</source>
        <translation>Platz verlassen</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>Schließen …</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::OfficeTables</name>
    <message>
        <source>Such as 24.12.2026</source>
        <translation>Zum Beispiel 24.12.2026</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Head of this office</source>
        <translation>Leitet dieses Büro</translation>
    </message>
    <message>
        <source>May call by name</source>
        <translation>Ruft namentlich auf</translation>
    </message>
    <message>
        <source>May call somebody else than the next person</source>
        <translation>Darf jemand anderen als die nächste Person aufrufen</translation>
    </message>
    <message>
        <source>Every week on</source>
        <translation>Jede Woche am</translation>
    </message>
    <message>
        <source>(on a date)</source>
        <translation>(an einem Datum)</translation>
    </message>
    <message>
        <source>or on the date</source>
        <translation>oder am Datum</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Such as 08:00–12:00; nothing on a date: away</source>
        <translation>Zum Beispiel 08:00–12:00; leer an einem Datum: abwesend</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>virtual only</source>
        <translation>nur virtuell</translation>
    </message>
    <message>
        <source>in person only</source>
        <translation>nur vor Ort</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Included; empty: one day</source>
        <translation>Einschließlich; leer: ein Tag</translation>
    </message>
    <message>
        <source>for</source>
        <translation>für</translation>
    </message>
    <message>
        <source>Such as 08:00–12:00; nothing: closed</source>
        <translation>Zum Beispiel 08:00–12:00; leer: geschlossen</translation>
    </message>
    <message>
        <source>in addition</source>
        <translation>zusätzlich</translation>
    </message>
    <message>
        <source>Beside the hours of the day, not instead of them</source>
        <translation>Neben den Zeiten des Tages, nicht an deren Stelle</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Citizens read it</source>
        <translation>Bürgerinnen und Bürger lesen das</translation>
    </message>
    <message>
        <source>every year</source>
        <translation>jedes Jahr</translation>
    </message>
    <message>
        <source>closed from</source>
        <translation>geschlossen ab</translation>
    </message>
    <message>
        <source>Such as 12:00; empty: all day</source>
        <translation>Zum Beispiel 12:00; leer: ganztägig</translation>
    </message>
    <message>
        <source>Such as 08:00–12:00</source>
        <translation>Etwa 08:00–12:00</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::OrderButtons</name>
    <message>
        <source>There is no connection to the server. You can go on when it is back.</source>
        <translation>Es besteht keine Verbindung zum Server. Sobald sie wieder da ist, geht es hier weiter.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::Orders</name>
    <message>
        <source>Message sent.</source>
        <translation>Nachricht gesendet.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <extracomment>ends the hold</extracomment>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Put on &amp;hold</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>The visitor would rather not show an identity document.</source>
        <translation>Die Person im Gespräch möchte keinen Ausweis zeigen.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::ParkDialog</name>
    <message>
        <source>Fills in a &amp;form</source>
        <translation>Füllt ein &amp;Formular aus</translation>
    </message>
    <message>
        <source>Fetches &amp;papers</source>
        <translation>Holt &amp;Unterlagen</translation>
    </message>
    <message>
        <source>Has something &amp;else to do</source>
        <translation>Hat etwas &amp;anderes zu erledigen</translation>
    </message>
    <message>
        <source> min</source>
        <extracomment>minutes, behind a number</extracomment>
        <translation> Min.</translation>
    </message>
    <message>
        <source>Park %1</source>
        <extracomment>%1 is a number such as B 017</extracomment>
        <translation>%1 parken</translation>
    </message>
    <message>
        <source>The conversation pauses and you are free for others. Who is ready comes before new numbers.</source>
        <translation>Das Gespräch ruht, Sie sind frei für andere. Wer fertig ist, kommt vor neuen Nummern dran.</translation>
    </message>
    <message>
        <source>&amp;Remind me after:</source>
        <translation>E&amp;rinnern nach:</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Parken</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::PriorityDialog</name>
    <message>
        <source>None</source>
        <translation>Kein Vorrang</translation>
    </message>
    <message>
        <source>1 – before all other priorities</source>
        <translation>1 – vor allen anderen</translation>
    </message>
    <message>
        <source>2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>3</source>
        <translation>3</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>%1 is called before people who came earlier.</source>
        <extracomment>%1 is a number such as B 017</extracomment>
        <translation>%1 wird vor Personen aufgerufen, die früher da waren.</translation>
    </message>
    <message>
        <source>&amp;Priority:</source>
        <translation>&amp;Vorrang:</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Grund:</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::RecoveryCodesDialog</name>
    <message>
        <source>I have &amp;kept these codes in a safe place</source>
        <translation>Ich habe diese Codes sicher &amp;aufbewahrt</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Wiederherstellungscodes</translation>
    </message>
    <message>
        <source>If you lose your phone, each of these codes lets you in once in place of the code of the app. They are never shown again: print them, or save them where nobody else reads them, but not on this phone.</source>
        <translation>Wenn Sie Ihr Telefon verlieren, lässt jeder dieser Codes Sie einmal anstelle des Codes der App hinein. Sie werden nie wieder gezeigt: Drucken Sie sie aus oder speichern Sie sie, wo niemand sonst sie liest, aber nicht auf diesem Telefon.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save …</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>Save the recovery codes</source>
        <translation>Wiederherstellungscodes speichern</translation>
    </message>
    <message>
        <source>The codes could not be saved there. Choose another place.</source>
        <translation>Dort lassen sich die Codes nicht speichern. Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::RingBar</name>
    <message>
        <source>%1 Accept with %2, decline with %3.</source>
        <extracomment>%1 is who rings and why, %2 and %3 are keys</extracomment>
        <translation>%1 Annehmen mit %2, ablehnen mit %3.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::RowsEditor</name>
    <message>
        <source>&amp;Add a row</source>
        <translation>&amp;Zeile hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove the row</source>
        <translation>Zeile entf&amp;ernen</translation>
    </message>
    <message>
        <source>Row %1 cannot be read.</source>
        <translation>Zeile %1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Add a row to: %1</source>
        <extracomment>for screen readers; %1 is the name of a list</extracomment>
        <translation>Zeile hinzufügen zu: %1</translation>
    </message>
    <message>
        <source>Remove the row from: %1</source>
        <extracomment>for screen readers; %1 is the name of a list</extracomment>
        <translation>Zeile entfernen aus: %1</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>(no longer there)</source>
        <translation>(nicht mehr vorhanden)</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::SecondFactorPage</name>
    <message>
        <source>Or &amp;type this key into the app</source>
        <translation>Oder diesen Schlüssel in die App ein&amp;tippen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>QR code for the app on your phone; the key below says the same</source>
        <translation>QR-Code für die App auf Ihrem Telefon; der Schlüssel darunter sagt dasselbe</translation>
    </message>
    <message>
        <source>Set up your second factor</source>
        <translation>Zweiten Faktor einrichten</translation>
    </message>
    <message>
        <source>Your authority asks for a second factor. Open an authenticator app on your phone, scan this picture with it, and enter the six figures that it shows.</source>
        <translation>Ihre Behörde verlangt einen zweiten Faktor. Öffnen Sie auf Ihrem Telefon eine Authenticator-App, scannen Sie damit dieses Bild und geben Sie die sechs Ziffern ein, die sie zeigt.</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>Enter the six figures that the app on your phone shows now.</source>
        <translation>Geben Sie die sechs Ziffern ein, die die App auf Ihrem Telefon jetzt zeigt.</translation>
    </message>
    <message>
        <source>Enter one of the recovery codes that you kept. Each of them works once.</source>
        <translation>Geben Sie einen der Wiederherstellungscodes ein, die Sie aufbewahrt haben. Jeder gilt einmal.</translation>
    </message>
    <message>
        <source>&amp;Code of the app</source>
        <translation>&amp;Code der App</translation>
    </message>
    <message>
        <source>Recovery &amp;code</source>
        <translation>Wiederherstellungs&amp;code</translation>
    </message>
    <message>
        <source>Use a &amp;recovery code</source>
        <translation>&amp;Wiederherstellungscode verwenden</translation>
    </message>
    <message>
        <source>Use the app on the &amp;phone</source>
        <translation>A&amp;pp auf dem Telefon verwenden</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Anmeldung läuft …</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>The code has six figures.</source>
        <translation>Der Code hat sechs Ziffern.</translation>
    </message>
    <message>
        <source>A recovery code has sixteen letters and figures.</source>
        <translation>Ein Wiederherstellungscode hat sechzehn Buchstaben und Ziffern.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::SetupPage</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Set up a new server</source>
        <translation>Neuen Server einrichten</translation>
    </message>
    <message>
        <source>The first start of the server has printed a one-time token. Whoever has it becomes the first administrator, and makes offices and accounts afterwards.</source>
        <translation>Der erste Start des Servers hat einen Einmalcode ausgegeben. Wer ihn hat, wird erste Administratorin oder erster Administrator und legt danach Büros und Konten an.</translation>
    </message>
    <message>
        <source>Ser&amp;ver of your authority</source>
        <translation>Ser&amp;ver Ihrer Behörde</translation>
    </message>
    <message>
        <source>One-time &amp;token</source>
        <translation>&amp;Einmalcode</translation>
    </message>
    <message>
        <source>Your name, as &amp;citizens read it</source>
        <translation>Ihr Name, wie ihn die &amp;Bürgerinnen und Bürger lesen</translation>
    </message>
    <message>
        <source>User &amp;name, to sign in with</source>
        <translation>Anmelde&amp;name</translation>
    </message>
    <message>
        <source>&amp;Password, at least 8 characters</source>
        <translation>&amp;Passwort, mindestens 8 Zeichen</translation>
    </message>
    <message>
        <source>Password, &amp;once more</source>
        <translation>Passwort, noch ein&amp;mal</translation>
    </message>
    <message>
        <source>Setting up …</source>
        <translation>Wird eingerichtet …</translation>
    </message>
    <message>
        <source>Set up and sign in</source>
        <translation>Einrichten und anmelden</translation>
    </message>
    <message>
        <source>Please fill in all fields.</source>
        <translation>Bitte füllen Sie alle Felder aus.</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>Die beiden Passwörter sind nicht gleich.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::ShareBar</name>
    <message>
        <source>Paused: the visitor keeps seeing the last picture.</source>
        <translation>Angehalten: das Gegenüber sieht weiter das letzte Bild.</translation>
    </message>
    <message>
        <source>Your screen is shown to the visitor.</source>
        <translation>Ihr Bildschirm wird gezeigt.</translation>
    </message>
    <message>
        <source>Go on &amp;sharing</source>
        <translation>Freigabe &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Pa&amp;use the sharing</source>
        <translation>Freigabe an&amp;halten</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>Freigabe beenden</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::SignInPage</name>
    <message>
        <source>&amp;Stay signed in on this computer</source>
        <translation>Auf diesem Computer an&amp;gemeldet bleiben</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in to Sprechtag</source>
        <translation>Bei Sprechtag anmelden</translation>
    </message>
    <message>
        <source>Ser&amp;ver of your authority</source>
        <translation>Ser&amp;ver Ihrer Behörde</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Anmeldung läuft …</translation>
    </message>
    <message>
        <source>Please fill in server, name and password.</source>
        <translation>Bitte geben Sie Server, Name und Passwort an.</translation>
    </message>
    <message>
        <source>User &amp;name</source>
        <translation>Benutzer&amp;name</translation>
    </message>
    <message>
        <source>Set up a ne&amp;w server …</source>
        <translation>Neuen Server einri&amp;chten …</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::StockButton</name>
    <message>
        <source>Fo&amp;rm of the office…</source>
        <translation>Fo&amp;rmular des Büros …</translation>
    </message>
    <message>
        <source>Opens a form that the office has ready: the visitor sees it at once, and both fill it in.</source>
        <translation>Öffnet ein Formular, das das Büro bereithält: Die Besucherin oder der Besucher sieht es sofort, und beide füllen es aus.</translation>
    </message>
    <message>
        <source>The form is open. The visitor sees it, too.</source>
        <translation>Das Formular ist offen. Die andere Seite sieht es auch.</translation>
    </message>
    <message>
        <source>The paper is shown. The visitor sees it, too.</source>
        <translation>Das Blatt wird gezeigt. Die andere Seite sieht es auch.</translation>
    </message>
    <message>
        <source>Without fields: to look at together</source>
        <translation>Ohne Felder: zum gemeinsamen Ansehen</translation>
    </message>
    <message>
        <source>This office has no forms ready. The head of office adds them in the administration.</source>
        <translation>Dieses Büro hält keine Formulare bereit. Die Büroleitung fügt sie in der Verwaltung hinzu.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::TextPanel</name>
    <message>
        <source>Is sent as soon as the line to the server stands again.</source>
        <translation>Wird gesendet, sobald die Verbindung zum Server wieder steht.</translation>
    </message>
    <message>
        <source>The other side reads &amp;along</source>
        <translation>Andere Seite liest &amp;mit</translation>
    </message>
    <message>
        <source>Se&amp;nd</source>
        <translation>Se&amp;nden</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>Was geschrieben wurde</translation>
    </message>
    <message>
        <source>You</source>
        <extracomment>who wrote a line: the clerk who reads this</extracomment>
        <translation>Sie</translation>
    </message>
    <message>
        <source>%1 is writing …</source>
        <extracomment>%1 is a name or number</extracomment>
        <translation>%1 schreibt …</translation>
    </message>
    <message>
        <source>Message to %1</source>
        <extracomment>%1 is a name or number</extracomment>
        <translation>Nachricht an %1</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <extracomment>opens what the visitor and the clerk write to each other</extracomment>
        <translation>Te&amp;xt</translation>
    </message>
    <message>
        <source>Te&amp;xt (%1)</source>
        <translation>Te&amp;xt (%1)</translation>
    </message>
    <message>
        <source>Letter by letter, while you write. Else a line is read when you have sent it.</source>
        <translation>Buchstabe für Buchstabe, während Sie schreiben. Sonst wird eine Zeile gelesen, wenn Sie sie gesendet haben.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::TownFields</name>
    <message>
        <source>none: only the holidays that all states have</source>
        <translation>keines: nur die Feiertage aller Länder</translation>
    </message>
    <message>
        <source>Such as Europe/Berlin</source>
        <translation>Zum Beispiel Europe/Berlin</translation>
    </message>
    <message>
        <source>Public holidays that the law gives to some towns of a state only</source>
        <translation>Feiertage, die das Gesetz nur manchen Orten eines Landes gibt</translation>
    </message>
    <message>
        <source>Public holidays of this year</source>
        <translation>Feiertage in diesem Jahr</translation>
    </message>
    <message>
        <source>Short names such as de, en; the first is never missing</source>
        <translation>Kürzel wie de, en; die erste Sprache fehlt nie</translation>
    </message>
    <message>
        <source>Who has one of these roles signs in with a code of the phone, too</source>
        <translation>Wer eine dieser Rollen hat, meldet sich zusätzlich mit einem Code vom Telefon an</translation>
    </message>
    <message>
        <source>Words of welcome</source>
        <translation>Begrüßung</translation>
    </message>
    <message>
        <source>While an office is closed</source>
        <translation>Solange ein Büro geschlossen ist</translation>
    </message>
    <message>
        <source>14 digits of the federal catalogue of services, or empty</source>
        <translation>14 Ziffern des Leistungskatalogs, oder leer</translation>
    </message>
    <message>
        <source> min</source>
        <translation> Min.</translation>
    </message>
    <message>
        <source>as the office has it</source>
        <translation>wie im Büro eingestellt</translation>
    </message>
    <message>
        <source>What citizens should have at hand</source>
        <translation>Was Bürgerinnen und Bürger bereithalten sollen</translation>
    </message>
    <message>
        <source>Disabled: may not sign in any more</source>
        <translation>Gesperrt: darf sich nicht mehr anmelden</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Begins each of its numbers, such as B 017</source>
        <translation>Beginnt jede Wartenummer, zum Beispiel B 017</translation>
    </message>
    <message>
        <source>The week</source>
        <translation>Die Woche</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>They win over the week, over public holidays and over closed days</source>
        <translation>Sie gelten vor der Woche, vor Feiertagen und vor Schließtagen</translation>
    </message>
    <message>
        <source>Open on public holidays, too</source>
        <translation>Auch an Feiertagen geöffnet</translation>
    </message>
    <message>
        <source>The next two weeks</source>
        <translation>Die nächsten zwei Wochen</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Empty: those of the authority</source>
        <translation>Leer: der Text der Behörde</translation>
    </message>
    <message>
        <source>While the office is closed</source>
        <translation>Solange das Büro geschlossen ist</translation>
    </message>
    <message>
        <source>Ask citizens for their name</source>
        <translation>Nach dem Namen fragen</translation>
    </message>
    <message>
        <source>Do not show how many people are ahead</source>
        <translation>Nicht zeigen, wie viele vorher dran sind</translation>
    </message>
    <message>
        <source>Conversations through the town&apos;s relay only</source>
        <translation>Gespräche nur über das Relais der Behörde</translation>
    </message>
    <message>
        <source>Kept with every visit; another one whenever citizens agree to other words</source>
        <translation>Wird zu jedem Besuch vermerkt; eine neue, sobald Bürgerinnen und Bürger anderem zustimmen</translation>
    </message>
    <message>
        <source>There is no such time zone. Write a name such as Europe/Berlin.</source>
        <translation>Diese Zeitzone gibt es nicht. Schreiben Sie einen Namen wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>Small letters, figures and . _ - @, without blanks</source>
        <translation>Kleine Buchstaben, Ziffern und . _ - @, ohne Leerzeichen</translation>
    </message>
    <message>
        <source>As clerks find it, and as visitors see the copy</source>
        <translation>So finden es die Mitarbeitenden, und so heißt die Kopie für die Besuchenden</translation>
    </message>
    <message>
        <source>Another file is another form: add it, and take this one away</source>
        <translation>Eine andere Datei ist ein anderes Formular: Fügen Sie es hinzu und nehmen Sie dieses weg</translation>
    </message>
    <message>
        <source>Short names such as tr, ar, uk; gsg is German sign language</source>
        <translation>Kürzel wie tr, ar, uk; gsg ist Deutsche Gebärdensprache</translation>
    </message>
    <message>
        <source>Can be reached</source>
        <translation>Erreichbar</translation>
    </message>
    <message>
        <source>Without hours: by arrangement</source>
        <translation>Ohne Zeiten: nach Vereinbarung</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::TownForm</name>
    <message>
        <source>⚠ %1</source>
        <extracomment>a mistake in a form; told with a sign, so that it is not the colour alone</extracomment>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>To read only: administrators change this.</source>
        <translation>Nur zum Lesen: Ändern kann dies die Administration.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::TransferDialog</name>
    <message>
        <source>Transfer %1</source>
        <extracomment>%1 is a number such as B 017</extracomment>
        <translation>%1 weiterleiten</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>Büros</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Büro</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>People ahead</source>
        <translation>Personen davor</translation>
    </message>
    <message>
        <source>&amp;Ask the citizen</source>
        <extracomment>the citizen is asked to agree to the transfer</extracomment>
        <translation>Person &amp;fragen</translation>
    </message>
    <message>
        <source>The number stays the same, and the place is by the time of arrival. The conversation goes on here until the citizen agrees.</source>
        <translation>Die Nummer bleibt, der Platz richtet sich nach der Ankunft. Das Gespräch geht hier weiter, bis die Person zustimmt.</translation>
    </message>
    <message>
        <source>&amp;Colleague:</source>
        <translation>&amp;Kollegin oder Kollege:</translation>
    </message>
    <message>
        <source>&amp;Note for whoever calls next:</source>
        <translation>&amp;Notiz für den nächsten Aufruf:</translation>
    </message>
    <message>
        <source>Whoever is free</source>
        <translation>Wer gerade frei ist</translation>
    </message>
    <message>
        <source>The note is too long.</source>
        <translation>Die Notiz ist zu lang.</translation>
    </message>
    <message>
        <source>The offices are being asked …</source>
        <translation>Die Büros werden abgefragt …</translation>
    </message>
    <message>
        <source>No other office takes anybody now.</source>
        <translation>Zurzeit nimmt kein anderes Büro jemanden an.</translation>
    </message>
    <message>
        <source>The note goes when the visit ends. Write only what the colleague needs.</source>
        <translation>Die Notiz wird mit dem Besuch gelöscht. Schreiben Sie nur, was für den Aufruf nötig ist.</translation>
    </message>
    <message>
        <source>%1 (absent)</source>
        <extracomment>%1 is the name of a colleague who has left the desk</extracomment>
        <translation>%1 (abwesend)</translation>
    </message>
    <message>
        <source>This colleague has left the desk. Choose somebody else, or whoever is free.</source>
        <translation>Diese Person ist nicht mehr am Platz. Wählen Sie jemand anderen oder „Wer gerade frei ist“.</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::ValuePage</name>
    <message>
        <source>%1 •</source>
        <extracomment>a name in a list: something of it is not stored yet</extracomment>
        <translation>%1 •</translation>
    </message>
    <message>
        <source>Both versions</source>
        <translation>Beide Fassungen</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>My version</source>
        <translation>Meine Fassung</translation>
    </message>
    <message>
        <source>Stored now</source>
        <translation>Jetzt gespeichert</translation>
    </message>
    <message>
        <source>&amp;Load the stored version</source>
        <translation>Gespeicherte Fassung &amp;laden</translation>
    </message>
    <message>
        <source>Store &amp;my version all the same</source>
        <translation>&amp;Meine Fassung trotzdem speichern</translation>
    </message>
    <message>
        <source>New start &amp;password</source>
        <translation>Neues Start&amp;passwort</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>A field cannot be read. Mend it or discard the changes first.</source>
        <translation>Ein Feld ist nicht lesbar. Berichtigen Sie es oder verwerfen Sie zuerst die Änderungen.</translation>
    </message>
    <message>
        <source>Store &amp;my version as a new one</source>
        <translation>&amp;Meine Fassung als neu speichern</translation>
    </message>
    <message>
        <source>What you have not changed stays as it is stored now.</source>
        <translation>Was Sie nicht geändert haben, bleibt so, wie es jetzt gespeichert ist.</translation>
    </message>
    <message>
        <source>Both of you have changed: %1. There your version replaces what is stored.</source>
        <extracomment>%1 is a list of fields</extracomment>
        <translation>Von beiden geändert: %1. Dort ersetzt Ihre Fassung, was gespeichert ist.</translation>
    </message>
    <message>
        <source>New start password</source>
        <translation>Neues Startpasswort</translation>
    </message>
    <message>
        <source>%1 is signed out and cannot sign in any more with the old password.</source>
        <translation>%1 wird abgemeldet und kann sich mit dem alten Passwort nicht mehr anmelden.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reset second &amp;factor</source>
        <translation>Zweiten &amp;Faktor zurücksetzen</translation>
    </message>
    <message>
        <source>For a lost phone: the next sign-in needs the password alone, and sets up a new phone where the role asks for one.</source>
        <translation>Wenn das Telefon verloren ist: Die nächste Anmeldung braucht nur das Passwort; wo die Rolle einen zweiten Faktor verlangt, wird dabei ein neues Telefon eingerichtet.</translation>
    </message>
    <message>
        <source>Reset second factor</source>
        <translation>Zweiten Faktor zurücksetzen</translation>
    </message>
    <message>
        <source>%1 is signed out; the phone and the recovery codes are of no more use.</source>
        <translation>%1 wird abgemeldet. Das Telefon und die Wiederherstellungscodes gelten nicht mehr.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a form: %1 is its name, %2 the office that has it ready</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>sprechtag::clerk::view::WordsEditor</name>
    <message>
        <source>%1, %2</source>
        <extracomment>a field and its language, for screen readers</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
</TS>

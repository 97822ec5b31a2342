<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AdminWords</name>
    <message>
        <source>The password is too short: at least %1 characters.</source>
        <translation>Das Passwort ist zu kurz: Es braucht mindestens %1 Zeichen.</translation>
    </message>
    <message>
        <source>The password is too long: at most %1 characters.</source>
        <translation>Das Passwort ist zu lang: Erlaubt sind höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>The password is not text in UTF-8: save the file anew as UTF-8.</source>
        <translation>Das Passwort ist kein Text in UTF-8: Speichern Sie die Datei neu als UTF-8.</translation>
    </message>
    <message>
        <source>The password is too simple: it repeats one character or contains the login. Choose another.</source>
        <translation>Das Passwort ist zu einfach: Es wiederholt ein Zeichen oder enthält den Anmeldenamen. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>%1: a new account needs a password or a password_file.</source>
        <translation>%1: Ein neues Konto braucht ein password oder eine password_file.</translation>
    </message>
    <message>
        <source>There is not enough memory to protect the passwords. Free some and try again.</source>
        <translation>Der Arbeitsspeicher reicht nicht, um die Passwörter zu schützen. Geben Sie Speicher frei und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The directory %1 cannot be made. Check its path and who may write there.</source>
        <translation>Das Verzeichnis %1 lässt sich nicht anlegen. Prüfen Sie den Pfad und wer dort schreiben darf.</translation>
    </message>
    <message>
        <source>Made %1 and its key %2.</source>
        <translation>%1 und der Schlüssel dazu, %2, sind angelegt.</translation>
    </message>
    <message>
        <source>Keep the key apart from the data and its backups.</source>
        <translation>Bewahren Sie den Schlüssel getrennt von den Daten und deren Sicherungen auf.</translation>
    </message>
    <message>
        <source>There is an administrator already. Ask that person for an account.</source>
        <translation>Es gibt bereits eine Person mit Administrationsrechten. Lassen Sie sich von ihr ein Konto anlegen.</translation>
    </message>
    <message>
        <source>%1 is up to date. Offices: %2, accounts: %3.</source>
        <translation>%1 ist auf dem neuen Stand. Büros: %2, Konten: %3.</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>Whoever guesses tries this password first. Choose another, such as four words that do not belong together.</source>
        <translation>Wer Passwörter rät, versucht dieses zuerst. Wählen Sie ein anderes, etwa vier Wörter, die nicht zusammengehören.</translation>
    </message>
    <message>
        <source>The log of changes was changed by another hand at entry %1.</source>
        <translation>Das Änderungsprotokoll wurde beim Eintrag %1 von fremder Hand verändert.</translation>
    </message>
    <message>
        <source>The log of changes is whole. Entries: %1, hash of the last: %2</source>
        <translation>Das Änderungsprotokoll ist vollständig. Einträge: %1, Prüfsumme des letzten: %2</translation>
    </message>
    <message>
        <source>There is no account with the login %1.</source>
        <translation>Ein Konto mit dem Anmeldenamen %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 is disabled, and its sessions are over.</source>
        <translation>Das Konto %1 ist gesperrt, seine Sitzungen sind beendet.</translation>
    </message>
    <message>
        <source>The second factor of %1 is reset, and every session of this account has ended. Where the role asks for one, the next sign-in sets up a new one.</source>
        <translation>Der zweite Faktor von %1 ist zurückgesetzt, und jede Sitzung dieses Kontos ist beendet. Wo die Rolle einen verlangt, wird bei der nächsten Anmeldung ein neuer eingerichtet.</translation>
    </message>
    <message>
        <source>%1 has no second factor.</source>
        <translation>%1 hat keinen zweiten Faktor.</translation>
    </message>
    <message>
        <source>There is no %1 %2.</source>
        <translation>%1 %2 gibt es nicht.</translation>
    </message>
    <message>
        <source>Stored as version %1.</source>
        <translation>Gespeichert als Fassung %1.</translation>
    </message>
    <message>
        <source>Start password, shown this once:</source>
        <translation>Startpasswort, nur dieses eine Mal gezeigt:</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 is not what it should be, in the field: %2</source>
        <translation>%1 ist nicht, was es sein soll, im Feld: %2</translation>
    </message>
    <message>
        <source>%1 is none of clerk, head_of_office, administrator.</source>
        <translation>%1 ist weder clerk noch head_of_office oder administrator.</translation>
    </message>
    <message>
        <source>It has changed meanwhile: version %1 is stored. Show it, change that and save it.</source>
        <translation>Das wurde inzwischen geändert: Gespeichert ist Fassung %1. Zeigen Sie sie, ändern Sie diese und speichern Sie sie.</translation>
    </message>
    <message>
        <source>One-time token for the first administrator, valid for %1 minutes. Start the server and enter it in the clerk app: Set up a new server …</source>
        <translation>Einmalcode für die erste Administratorin oder den ersten Administrator, %1 Minuten gültig. Starten Sie den Server und geben Sie ihn in der Anwendung ein: Neuen Server einrichten …</translation>
    </message>
    <message>
        <source>%1 is more than one. Say which by its id: %2</source>
        <translation>%1 gibt es mehrmals. Nennen Sie die Kennung: %2</translation>
    </message>
    <message>
        <source>The file is too large: a form has at most 10 MB.</source>
        <translation>Die Datei ist zu groß: Ein Formular hat höchstens 10 MB.</translation>
    </message>
    <message>
        <source>The file is no PDF.</source>
        <translation>Die Datei ist kein PDF.</translation>
    </message>
    <message>
        <source>The PDF is nothing without its programs, or they cannot be taken out of it.</source>
        <translation>Das PDF ist ohne seine Programme leer, oder sie lassen sich nicht daraus entfernen.</translation>
    </message>
    <message>
        <source>The PDF is signed and holds scripts: without them its signature would not hold.</source>
        <translation>Das PDF ist unterschrieben und enthält Skripte: Ohne sie wäre die Unterschrift ungültig.</translation>
    </message>
    <message>
        <source>The PDF needs a password. Save it without one.</source>
        <translation>Das PDF braucht ein Passwort. Speichern Sie es ohne.</translation>
    </message>
    <message>
        <source>The PDF is damaged.</source>
        <translation>Das PDF ist beschädigt.</translation>
    </message>
    <message>
        <source>The PDF has too many pages, or takes too long to check.</source>
        <translation>Das PDF hat zu viele Seiten, oder seine Prüfung dauert zu lange.</translation>
    </message>
    <message>
        <source>The virus scanner has rejected the file.</source>
        <translation>Der Virenscanner hat die Datei abgelehnt.</translation>
    </message>
    <message>
        <source>The file cannot be checked just now.</source>
        <translation>Die Datei kann gerade nicht geprüft werden.</translation>
    </message>
    <message>
        <source>sprechtag-server --help shows how forms are named.</source>
        <translation>sprechtag-server --help zeigt, wie Formulare benannt werden.</translation>
    </message>
    <message>
        <source>fields: %1</source>
        <translation>Felder: %1</translation>
    </message>
    <message>
        <source>Scripts and attachments were taken out of it.</source>
        <translation>Skripte und Anhänge wurden daraus entfernt.</translation>
    </message>
    <message>
        <source>It has no fields: both can look at it, but not fill it in.</source>
        <translation>Es hat keine Felder: Beide können es ansehen, aber nicht ausfüllen.</translation>
    </message>
    <message>
        <source>can be reached now</source>
        <translation>jetzt erreichbar</translation>
    </message>
    <message>
        <source>%1 is none of authority, department, concern, office, account, form, interpreter.</source>
        <translation>%1 ist nichts davon: authority, department, concern, office, account, form, interpreter.</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message>
        <source>The backup is in %1, under the same key as the database.</source>
        <translation>Die Sicherung liegt in %1 und hat denselben Schlüssel wie die Datenbank.</translation>
    </message>
</context>
<context>
    <name>ConfigWords</name>
    <message>
        <source>Without a TURN server nothing can be relayed. Name one in urls.</source>
        <translation>Ohne TURN-Server kann nichts weitergeleitet werden. Nennen Sie einen unter urls.</translation>
    </message>
    <message>
        <source>The file cannot be read. Check its name and its permissions.</source>
        <translation>Die Datei lässt sich nicht lesen. Prüfen Sie ihren Namen und ihre Zugriffsrechte.</translation>
    </message>
    <message>
        <source>certificate and certificate_key belong together: give both or none.</source>
        <translation>certificate und certificate_key gehören zusammen: Geben Sie beide an oder keines.</translation>
    </message>
    <message>
        <source>This is no origin. Write scheme and host only, as browsers do: in lower case, without the usual port, such as https://rathaus.example.</source>
        <translation>Diese Adresse passt nicht. Schreiben Sie nur Protokoll und Rechnernamen, wie Browser es tun: klein, ohne den üblichen Port, etwa https://rathaus.example.</translation>
    </message>
    <message>
        <source>This is no address of a TURN or STUN server. It begins with turn:, turns:, stun: or stuns:.</source>
        <translation>Das ist keine Adresse eines TURN- oder STUN-Servers. Sie beginnt mit turn:, turns:, stun: oder stuns:.</translation>
    </message>
    <message>
        <source>The secret of the TURN server is missing. Name a file that holds it.</source>
        <translation>Das Geheimnis des TURN-Servers fehlt. Nennen Sie eine Datei, die es enthält.</translation>
    </message>
    <message>
        <source>The secret of the TURN server is short enough to be guessed. Give it at least %1 characters, here and there.</source>
        <translation>Das Geheimnis des TURN-Servers ist so kurz, dass es sich erraten lässt. Geben Sie ihm hier wie dort mindestens %1 Zeichen.</translation>
    </message>
    <message>
        <source>This is no address of a virus scanner. Write unix:/run/clamav/clamd.ctl or tcp:127.0.0.1:3310.</source>
        <translation>Das ist keine Adresse eines Virenprüfers. Schreiben Sie unix:/run/clamav/clamd.ctl oder tcp:127.0.0.1:3310.</translation>
    </message>
</context>
<context>
    <name>OptionsWords</name>
    <message>
        <source>Configuration file (default: %1 if it is there).</source>
        <translation>Konfigurationsdatei (sonst %1, wenn es sie gibt).</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Directory of the database.</source>
        <translation>Verzeichnis der Datenbank.</translation>
    </message>
    <message>
        <source>directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>File with the key of the database.</source>
        <translation>Datei mit dem Schlüssel der Datenbank.</translation>
    </message>
    <message>
        <source>Address to listen on.</source>
        <translation>Netzadresse, auf der der Server erreichbar ist.</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Port to listen on; 0 takes any free one.</source>
        <translation>Port, auf dem der Server erreichbar ist; 0 nimmt irgendeinen freien.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>File to write the port into once the server listens.</source>
        <translation>Datei, in die der Port geschrieben wird, sobald der Server erreichbar ist.</translation>
    </message>
    <message>
        <source>Address that citizens type, such as https://rathaus.example.</source>
        <translation>Adresse, die Bürgerinnen und Bürger eingeben, etwa https://rathaus.example.</translation>
    </message>
    <message>
        <source>url</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Directory of the built pages.</source>
        <translation>Verzeichnis der fertigen Webseiten.</translation>
    </message>
    <message>
        <source>Print JSON, for scripts.</source>
        <translation>JSON ausgeben, für Skripte.</translation>
    </message>
    <message>
        <source>Language of what is printed here, de or en (default: that of the system).</source>
        <translation>Sprache dieser Ausgaben, de oder en (sonst die des Systems).</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>What to do; see above.</source>
        <translation>Was zu tun ist; siehe oben.</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>BEFEHL</translation>
    </message>
    <message>
        <source>sprechtag-server --help shows what there is.</source>
        <translation>sprechtag-server --help zeigt, was es gibt.</translation>
    </message>
    <message>
        <source>This is no command: %1.</source>
        <translation>Diesen Befehl gibt es nicht: %1.</translation>
    </message>
    <message>
        <source>--port takes a number from 0 to 65535.</source>
        <translation>--port nimmt eine Zahl von 0 bis 65535.</translation>
    </message>
    <message>
        <source>--language takes de or en.</source>
        <translation>--language nimmt de oder en.</translation>
    </message>
    <message>
        <source>Say where the data is: --data DIRECTORY, or [data] directory in the configuration.</source>
        <translation>Geben Sie an, wo die Daten liegen: --data VERZEICHNIS oder [data] directory in der Konfiguration.</translation>
    </message>
    <message>
        <source>Say where the key is: --key-file FILE, or [data] key_file in the configuration.</source>
        <translation>Geben Sie an, wo der Schlüssel liegt: --key-file DATEI oder [data] key_file in der Konfiguration.</translation>
    </message>
    <message>
        <source>--origin takes scheme and host only, as browsers write them, such as https://rathaus.example.</source>
        <translation>--origin nimmt nur Protokoll und Rechnernamen, wie Browser sie schreiben, etwa https://rathaus.example.</translation>
    </message>
    <message>
        <source>First day of the figures.</source>
        <translation>Erster Tag der Zahlen.</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Last day of the figures.</source>
        <translation>Letzter Tag der Zahlen.</translation>
    </message>
    <message>
        <source>Letter of the office that has issued the number.</source>
        <translation>Buchstabe des Büros, das die Nummer ausgegeben hat.</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>Buchstabe</translation>
    </message>
    <message>
        <source>The number, without the letter.</source>
        <translation>Die Nummer ohne den Buchstaben.</translation>
    </message>
    <message>
        <source>Day on which the number was issued, such as 2026-03-02.</source>
        <translation>Tag, an dem die Nummer ausgegeben wurde, etwa 2026-03-02.</translation>
    </message>
    <message>
        <source>--%1 takes a day, such as 2026-03-02.</source>
        <translation>--%1 nimmt einen Tag, etwa 2026-03-02.</translation>
    </message>
    <message>
        <source>Say whose visit is meant: --office LETTER --number NUMBER --day DAY.</source>
        <translation>Geben Sie an, wessen Besuch gemeint ist: --office BUCHSTABE --number NUMMER --day TAG.</translation>
    </message>
    <message>
        <source>The server of Sprechtag, the virtual citizens&apos; office.

Commands:
  init               make key file and database, print a one-time token
  run                serve citizens and clerks
  backup FILE        copy the database into a new file, also while the server runs
  admin import FILE  bring in offices, clerks and hours from a town file
  admin setup-token  print a new one-time token for the first administrator
  admin list         show offices and accounts
  admin interpreters [LANGUAGE]  show who interprets, those who can be reached now first
  admin export       print all that administrators decide about, as JSON
  admin log          show who changed what
  admin verify-log   check that nobody else has written the log of changes
  admin facts        print what has happened in each office, fact by fact
 admin show KIND [WHICH] print the authority, or a department, concern, office, account, form or interpreter,  as JSON   admin save KIND FILE   store one from JSON (- reads what is piped in); without an id it is new
  admin remove KIND WHICH  take one away
  admin add-account LOGIN NAME ROLE...  print the start password of a new account
  admin reset-password LOGIN  print a new start password
  admin disable-account LOGIN  keep somebody out
  admin reset-second-factor LOGIN  for a clerk whose phone is lost
  admin forms [OFFICE]     list the forms that offices have ready
  admin forms add OFFICE FILE NAME       check a PDF and make it a form of the office
  admin forms rename OFFICE WHICH NAME   give a form another name
  admin forms remove OFFICE WHICH        take a form away
  admin figures            print totals of days as JSON, without numbers below five
  admin person             print what is stored of one visit as JSON (Art. 15 GDPR)
  admin deletion-plan      what is kept for how long, as a page (HTML) to print
  admin processing-record  record of processing activities (Art. 30 GDPR), as a page</source>
        <translation>Der Server von Sprechtag, dem virtuellen Bürgerbüro.

Befehle:
  init                Schlüsseldatei und Datenbank anlegen, einen Einmalcode ausgeben
  run                 Bürgerinnen, Bürger und Mitarbeitende bedienen
  backup DATEI        die Datenbank in eine neue Datei kopieren, auch während der Server läuft
  admin import DATEI  Büros, Konten und Öffnungszeiten aus einer Datei der Behörde übernehmen
  admin setup-token   einen neuen Einmalcode für das erste Administrationskonto ausgeben
  admin list          Büros und Konten zeigen
  admin interpreters [SPRACHE]  zeigen, wer dolmetscht, jetzt Erreichbare zuerst
  admin export        alles, was die Verwaltung festlegt, als JSON ausgeben
  admin log           zeigen, wer was geändert hat
  admin verify-log    prüfen, dass niemand sonst das Änderungsprotokoll beschrieben hat
  admin facts         ausgeben, was in jedem Büro geschehen ist, Schritt für Schritt
  admin show ART [WELCHES]  Behörde (authority), Abteilung (department), Anliegen (concern), Büro (office), Konto
                     (account), Formular (form) oder Dolmetschende (interpreter) als JSON zeigen
  admin save ART DATEI   eines aus JSON speichern (- liest, was hineingeleitet wird); ohne id ist es neu
  admin remove ART WELCHES  eines entfernen
  admin add-account LOGIN NAME ROLLE...  ein Konto anlegen und sein Startpasswort zeigen
  admin reset-password LOGIN  ein neues Startpasswort zeigen
  admin disable-account LOGIN  jemandem den Zugang sperren
  admin reset-second-factor LOGIN  wenn jemand das Telefon verloren hat
  admin forms [BÜRO]       die Formulare auflisten, die Büros bereithalten
  admin forms add BÜRO DATEI NAME         ein PDF prüfen und zu einem Formular des Büros machen
  admin forms rename BÜRO WELCHES NAME    einem Formular einen anderen Namen geben
  admin forms remove BÜRO WELCHES         ein Formular entfernen
  admin figures            Tagessummen als JSON ausgeben, ohne Zahlen unter fünf
  admin person             ausgeben, was zu einem Besuch gespeichert ist, als JSON (Art. 15 DSGVO)
  admin deletion-plan      was wie lange aufbewahrt wird, als Seite (HTML) zum Drucken
  admin processing-record  Verzeichnis von Verarbeitungstätigkeiten (Art. 30 DSGVO), als Seite</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>en</source>
        <comment>the language of this translation, as a tag</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>%1. Written by Sprechtag %2 on %3 from the rules by which the program erases.</source>
        <translation>%1. Ausgegeben von Sprechtag %2 am %3, aus denselben Regeln, nach denen das Programm löscht.</translation>
    </message>
    <message>
        <source>Periods that each office sets</source>
        <translation>Fristen, die jedes Büro selbst festlegt</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Büro</translation>
    </message>
    <message>
        <source>Called in vain</source>
        <translation>Vergeblich aufgerufen</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>How it is erased</source>
        <translation>Wie gelöscht wird</translation>
    </message>
    <message>
        <source>Erasing is part of the program and needs nobody: it happens in the same transaction that ends a visit, a session or a period.</source>
        <translation>Das Löschen ist Teil des Programms und braucht niemanden: Es geschieht in demselben Schritt, der einen Besuch, eine Sitzung oder eine Frist beendet.</translation>
    </message>
    <message>
        <source>What is erased is overwritten in the database file (secure_delete), and the journal is emptied. Tests of the program look for it in the decrypted file.</source>
        <translation>Gelöschtes wird in der Datenbankdatei überschrieben (secure_delete), das Journal wird geleert. Tests des Programms suchen danach in der entschlüsselten Datei.</translation>
    </message>
    <message>
        <source>Copies that the program makes before it changes the form of the database hold no visits and no sessions.</source>
        <translation>Kopien, die das Programm vor einer Umstellung der Datenbank anlegt, enthalten keine Besuche und keine Sitzungen.</translation>
    </message>
    <message>
        <source>Backups are made by the authority. They hold who was waiting at that moment: keep them encrypted as they are and overwrite them after the period that the authority sets.</source>
        <translation>Sicherungen macht die Behörde. Sie enthalten, wer in diesem Augenblick gewartet hat: Lassen Sie sie verschlüsselt, wie sie sind, und überschreiben Sie sie nach der Frist, die die Behörde festlegt.</translation>
    </message>
    <message>
        <source>The database is worthless without its key: destroying the key erases every copy of it.</source>
        <translation>Ohne ihren Schlüssel ist die Datenbank wertlos: Wer den Schlüssel vernichtet, löscht jede Kopie.</translation>
    </message>
    <message>
        <source>Technical and organisational measures (Art. 32 GDPR)</source>
        <translation>Technische und organisatorische Maßnahmen (Art. 32 DSGVO)</translation>
    </message>
    <message>
        <source>The database is encrypted (SQLCipher, AES-256); its key lies apart from it.</source>
        <translation>Die Datenbank ist verschlüsselt (SQLCipher, AES-256); ihr Schlüssel liegt getrennt von ihr.</translation>
    </message>
    <message>
        <source>Connections are encrypted (TLS 1.2 or later); calls between two people from end to end (DTLS-SRTP). Nothing is recorded.</source>
        <translation>Verbindungen sind verschlüsselt (TLS 1.2 oder neuer), Gespräche zwischen zwei Personen von Ende zu Ende (DTLS-SRTP). Nichts wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>Staff signs in with a password (Argon2id) and, where the authority asks for it, a second factor; guessing is slowed down.</source>
        <translation>Beschäftigte melden sich mit Passwort an (Argon2id) und, wo die Behörde es verlangt, mit einem zweiten Faktor; Erraten wird verlangsamt.</translation>
    </message>
    <message>
        <source>Staff sees the offices it works for, and no others. Every change by administrators stands in a log that is protected against later changes.</source>
        <translation>Beschäftigte sehen die Büros, für die sie arbeiten, und keine anderen. Jede Änderung der Verwaltung steht in einem Protokoll, das gegen nachträgliche Änderung geschützt ist.</translation>
    </message>
    <message>
        <source>Citizens need no account. Name and concern are optional; the waiting learn nothing of each other.</source>
        <translation>Bürgerinnen und Bürger brauchen kein Konto. Name und Anliegen sind freiwillig; Wartende erfahren nichts voneinander.</translation>
    </message>
    <message>
        <source>No page and no program contacts a third party.</source>
        <translation>Keine Seite und kein Programm nimmt Verbindung zu Dritten auf.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Gelöscht wird</translation>
    </message>
    <message>
        <source>Controller (Art. 30 (1) (a) GDPR)</source>
        <translation>Verantwortlicher (Art. 30 Abs. 1 Buchst. a DSGVO)</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>To be completed by the authority where there is a line</source>
        <translation>Wo ein Strich steht, von der Behörde zu ergänzen</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>Verantwortlicher</translation>
    </message>
    <message>
        <source>Address, telephone, e-mail</source>
        <translation>Anschrift, Telefon, E-Mail</translation>
    </message>
    <message>
        <source>Represented by</source>
        <translation>Vertreten durch</translation>
    </message>
    <message>
        <source>Data protection officer</source>
        <translation>Datenschutzbeauftragte oder Datenschutzbeauftragter</translation>
    </message>
    <message>
        <source>Joint controller, processor (hosting), if any</source>
        <translation>Gemeinsam Verantwortliche, Auftragsverarbeiter (Betrieb), falls vorhanden</translation>
    </message>
    <message>
        <source>Art. 30 (1) GDPR</source>
        <translation>Art. 30 Abs. 1 DSGVO</translation>
    </message>
    <message>
        <source>(b) Purpose</source>
        <translation>Buchst. b: Zweck</translation>
    </message>
    <message>
        <source>Legal ground</source>
        <translation>Rechtsgrundlage</translation>
    </message>
    <message>
        <source>(c) Persons</source>
        <translation>Buchst. c: Betroffene</translation>
    </message>
    <message>
        <source>(d) Recipients</source>
        <translation>Buchst. d: Empfänger</translation>
    </message>
    <message>
        <source>(e) Transfer to third countries</source>
        <translation>Buchst. e: Übermittlung in Drittländer</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message>
        <source>(c) Data and (f) periods of erasure</source>
        <translation>Buchst. c: Daten, Buchst. f: Löschfristen</translation>
    </message>
    <message>
        <source>In the table below.</source>
        <translation>In der folgenden Tabelle.</translation>
    </message>
    <message>
        <source>Deletion plan of the virtual office</source>
        <translation>Löschkonzept des virtuellen Bürgerbüros</translation>
    </message>
    <message>
        <source>Legal ground: %1</source>
        <translation>Rechtsgrundlage: %1</translation>
    </message>
    <message>
        <source>Record of processing activities: virtual office</source>
        <translation>Verzeichnis von Verarbeitungstätigkeiten: virtuelles Bürgerbüro</translation>
    </message>
    <message>
        <source>Legal grounds are a proposal: the law of the Land and of the matter decides, and the data protection officer of the authority.</source>
        <translation>Die Rechtsgrundlagen sind ein Vorschlag: Es entscheiden das Landes- und das Fachrecht und die Datenschutzbeauftragten der Behörde.</translation>
    </message>
    <message>
        <source>MMMM d, yyyy</source>
        <comment>how a day is written</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>After a failure or from an old backup the program first does what the clock has ended meanwhile. Whoever still waits then counts as not connected and is erased after the period of the office.</source>
        <translation>Nach einem Ausfall oder aus einer alten Sicherung holt das Programm zuerst nach, was die Uhr inzwischen beendet hat. Wer danach noch wartet, gilt als nicht verbunden und wird nach der Frist des Büros gelöscht.</translation>
    </message>
</context>
<context>
    <name>QCommandLineParser</name>
    <message>
        <source>Usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>[options]</source>
        <translation>[Optionen]</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Optionen:</translation>
    </message>
    <message>
        <source>Arguments:</source>
        <translation>Argumente:</translation>
    </message>
    <message>
        <source>Displays version information.</source>
        <translation>Zeigt die Version.</translation>
    </message>
    <message>
        <source>Displays help on commandline options.</source>
        <translation>Zeigt diese Hilfe.</translation>
    </message>
    <message>
        <source>Displays help including Qt specific options.</source>
        <translation>Zeigt diese Hilfe und die Optionen von Qt.</translation>
    </message>
    <message>
        <source>Unknown option &apos;%1&apos;.</source>
        <translation>Die Option „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Unknown options: %1.</source>
        <translation>Diese Optionen gibt es nicht: %1.</translation>
    </message>
    <message>
        <source>Missing value after &apos;%1&apos;.</source>
        <translation>Nach „%1“ fehlt ein Wert.</translation>
    </message>
    <message>
        <source>Unexpected value after &apos;%1&apos;.</source>
        <translation>Nach „%1“ steht ein Wert, der dort nicht hingehört.</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>Nothing is stored of this number.</source>
        <translation>Zu dieser Nummer ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>This number was issued more than once on that day; whose visit is meant cannot be told from it.</source>
        <translation>Diese Nummer wurde an dem Tag mehrmals ausgegeben; wessen Besuch gemeint ist, lässt sich daran nicht erkennen.</translation>
    </message>
    <message>
        <source>There was no office with the letter %1 on that day.</source>
        <translation>An diesem Tag gab es kein Büro mit dem Buchstaben %1.</translation>
    </message>
</context>
<context>
    <name>RetentionWords</name>
    <message>
        <source>When the visit ends, by whomever; overwritten in the database and in its journal</source>
        <translation>Mit dem Ende des Besuchs, wer immer ihn beendet; in Datenbank und Journal überschrieben</translation>
    </message>
    <message>
        <source>The same of a citizen who was called in vain and may still be taken in</source>
        <translation>Dasselbe von Personen, die vergeblich aufgerufen wurden und noch wieder aufgenommen werden können</translation>
    </message>
    <message>
        <source>When the list of missed calls drops the ticket; each office sets how long</source>
        <translation>Wenn die Nummer aus der Liste der verpassten fällt; die Frist legt jedes Büro fest</translation>
    </message>
    <message>
        <source>The same of a citizen whose connection is lost</source>
        <translation>Dasselbe von Personen, deren Verbindung verloren ging</translation>
    </message>
    <message>
        <source>When the ticket counts as left; each office sets how long</source>
        <translation>Wenn die Nummer als verlassen gilt; die Frist legt jedes Büro fest</translation>
    </message>
    <message>
        <source>Token of the ticket, so that a reload keeps the place (storage of the browser&apos;s session, no cookie)</source>
        <translation>Zugang zur Wartenummer, damit ein Neuladen den Platz behält (Sitzungsspeicher des Browsers, kein Cookie)</translation>
    </message>
    <message>
        <source>When the visit ends or the page is closed; by the browser</source>
        <translation>Wenn der Besuch endet oder die Seite geschlossen wird; durch den Browser</translation>
    </message>
    <message>
        <source>Network addresses and media descriptions with which the two sides find each other</source>
        <translation>Netzadressen und Medienbeschreibungen, mit denen die beiden Seiten einander finden</translation>
    </message>
    <message>
        <source>When the call ends; never written to a disk</source>
        <translation>Mit dem Ende des Gesprächs; nie auf einen Datenträger geschrieben</translation>
    </message>
    <message>
        <source>Picture, sound and shared screens</source>
        <translation>Bild, Ton und geteilte Bildschirme</translation>
    </message>
    <message>
        <source>Not stored at all: encrypted from person to person, there is no recording; a relay passes on what it cannot read</source>
        <translation>Wird gar nicht gespeichert: von Person zu Person verschlüsselt, es gibt keine Aufzeichnung; ein Vermittlungsserver reicht weiter, was er nicht lesen kann</translation>
    </message>
    <message>
        <source>With the next command after that time</source>
        <translation>Mit dem nächsten Befehl nach dieser Zeit</translation>
    </message>
    <message>
        <source>Network addresses that have drawn numbers, and how many</source>
        <translation>Netzadressen, die Nummern gezogen haben, und wie viele</translation>
    </message>
    <message>
        <source>When the address may draw in full again; with more numbers at once than the default (draws_per_address), later</source>
        <translation>Wenn die Adresse wieder uneingeschränkt ziehen darf; bei mehr Nummern auf einmal als voreingestellt (draws_per_address) später</translation>
    </message>
    <message>
        <source>Network addresses and logins of sign-ins that failed</source>
        <translation>Netzadressen und Anmeldenamen fehlgeschlagener Anmeldungen</translation>
    </message>
    <message>
        <source>So long after the last failure; never written to a disk</source>
        <translation>So lange nach dem letzten Fehlversuch; nie auf einen Datenträger geschrieben</translation>
    </message>
    <message>
        <source>Login, name, roles and offices of a member of staff; hash of the password (Argon2id)</source>
        <translation>Anmeldename, Name, Rollen und Büros von Beschäftigten; Prüfsumme des Passworts (Argon2id)</translation>
    </message>
    <message>
        <source>When an administrator removes the account. A disabled account keeps its name, so that its work can still be attributed</source>
        <translation>Wenn die Administration das Konto entfernt. Ein gesperrtes Konto behält seinen Namen, damit seine Arbeit zugeordnet werden kann</translation>
    </message>
    <message>
        <source>Secret shared with the member&apos;s authenticator app; hashes of the recovery codes</source>
        <translation>Gemeinsames Geheimnis mit der Authenticator-App der Beschäftigten; Prüfsummen der Wiederherstellungscodes</translation>
    </message>
    <message>
        <source>When the second factor is reset or the account is removed</source>
        <translation>Wenn der zweite Faktor zurückgesetzt oder das Konto entfernt wird</translation>
    </message>
    <message>
        <source>Session of a member of staff: hash of its token, begin, last use</source>
        <translation>Sitzung von Beschäftigten: Prüfsumme ihres Zugangs, Beginn, letzte Nutzung</translation>
    </message>
    <message>
        <source>At sign-out, or when the account is disabled; else after that time</source>
        <translation>Mit der Abmeldung oder der Sperrung des Kontos; sonst nach dieser Zeit</translation>
    </message>
    <message>
        <source>Token of the session in the credential store of the operating system</source>
        <translation>Zugang zur Sitzung im Anmeldespeicher des Betriebssystems</translation>
    </message>
    <message>
        <source>At sign-out; worthless when the session is over</source>
        <translation>Mit der Abmeldung; wertlos, wenn die Sitzung vorbei ist</translation>
    </message>
    <message>
        <source>Hash of the one-time token for the first administrator; names nobody</source>
        <translation>Prüfsumme des Einmalcodes für die erste Administration; nennt niemanden</translation>
    </message>
    <message>
        <source>When it is used; worthless after that time</source>
        <translation>Wenn er benutzt wird; nach dieser Zeit wertlos</translation>
    </message>
    <message>
        <source>Which administrator changed what in the town, when, from what to what (names and logins of staff and names of interpreters among it; never how interpreters are reached)</source>
        <translation>Wer in der Administration wann was wovon worauf geändert hat (darunter Namen und Anmeldenamen von Beschäftigten und Namen von Dolmetschenden, nie wie diese zu erreichen sind)</translation>
    </message>
    <message>
        <source>With the database: a log from which lines could be taken would prove nothing</source>
        <translation>Mit der Datenbank: Ein Protokoll, aus dem sich Zeilen nehmen ließen, bewiese nichts</translation>
    </message>
    <message>
        <source>Numbered facts of each office: random ids of tickets and staff, numbers, times, outcomes. Nothing that a citizen has said; whose ticket it was cannot be told after the visit</source>
        <translation>Nummerierte Vorgänge jedes Büros: zufällige Kennungen von Wartenummern und Beschäftigten, Nummern, Zeiten, Ergebnisse. Nichts, was Bürgerinnen und Bürger gesagt haben; wessen Nummer es war, lässt sich nach dem Besuch nicht mehr feststellen</translation>
    </message>
    <message>
        <source>What the server did and what failed; ids of staff at sign-in. No names, no network addresses, nothing that a citizen has said</source>
        <translation>Was der Server getan hat und was misslungen ist; Kennungen von Beschäftigten bei der Anmeldung. Keine Namen, keine Netzadressen, nichts, was Bürgerinnen und Bürger gesagt haben</translation>
    </message>
    <message>
        <source>As the authority sets it for the system&apos;s log (journald)</source>
        <translation>Wie die Behörde es für das Systemprotokoll festlegt (journald)</translation>
    </message>
    <message>
        <source>Consultation of citizens by video</source>
        <translation>Beratung von Bürgerinnen und Bürgern per Video</translation>
    </message>
    <message>
        <source>Citizens draw a number, wait and speak with the office by video, instead of coming to the town hall.</source>
        <translation>Bürgerinnen und Bürger ziehen eine Nummer, warten und sprechen per Video mit dem Amt, statt ins Rathaus zu kommen.</translation>
    </message>
    <message>
        <source>Citizens who use the virtual office</source>
        <translation>Bürgerinnen und Bürger, die das virtuelle Bürgerbüro nutzen</translation>
    </message>
    <message>
        <source>Art. 6 (1) (a) GDPR: consent when the number is drawn, withdrawn by leaving; for the matter itself Art. 6 (1) (e) and (3) GDPR with the law of the matter and the data protection act of the Land.</source>
        <translation>Art. 6 Abs. 1 Buchst. a DSGVO: Einwilligung beim Ziehen der Nummer, widerrufbar durch Verlassen; für das Anliegen selbst Art. 6 Abs. 1 Buchst. e und Abs. 3 DSGVO mit dem Fachrecht und dem Datenschutzgesetz des Landes.</translation>
    </message>
    <message>
        <source>Staff of the office that the citizen has chosen, and of the office to which the citizen agrees to be passed on. Nobody else.</source>
        <translation>Beschäftigte des Büros, das die Person gewählt hat, und des Büros, an das sie sich weiterleiten lässt. Sonst niemand.</translation>
    </message>
    <message>
        <source>Accounts of staff</source>
        <translation>Konten der Beschäftigten</translation>
    </message>
    <message>
        <source>Staff signs in; who has called a citizen or changed the town can be told.</source>
        <translation>Beschäftigte melden sich an; wer jemanden aufgerufen oder Einstellungen geändert hat, lässt sich feststellen.</translation>
    </message>
    <message>
        <source>Staff of the authority</source>
        <translation>Beschäftigte der Behörde</translation>
    </message>
    <message>
        <source>Art. 6 (1) (e), Art. 32 and Art. 88 GDPR with the law on employees&apos; data of the Land; where there is one, an agreement with the staff council.</source>
        <translation>Art. 6 Abs. 1 Buchst. e, Art. 32 und Art. 88 DSGVO mit dem Beschäftigtendatenschutz des Landes; wo es sie gibt, eine Dienstvereinbarung.</translation>
    </message>
    <message>
        <source>Administrators, heads of office, colleagues of the same office; citizens read the name of whoever calls them.</source>
        <translation>Administration, Amtsleitungen, Kolleginnen und Kollegen desselben Büros; Bürgerinnen und Bürger lesen den Namen der Person, die sie aufruft.</translation>
    </message>
    <message>
        <source>Protection against abuse and failure</source>
        <translation>Schutz vor Missbrauch und Ausfall</translation>
    </message>
    <message>
        <source>Nobody guesses passwords or fills a lobby; a command that is repeated after a lost connection is not done twice; failures are found.</source>
        <translation>Niemand errät Passwörter oder füllt einen Wartebereich; ein nach einer verlorenen Verbindung wiederholter Befehl wird nicht zweimal ausgeführt; Fehler werden gefunden.</translation>
    </message>
    <message>
        <source>Whoever connects to the server</source>
        <translation>Alle, die sich mit dem Server verbinden</translation>
    </message>
    <message>
        <source>Art. 6 (1) (e) with Art. 32 (1) GDPR.</source>
        <translation>Art. 6 Abs. 1 Buchst. e mit Art. 32 Abs. 1 DSGVO.</translation>
    </message>
    <message>
        <source>IT staff of the authority, for the system&apos;s log; nobody for the rest.</source>
        <translation>IT-Betrieb der Behörde für das Systemprotokoll; im Übrigen niemand.</translation>
    </message>
    <message>
        <source>Course of the day in the offices</source>
        <translation>Tagesablauf der Büros</translation>
    </message>
    <message>
        <source>The order of the line is right and survives a restart; what happened can be checked afterwards.</source>
        <translation>Die Reihenfolge stimmt und übersteht einen Neustart; was geschehen ist, lässt sich nachprüfen.</translation>
    </message>
    <message>
        <source>Staff of the authority; citizens cannot be told after their visit</source>
        <translation>Beschäftigte der Behörde; Bürgerinnen und Bürger sind nach ihrem Besuch nicht mehr bestimmbar</translation>
    </message>
    <message>
        <source>Art. 6 (1) (e) and Art. 88 GDPR with the law on employees&apos; data of the Land.</source>
        <translation>Art. 6 Abs. 1 Buchst. e und Art. 88 DSGVO mit dem Beschäftigtendatenschutz des Landes.</translation>
    </message>
    <message>
        <source>Staff of the office; IT staff of the authority.</source>
        <translation>Beschäftigte des Büros; IT-Betrieb der Behörde.</translation>
    </message>
    <message>
        <source>encrypted database</source>
        <translation>verschlüsselte Datenbank</translation>
    </message>
    <message>
        <source>memory of the server</source>
        <translation>Arbeitsspeicher des Servers</translation>
    </message>
    <message>
        <source>device of the citizen</source>
        <translation>Gerät der Bürgerin oder des Bürgers</translation>
    </message>
    <message>
        <source>machine of the member of staff</source>
        <translation>Rechner der Beschäftigten</translation>
    </message>
    <message>
        <source>on the way between both</source>
        <translation>auf dem Weg zwischen beiden</translation>
    </message>
    <message>
        <source>log of the system</source>
        <translation>Systemprotokoll</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
    <message>
        <source>no fixed period</source>
        <translation>ohne feste Frist</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>%1, or %2 without use</source>
        <translation>%1, oder %2 ohne Nutzung</translation>
    </message>
    <message>
        <source>Answer to a command, under a mark of its sender, for the case that it is repeated after a lost connection</source>
        <translation>Antwort auf einen Befehl, unter einem Kennzeichen des Absenders, für den Fall, dass er nach einer verlorenen Verbindung wiederholt wird</translation>
    </message>
    <message>
        <source>What a clerk writes to people who wait</source>
        <translation>Was Mitarbeitende an Wartende schreiben</translation>
    </message>
    <message>
        <source>When it was read, and with the end of the visit at the latest; never written to a disk</source>
        <translation>Sobald es gelesen ist, spätestens mit dem Ende des Besuchs; nie auf einen Datenträger geschrieben</translation>
    </message>
    <message>
        <source>In the night after that time: totals of the day take their place, and they are overwritten in the database. Until then ids of staff lead to the names of accounts that exist</source>
        <translation>In der Nacht nach dieser Zeit: An ihre Stelle treten Tagessummen, und sie werden in der Datenbank überschrieben. Bis dahin führen Kennungen von Beschäftigten zu den Namen vorhandener Konten</translation>
    </message>
    <message>
        <source>Totals of each day, office and concern: how many numbers, how they ended, how long people waited and were served. Of nobody in particular</source>
        <translation>Tagessummen je Büro und Anliegen: wie viele Nummern, wie sie endeten, wie lange gewartet und beraten wurde. Zu keiner einzelnen Person</translation>
    </message>
    <message>
        <source>With the database. Where they are printed, fewer than five cases of a kind are not shown</source>
        <translation>Mit der Datenbank. Wo sie ausgegeben werden, werden weniger als fünf Fälle einer Art nicht gezeigt</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>Of a citizen who waits or speaks: name or alias (optional), concern (optional), language, version of the consent, hash of the ticket&apos;s token; what of the checklist is at hand; what a clerk notes for the colleague who goes on with it</source>
        <translation>Von Bürgerinnen und Bürgern, die warten oder sprechen: Name oder Wunschname (freiwillig), Anliegen (freiwillig), Sprache, Fassung der Einwilligung, Prüfsumme des Zugangs zur Wartenummer; was von der Liste der Unterlagen bereitliegt; was Mitarbeitende für die Person notieren, die den Besuch weiterführt</translation>
    </message>
    <message>
        <source>That somebody has given the right password and is asked for the second factor, or for another password than the start password</source>
        <translation>Dass jemand das richtige Passwort genannt hat und nach dem zweiten Faktor oder nach einem eigenen Passwort anstelle des Startpassworts gefragt ist</translation>
    </message>
    <message>
        <source>When the code or the password is given; else after that time</source>
        <translation>Wenn der Code oder das Passwort genannt ist; sonst nach dieser Zeit</translation>
    </message>
    <message>
        <source>Files that the citizen and the staff hand to each other: PDF, pictures without their metadata, and their names</source>
        <translation>Dateien, die Bürgerin oder Bürger und Personal einander übergeben: PDF, Bilder ohne ihre Metadaten, und ihre Namen</translation>
    </message>
    <message>
        <source>encrypted files of the server, their key in the database</source>
        <translation>verschlüsselte Dateien des Servers, ihr Schlüssel in der Datenbank</translation>
    </message>
    <message>
        <source>When the visit ends: their key in the database, and the files themselves. One that is refused or taken back goes at once. What staff has saved follows the rules of the matter</source>
        <translation>Mit dem Ende des Besuchs: ihr Schlüssel in der Datenbank und die Dateien selbst. Was abgelehnt oder zurückgenommen wird, sofort. Was das Personal gespeichert hat, folgt den Regeln des Vorgangs</translation>
    </message>
    <message>
        <source>Name of a guest in a conversation, and a mark of the invitation</source>
        <translation>Name eines Gastes in einem Gespräch und ein Kennzeichen der Einladung</translation>
    </message>
    <message>
        <source>When the guest leaves or the visit ends; never written to a disk</source>
        <translation>Wenn der Gast geht oder der Besuch endet; nie auf einen Datenträger geschrieben</translation>
    </message>
    <message>
        <source>Name, languages, phone number, e-mail address and hours of an interpreter or a service</source>
        <translation>Name, Sprachen, Telefonnummer, E-Mail-Adresse und Zeiten einer dolmetschenden Person oder eines Dienstes</translation>
    </message>
    <message>
        <source>When an administrator removes the entry</source>
        <translation>Wenn die Administration den Eintrag entfernt</translation>
    </message>
</context>
<context>
    <name>ServerWords</name>
    <message>
        <source>Port %1 is in use. Stop the other program or choose another port.</source>
        <translation>Port %1 ist belegt. Beenden Sie das andere Programm oder wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>%1 is no address of this machine. Check [listen] address.</source>
        <translation>%1 ist keine Adresse dieses Rechners. Prüfen Sie [listen] address.</translation>
    </message>
    <message>
        <source>The certificate %1 cannot be read. Check path and permissions; it must be a PEM file with the whole chain.</source>
        <translation>Das Zertifikat %1 lässt sich nicht lesen. Prüfen Sie Pfad und Zugriffsrechte; es muss eine PEM-Datei mit der ganzen Zertifikatskette sein.</translation>
    </message>
    <message>
        <source>The key %1 cannot be read. Check path and permissions; it must be a PEM file without a passphrase.</source>
        <translation>Der Schlüssel %1 lässt sich nicht lesen. Prüfen Sie Pfad und Zugriffsrechte; es muss eine PEM-Datei ohne Passphrase sein.</translation>
    </message>
    <message>
        <source>The key %1 does not belong to the certificate %2. Name two that belong together.</source>
        <translation>Der Schlüssel %1 gehört nicht zum Zertifikat %2. Nennen Sie zwei, die zusammengehören.</translation>
    </message>
    <message>
        <source>There are no pages in %1. Build them, or name their directory by [public] web_directory.</source>
        <translation>In %1 liegen keine Webseiten. Bauen Sie sie oder nennen Sie ihr Verzeichnis unter [public] web_directory.</translation>
    </message>
    <message>
        <source>A page in %1 cannot be read. Check the permissions.</source>
        <translation>Eine Webseite in %1 lässt sich nicht lesen. Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>%1 holds more than pages ever do. Check [public] web_directory.</source>
        <translation>%1 enthält mehr, als Webseiten je brauchen. Prüfen Sie [public] web_directory.</translation>
    </message>
    <message>
        <source>%1 is no address that a browser can open. Set [public] origin.</source>
        <translation>%1 ist keine Adresse, die ein Browser öffnen kann. Setzen Sie [public] origin.</translation>
    </message>
    <message>
        <source>%1 stands for all addresses of this machine, and citizens type one of them. Set [public] origin to what they type, such as https://rathaus.example.</source>
        <translation>%1 steht für alle Adressen dieses Rechners, und Bürgerinnen und Bürger tippen eine davon. Setzen Sie [public] origin auf das, was sie tippen, etwa https://rathaus.example.</translation>
    </message>
</context>
<context>
    <name>StoreError</name>
    <message>
        <source>There is no key file at {key}: correct the path in the configuration, or bring the file back from its safe copy; without it the database cannot be read.</source>
        <translation>Die Schlüsseldatei {key} gibt es nicht: Berichtigen Sie den Pfad in der Konfiguration oder holen Sie die Datei aus ihrer sicheren Kopie zurück; ohne sie lässt sich die Datenbank nicht lesen.</translation>
    </message>
    <message>
        <source>The key file {key} cannot be read: make it a regular file that belongs to the user of the server.</source>
        <translation>Die Schlüsseldatei {key} lässt sich nicht lesen: Sie muss eine gewöhnliche Datei sein und dem Benutzerkonto des Servers gehören.</translation>
    </message>
    <message>
        <source>The key file {key} may be read by others: run chmod 600 on it, and consider the key as known to them.</source>
        <translation>Die Schlüsseldatei {key} dürfen auch andere lesen: Setzen Sie chmod 600 und betrachten Sie den Schlüssel als ihnen bekannt.</translation>
    </message>
    <message>
        <source>The key file {key} does not hold 64 hexadecimal digits: bring it back from its safe copy.</source>
        <translation>Die Schlüsseldatei {key} enthält keine 64 hexadezimalen Ziffern: Holen Sie sie aus ihrer sicheren Kopie zurück.</translation>
    </message>
    <message>
        <source>There is a key file at {key} already and it is never overwritten: choose another path, or move it away if no database needs it.</source>
        <translation>Die Schlüsseldatei {key} gibt es bereits, und sie wird nie überschrieben: Wählen Sie einen anderen Pfad oder verschieben Sie die Datei, wenn keine Datenbank sie braucht.</translation>
    </message>
    <message>
        <source>The key file {key} could not be written: check that its folder exists and is writable.</source>
        <translation>Die Schlüsseldatei {key} ließ sich nicht schreiben: Prüfen Sie, ob ihr Ordner vorhanden und beschreibbar ist.</translation>
    </message>
    <message>
        <source>There is no database at {db}: correct the path in the configuration, restore a backup, or make a new one with sprechtag-server init.</source>
        <translation>Die Datenbank {db} gibt es nicht: Berichtigen Sie den Pfad in der Konfiguration, spielen Sie eine Sicherung ein oder legen Sie mit sprechtag-server init eine neue an.</translation>
    </message>
    <message>
        <source>There is a file at {db} already and it is never overwritten: choose another path.</source>
        <translation>Die Datei {db} gibt es bereits, und sie wird nie überschrieben: Wählen Sie einen anderen Pfad.</translation>
    </message>
    <message>
        <source>{db} is not a regular file: name the database file in the configuration.</source>
        <translation>{db} ist keine gewöhnliche Datei: Nennen Sie in der Konfiguration die Datei der Datenbank.</translation>
    </message>
    <message>
        <source>The database {db} is empty, so its content is lost: restore a backup, or remove the file and make a new one with sprechtag-server init.</source>
        <translation>Die Datenbank {db} ist leer, ihr Inhalt also verloren: Spielen Sie eine Sicherung ein oder entfernen Sie die Datei und legen Sie mit sprechtag-server init eine neue an.</translation>
    </message>
    <message>
        <source>The database {db} or its folder is not writable: give the user of the server the right to write.</source>
        <translation>Die Datenbank {db} oder ihr Ordner ist nicht beschreibbar: Geben Sie dem Benutzerkonto des Servers das Recht zu schreiben.</translation>
    </message>
    <message>
        <source>The database {db} cannot be read: give the user of the server the right to read and write it.</source>
        <translation>Die Datenbank {db} lässt sich nicht lesen: Geben Sie dem Benutzerkonto des Servers das Recht, sie zu lesen und zu schreiben.</translation>
    </message>
    <message>
        <source>The database {db} could not be made: check that its folder exists, is writable and has room.</source>
        <translation>Die Datenbank {db} ließ sich nicht anlegen: Prüfen Sie, ob ihr Ordner vorhanden und beschreibbar ist und der Platz reicht.</translation>
    </message>
    <message>
        <source>{db} is an SQLite file without encryption and not a database of Sprechtag: correct the path.</source>
        <translation>{db} ist eine unverschlüsselte SQLite-Datei und keine Datenbank von Sprechtag: Berichtigen Sie den Pfad.</translation>
    </message>
    <message>
        <source>{db} does not open with the key in {key}: it belongs to another key, or it is not a database of Sprechtag; correct one of the two paths.</source>
        <translation>{db} lässt sich mit dem Schlüssel in {key} nicht öffnen: Die Datei gehört zu einem anderen Schlüssel oder ist keine Datenbank von Sprechtag; berichtigen Sie einen der beiden Pfade.</translation>
    </message>
    <message>
        <source>{db} opens with the key in {key} but was made by another program: correct the path.</source>
        <translation>{db} lässt sich mit dem Schlüssel in {key} öffnen, stammt aber von einem anderen Programm: Berichtigen Sie den Pfad.</translation>
    </message>
    <message>
        <source>The database {db} was made by a newer version of Sprechtag: install that version or a later one.</source>
        <translation>Die Datenbank {db} stammt von einer neueren Version von Sprechtag: Installieren Sie diese oder eine spätere.</translation>
    </message>
    <message>
        <source>The database {db} is in use by another process: stop the other sprechtag-server first.</source>
        <translation>Die Datenbank {db} wird von einem anderen Prozess benutzt: Beenden Sie zuerst den anderen sprechtag-server.</translation>
    </message>
    <message>
        <source>The database {db} is damaged: keep a copy of the file and restore the last backup.</source>
        <translation>Die Datenbank {db} ist beschädigt: Heben Sie eine Kopie der Datei auf und spielen Sie die letzte Sicherung ein.</translation>
    </message>
    <message>
        <source>The database {db} could not be brought to the form of this version and was left as it is: check the room on the disk, then start again; the log names the step.</source>
        <translation>Die Datenbank {db} ließ sich nicht auf den Stand dieser Version bringen und blieb, wie sie war: Prüfen Sie den freien Platz auf dem Datenträger und starten Sie neu; das Protokoll nennt den Schritt.</translation>
    </message>
    <message>
        <source>This program was built with a library that is not SQLCipher 4: install a proper build.</source>
        <translation>Dieses Programm wurde mit einer Bibliothek gebaut, die nicht SQLCipher 4 ist: Installieren Sie eine richtig gebaute Fassung.</translation>
    </message>
    <message>
        <source>The database {db} does not keep to synchronous=FULL with a write-ahead log, so a power cut could lose numbers: move it to a local disk with a file system that can.</source>
        <translation>Die Datenbank {db} hält synchronous=FULL mit Write-Ahead-Log nicht ein, ein Stromausfall könnte also Wartenummern verlieren: Legen Sie sie auf einen lokalen Datenträger mit einem Dateisystem, das es kann.</translation>
    </message>
    <message>
        <source>The data contradict what the database {db} holds already, so nothing was changed: look for a key, letter or login that stands twice.</source>
        <translation>Die Angaben widersprechen dem, was die Datenbank {db} schon enthält, deshalb wurde nichts geändert: Suchen Sie nach Schlüsselwörtern (key), Buchstaben oder Anmeldenamen, die doppelt vorkommen.</translation>
    </message>
    <message>
        <source>Reading from the database {db} failed: check the disk.</source>
        <translation>Das Lesen aus der Datenbank {db} ist fehlgeschlagen: Prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>Writing to the database {db} failed: check the disk and the room on it.</source>
        <translation>Das Schreiben in die Datenbank {db} ist fehlgeschlagen: Prüfen Sie den Datenträger und den freien Platz darauf.</translation>
    </message>
    <message>
        <source>The log of changes in the database {db} was changed by another hand: see admin verify-log, keep a copy of the file and restore the last backup.</source>
        <translation>Das Änderungsprotokoll in der Datenbank {db} wurde von fremder Hand verändert: Rufen Sie admin verify-log auf, behalten Sie eine Kopie der Datei und spielen Sie die letzte Sicherung zurück.</translation>
    </message>
    <message>
        <source>The disk with the database {db} is full: make room on it.</source>
        <translation>Der Datenträger mit der Datenbank {db} ist voll: Schaffen Sie Platz darauf.</translation>
    </message>
</context>
<context>
    <name>TomlWords</name>
    <message>
        <source>The file cannot be read. Check its name and its permissions.</source>
        <translation>Die Datei lässt sich nicht lesen. Prüfen Sie ihren Namen und ihre Zugriffsrechte.</translation>
    </message>
    <message>
        <source>This line is not TOML. Correct it: %1</source>
        <translation>Diese Zeile ist kein gültiges TOML. Berichtigen Sie sie; die TOML-Bibliothek meldet: %1</translation>
    </message>
    <message>
        <source>This is the name of a section: write [%1].</source>
        <translation>Das ist der Name eines Abschnitts: Schreiben Sie [%1].</translation>
    </message>
    <message>
        <source>This is a list of sections: write [[%1]].</source>
        <translation>Das ist eine Liste von Abschnitten: Schreiben Sie [[%1]].</translation>
    </message>
    <message>
        <source>This key is not known here. Check its spelling or remove it.</source>
        <translation>Diese Angabe ist hier nicht bekannt. Prüfen Sie die Schreibweise oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>This is no text. Write one in quotation marks.</source>
        <translation>Das ist kein Text. Schreiben Sie einen in Anführungszeichen.</translation>
    </message>
    <message>
        <source>This key is missing or empty. Write a text in quotation marks.</source>
        <translation>Diese Angabe fehlt oder ist leer. Schreiben Sie einen Text in Anführungszeichen.</translation>
    </message>
    <message>
        <source>This is no list of texts. Write one such as [&quot;a&quot;, &quot;b&quot;].</source>
        <translation>Das ist keine Liste von Texten. Schreiben Sie eine wie [&quot;a&quot;, &quot;b&quot;].</translation>
    </message>
    <message>
        <source>This is no whole number from %1 to %2. Write one.</source>
        <translation>Das ist keine ganze Zahl von %1 bis %2. Schreiben Sie eine.</translation>
    </message>
    <message>
        <source>This is neither true nor false. Write one of the two.</source>
        <translation>Das ist weder true noch false. Schreiben Sie eines von beiden.</translation>
    </message>
</context>
<context>
    <name>TownFileWords</name>
    <message>
        <source>There is no such role. Write clerk, head_of_office or administrator.</source>
        <translation>Diese Rolle gibt es nicht. Schreiben Sie clerk, head_of_office oder administrator.</translation>
    </message>
    <message>
        <source>The file cannot be read. Check its name and its permissions.</source>
        <translation>Die Datei lässt sich nicht lesen. Prüfen Sie ihren Namen und ihre Zugriffsrechte.</translation>
    </message>
    <message>
        <source>There is no [[clerks]] section with the login %1. Add one, or correct the login.</source>
        <translation>Es gibt keinen Abschnitt [[clerks]] mit dem Anmeldenamen %1. Fügen Sie einen hinzu oder berichtigen Sie den Namen.</translation>
    </message>
    <message>
        <source>Write as many entries as in checklist.</source>
        <translation>Schreiben Sie so viele Einträge wie in checklist.</translation>
    </message>
    <message>
        <source>There is no [[concerns]] section with the key %1. Add one, or correct the key.</source>
        <translation>Es gibt keinen Abschnitt [[concerns]] mit dem Schlüssel %1. Fügen Sie einen hinzu oder berichtigen Sie ihn.</translation>
    </message>
</context>
<context>
    <name>TownHoursWords</name>
    <message>
        <source>These are no hours. Write days and times such as &quot;mo-fr 08:00-12:00 13:00-16:00&quot;.</source>
        <translation>Das sind keine Öffnungszeiten. Schreiben Sie Tage und Uhrzeiten wie &quot;mo-fr 08:00-12:00 13:00-16:00&quot;.</translation>
    </message>
    <message>
        <source>These are no times. Write some such as &quot;08:00-12:00&quot;.</source>
        <translation>Das sind keine Uhrzeiten. Schreiben Sie welche wie &quot;08:00-12:00&quot;.</translation>
    </message>
    <message>
        <source>This is no day. Write one such as &quot;2026-12-24&quot;.</source>
        <translation>Das ist kein Tag. Schreiben Sie einen wie &quot;2026-12-24&quot;.</translation>
    </message>
    <message>
        <source>This is before the first day. Write the same day or a later one.</source>
        <translation>Das liegt vor dem ersten Tag. Schreiben Sie denselben Tag oder einen späteren.</translation>
    </message>
    <message>
        <source>Write &quot;virtual&quot; or &quot;in_person&quot;, or leave this out for both.</source>
        <translation>Schreiben Sie &quot;virtual&quot; (am Bildschirm) oder &quot;in_person&quot; (vor Ort), oder lassen Sie den Schlüssel für beides weg.</translation>
    </message>
    <message>
        <source>Something extra needs times. Write some such as &quot;08:00-12:00&quot;.</source>
        <translation>Zusätzliche Sprechzeiten brauchen Uhrzeiten. Schreiben Sie welche wie &quot;08:00-12:00&quot;.</translation>
    </message>
    <message>
        <source>This is no day. Write &quot;2026-12-24&quot;, or &quot;12-24&quot; for every year; a last day in the same way.</source>
        <translation>Das ist kein Tag. Schreiben Sie &quot;2026-12-24&quot; oder für jedes Jahr &quot;12-24&quot;; einen letzten Tag in derselben Weise.</translation>
    </message>
    <message>
        <source>This is no time of a day. Write one such as &quot;12:00&quot;.</source>
        <translation>Das ist keine Uhrzeit. Schreiben Sie eine wie &quot;12:00&quot;.</translation>
    </message>
    <message>
        <source>There is no such Land. Write its two letters such as BY or NW.</source>
        <translation>Dieses Land gibt es nicht. Schreiben Sie seine zwei Buchstaben wie BY oder NW.</translation>
    </message>
    <message>
        <source>No town of this Land has that holiday of its own: either all of its towns have it, or none.</source>
        <translation>Kein Ort dieses Landes hat diesen Feiertag für sich: entweder haben ihn alle oder keiner. Streichen Sie ihn.</translation>
    </message>
    <message>
        <source>There is no such time zone. Write a name such as Europe/Berlin.</source>
        <translation>Diese Zeitzone gibt es nicht. Schreiben Sie einen Namen wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>There is no such holiday. Those of some towns are corpus_christi (parts of SN and TH), assumption (parts of BY) and peace_festival (Augsburg).</source>
        <translation>Diesen Feiertag gibt es nicht. Feiertage einzelner Orte sind corpus_christi (Fronleichnam, Teile von SN und TH), assumption (Mariä Himmelfahrt, Teile von BY) und peace_festival (Friedensfest, Augsburg).</translation>
    </message>
</context>
<context>
    <name>TownWords</name>
    <message>
        <source>This is missing. Write it.</source>
        <translation>Diese Angabe fehlt. Ergänzen Sie sie.</translation>
    </message>
    <message>
        <source>This is too long. Write less.</source>
        <translation>Das ist zu lang. Schreiben Sie weniger.</translation>
    </message>
    <message>
        <source>This is not what belongs here: a letter is one capital letter, a login has letters, digits and . _ - @, a LeiKa key 14 digits, a text no control characters.</source>
        <translation>Das gehört nicht hierher: Ein Buchstabe ist ein einzelner Großbuchstabe, ein Anmeldename hat Buchstaben, Ziffern und . _ - @, ein LeiKa-Schlüssel 14 Ziffern, ein Text keine Steuerzeichen.</translation>
    </message>
    <message>
        <source>This is outside of its bounds, or ends before it begins. Correct it.</source>
        <translation>Das liegt außerhalb der Grenzen oder endet, bevor es beginnt. Berichtigen Sie es.</translation>
    </message>
    <message>
        <source>Another one has this already. Choose another.</source>
        <translation>Das ist schon vergeben. Wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>This names something that there is not. Correct the name, or add what it names first.</source>
        <translation>Das nennt etwas, das es nicht gibt. Berichtigen Sie den Namen oder legen Sie das Genannte zuerst an.</translation>
    </message>
    <message>
        <source>An office still refers to it. Change that office first.</source>
        <translation>Ein Büro bezieht sich noch darauf. Ändern Sie zuerst dieses Büro.</translation>
    </message>
    <message>
        <source>Nobody could change anything any more. Make somebody else an administrator first.</source>
        <translation>Niemand könnte mehr etwas ändern. Geben Sie zuerst jemand anderem die Rolle administrator.</translation>
    </message>
    <message>
        <source>People are waiting in this office or in a call. Close it and let them be served first.</source>
        <translation>In diesem Büro warten Menschen oder sind im Gespräch. Schließen Sie es und lassen Sie sie zuerst bedienen.</translation>
    </message>
</context>
</TS>

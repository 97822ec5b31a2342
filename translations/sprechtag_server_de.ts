<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AdminWords</name>
    <message>
        <source>One-time token for the first administrator, valid for %1 minutes:</source>
        <translation>Einmalcode für die erste Administratorin oder den ersten Administrator, gültig %1 Minuten:</translation>
    </message>
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
        <source>The server of Sprechtag, the virtual citizens&apos; office.

Commands:
  init               make key file and database, print a one-time token
  run                serve citizens and clerks
  admin import FILE  bring in offices, clerks and hours from a town file
  admin setup-token  print a new one-time token for the first administrator
  admin list         show offices and accounts
  admin export       print all that administrators decide about, as JSON
  admin log          show who changed what
  admin verify-log   check that nobody else has written the log of changes
  admin disable-account LOGIN  keep somebody out
  admin reset-second-factor LOGIN  for a clerk whose phone is lost</source>
        <translation>Der Server von Sprechtag, dem virtuellen Bürgerbüro.

Befehle:
  init                Schlüsseldatei und Datenbank anlegen, einen Einmalcode ausgeben
  run                 Bürgerinnen, Bürger und Mitarbeitende bedienen
  admin import DATEI  Büros, Konten und Öffnungszeiten aus einer Datei der Behörde übernehmen
  admin setup-token   einen neuen Einmalcode für das erste Administrationskonto ausgeben
  admin list          Büros und Konten zeigen
  admin export        alles, was die Verwaltung festlegt, als JSON ausgeben
  admin log           zeigen, wer was geändert hat
  admin verify-log    prüfen, dass niemand sonst das Änderungsprotokoll beschrieben hat
  admin disable-account LOGIN  jemandem den Zugang sperren
  admin reset-second-factor LOGIN  wenn jemand das Telefon verloren hat</translation>
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

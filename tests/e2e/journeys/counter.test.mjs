// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What happens at a counter beside the visit itself: somebody reads a message, does not appear and is taken in again, has
// something to do and comes back, and goes on to another office; all by keyboard.
import { journey } from '../lib/scene.mjs';
import { kOffice } from '../lib/town.mjs';

journey('counter', 'missed and taken in again, parked and back, and on to another office', {}, async (scene) => {
    const clerk = await scene.clerk();
    await clerk.openOffice(kOffice);
    await clerk.openOffice('Kfz-Zulassung');
    const kim = await scene.citizen();
    await kim.draw(scene.town.address, kOffice, 'Kim');
    await clerk.shows(/Kim/);

    await clerk.key('ctrl+g');
    await clerk.press('push button', '^Senden$');
    await kim.shows(/Es dauert heute länger als gedacht/);
    await clerk.shows(/Nachricht gesendet, bei 1 von 1 angezeigt/);
    await kim.press('button', /^Gelesen$/);

    await clerk.callNext();
    await kim.shows(/Sie sind an der Reihe/);
    await clerk.shows(/Nicht erschienen/);
    await clerk.key('ctrl+shift+j');
    await kim.shows(/Sie haben Ihren Aufruf verpasst/);
    await clerk.shows(/Verpasst, bis/);
    await clerk.key('Down');
    await clerk.key('Return');
    await kim.shows(/Sie sind als Nächstes dran/);

    await clerk.callNext();
    await kim.press('button', /Jetzt beitreten/);
    await clerk.shows(/Im Gespräch/);
    await clerk.key('ctrl+shift+p');
    await clerk.press('push button', '^Parken$');
    await clerk.shows(/Geparkt \(Formular\)/);
    await clerk.key('Down');
    await clerk.key('ctrl+u');
    await kim.shows(/Sie sind als Nächstes dran/);

    await clerk.callNext();
    await clerk.shows(/Im Gespräch/);
    await clerk.key('ctrl+t');
    await clerk.shows(/Personen davor/);
    await clerk.shows(/Kfz-Zulassung.*Geöffnet/s);
    await clerk.key('space', 'B 001 weiterleiten');
    await clerk.press('push button', '^Person fragen$');
    await clerk.shows(/wird gefragt: Weiterleitung an Kfz-Zulassung/);
    await kim.press('button', /Einverstanden/);
    await kim.shows(/Sie sind jetzt im Wartebereich: Kfz-Zulassung/);
    await clerk.shows(/ist jetzt beim anderen Büro/);
    await clerk.shows(/B 001/);
});

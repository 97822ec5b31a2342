// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the citizen does and what follows: joins the line to the server, the model, the devices and the call.
import { browserWorld, randomToken, whenNetworkChanges } from '../../connection/browserWorld.js';
import { Connection } from '../../connection/connection.js';
import type { Language, Message, ToClient } from '../../protocol/messages.js';
import { CitizenCall } from '../../room/citizenCall.js';
import { LocalMedia, type LocalState, mediaPatience, sends } from '../../room/localMedia.js';
import { type ClerkMessage, emptyModel, lineChanged, messageRead, type Model, newsRead, ownWait, receive, startOver, transferAnswered } from '../../state/model.js';
import { newsOf } from '../../state/news.js';
import { othersFor } from '../../state/offices.js';
import { firstPromise, takesLonger } from '../../state/waitEstimate.js';
import { preferredLanguage } from '../../text/index.js';
import { attract } from './attention.js';
import { type DeviceChoice, Memory } from './memory.js';
import { Receipts } from './receipts.js';
import { Stillness } from './stillness.js';
import { TicketActions } from './ticketActions.js';
import { type DrawForm, firstUi, type Ui } from './ui.js';

const kDefaultPrepareRanks = 5;
const kAsleepMs = 30_000;

export class Session {
    model: Model = emptyModel;
    ui: Ui;
    readonly memory = new Memory();
    readonly #receipts = new Receipts(this.memory, (notice) => this.#connection.notify(notice));
    readonly #view: Stillness;
    readonly #connection: Connection;
    readonly #media: LocalMedia;
    readonly #call: CitizenCall;
    readonly actions: TicketActions;
    #token: string | undefined;
    /** The server knows the token, as far as we know: it may be named in hello. */
    #tokenKnown: boolean;
    #enteredEpoch = 0;
    #softAlertGiven = false;
    #hiddenSince = 0;

    constructor(socketUrl: string, changed: () => void) {
        this.#view = new Stillness(changed, () => this.ui.call.remote !== undefined);
        const lang = this.memory.language ?? preferredLanguage(navigator.languages);
        this.#media = new LocalMedia((local) => this.#localChanged(local));
        this.ui = firstUi(lang, this.#media.state);
        this.#token = this.memory.token;
        this.#tokenKnown = this.#token !== undefined;
        this.#connection = this.#openConnection(socketUrl);
        this.#call = this.#openCall();
        this.actions = new TicketActions(
            (command) => this.#connection.command(command),
            () => this.model.ticket?.epoch ?? 0,
        );
        this.#readFragment();
    }

    /** On the way in: the call view may be shown though the server's word is still to come. */
    get entering(): boolean {
        const ticket = this.model.ticket;
        return ticket?.state === 'called' && this.#enteredEpoch === ticket.epoch;
    }

    /** Nothing is known of camera and microphone: without the citizen's word there is no way in. */
    get asksDevices(): boolean {
        return !this.ui.devicesDecided && this.memory.devices === undefined;
    }

    /** A place is known from before, and the server has not said yet what became of it. */
    get restoring(): boolean {
        const { ticket, ended } = this.model;
        return this.#tokenKnown && ticket === undefined && ended === undefined && !this.ui.drawing;
    }

    /** The wait is now longer at least than it was at most when the number was drawn. */
    get takesLonger(): boolean {
        return takesLonger(this.memory.promisedMinutes, ownWait(this.model));
    }

    start(): void {
        this.#connection.start();
        addEventListener('online', () => {
            this.#connection.retryNow();
            this.#call.networkChanged();
        });
        whenNetworkChanges(() => this.#call.networkChanged());
        for (const turn of ['hashchange', 'popstate']) addEventListener(turn, () => this.#readFragment());
        document.addEventListener('visibilitychange', () => this.#visibilityChanged());
    }

    setLanguage(lang: Language): void {
        this.memory.language = lang;
        this.#set({ lang });
    }

    chooseOffice(office: string): void {
        history.pushState(null, '', `#o=${office}`);
        this.#readFragment();
    }

    backToOverview(): void {
        history.pushState(null, '', location.pathname + location.search);
        this.#readFragment();
    }

    async draw(form: DrawForm): Promise<void> {
        const welcome = this.model.welcome;
        if (this.ui.drawing || welcome === undefined) return;
        const token = randomToken();
        this.#token = token;
        this.#tokenKnown = false;
        this.#withoutDrawProblem({ drawing: true });
        const name = form.name.trim().slice(0, welcome.limits.name_chars);
        const concern = form.concern.trim().slice(0, welcome.limits.concern_chars);
        // Stored before it is sent: a reload between the two must find the place again.
        this.memory.token = token;
        const answer = await this.#connection.command({
            type: 'ticket.draw',
            office: form.office,
            token,
            ...(name !== '' && { name }),
            ...(concern !== '' && { concern }),
            ...(form.concernId !== undefined && { concern_id: form.concernId }),
            consent_version: welcome.consent_version,
            lang: this.ui.lang,
        });
        if (answer.ok) {
            this.#tokenKnown = true;
            this.#set({ drawing: false });
        } else {
            this.#token = undefined;
            this.memory.token = undefined;
            history.replaceState(null, '', `#o=${form.office}`);
            this.#set({ drawing: false, drawProblem: answer });
        }
    }

    /** The citizen decides on devices; what is denied or missing does not undo the decision. */
    async decideDevices(choice: DeviceChoice): Promise<void> {
        this.memory.devices = choice;
        const visit = this.#token;
        const opening = this.#media.open(choice);
        const calledIn = this.model.ticket !== undefined && this.model.ticket.state !== 'waiting';
        await (calledIn ? Promise.race([opening, mediaPatience()]) : opening);
        // A browser's question may be answered when the visit it was asked for is over.
        if (visit !== this.#token) return;
        this.#set({ devicesDecided: true });
        this.#followUp();
    }

    async join(choice: DeviceChoice): Promise<void> {
        this.#enter();
        await this.decideDevices(choice);
    }

    answerTransfer(answer: 'agree' | 'decline'): void {
        this.model = transferAnswered(this.model, answer);
        this.actions.answerTransfer(answer);
        this.#view.show();
    }

    readNews(): void {
        this.model = newsRead(this.model);
        this.#view.show();
    }

    readMessage(message: ClerkMessage): void {
        this.model = messageRead(this.model, message);
        this.#receipts.read(message);
        this.#view.show();
    }

    setMicrophone(on: boolean): void {
        this.memory.devices = { ...this.#choice(), microphone: on };
        this.#media.setMicrophone(on);
    }

    setCamera(on: boolean): void {
        this.memory.devices = { ...this.#choice(), camera: on };
        this.#media.setCamera(on);
    }

    /** `leavingFor`: the office where a number is drawn instead. */
    askLeave(leaving: boolean, leavingFor?: string): void {
        this.#set({ leaving, leavingFor });
    }

    leave(): void {
        const { leavingFor } = this.ui;
        this.askLeave(false);
        void (leavingFor === undefined ? this.actions.leave() : this.drawAnew(leavingFor));
    }

    /** Gives the number back, and goes where another one is drawn. */
    async drawAnew(office: string): Promise<void> {
        if (!(await this.actions.leave()).ok) return;
        this.startOver();
        this.chooseOffice(office);
    }

    startOver(): void {
        this.model = startOver(this.model);
        this.#set({ leaving: false });
        this.#readFragment();
    }

    /** Takes the place back from the other device. */
    continueHere(): void {
        location.reload();
    }

    #openConnection(url: string): Connection {
        return new Connection(browserWorld(url), {
            hello: () => ({
                type: 'hello',
                protocol: [1],
                client: `citizen-page/${VERSION}`,
                features: ['standing_offer'],
                lang: this.ui.lang,
                ...(this.#tokenKnown && this.#token !== undefined && { ticket_token: this.#token }),
            }),
            received: (message) => this.#received(message),
            lineChanged: (line) => {
                this.model = lineChanged(this.model, line);
                this.#followUp();
                this.#view.show();
            },
        });
    }

    #openCall(): CitizenCall {
        return new CitizenCall({
            command: (command) => this.#connection.command(command),
            notify: (notice) => this.#connection.notify(notice),
            createConnection: (configuration) => new RTCPeerConnection(configuration),
            nextGeneration: () => this.memory.nextGeneration(),
            setTimer: (ms, action) => {
                const timer = setTimeout(action, ms);
                return () => clearTimeout(timer);
            },
            changed: (call) => this.#set({ call }),
        });
    }

    #received(message: ToClient): void {
        const before = this.model;
        this.model = receive(this.model, message, Date.now());
        switch (message.type) {
            case 'welcome':
                this.#connection.notify({ type: 'overview.watch' });
                break;
            case 'call.signal':
                this.#call.receive(message.epoch, message.signal);
                return;
            case 'ticket.state':
                this.#tokenKnown = true;
                this.#ticketChanged(before, message);
                break;
            case 'message.received':
                if (this.#receipts.answer(message) === 'read') this.model = messageRead(this.model, message);
                else if (this.model.messages !== before.messages) attract('soft');
                break;
            case 'ticket.ended':
                this.#endVisit();
                break;
            case 'goodbye':
                if (message.action === 'upgrade' && this.memory.takeUpgradeTurn()) location.reload();
                this.#closeCall();
                break;
        }
        this.memory.promisedMinutes = firstPromise(this.memory.promisedMinutes, ownWait(this.model));
        this.#alertSoftly(before);
        this.#followUp();
        this.#view.show();
    }

    #ticketChanged(before: Model, ticket: Message<'ticket.state'>): void {
        const first = before.ticket === undefined;
        const news = newsOf(before.ticket, this.model.ticket);
        if (news !== undefined) attract(news === 'called' ? 'strong' : 'soft');
        if (news === 'called' && this.ui.call.phase === 'ready') this.#view.begin();
        // The question was about the wait.
        if (news === 'called') this.#set({ leaving: false });
        // Sent on to another office: its line is news. And others may be free for the same concern.
        const moved = before.ticket !== undefined && before.ticket.office !== ticket.office;
        if (moved) this.#beginLine();
        const others = ticket.concern === undefined ? [] : othersFor(this.model.offices, ticket.office, ticket.concern);
        if (moved || (first && others.length > 0)) this.#connection.notify({ type: 'overview.watch' });
        const choice = this.memory.devices;
        // A reloaded page takes up what was decided before.
        if (first && choice !== undefined && !this.ui.devicesDecided) void this.decideDevices(choice);
        const { drawingFor: _office, ...ui } = this.ui;
        if (first) this.ui = ui;
    }

    /** What was said of another line, or for another visit, counts no more. */
    #beginLine(): void {
        this.memory.promisedMinutes = undefined;
        this.#softAlertGiven = false;
    }

    #endVisit(): void {
        this.#token = undefined;
        this.#tokenKnown = false;
        this.#beginLine();
        this.#enteredEpoch = 0;
        this.memory.forgetVisit();
        this.#closeCall();
        // Who has a number hears of its office alone.
        this.#connection.notify({ type: 'overview.watch' });
        this.#set({ devicesDecided: false, leaving: false });
    }

    #closeCall(): void {
        this.#view.end();
        this.#call.close();
        this.#media.close();
    }

    #alertSoftly(before: Model): void {
        const rank = this.model.ticket?.rank;
        const previous = before.ticket?.rank;
        if (rank === undefined || this.#softAlertGiven || rank > 2) return;
        this.#softAlertGiven = true;
        // Somebody who draws a number and stands there already needs no alarm.
        if (previous !== undefined && previous > 2) attract('soft');
    }

    /** Tells the call what is the case, and enters by itself where nothing is left to ask. */
    #followUp(): void {
        const { ticket, welcome, line, goodbye } = this.model;
        // Sent away for good: nothing is to be begun any more.
        if (goodbye !== undefined) return;
        const decided = this.ui.devicesDecided;
        if (ticket?.state === 'called' && decided) this.#enter();
        this.#call.update({
            ...(ticket !== undefined && { state: ticket.state }),
            ...(ticket?.rank !== undefined && { rank: ticket.rank }),
            epoch: ticket?.epoch ?? 0,
            prepareRanks: welcome?.limits.prepare_ranks ?? kDefaultPrepareRanks,
            online: line === 'online',
            devicesDecided: decided,
        });
    }

    #enter(): void {
        const ticket = this.model.ticket;
        if (ticket?.state !== 'called' || this.#enteredEpoch === ticket.epoch) return;
        this.#enteredEpoch = ticket.epoch;
        void this.#connection.command({ type: 'ticket.enter', epoch: ticket.epoch });
    }

    #localChanged(local: LocalState): void {
        this.#set({ local });
        this.#call.setMedia(
            { microphone: local.microphone.track, camera: local.camera.track, screen: null },
            { microphone: sends(local.microphone), camera: sends(local.camera), screen: false },
        );
    }

    #choice(): DeviceChoice {
        return { microphone: this.ui.local.microphone.wanted, camera: this.ui.local.camera.wanted };
    }

    #readFragment(): void {
        const fragment = new URLSearchParams(location.hash.slice(1));
        const office = fragment.get('o');
        const token = fragment.get('t');
        if (token !== null && token !== this.#token && !this.ui.drawing) {
            // A link with another place was opened in this very tab.
            if (this.#connection.state !== 'stopped') location.reload();
            return;
        }
        const { drawingFor: _office, drawProblem: _problem, ...ui } = this.ui;
        this.ui = office === null || this.model.ticket !== undefined ? ui : { ...ui, drawingFor: office };
        this.#view.show();
    }

    /** A device that slept may hold a dead line without knowing. */
    #visibilityChanged(): void {
        if (document.visibilityState === 'hidden') {
            this.#hiddenSince = Date.now();
            return;
        }
        this.#connection.retryNow();
        if (Date.now() - this.#hiddenSince > kAsleepMs) this.#connection.probe({ type: 'overview.watch' });
    }

    #withoutDrawProblem(part: Partial<Ui>): void {
        const { drawProblem: _problem, ...ui } = this.ui;
        this.ui = ui;
        this.#set(part);
    }

    #set(part: Partial<Ui>): void {
        this.ui = { ...this.ui, ...part };
        this.#view.show();
    }
}

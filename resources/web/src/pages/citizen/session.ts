// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the citizen does and what follows: joins the line to the server, the model, the devices and the call.
import { browserWorld, pause, randomToken, request, setTimer, whenNetworkChanges } from '../../connection/browserWorld.js';
import { Connection } from '../../connection/connection.js';
import type { Language, Message, ToClient } from '../../protocol/messages.js';
import { CitizenCall, type CallWorld } from '../../room/citizenCall.js';
import { type CitizenRoom, roomOf } from '../../room/citizenRoom.js';
import { type LocalState, mediaPatience } from '../../room/localMedia.js';
import { VisitDocuments } from '../../room/visitDocuments.js';
import type { VisitText } from '../../room/visitText.js';
import { kUncontrolled } from '../../state/control.js';
import { type ClerkMessage, emptyModel, lineChanged, messageRead, type Model, newsRead, receive, startOver, ticked, transferAnswered } from '../../state/model.js';
import { newsOf } from '../../state/news.js';
import { othersFor } from '../../state/offices.js';
import { preferredLanguage } from '../../text/index.js';
import { attract, whenSeenAgain } from './attention.js';
import { LineWatch } from './lineWatch.js';
import { type DeviceChoice, Memory } from './memory.js';
import { saveFile } from './saveFile.js';
import { OwnDevices } from './ownDevices.js';
import { isOfSight, OwnSight } from './ownSight.js';
import { Papers } from './papers.js';
import { OwnOffer } from './ownOffer.js';
import { openText } from './ownText.js';
import { Permissions } from './permissions.js';
import { Receipts } from './receipts.js';
import { Stillness } from './stillness.js';
import { TicketActions, drawCommand } from './ticketActions.js';
import { Ticks } from './ticks.js';
import { type DrawForm, firstUi, type Ui } from './ui.js';

const kDefaultPrepareRanks = 5;
/** Somebody waits for picture and sound. */
const kSuspectMs = 1500;

export class Session {
    model: Model = emptyModel;
    ui: Ui;
    readonly memory = new Memory();
    readonly #lineWatch = new LineWatch(this.memory);
    readonly #receipts = new Receipts(this.memory, (notice) => this.#connection.notify(notice));
    readonly #view: Stillness;
    readonly #connection: Connection;
    readonly devices: OwnDevices;
    readonly #call: CitizenCall;
    readonly #room: CitizenRoom;
    readonly actions: TicketActions;
    readonly ticks = new Ticks(
        (command) => this.#connection.command(command),
        (known) => {
            if (known !== undefined) this.model = ticked(this.model, known);
            this.#view.show();
        },
    );
    readonly writing: VisitText;
    readonly permissions: Permissions;
    readonly documents = new VisitDocuments({
        request,
        token: () => this.#token,
        pause,
        save: saveFile,
        changed: (documents) => this.#set({ documents }),
    });
    readonly papers = new Papers(() => this.devices, (file) => this.documents.send(file), (paper) => this.#set({ paper }));
    readonly offer = new OwnOffer(this.memory, (command) => void this.#connection.command(command), (offer) => this.#set({ offer }));
    readonly sight = new OwnSight(
        (notice) => this.#connection.notify(notice),
        (command) => this.#connection.commandNow(command),
        { seen: (sight) => this.#set({ sight }), asked: (asked) => this.#ask(asked) },
    );
    #token: string | undefined;
    /** The server knows the token, as far as we know: it may be named in hello. */
    #tokenKnown: boolean;
    #enteredEpoch = 0;

    constructor(socketUrl: string, changed: () => void) {
        this.#view = new Stillness(changed, () => this.ui.call.remote !== undefined);
        const lang = this.memory.language ?? preferredLanguage(navigator.languages);
        this.devices = new OwnDevices(this.memory, (part) => this.#set(part), (local) => this.#send(local));
        const send = (): void => this.#send(this.devices.state);
        this.permissions = new Permissions(this.devices, (permissions) => this.#set({ permissions }), send);
        this.writing = openText(this.memory, (notice) => this.#connection.notify(notice), (written) => this.#set({ written }));
        this.ui = firstUi(lang, this.devices.state, this.writing.view, this.documents.view);
        this.#token = this.memory.token;
        this.#tokenKnown = this.#token !== undefined;
        this.#connection = this.#openConnection(socketUrl);
        this.#call = new CitizenCall(this.#callWorld());
        this.#room = roomOf(this.#callWorld(), (people) => this.#set({ people }), this.#call);
        this.actions = new TicketActions((command) => this.#connection.command(command), () => this.model.ticket?.epoch ?? 0);
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
        return this.#tokenKnown && this.model.ticket === undefined && this.model.ended === undefined && !this.ui.drawing;
    }

    get takesLonger(): boolean {
        return this.#lineWatch.takesLonger(this.model);
    }

    start(): void {
        this.#connection.start();
        const networkChanged = (): void => [this.#call, this.#room.mesh].forEach((lines) => lines.networkChanged());
        for (const act of [() => this.#connection.retryNow(), networkChanged]) addEventListener('online', act);
        whenNetworkChanges(networkChanged);
        for (const turn of ['hashchange', 'popstate']) addEventListener(turn, () => this.#readFragment());
        whenSeenAgain((slept) => {
            this.#connection.retryNow();
            if (slept) this.#connection.probe({ type: 'overview.watch' });
        });
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
        const { drawProblem: _problem, ...ui } = this.ui;
        this.ui = ui;
        this.#set({ drawing: true });
        // Stored before it is sent: a reload between the two must find the place again.
        this.memory.token = token;
        const answer = await this.#connection.command(drawCommand(form, token, welcome, this.ui.lang));
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
        const opening = this.devices.open(choice);
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

    #callWorld(): CallWorld {
        return {
            command: (command) => this.#connection.command(command),
            notify: (notice) => this.#connection.notify(notice),
            createConnection: (configuration) => new RTCPeerConnection(configuration),
            nextGeneration: () => this.memory.nextGeneration(),
            setTimer,
            changed: (call) => this.#set({ call }),
            suspectLine: () => this.#connection.probe({ type: 'overview.watch' }, kSuspectMs),
        };
    }

    #received(message: ToClient): void {
        if (this.#room.receive(message) || this.offer.receive(message)) return;
        const before = this.model;
        this.model = receive(this.model, message, Date.now());
        this.permissions.obey(this.model.ticket?.control ?? kUncontrolled, this.#talking);
        if (isOfSight(message)) return this.sight.receive(message);
        switch (message.type) {
            case 'welcome':
                this.#connection.notify({ type: 'overview.watch' });
                break;
            case 'call.signal':
                return this.#call.receive(message.epoch, message.signal);
            case 'text.lines':
                return this.writing.receive(message.lines);
            case 'file.list':
                return this.documents.receive(message.files);
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
        this.#lineWatch.look(before, this.model);
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
        if (moved) this.#lineWatch.begin();
        const others = ticket.concern === undefined ? [] : othersFor(this.model.offices, ticket.office, ticket.concern);
        if (moved || (first && others.length > 0)) this.#connection.notify({ type: 'overview.watch' });
        const choice = this.memory.devices;
        // A reloaded page takes up what was decided before.
        if (first && choice !== undefined && !this.ui.devicesDecided) void this.decideDevices(choice);
        const { drawingFor: _office, ...ui } = this.ui;
        if (first) this.ui = ui;
    }

    #endVisit(): void {
        this.#token = undefined;
        this.#tokenKnown = false;
        this.#lineWatch.begin();
        this.#enteredEpoch = 0;
        this.memory.forgetVisit();
        for (const kept of [this.ticks, this.documents, this.papers]) kept.forget();
        this.#closeCall();
        // Who has a number hears of its office alone.
        this.#connection.notify({ type: 'overview.watch' });
        this.#set({ devicesDecided: false, leaving: false });
    }

    #closeCall(): void {
        this.#view.end();
        this.#call.close();
        this.#room.close();
        this.devices.close();
    }

    /** Tells the call what is the case, and enters by itself where nothing is left to ask. */
    #followUp(): void {
        const { ticket, ticketTold, welcome, line, goodbye } = this.model;
        // Sent away for good: nothing is to be begun any more.
        if (goodbye !== undefined) return;
        if (ticket?.state === 'called' && this.ui.devicesDecided) this.#enter();
        const situation = { talking: this.#talking, epoch: ticket?.epoch ?? 0, online: line === 'online' && ticketTold };
        for (const told of [this.writing, this.sight]) told.update(situation);
        const reads = this.ui.asked !== undefined;
        this.#room.mesh.showToClerkAlone(reads);
        this.#call.update({
            ...(ticket !== undefined && { state: ticket.state }),
            ...(ticket?.rank !== undefined && { rank: ticket.rank }),
            epoch: ticket?.epoch ?? 0,
            prepareRanks: welcome?.limits.prepare_ranks ?? kDefaultPrepareRanks,
            online: line === 'online',
            onHold: ticket?.control.on_hold ?? false,
            reads,
            devicesDecided: this.ui.devicesDecided,
        });
    }

    #enter(): void {
        const ticket = this.model.ticket;
        if (ticket?.state !== 'called' || this.#enteredEpoch === ticket.epoch) return;
        this.#enteredEpoch = ticket.epoch;
        void this.#connection.command({ type: 'ticket.enter', epoch: ticket.epoch });
    }

    get #talking(): boolean {
        return ['in_call', 'held'].includes(this.model.ticket?.state ?? '');
    }

    #send(local: LocalState): void {
        const { tracks, media } = this.permissions.outgoing(local);
        this.#call.setMedia(tracks, media);
        this.#room.mesh.setMedia({ tracks, media });
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

    /** Line and room send the picture otherwise while a card is held to the camera. */
    #ask(asked: Ui['asked']): void {
        this.#set({ asked });
        this.#followUp();
    }

    #set(part: Partial<Ui>): void {
        this.ui = { ...this.ui, ...part };
        this.#view.show();
    }
}

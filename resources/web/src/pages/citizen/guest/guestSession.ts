// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What a guest of a conversation does and what follows: knocks with the code of the invitation, waits, takes part.
import { browserWorld, pause, randomToken, request, setTimer, whenNetworkChanges } from '../../../connection/browserWorld.js';
import { type Answer, Connection, type LineState } from '../../../connection/connection.js';
import type { Command, Language, Message, Notice, ToClient } from '../../../protocol/messages.js';
import { type CitizenRoom, roomOf } from '../../../room/citizenRoom.js';
import type { LocalState } from '../../../room/localMedia.js';
import type { RoomPerson } from '../../../room/roomMesh.js';
import type { Sight } from '../../../room/sharedView.js';
import { type DocumentsView, VisitDocuments } from '../../../room/visitDocuments.js';
import type { TextView, VisitText } from '../../../room/visitText.js';
import { kUncontrolled } from '../../../state/control.js';
import type { CallControl } from '../../../protocol/messages.js';
import { preferredLanguage, translator } from '../../../text/index.js';
import { attract } from '../attention.js';
import { type DeviceChoice, Memory } from '../memory.js';
import { OwnDevices } from '../ownDevices.js';
import { OwnSight } from '../ownSight.js';
import { openText } from '../ownText.js';
import { Permissions, type PermissionsUi, kNothingPermitted } from '../permissions.js';
import { saveFile } from '../saveFile.js';
import type { DeviceUi } from '../ui.js';
import { asRead } from './guestText.js';

export type GuestEnd = Message<'guest.ended'>['reason'] | 'taken_over';
export type GuestProblem = Extract<Answer, { ok: false }>;

export interface GuestUi extends DeviceUi {
    readonly lang: Language;
    readonly devicesDecided: boolean;
    readonly leaving: boolean;
    readonly knocking: boolean;
    readonly problem?: GuestProblem | undefined;
    readonly people: readonly RoomPerson[];
    readonly control: CallControl;
    readonly permissions: PermissionsUi;
    readonly written: TextView;
    readonly documents: DocumentsView;
    /** What is shown to all. */
    readonly sight?: Sight | undefined;
}

/** As it is spoken and typed: letters, whatever stands between them. */
export function codeIn(typed: string): string {
    return typed.toUpperCase().replace(/[^A-Z]/g, '');
}

export class GuestSession {
    readonly memory = new Memory();
    readonly devices: OwnDevices;
    readonly permissions: Permissions;
    readonly writing: VisitText;
    readonly documents = new VisitDocuments({
        request,
        token: () => this.memory.guest?.token,
        pause,
        save: saveFile,
        changed: (documents) => this.#set({ documents }),
    });
    readonly sight = new OwnSight(
        () => false,
        (command) => this.#connection.command(command),
        { seen: (sight) => this.#set({ sight }), asked: () => undefined },
        true,
    );
    ui: GuestUi;
    line: LineState = 'connecting';
    welcome: Message<'welcome'> | undefined;
    state: Message<'guest.state'> | undefined;
    ended: GuestEnd | undefined;
    /** Of the link that was opened. */
    readonly code: string;
    readonly #connection: Connection;
    readonly #room: CitizenRoom;

    constructor(url: string, private readonly changed: () => void) {
        const send = (): void => this.#send(this.devices.state);
        this.devices = new OwnDevices(this.memory, (part) => this.#set(part), () => send());
        this.permissions = new Permissions(this.devices, (permissions) => this.#set({ permissions }), send);
        this.writing = openText(this.memory, (notice) => this.#connection.notify(notice), (written) => this.#set({ written }));
        this.ui = {
            lang: this.memory.language ?? preferredLanguage(navigator.languages),
            local: this.devices.state,
            speaker: { id: '' },
            unheard: false,
            devicesDecided: false,
            leaving: false,
            knocking: this.memory.guest !== undefined,
            people: [],
            control: kUncontrolled,
            permissions: kNothingPermitted,
            written: this.writing.view,
            documents: this.documents.view,
        };
        this.code = codeIn(new URLSearchParams(location.hash.slice(1)).get('gast') ?? '');
        // Another invitation is another visit.
        if (this.code !== '' && this.memory.guest?.code !== this.code) {
            this.memory.guest = undefined;
            this.ui = { ...this.ui, knocking: false };
        }
        this.#connection = new Connection(browserWorld(url), {
            hello: () => ({ type: 'hello', protocol: [1], client: `citizen-page/${VERSION}`, features: [], lang: this.ui.lang }),
            received: (message) => this.#received(message),
            lineChanged: (line) => {
                this.line = line;
                this.#followUp();
                this.changed();
            },
        });
        const world = {
            command: (command: Command) => this.#connection.command(command),
            notify: (notice: Notice) => this.#connection.notify(notice),
            createConnection: (configuration: RTCConfiguration) => new RTCPeerConnection(configuration),
            nextGeneration: () => this.memory.nextGeneration(),
            setTimer,
            suspectLine: () => undefined,
        };
        this.#room = roomOf(world, (people) => this.#set({ people }));
    }

    start(): void {
        this.#connection.start();
        addEventListener('online', () => {
            this.#connection.retryNow();
            this.#room.mesh.networkChanged();
        });
        addEventListener('hashchange', () => location.reload());
        whenNetworkChanges(() => this.#room.mesh.networkChanged());
    }

    setLanguage(lang: Language): void {
        this.memory.language = lang;
        this.#set({ lang });
    }

    async knock(code: string, name: string): Promise<void> {
        if (this.ui.knocking) return;
        this.memory.guest = { code, token: randomToken(), name };
        this.#set({ knocking: true, problem: undefined });
        await this.#knock();
    }

    async decideDevices(choice: DeviceChoice): Promise<void> {
        this.memory.devices = choice;
        await this.devices.open(choice);
        this.#set({ devicesDecided: true });
    }

    askLeave(leaving: boolean): void {
        this.#set({ leaving });
    }

    async leave(): Promise<void> {
        this.#set({ leaving: false });
        await this.#connection.command({ type: 'guest.leave' });
    }

    async #knock(): Promise<void> {
        const { guest } = this.memory;
        if (guest === undefined) return;
        const answer = await this.#connection.command({
            type: 'guest.knock',
            code: guest.code,
            token: guest.token,
            name: guest.name,
            lang: this.ui.lang,
            consent_version: this.welcome?.consent_version ?? '',
        });
        if (guest.token !== this.memory.guest?.token) return;
        if (answer.ok) {
            history.replaceState(null, '', '#gast');
            this.#set({ knocking: false });
            this.#followUp();
            // Whoever was fetched from the line waits there no more.
            if (guest.place !== undefined) this.memory.forgetPlace();
        } else if (this.state !== undefined) {
            // The server knows this guest no more.
            this.#end('over');
        } else if (guest.place === true) {
            // The offer is over: the own place stands.
            this.memory.guest = undefined;
            const { token } = this.memory;
            history.replaceState(null, '', token === undefined ? location.pathname + location.search : `#t=${token}`);
            location.reload();
        } else {
            this.memory.guest = undefined;
            this.#set({ knocking: false, problem: answer });
        }
    }

    #received(message: ToClient): void {
        switch (message.type) {
            case 'welcome':
                this.welcome = message;
                if (this.memory.guest !== undefined) void this.#knock();
                break;
            case 'guest.state':
                this.#stateChanged(message);
                break;
            case 'room.state': {
                const control = message.people.find(({ peer }) => peer === message.peer)?.control ?? kUncontrolled;
                this.permissions.obey(control, true);
                this.#set({ control });
                break;
            }
            case 'text.lines':
                return this.writing.receive(asRead(message.lines, this.state?.peer ?? -1, this.#citizenName));
            case 'file.list':
                return this.documents.receive(message.files);
            case 'view.state':
            case 'view.changed':
                return this.sight.receive(message);
            case 'guest.ended':
                this.#end(message.reason);
                break;
            case 'goodbye':
                if (message.action === 'stop') this.#end('taken_over');
                break;
            default:
                break;
        }
        this.#room.receive(message);
        this.changed();
    }

    get #citizenName(): string {
        const citizen = this.ui.people.find(({ role }) => role === 'citizen')?.name ?? '';
        return citizen === '' ? translator(this.ui.lang)('room.citizen') : citizen;
    }

    /** What may be written and seen follows the admission, and the line. */
    #followUp(): void {
        const { state, line } = this;
        const situation = { talking: state?.state === 'in_room', epoch: state?.epoch ?? 0, online: line === 'online' && !this.ui.knocking };
        this.writing.update(situation);
        this.sight.update(situation);
    }

    #stateChanged(state: Message<'guest.state'>): void {
        const before = this.state?.state;
        this.state = state;
        this.ended = undefined;
        this.#followUp();
        if (before === 'waiting' && state.state === 'in_room') attract('strong');
        const { devices } = this.memory;
        // A reloaded page takes up what was decided before.
        if (before === undefined && devices !== undefined && !this.ui.devicesDecided) void this.decideDevices(devices);
    }

    #end(reason: GuestEnd): void {
        this.ended = reason;
        this.state = undefined;
        this.#followUp();
        this.documents.forget();
        this.#room.close();
        this.permissions.obey(kUncontrolled, false);
        this.devices.close();
        // A place in line that this tab may hold as well is another matter.
        this.memory.guest = undefined;
        this.memory.devices = undefined;
        history.replaceState(null, '', '#gast');
        this.#set({ knocking: false, leaving: false, devicesDecided: false });
    }

    #send(local: LocalState): void {
        this.#room.mesh.setMedia(this.permissions.outgoing(local));
    }

    #set(part: Partial<GuestUi>): void {
        this.ui = { ...this.ui, ...part };
        this.changed();
    }
}

// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Citizens in real browsers with made-up cameras. Everything is found by the words that people read.
import path from 'node:path';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { kFakeMedia } from './clerk.mjs';
import { rememberConnections } from './measure.mjs';
import { until } from './processes.mjs';

const kChromiumFlags = [...kFakeMedia, '--no-sandbox', '--disable-gpu', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required',
    '--disable-features=CalculateNativeWinOcclusion', '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding', '--disable-background-timer-throttling'];

const kFirefoxPreferences = {
    'intl.accept_languages': 'de-DE, de',
    'media.navigator.streams.fake': true,
    'media.navigator.permission.disabled': true,
    'media.autoplay.default': 0,
    'media.autoplay.blocking_policy': 0,
    'media.autoplay.block-webaudio': false,
    // The relay and the other side are this machine.
    'media.peerconnection.ice.loopback': true,
    'media.peerconnection.ice.obfuscate_host_addresses': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'services.settings.server': 'data:,',
};

/** Runs in the page: the element that a person would call by this name, pressed. */
function pressInPage(role, source) {
    const pattern = new RegExp(source);
    const selectors = { button: 'button, [role=button], a', checkbox: 'input[type=checkbox]', textbox: 'input, textarea' };
    const nameOf = (element) => {
        const labels = [...(element.labels ?? [])].map((label) => label.textContent).join(' ');
        return (element.getAttribute('aria-label') ?? (labels || element.textContent)).trim();
    };
    const found = [...document.querySelectorAll(selectors[role])]
        .find((element) => pattern.test(nameOf(element)) && element.getClientRects().length > 0 && !element.disabled);
    if (!found) return false;
    found.click();
    return true;
}

/** One page of one person. Subclasses know how to talk to the browser. */
class Citizen {
    page;

    constructor(page) {
        this.page = page;
    }
    evaluate(action, ...args) {
        return this.page.evaluate(
            new Function('args', `return (${action.toString()})(...args)`), args);
    }
    press(role, pattern, ms = 15000) {
        return until(`a ${role} ${pattern} on the citizen's page`,
            () => this.evaluate(pressInPage, role, pattern.source), ms);
    }
    words() {
        return this.evaluate(() => document.body.innerText);
    }
    shows(pattern, ms = 15000) {
        return until(`${pattern} on the citizen's page`, async () => pattern.exec(await this.words()), ms);
    }

    async draw(address, office, name) {
        await this.page.goto(`${address}/`);
        return this.drawHere(office, name);
    }

    /** In the tab as it is, with the overview before one. */
    async drawHere(office, name) {
        await this.press('button', new RegExp(`Nummer ziehen: ${office}`));
        await this.shows(/Ihr Anliegen/);
        this.name = name;
        if (name) await this.fill('Ihr Name', name);
        await this.press('checkbox', /einverstanden/);
        await this.press('button', /^Nummer ziehen$/);
        const [, number] = await this.shows(/Ihre Nummer\s+([A-Z] \d{3})/);
        this.number = number;
        return number;
    }

    async allowDevices() {
        await this.press('button', /Kamera und Mikrofon testen/);
        await this.shows(/Sie sind bereit/);
    }

    async fill(label, text) {
        await until(`a field ${label}`, () => this.evaluate((wanted, value) => {
            const field = [...document.querySelectorAll('input, textarea')]
                .find((one) => [...(one.labels ?? [])].some((l) => l.textContent.includes(wanted)));
            if (!field) return false;
            Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, value);
            field.dispatchEvent(new Event('input', { bubbles: true }));
            return true;
        }, label, text));
    }

    /** Hands a file over, as if it were chosen on the device. */
    async hand(file) {
        const input = await this.page.$('#document-file');
        // Each of the two libraries has its own word for it.
        await (input.setInputFiles?.(file) ?? input.uploadFile(file));
    }

    ahead() {
        return this.words().then((words) => /Sie sind als Nächstes dran|Vor Ihnen\s+\d.*/.exec(words)?.[0]);
    }
    screenshot(file) {
        return this.page.screenshot({ path: file });
    }
    reload() {
        return this.page.reload();
    }
    close() {
        return this.page.close();
    }
}

/** Many people in one Chromium: each has storage of its own. */
export class ChromiumCrowd {
    #browser;

    static async start(_place, flags = [], executablePath = '/usr/bin/chromium') {
        const crowd = new ChromiumCrowd();
        crowd.#browser = await chromium.launch({ executablePath, args: [...kChromiumFlags, ...flags] });
        return crowd;
    }
    async citizen(device = {}) {
        const context = await this.#browser.newContext({
            locale: 'de-DE', permissions: ['camera', 'microphone'], viewport: { width: 390, height: 844 }, ...device,
        });
        await context.addInitScript(rememberConnections);
        return new Citizen(await context.newPage());
    }
    stop() {
        return this.#browser.close();
    }
}

/** Phones: pointed at with a finger. */
export const chromiumPhones = {
    start: async (place) => {
        const crowd = await ChromiumCrowd.start(place);
        return { citizen: () => crowd.citizen({ hasTouch: true, isMobile: true }), stop: () => crowd.stop() };
    },
};

export class FirefoxCrowd {
    #browser;

    static async start(place, { env = {}, preferences = {} } = {}) {
        const crowd = new FirefoxCrowd();
        crowd.#browser = await puppeteer.launch({
            browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true,
            userDataDir: path.join(place.folder('firefox')), env: { ...process.env, ...env },
            extraPrefsFirefox: { ...kFirefoxPreferences, ...preferences },
        });
        return crowd;
    }
    async citizen() {
        const page = await this.#browser.newPage();
        await page.evaluateOnNewDocument(rememberConnections);
        return new Citizen(page);
    }
    stop() {
        return this.#browser.close();
    }
}

/** For Chromium: this file is what its microphone hears. */
export const hearing = (file) => `--use-file-for-fake-audio-capture=${file}`;

/** Chromium that hears this file from its microphone. */
export function chromiumHearing(file) {
    return { start: (place) => ChromiumCrowd.start(place, [hearing(file)]) };
}

/** Firefox with the microphones of this sound server, and no camera. */
export function firefoxHearing(sound) {
    const preferences = { 'media.navigator.streams.fake': false };
    return { start: (place) => FirefoxCrowd.start(place, { env: sound.env, preferences }) };
}

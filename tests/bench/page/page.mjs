// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What a first visit costs a phone: the real Chromium with an empty cache, the real server, bytes as they come over the
// wire (heads of answers and what the WebSocket brings included, fonts not). bytes_overview: until the overview stands;
// bytes_waiting: from there until one waits with a number; bytes_first_visit: both. The reference is the aim of 80 KB.
// Fails when the page asks any other host for anything.
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { print, Town } from '../town.mjs';

const { chromium } = createRequire(new URL('../../e2e/package.json', import.meta.url))('playwright-core');

const kAim = 80 * 1024;
const kQuietMs = 1500;
const kPatienceMs = 60_000;
const [directory, pages] = process.argv.slice(2);

/** Counts what a page receives, as the network stack of the browser reports it. */
class Meter {
    bytes = 0;
    fontBytes = 0;
    hosts = new Set();
    #kinds = new Map();
    #running = new Set();
    #lastChange = Date.now();

    static async on(page) {
        const meter = new Meter();
        const tools = await page.context().newCDPSession(page);
        const heard = (event, take) => tools.on(`Network.${event}`, (details) => {
            meter.#lastChange = Date.now();
            take(details);
        });
        heard('requestWillBeSent', ({ requestId, request }) => {
            meter.#note(request.url);
            meter.#running.add(requestId);
        });
        heard('responseReceived', ({ requestId, type, response }) => {
            meter.#kinds.set(requestId, { type, url: response.url, coding: new Headers(response.headers).get('content-encoding') });
        });
        heard('loadingFinished', ({ requestId, encodedDataLength }) => meter.#finished(requestId, encodedDataLength));
        heard('loadingFailed', ({ requestId }) => meter.#running.delete(requestId));
        heard('webSocketCreated', ({ url }) => meter.#note(url));
        heard('webSocketHandshakeResponseReceived', ({ response }) => meter.#add(response.headersText?.length ?? 0));
        heard('webSocketFrameReceived', ({ response }) => {
            const length = Buffer.byteLength(response.payloadData);
            meter.#add(length + (length < 126 ? 2 : 4));
        });
        await tools.send('Network.enable');
        return meter;
    }

    async settled() {
        for (const end = Date.now() + kPatienceMs;; await pause(50)) {
            if (this.#running.size === 0 && Date.now() - this.#lastChange > kQuietMs) return this.bytes;
            if (Date.now() > end) throw new Error('the page does not come to rest');
        }
    }

    #note(url) {
        const { protocol, host } = new URL(url);
        if (!['data:', 'blob:'].includes(protocol)) this.hosts.add(host);
    }
    #add(bytes) {
        this.bytes += bytes;
    }
    #finished(id, bytes) {
        this.#running.delete(id);
        const kind = this.#kinds.get(id);
        console.error(`${String(bytes).padStart(7)} B  ${kind?.type} ${kind?.coding ?? ''} ${kind?.url}`);
        if (kind?.type === 'Font') this.fontBytes += bytes;
        else this.#add(bytes);
    }
}

async function drawANumber(page) {
    await page.getByRole('button', { name: /Nummer ziehen: Bürgerservice/ }).or(
        page.getByRole('link', { name: /Nummer ziehen: Bürgerservice/ })).click();
    await page.getByRole('checkbox', { name: /einverstanden/ }).check();
    await page.getByRole('button', { name: /^Nummer ziehen$/ }).click();
    await page.getByText(/B \d{3}/).first().waitFor();
}

const town = await Town.start(directory, pages);
await town.open(['B']);
const browser = await chromium.launch({
    executablePath: process.env.SPRECHTAG_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
    const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    page.setDefaultTimeout(kPatienceMs);
    const meter = await Meter.on(page);
    await page.goto(town.address);
    await page.getByText('Bürgerservice').first().waitFor();
    const overview = await meter.settled();
    await drawANumber(page);
    const both = await meter.settled();
    const foreign = [...meter.hosts].filter((host) => host !== new URL(town.address).host);
    if (foreign.length > 0) throw new Error(`the page asks other hosts: ${foreign.join(', ')}`);
    console.error(`no request to another host; fonts beyond that: ${meter.fontBytes} B`);
    print('page', 'bytes_overview', overview, 'B', kAim);
    print('page', 'bytes_waiting', both - overview, 'B', kAim);
    print('page', 'bytes_first_visit', both, 'B', kAim);
} finally {
    await browser.close();
    await town.stop();
}

// JavaScript and CSS that a guest's browser gets, from opening the join link with an empty cache: until one can write on the
// board, while nothing happens, and by using the rest of the room. Compressed sizes, as gzip makes them.
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from '@playwright/test';
import type { Measured, Scenario } from '../scenario.ts';
import type { Review, Stage } from '../stage/stage.ts';

const idleMs = 3_000;
const usual = 200;

interface Sent {
  files: number;
  script: number;
  style: number;
  /** Bytes of everything on the wire as it came, fonts and pictures included. */
  wire: number;
}

interface Arrived {
  /** On the page's clock, Unix milliseconds. */
  askedAtMs: number;
  kind: 'script' | 'style' | 'other';
  /** As gzip makes it; 0 of anything else. */
  bytes: number;
  wire: number;
}

/** Weighs what arrives over the network. */
class Meter {
  readonly #cdp: CDPSession;
  readonly #askedAtMs = new Map<string, number>();
  readonly #kinds = new Map<string, 'script' | 'style'>();
  readonly #arrived: Promise<Arrived>[] = [];

  constructor(cdp: CDPSession) {
    this.#cdp = cdp;
    cdp.on('Network.requestWillBeSent', ({ requestId, wallTime }) => {
      this.#askedAtMs.set(requestId, wallTime * 1000);
    });
    cdp.on('Network.responseReceived', ({ requestId, response }) => {
      if (/javascript/.test(response.mimeType)) this.#kinds.set(requestId, 'script');
      else if (response.mimeType === 'text/css') this.#kinds.set(requestId, 'style');
    });
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      this.#arrived.push(this.#weigh(requestId, encodedDataLength));
    });
  }

  async #weigh(requestId: string, wire: number): Promise<Arrived> {
    const askedAtMs = this.#askedAtMs.get(requestId) ?? 0;
    const kind = this.#kinds.get(requestId) ?? 'other';
    if (kind === 'other') return { askedAtMs, kind, bytes: 0, wire };
    const { body, base64Encoded } = await this.#cdp.send('Network.getResponseBody', { requestId });
    return { askedAtMs, kind, bytes: gzipSync(Buffer.from(body, base64Encoded ? 'base64' : 'utf8')).length, wire };
  }

  /** @param untilMs  leaves out what was asked for later. */
  async read(untilMs = Infinity): Promise<Sent> {
    const all = (await Promise.all(this.#arrived)).filter(({ askedAtMs }) => askedAtMs < untilMs);
    const sum = (of: (one: Arrived) => number): number => all.reduce((total, one) => total + of(one), 0);
    return {
      files: all.filter(({ kind }) => kind !== 'other').length,
      script: sum(({ kind, bytes }) => (kind === 'script' ? bytes : 0)),
      style: sum(({ kind, bytes }) => (kind === 'style' ? bytes : 0)),
      wire: sum(({ wire }) => wire),
    };
  }
}

/** Sent into the page: notes when the first card is on the board. */
const noteBoard = (): void => {
  const watcher = new MutationObserver(() => {
    if (document.querySelector('[data-card-id]') === null) return;
    watcher.disconnect();
    performance.mark('board');
  });
  watcher.observe(document, { childList: true, subtree: true });
};

const boardAt = (): number => performance.timeOrigin + (performance.getEntriesByName('board')[0]?.startTime ?? NaN);

const figuresOf = ({ files, script, style, wire }: Sent) => ({
  files,
  scriptKB: script / 1000,
  styleKB: style / 1000,
  scriptAndStyleKB: (script + style) / 1000,
  onTheWireKB: wire / 1000,
});

/** Opens what is fetched on demand: the narrative, the outline, the palette, find. */
const openTheRest = async (page: Page): Promise<void> => {
  const views = page.getByRole('navigation', { name: 'Stages and views' });
  for (const view of ['Outline', 'Narrative', 'Board']) {
    await views.getByRole('button', { name: view, exact: true }).click();
    await delay(1_000);
  }
  for (const key of ['Control+k', '/', '?']) {
    await page.keyboard.press(key);
    await delay(700);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }
};

const measure = async (stage: Stage, review: Review): Promise<Measured[]> => {
  const context = await stage.browser.newContext({
    baseURL: stage.server.url,
    viewport: { width: 1440, height: 900 },
  });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const meter = new Meter(cdp);
    await page.addInitScript(noteBoard);
    await cdp.send('Network.enable', { maxTotalBufferSize: 50_000_000, maxResourceBufferSize: 20_000_000 });
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
    const startedMs = performance.now();
    await page.goto(review.link);
    await page.getByLabel('Your name').fill('Visitor');
    await page.keyboard.press('Enter');
    await page.locator('[data-status="saved"]').waitFor();
    await page.locator('[data-card-id]').first().waitFor();
    const readyMs = performance.now() - startedMs;
    const first = await meter.read(await page.evaluate(boardAt));
    await delay(idleMs);
    const idle = await meter.read();
    await openTheRest(page);
    const rest = await meter.read();
    return [
      { name: 'sent before the first interaction', figures: { ...figuresOf(first), readyMs } },
      { name: 'sent after three idle seconds', figures: figuresOf(idle) },
      { name: 'sent after using the rest', figures: figuresOf(rest) },
    ];
  } finally {
    await context.close();
  }
};

export const sentScenario: Scenario = {
  name: 'sent',
  about: 'JavaScript and CSS from the join link, with an empty cache',
  sizes: ({ cards }) => [cards.includes(usual) ? usual : (cards[0] ?? usual)],
  measure,
};

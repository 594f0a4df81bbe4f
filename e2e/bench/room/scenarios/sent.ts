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

/** Counts what arrives over the network. */
class Meter {
  readonly #cdp: CDPSession;
  readonly #kinds = new Map<string, 'script' | 'style'>();
  readonly #sizes: Promise<void>[] = [];
  #sent: Sent = { files: 0, script: 0, style: 0, wire: 0 };

  constructor(cdp: CDPSession) {
    this.#cdp = cdp;
    cdp.on('Network.responseReceived', ({ requestId, response }) => {
      if (/javascript/.test(response.mimeType)) this.#kinds.set(requestId, 'script');
      else if (response.mimeType === 'text/css') this.#kinds.set(requestId, 'style');
    });
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      this.#sent.wire += encodedDataLength;
      const kind = this.#kinds.get(requestId);
      if (kind) this.#sizes.push(this.#weigh(requestId, kind));
    });
  }

  async #weigh(requestId: string, kind: 'script' | 'style'): Promise<void> {
    const { body, base64Encoded } = await this.#cdp.send('Network.getResponseBody', { requestId });
    this.#sent.files += 1;
    this.#sent[kind] += gzipSync(Buffer.from(body, base64Encoded ? 'base64' : 'utf8')).length;
  }

  async read(): Promise<Sent> {
    await Promise.all(this.#sizes);
    return { ...this.#sent };
  }
}

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
    await cdp.send('Network.enable', { maxTotalBufferSize: 50_000_000, maxResourceBufferSize: 20_000_000 });
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
    const startedMs = performance.now();
    await page.goto(review.link);
    await page.getByLabel('Your name').fill('Visitor');
    await page.keyboard.press('Enter');
    await page.locator('[data-status="saved"]').waitFor();
    await page.locator('[data-card-id]').first().waitFor();
    const readyMs = performance.now() - startedMs;
    const first = await meter.read();
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

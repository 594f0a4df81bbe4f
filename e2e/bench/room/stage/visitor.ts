// One person in a browser of their own, whose page is measured from outside: wheel, mouse, trace, memory.
import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import type { CardId } from '@hearth/review/ids';
import { frameFigures, traceMarks, type FrameFigures, type TraceEvent } from '../figures/trace.ts';
import { beginFrames, beyondSight, cardsInSight, endFrames, isLifted } from './probe.ts';
import type { Review, Stage } from './stage.ts';

const viewport = { width: 1440, height: 900 };
const openWithinMs = 120_000;
const settleMs = 800;
const wheelPerSecond = 60;

export interface Wheel {
  deltaX: number;
  deltaY: number;
  /** With Ctrl, which zooms. */
  zooms?: boolean;
}

export interface Memory {
  heapMB: number;
  nodes: number;
  listeners: number;
}

export class Visitor {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly #context: BrowserContext;
  /** From asking for the room until its board is there and saved. */
  openedInMs = 0;

  private constructor(context: BrowserContext, page: Page, cdp: CDPSession) {
    this.#context = context;
    this.page = page;
    this.cdp = cdp;
  }

  /** @param slowdown  how many times slower than this machine the page runs */
  static async enter(stage: Stage, review: Review, slowdown = 1): Promise<Visitor> {
    const context = await stage.browser.newContext({ baseURL: stage.server.url, viewport });
    const { cookie } = await stage.join(review, 'Visitor');
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: stage.server.url }]);
    const page = await context.newPage();
    const visitor = new Visitor(context, page, await context.newCDPSession(page));
    const startedMs = performance.now();
    await page.goto(`/reviews/${review.id}`, { waitUntil: 'commit' });
    await page.locator('[data-status="saved"]').waitFor({ timeout: openWithinMs });
    if (review.cards > 0) await page.locator('[data-card-id]').first().waitFor({ timeout: openWithinMs });
    visitor.openedInMs = performance.now() - startedMs;
    if (slowdown > 1) await visitor.cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await delay(settleMs);
    return visitor;
  }

  /** Frames of what happens meanwhile. @throws Error  where the page drew too few to tell. */
  async frames(during: () => Promise<void>): Promise<FrameFigures> {
    const events: TraceEvent[] = [];
    const collect = ({ value }: { value: unknown[] }): void => {
      events.push(...(value as TraceEvent[]));
    };
    this.cdp.on('Tracing.dataCollected', collect);
    await this.cdp.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: {
        includedCategories: ['toplevel', 'devtools.timeline', 'blink.user_timing', 'v8'],
        excludedCategories: ['*'],
      },
    });
    await this.page.evaluate(beginFrames, traceMarks);
    await during();
    await this.page.evaluate(endFrames, traceMarks);
    const complete = new Promise<void>((resolve) => this.cdp.once('Tracing.tracingComplete', () => resolve()));
    await this.cdp.send('Tracing.end');
    await complete;
    this.cdp.off('Tracing.dataCollected', collect);
    const figures = frameFigures(events);
    if (!figures) throw new Error('the page drew no frames');
    return figures;
  }

  /** Turns the wheel over the middle of the board, sixty times a second, whether or not the page keeps up. */
  async wheel(seconds: number, step: (share: number) => Wheel): Promise<void> {
    const turns = Math.round(seconds * wheelPerSecond);
    const startedMs = performance.now();
    const sent: Promise<unknown>[] = [];
    for (let turn = 0; turn < turns; turn++) {
      const waitMs = startedMs + (turn * 1000) / wheelPerSecond - performance.now();
      if (waitMs > 0) await delay(waitMs);
      const { deltaX, deltaY, zooms = false } = step(turn / turns);
      const modifiers = zooms ? 2 : 0;
      sent.push(
        this.cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...this.middle, deltaX, deltaY, modifiers }),
      );
    }
    await Promise.all(sent);
  }

  /**
   * Moves the pointer with its button down, sixty times a second, and lets go by Escape: nothing has changed then.
   * @throws Error  where no card came along.
   */
  async drag(from: { x: number; y: number }, seconds: number, at: (share: number) => { x: number; y: number }) {
    const mouse = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', place: { x: number; y: number }) =>
      this.cdp.send('Input.dispatchMouseEvent', { type, ...place, button: 'left', buttons: 1, clickCount: 1 });
    await mouse('mousePressed', from);
    const moves = Math.round(seconds * wheelPerSecond);
    const startedMs = performance.now();
    const sent: Promise<unknown>[] = [];
    for (let move = 0; move < moves; move++) {
      const waitMs = startedMs + (move * 1000) / wheelPerSecond - performance.now();
      if (waitMs > 0) await delay(waitMs);
      sent.push(mouse('mouseMoved', at(move / moves)));
    }
    await Promise.all(sent);
    const lifted = await this.page.evaluate(isLifted);
    await this.page.keyboard.press('Escape');
    await mouse('mouseReleased', at(1));
    if (!lifted) throw new Error('the card was not lifted: nothing was dragged');
  }

  readonly middle = { x: viewport.width / 2, y: viewport.height / 2 + 60 };

  beyond(): Promise<ReturnType<typeof beyondSight>> {
    return this.page.evaluate(beyondSight);
  }

  /** Back to the board's upper left corner. */
  async goHome(): Promise<void> {
    for (let turn = 0; turn < 400; turn++) {
      const { left, up } = await this.beyond();
      if (left < 2 && up < 2) return;
      await this.cdp.send('Input.dispatchMouseEvent', {
        type: 'mouseWheel',
        ...this.middle,
        deltaX: -Math.min(left, 4_000),
        deltaY: -Math.min(up, 4_000),
      });
      await delay(30);
    }
  }

  async inSight(): Promise<{ id: CardId; x: number; y: number }[]> {
    const cards = await this.page.evaluate(cardsInSight);
    return cards.map((card) => ({ ...card, id: card.id as CardId }));
  }

  /** After the collector has run. */
  async memory(): Promise<Memory> {
    await this.cdp.send('Performance.enable');
    for (let turn = 0; turn < 3; turn++) {
      await this.cdp.send('HeapProfiler.collectGarbage');
      await delay(200);
    }
    const { metrics } = await this.cdp.send('Performance.getMetrics');
    const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return { heapMB: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes'), listeners: of('JSEventListeners') };
  }

  /** What has to be added to this process's clock to get the page's, in milliseconds. */
  async clockOffsetMs(): Promise<number> {
    let best = { roundTripMs: Infinity, offsetMs: 0 };
    for (let turn = 0; turn < 15; turn++) {
      const before = now();
      const there = await this.page.evaluate(() => performance.timeOrigin + performance.now());
      const after = now();
      if (after - before < best.roundTripMs)
        best = { roundTripMs: after - before, offsetMs: there - (before + after) / 2 };
    }
    return best.offsetMs;
  }

  leave(): Promise<void> {
    return this.#context.close();
  }
}

/** Milliseconds of this process's clock. */
export const now = (): number => performance.timeOrigin + performance.now();

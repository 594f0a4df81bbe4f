// The clock of the meeting is the server's: on machines whose own clock is a day off, and on one that slept.
import { expect, type Page } from '@playwright/test';
import { test } from '../hearth-test.ts';
import type { Person } from '../person.ts';

test.describe.configure({ timeout: 360_000 });

const dayMs = 24 * 60 * 60_000;

interface Shown {
  /** Whole seconds that the figures said from now on. */
  seconds: number;
  realMs: number;
}
declare global {
  interface Window {
    realNow: () => number;
    shown: Shown[];
  }
}

/** Sets the clock of a browser off, before it opens any page. The real one stays beside it, for judging. */
const setOff = async (person: Person, byMs: number): Promise<void> => {
  await person.context.addInitScript((shiftMs) => {
    const Real = Date;
    window.realNow = () => Real.now();
    window.Date = class extends Real {
      constructor(...given: []) {
        if (given.length === 0) super(Real.now() + shiftMs);
        else super(...given);
      }
      static override now(): number {
        return Real.now() + shiftMs;
      }
    } as DateConstructor;
  }, byMs);
};

/** Notes each change of the figures, and when it came. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.shown = [];
    const note = (): void => {
      const [minutes, seconds] = (document.querySelector('[role=timer]')?.textContent ?? '').split(':').map(Number);
      window.shown.push({ seconds: (minutes ?? 0) * 60 + (seconds ?? 0), realMs: window.realNow() });
    };
    const timer = document.querySelector('[role=timer]');
    if (timer) new MutationObserver(note).observe(timer, { characterData: true, childList: true, subtree: true });
  });

/** The deadline that the server last told this page. */
const deadlines = (page: Page): (() => number) => {
  let deadlineMs = 0;
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const [, told] = /"deadlineMs":(\d+)/.exec(payload.toString()) ?? [];
      if (told !== undefined) deadlineMs = Number(told);
    }),
  );
  return () => deadlineMs;
};

test('[RM9] a clock that is a day off shows the stage’s time to a quarter of a second', async ({
  arrive,
  owner,
  server,
  reviewId,
  enter,
}) => {
  const people = await Promise.all([arrive('Ada'), arrive('Ada, at another machine')]);
  const offs = [dayMs, -dayMs];
  const told: (() => number)[] = [];
  for (const [index, person] of people.entries()) {
    await setOff(person, offs[index] ?? 0);
    told.push(deadlines(person.page));
    await person.bring(owner.cookie, server.url);
    await person.page.goto(`/reviews/${reviewId}`);
    await person.expectSaved();
  }
  const cleo = await enter('Cleo');
  await people[0]?.page.getByRole('button', { name: 'Start the review' }).click();
  await expect(cleo.stage).toContainText('Opening');
  for (const [index, { page }] of people.entries()) {
    await expect(page.getByRole('timer')).toBeVisible();
    await watch(page);
    // Frames come late on a busy machine, none comes early: the best of several tells how far the estimate is off.
    await expect.poll(() => page.evaluate(() => window.shown.length), { timeout: 60_000 }).toBeGreaterThan(11);
    const shown = await page.evaluate(() => window.shown);
    const late = shown.map(({ seconds, realMs }) => realMs - ((told[index]?.() ?? 0) - seconds * 1000));
    expect(Math.abs(Math.min(...late)), `${late.join(', ')} ms`).toBeLessThanOrEqual(250);
  }
});

const figures = async (person: Person): Promise<number> => {
  const [minutes = 0, seconds = 0] = (await person.page.getByRole('timer').innerText()).split(':').map(Number);
  return minutes * 60 + seconds;
};

test('[RM9] a facilitator’s laptop sleeps ten minutes, and wakes in the right stage at the right time', async ({
  arrive,
  owner,
  server,
  reviewId,
  enter,
}) => {
  const ada = await arrive('Ada');
  await ada.page.clock.install();
  await ada.bring(owner.cookie, server.url);
  await ada.page.goto(`/reviews/${reviewId}`);
  await ada.expectSaved();
  const ben = await enter('Ben', { role: 'co-facilitator' });
  const cleo = await enter('Cleo');
  await ada.page.getByRole('button', { name: 'Start the review' }).click();
  for (const person of [ada, ben, cleo]) await expect(person.stage).toContainText('Opening');

  // The lid closes: no timer runs, nothing comes in. The others go on.
  await ada.page.clock.pauseAt(Date.now() + 60_000);
  await ada.context.setOffline(true);
  for (const stage of ['Reports', 'Timeline'])
    await ben.page.getByRole('button', { name: `Move the room to ${stage}` }).click();
  await expect(cleo.stage).toContainText('stage 3 of 8');

  await ada.page.clock.fastForward('10:00');
  await ada.page.clock.resume();
  await ada.context.setOffline(false);
  await expect(ada.stage).toContainText('stage 3 of 8', { timeout: 60_000 });
  await ada.expectSaved();
  await expect
    .poll(
      async () => {
        const [hers, his] = await Promise.all([figures(ada), figures(ben)]);
        return Math.abs(hers - his);
      },
      { timeout: 30_000 },
    )
    .toBeLessThanOrEqual(1);

  // What she does now is done from where the room is.
  await ada.page.getByRole('button', { name: 'Move the room to Perspectives' }).click();
  for (const person of [ada, ben, cleo]) await expect(person.stage).toContainText('stage 4 of 8');
});

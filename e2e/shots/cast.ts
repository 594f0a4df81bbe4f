// What the pictures show besides the demo review: more reviews at other points of their life, and people in the demo's room.
import { openWriter, addCards, type NewCard } from '@hearth/board/operations';
import type { ActionItemBody } from '@hearth/protocol/http/action-items';
import { api } from '@hearth/protocol/http/api';
import type { CardId, ReviewId } from '@hearth/review/ids';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { join, joinLink, type HttpSession } from '../bench/http-session.ts';
import { openLiveClient } from '../bench/live-client.ts';

const dayMs = 86_400_000;
const day = (daysAhead: number): string => new Date(Date.now() + daysAhead * dayMs).toISOString().slice(0, 10);

interface MadeUpReview {
  title: string;
  severity: 'near-miss' | 'medium' | 'high' | 'critical';
  service: string;
  daysAgo: number;
  state: 'preparing' | 'writing-up' | 'published';
  learnings?: string[];
  actions?: string[];
}

const reviews: readonly MadeUpReview[] = [
  {
    title: 'Fridge readings arrived an hour late',
    severity: 'near-miss',
    service: 'Cold chain',
    daysAgo: 12,
    state: 'preparing',
  },
  { title: 'Night stock count ran twice', severity: 'medium', service: 'Stock', daysAgo: 8, state: 'preparing' },
  {
    title: 'Refund messages reached the wrong branch queue',
    severity: 'high',
    service: 'Messaging',
    daysAgo: 24,
    state: 'writing-up',
    learnings: [
      'A queue’s name is read as a promise about who empties it.',
      'Branches had worked round the wrong queue for a year.',
      'A test that sends to itself cannot tell two queues apart.',
    ],
    actions: [
      `Write the queue-naming note for messaging, @Ines Okafor, P3, by ${day(21)}`,
      `Show the receiving branch in the refund screen, @Ruth Abramov, P2, by ${day(9)}`,
    ],
  },
  {
    title: 'Prescription search slowed after an index rebuild',
    severity: 'high',
    service: 'Search',
    daysAgo: 38,
    state: 'published',
    learnings: ['Rebuilds and the morning peak share one disk.', 'The dashboard averages away the slowest pharmacies.'],
    actions: [
      `Add the search rebuild to the release calendar, @Ines Okafor, P2, by ${day(3)}`,
      `Alert on the slowest tenth of searches, @Jonas Lindqvist, P1, by ${day(-12)}`,
    ],
  },
  {
    title: 'Sign-in refused for locum pharmacists',
    severity: 'critical',
    service: 'Identity',
    daysAgo: 50,
    state: 'published',
    learnings: ['Locums exist in two directories, and only one of them is rehearsed.'],
    actions: [
      `Ask locums to try the sign-in rehearsal, @Ines Okafor, P2, by ${day(-3)}`,
      `Put the paper fallback next to every till, @Maya Castellanos, P1, by ${day(-6)}`,
    ],
  },
];

/** Makes the other reviews, the longest-waiting first. @returns their ids by title. */
export const makeReviews = async (url: string, owner: HttpSession, page: Page): Promise<Map<string, ReviewId>> => {
  const ids = new Map<string, ReviewId>();
  for (const review of reviews) {
    const { id } = await owner.post<{ id: ReviewId }>(api.reviews, {
      title: review.title,
      severity: review.severity,
      services: [review.service],
      impact: '',
      reference: '',
      startedAt: Date.now() - review.daysAgo * dayMs,
      detectedAt: null,
      mitigatedAt: null,
      resolvedAt: null,
      detection: 'unknown',
      zone: 'Europe/London',
      links: [],
    });
    ids.set(review.title, id);
    if (review.state === 'preparing') continue;
    await writeCards(url, owner.cookie, id, review);
    await endMeeting(page, id);
    await confirmAll(owner, id);
    if (review.state === 'published') await owner.post(api.publish, {}, { reviewId: id });
  }
  return ids;
};

const writeCards = async (url: string, cookie: string, id: ReviewId, review: MadeUpReview): Promise<void> => {
  const client = await openLiveClient(url, id, cookie);
  const cards: NewCard[] = [
    ...(review.learnings ?? []).map((text, at) => ({
      kind: 'learning' as const,
      id: `learning-${at}` as CardId,
      text,
    })),
    ...(review.actions ?? []).map((text, at) => ({
      kind: 'action' as const,
      id: `action-${at}` as CardId,
      text,
      parked: false,
    })),
  ];
  addCards(openWriter(client.doc), cards, { author: null, nowMs: Date.now() });
  await new Promise((resolve) => setTimeout(resolve, 500));
  client.destroy();
};

const endMeeting = async (page: Page, id: ReviewId): Promise<void> => {
  await page.goto(`/reviews/${id}`);
  await page.getByRole('button', { name: 'Start the review' }).click();
  await page.getByRole('button', { name: 'More for the facilitator' }).click();
  await page.getByRole('menuitem', { name: 'End the review' }).click();
  await page.getByText('The review has ended').first().waitFor();
};

interface Found {
  id: string;
  text: string;
  owner: string | null;
  due: string | null;
  priority: string | null;
  kind: string | null;
  ticket: string | null;
}

/** How far some of the actions are. */
const progress: readonly [words: string, status: ActionItemBody['status'], note: string][] = [
  ['Alert on the slowest tenth', 'completed', 'Alerts since Monday; two were real.'],
  ['Put the paper fallback', 'in_progress', ''],
  ['Show the receiving branch', 'blocked', 'Waits for the new refund screen.'],
  ['Keep the hand-written label kit', 'in_progress', ''],
];

/** Finds the actions of a review and confirms each as it was found, but for the first `leave` of them. */
export const confirmAll = async (owner: HttpSession, reviewId: ReviewId, leave = 0): Promise<void> => {
  const { proposals } = await owner.post<{ proposals: Found[] }>(api.extract, {}, { reviewId });
  for (const { id: proposalId, text, owner: assignee, due, priority, kind, ticket } of proposals.slice(leave)) {
    const { item } = await owner.post<{ item: { id: string; version: number } }>(
      api.confirm,
      { text, owner: assignee, due, priority, kind, ticket },
      { reviewId, proposalId },
    );
    const [, status, completionNote] = progress.find(([words]) => text.startsWith(words)) ?? [];
    if (status)
      await owner.patch(api.actionItem, { status, completionNote, version: item.version }, { itemId: item.id });
  }
};

export interface Guest {
  cookie: string;
  context: BrowserContext;
  page: Page;
}

/** People in browsers of their own, so that faces, cursors and what somebody is writing show. */
export const enterGuests = async (
  browser: Browser,
  url: string,
  owner: HttpSession,
  id: ReviewId,
): Promise<Guest[]> => {
  const forParticipants = await joinLink(owner, id);
  const forObservers = await joinLink(owner, id, 'observer');
  const enter = async (name: string, link: string): Promise<Guest> => {
    const { cookie } = await join(url, link, name);
    const context = await contextOf(browser, url, cookie, { width: 1280, height: 800 });
    const page = await context.newPage();
    await page.goto(`/reviews/${id}`);
    await page.locator('[data-status="saved"]').waitFor();
    return { cookie, context, page };
  };
  const guests: Guest[] = [];
  for (const name of ['Priya Raman', 'Tomasz Wieczorek', 'Maya Castellanos', 'Jonas Lindqvist'])
    guests.push(await enter(name, forParticipants));
  guests.push(await enter('Sam Whitcombe', forObservers));
  const [priya, tomasz, maya, jonas] = guests;
  await priya?.page.keyboard.press('r');
  await jonas?.page.keyboard.press('r');
  await maya?.page.keyboard.press('h');
  // Tomasz is in the middle of a sentence.
  await tomasz?.page.getByRole('button', { name: 'Add a factor' }).last().click();
  await tomasz?.page.keyboard.type('Nobody had a reason to doubt a green pan');
  // Jonas is at the story.
  await jonas?.page.getByRole('button', { name: 'Narrative', exact: true }).first().click();
  await jonas?.page.getByText('From inside a pharmacy').click({ position: { x: 420, y: 14 } });
  return guests;
};

/** Moves a guest's pointer over the factors: it fades when it rests. */
export const pointAt = async (guest: Guest | undefined): Promise<void> => {
  const box = await guest?.page.getByRole('region', { name: /^Factors/ }).boundingBox();
  if (!guest || !box) return;
  await guest.page.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.5);
  await guest.page.mouse.move(box.x + box.width * 0.24, box.y + box.height * 0.42, { steps: 4 });
};

export const contextOf = async (
  browser: Browser,
  url: string,
  cookie: string | null,
  viewport: { width: number; height: number },
  colorScheme: 'light' | 'dark' = 'light',
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    baseURL: url,
    viewport,
    colorScheme,
    reducedMotion: 'reduce',
    hasTouch: viewport.width < 720,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  // What one learns once is not what these pictures are of.
  await context.addInitScript(() => {
    localStorage.setItem('hearth.room.hint', 'seen');
    const [, place, review] = location.pathname.split('/');
    if (place === 'reviews' && review) localStorage.setItem(`hearth.here.${review}`, String(Date.now()));
  });
  const [name = '', value = ''] = cookie?.split('=') ?? [];
  if (name) await context.addCookies([{ name, value, url }]);
  return context;
};

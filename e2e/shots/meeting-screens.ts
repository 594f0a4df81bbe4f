// Pictures of a meeting under way: the demo's board, people with long names, and every stage with what it brings.
import { openWriter } from '@hearth/board/operations';
import { demoBoard, demoIncident } from '@hearth/board/demo';
import { boardOf } from '@hearth/board/document';
import { beginCardThread, replyTo } from '@hearth/board/comments';
import { answerDiagnostic } from '@hearth/board/diagnostics';
import { tellDifferently } from '@hearth/board/differently';
import { toggleReaction } from '@hearth/board/reactions';
import { api } from '@hearth/protocol/http/api';
import type { TemplateFields } from '@hearth/protocol/http/templates';
import type { FacilitationCommand } from '@hearth/review/facilitation/command';
import type { CardId, CommentId, LinkId, ParticipantId, ReviewId, StageId } from '@hearth/review/ids';
import type { Browser, Page } from '@playwright/test';
import * as Y from 'yjs';
import { join, joinLink, newReview, type HttpSession } from '../bench/http-session.ts';
import { openLiveClient } from '../bench/live-client.ts';
import type { HearthServer } from '../hearth-server.ts';
import { openRawFacilitation, type RawFacilitation } from '../raw-connections.ts';
import { attachFiles, fileScreens, refusedScreens } from './board-screens.ts';
import { command, isPhone, press, putOfferAside, view, type Screen } from './screen.ts';

type ShootAll = (screens: readonly Screen[]) => Promise<void>;

interface Attendee {
  cookie: string;
  /** Of the state that the server last showed. */
  version: () => number;
  id: ParticipantId;
  act: (asked: FacilitationCommand) => Promise<void>;
  leave: () => void;
}

const factor = 'demo-factor-accepted' as CardId;
const blame = 'We forgot to test the printer update.';

export const shootMeeting = async (
  server: HearthServer,
  browser: Browser,
  owner: HttpSession,
  shootAll: ShootAll,
): Promise<void> => {
  const { id: reviewId } = await owner.post<{ id: ReviewId }>(api.reviews, {
    ...demoIncident,
    title: 'Etikettendrucker in 41 Apotheken blieben nach der Firmwareaktualisierung stehen',
  });
  const attend = async (cookie: string): Promise<Attendee> => {
    const channel = await openRawFacilitation(server.url, reviewId, cookie);
    const answer = await fetch(`${server.url}/api/reviews/${reviewId}`, { headers: { cookie } });
    const { seat } = (await answer.json()) as { seat: { participantId: ParticipantId } };
    return {
      cookie,
      version: channel.version,
      id: seat.participantId,
      act: (asked) => act(channel, asked),
      leave: () => channel.close(),
    };
  };
  const enter = async (name: string, role: string): Promise<Attendee> =>
    attend((await join(server.url, await joinLink(owner, reviewId, role), name)).cookie);
  const ines = await attend(owner.cookie);
  const priya = await enter('Priya Raman', 'participant');
  const max = await enter('Maximiliane Freifrau von Hohenstein-Oberwiesenthal', 'participant');
  const abd = await enter('عبد الرحمن بن محمد الخوارزمي', 'participant');
  const ben = await enter('Ben Adeyemi', 'co-facilitator');
  const sam = await enter('Sam Whitcombe', 'observer');
  const all = [ines, priya, max, abd, ben, sam];
  await fill(server, owner, reviewId, [priya, max, abd]);

  const room = { path: `/reviews/${reviewId}`, windowOnly: true } as const;
  const led = (name: string, prepare?: (page: Page) => Promise<void>): Screen =>
    prepare ? { ...room, name, prepare } : { ...room, name };
  const joined = (name: string, prepare?: (page: Page) => Promise<void>): Screen => ({
    ...led(name, prepare),
    as: priya.cookie,
  });
  const by = (name: string, words: string): Screen => led(name, (page) => command(page, words));

  await shootAll([
    led('agenda-choice', (page) => press(page, /^Agenda:/)),
    by('checklist', 'Leaders’ checklist'),
    { ...joined('first-hint'), firstVisit: true },
  ]);
  await ines.act({ kind: 'start' });
  await shootAll([
    led('opening'),
    joined('opening-participant'),
    led('opening-words', (page) => press(page, 'Put it in your own words')),
    led('opening-aloud', (page) => press(page, 'Read aloud')),
    by('thanks', 'Thank everybody'),
    by('stages', 'Stages: look at one'),
    by('who-leads', 'Who leads'),
    by('round-form', 'Begin a round…'),
    led('facilitator-menu', (page) => press(page, 'More for the facilitator')),
    { ...led('palette', (page) => page.keyboard.press('Control+k')) },
  ]);

  await ines.act({
    kind: 'begin-round',
    purpose: 'check-in',
    question: 'How do you arrive here today?',
    order: [priya.id, max.id, abd.id, ines.id],
  });
  await shootAll([led('round'), joined('round-mine'), { ...led('round-next'), as: max.cookie }]);
  await shootAll([{ name: 'agenda-round', path: `${room.path}/agenda`, windowOnly: true }]);
  await ines.act({ kind: 'end-round' });

  await max.act({ kind: 'hand', raised: true });
  await abd.act({ kind: 'hand', raised: true });
  await max.act({ kind: 'pace', pace: 'slower' });
  await ines.act({ kind: 'jump', stageIndex: 2 });
  await ines.act({ kind: 'ask-extend', minutes: 5 });
  await max.act({ kind: 'answer-extend', yes: true });
  await ben.act({ kind: 'ask-lead' });
  await shootAll([
    led('asked-of-the-leader'),
    joined('asked-for-time'),
    { ...led('asked-for-lead'), as: ben.cookie },
    led('hands', (page) => press(page, /^Hands/)),
    joined('react', (page) => page.keyboard.press('Shift+R')),
    joined('pace', (page) => press(page, isPhone(page) ? 'More in the meeting' : /^Pace/)),
  ]);
  await ines.act({ kind: 'keep-lead' });
  await ines.act({ kind: 'drop-extend' });
  const lock = (locked: boolean): Promise<void> => ines.act({ kind: 'lock-zone', zone: 'factors', locked });
  await lock(true);
  await shootAll([
    joined('locked-zone', (page) => toZone(page, '3')),
    joined('gathered', async (page) => {
      await toZone(page, '3');
      await ben.act({ kind: 'gather' });
      await page.waitForTimeout(600);
    }),
    joined('quiet', (page) => command(page, 'Quiet, or together again')),
    joined('captions-back', (page) => command(page, 'Read the captions back')),
    led('find', async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('label');
    }),
  ]);
  await lock(false);
  await attachFiles(server, browser, reviewId, priya.cookie);
  await shootAll([
    ...fileScreens({ path: room.path, cookie: priya.cookie }),
    ...refusedScreens({ path: room.path, cookie: priya.cookie }, lock),
  ]);

  await ines.act({ kind: 'jump', stageIndex: 3 });
  await ines.act({ kind: 'write-privately', attribution: 'attributed' });
  await shootAll([
    joined('private-writing', async (page) => {
      await putOfferAside(page);
      await page.locator('#private-thought').fill('Each call alone made sense');
      await page.keyboard.press('Enter');
      await page.locator('#private-thought').fill('Nobody had told me of');
    }),
    led('private-facilitator'),
    { ...led('private-observer'), as: sam.cookie },
  ]);
  await ines.act({ kind: 'reveal' });
  await new Promise((resolve) => setTimeout(resolve, 6_000));

  await ines.act({ kind: 'decide', id: 'decision-1', text: 'We keep the old alarm until the end of March.' });
  await ines.act({ kind: 'jump', stageIndex: 4 });
  await shootAll([
    led('vote-offer'),
    by('vote-form', 'Open a vote…'),
    by('decisions', 'Note a decision'),
    joined('prompts', openPrompts),
    led('next-question', openPrompts),
    led('diagnostics', async (page) => {
      await openPrompts(page);
      await page.getByText('What else was at work?').last().click();
    }),
    joined('language', (page) => writeBlame(page)),
    joined('language-narrative', async (page) => {
      await view(page, 'Narrative');
      await page.getByRole('textbox', { name: 'Narrative' }).getByRole('heading', { name: 'What to improve' }).click();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.keyboard.type(blame);
      await page.waitForTimeout(1_500);
    }),
    joined('comments', (page) => onCard(page, 'c')),
    joined('comments-all', (page) => command(page, 'All comments')),
    joined('reactions', (page) => onCard(page, 'Shift+E')),
    joined('differently', async (page) => {
      await page.locator('[data-card-id="demo-view-priya-saw"]').first().focus();
      await page.keyboard.press('d');
    }),
    led('told-differently', async (page) => {
      await toZone(page, '2');
      await page.getByRole('region', { name: /^Told differently/ }).scrollIntoViewIfNeeded();
    }),
    led('room-compact', async (page) => {
      await putOfferAside(page);
      await command(page, 'Compact density');
    }),
  ]);

  await ines.act({ kind: 'open-vote', on: 'factors', dots: 3, anonymous: false });
  // The state that a vote opened with is its number.
  const voteId = ines.version();
  await max.act({ kind: 'vote', voteId, cardId: factor, dots: 2 });
  await priya.act({ kind: 'vote', voteId, cardId: factor, dots: 1 });
  await shootAll([
    led('vote', (page) => toZone(page, '3')),
    joined('vote-participant', (page) => toZone(page, '3')),
    joined('vote-outline', (page) => view(page, 'Outline')),
    { ...led('vote-observer'), as: sam.cookie },
  ]);
  await ines.act({ kind: 'close-vote', voteId });
  await shootAll([by('vote-results', 'Results of the votes')]);

  await ines.act({ kind: 'jump', stageIndex: 5 });
  await shootAll([led('parked-notice'), by('parked', 'Look at the parked actions')]);
  await ines.act({ kind: 'soak', on: true });
  await shootAll([by('parked-soak', 'Look at the parked actions')]);
  await ines.act({ kind: 'jump', stageIndex: 7 });
  await shootAll([
    led('closing'),
    { ...by('big-screen-closing', 'Big screen'), only: [1440, 1024] },
    { ...by('big-screen-captions', 'Show captions'), only: [1440] },
  ]);
  await ines.act({ kind: 'end' });
  await shootAll([
    led('after-panel'),
    joined('after-panel-participant'),
    { name: 'after', path: `${room.path}/after` },
    { name: 'after-participant', path: `${room.path}/after`, as: priya.cookie },
  ]);
  for (const [at, { cookie }] of [priya, max, abd, sam].entries())
    await fetch(`${server.url}/api/reviews/${reviewId}/feedback`, {
      method: 'POST',
      headers: { cookie, origin: server.url, 'content-type': 'application/json' },
      body: JSON.stringify({
        facilitation: 5 - (at % 2),
        document: 3 + (at % 3),
        learned: at === 3 ? 'partly' : 'yes',
        again: 'yes',
        helped: at === 0 ? 'Die Fragen, die vorgelesen wurden, und dass niemand unterbrochen wurde.' : '',
        change: at === 1 ? 'Begin on time.' : '',
      }),
    });
  await shootAll([
    { name: 'after-sum', path: `${room.path}/after` },
    { name: 'after-answered', path: `${room.path}/after`, as: priya.cookie },
  ]);
  for (const person of all) person.leave();

  const agenda = await owner.post<{ id: string }>(api.templates, ownAgenda('As it was', 5));
  await owner.put(
    api.template,
    { ...ownAgenda('Near miss, told over lunch', 8), version: 1 },
    { templateId: agenda.id },
  );
  const short = await newReview(owner, 'The badge readers froze', 'short-form');
  await shootAll([
    { name: 'after-not-yet', path: `/reviews/${short}/after` },
    { name: 'templates', path: '/templates' },
    { name: 'templates-menu', path: '/templates', windowOnly: true, prepare: (page) => press(page, /^More for/) },
    { name: 'template-new', path: '/templates/new?from=near-miss' },
    {
      name: 'template-versions',
      path: `/templates/${agenda.id}`,
      windowOnly: true,
      prepare: (page) => press(page, 'Versions'),
    },
    { name: 'template-errors', path: '/templates/new?from=short-form', prepare: spoilAgenda },
    { name: 'template-options', path: '/templates/new?from=learning-review', prepare: openOptions },
    { name: 'template-after', path: `/templates/new?from=learning-review&after=${reviewId}` },
  ]);
};

const act = async (channel: RawFacilitation, asked: FacilitationCommand): Promise<void> => {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const answer = await channel.command({ command: asked, expectedVersion: channel.version() });
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (answer.ok) return;
    if (answer.reason !== 'stale-version') throw new Error(`${asked.kind} was refused: ${answer.reason}`);
  }
  throw new Error(`${asked.kind} came too late five times`);
};

const fill = async (
  server: HearthServer,
  owner: HttpSession,
  reviewId: ReviewId,
  people: readonly Attendee[],
): Promise<void> => {
  const { doc, destroy } = await openLiveClient(server.url, reviewId, owner.cookie);
  // Of the narrative the board has its own headings already.
  const { narrative } = boardOf(doc);
  doc.transact(() => narrative.delete(0, narrative.length));
  Y.applyUpdate(doc, demoBoard());
  const writer = openWriter(doc);
  const priya = { author: { id: null, name: 'Priya Raman' }, nowMs: Date.now() };
  const max = { author: { id: null, name: 'Maximiliane Freifrau von Hohenstein-Oberwiesenthal' }, nowMs: Date.now() };
  beginCardThread(writer, { id: 'thread-0001' as CommentId, card: factor, text: 'Which pans were green then?' }, priya);
  replyTo(writer, 'thread-0001' as CommentId, { id: 'reply-0001' as CommentId, text: 'Alle, außer der dritten.' }, max);
  for (const [at, { id }] of people.entries())
    toggleReaction(writer, factor, at === 0 ? 'thank-you' : 'same-here', {
      id,
      name: ['Priya Raman', 'Maximiliane Freifrau von Hohenstein-Oberwiesenthal', 'عبد الرحمن'][at] ?? '',
      mark: null,
      nameless: false,
    });
  tellDifferently(
    writer,
    {
      id: 'told-0001' as CardId,
      link: 'told-link-0001' as LinkId,
      about: 'demo-view-priya-saw' as CardId,
      text: 'Für mich waren es von Anfang an vier Drucker, nicht einer.',
      facet: 'saw',
    },
    max,
  );
  answerDiagnostic(writer, 'on-call-load', 'yes');
  await new Promise((resolve) => setTimeout(resolve, 700));
  destroy();
};

/** Where the keys of the zones do nothing it is the list that is wanted. */
const toZone = async (page: Page, key: string): Promise<void> => {
  await putOfferAside(page);
  if (isPhone(page)) {
    await view(page, 'Board');
    const zone = { 1: /^Timeline/, 2: /^Perspectives/, 3: /^Factors/ }[key] ?? /^Learnings/;
    await page.getByRole('region', { name: zone }).first().scrollIntoViewIfNeeded();
  } else await page.keyboard.press(key);
  await page.waitForTimeout(400);
};

const openPrompts = async (page: Page): Promise<void> => {
  await command(page, 'Questions to ask');
  await page.waitForTimeout(300);
};

const onCard = async (page: Page, key: string): Promise<void> => {
  if (isPhone(page)) await view(page, 'Board');
  await page.locator(`[data-card-id="${factor}"]`).first().focus();
  await page.keyboard.press(key);
};

const writeBlame = async (page: Page): Promise<void> => {
  if (isPhone(page)) await view(page, 'Board');
  await page.getByRole('button', { name: 'Add a factor' }).first().click();
  await page.keyboard.type(blame);
  await page.waitForTimeout(1_500);
};

/** An agenda of the workspace's own. */
const ownAgenda = (name: string, opening: number): TemplateFields => ({
  name,
  about: 'Nothing broke, and everybody is hungry.',
  stages: [
    { id: 'opening' as StageId, name: 'Opening', minutes: opening, zone: null, question: 'Who has to leave early?' },
    { id: 'told' as StageId, name: 'What nearly happened', minutes: 15, zone: 'timeline', question: '' },
    { id: 'caught' as StageId, name: 'What caught it', minutes: 20, zone: 'factors', question: 'What went well?' },
  ],
});

const spoilAgenda = async (page: Page): Promise<void> => {
  await page.getByLabel('Minutes').first().fill('viele');
  await page.getByLabel('Name').first().fill('');
  await press(page, 'Save the agenda');
};

const openOptions = async (page: Page): Promise<void> => {
  await page.locator('summary').nth(4).click();
};

// Dot votes: three people, one at the mouse, one with the keyboard alone, one on a phone. Hidden until closed, then in places.
import { addCards, openWriter, type NewCard } from '@hearth/board/operations';
import type { CardId } from '@hearth/review/ids';
import { devices, expect, type Locator } from '@playwright/test';
import { test as journey } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import type { Person } from '../person.ts';
import { openRawFacilitation } from '../raw-connections.ts';

const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, screen: { width: 390, height: 844 } };
const factors = ['Alerts watch the gateway only', 'Nobody sees the firmware', 'Two teams share one pager'];
const learnings = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'].map((number) => `Learning number ${number}`);
const cards = [
  ...factors.map((text, at): NewCard => ({
    kind: 'factor',
    id: `factor-000${at}` as CardId,
    text,
    category: 'technical',
  })),
  ...learnings.map((text, at): NewCard => ({ kind: 'learning', id: `learning-000${at}` as CardId, text })),
];

interface Three {
  /** Begins the meeting in the stage of that number, with factors and learnings on the board. */
  begin: (stageIndex: number) => Promise<void>;
  ines: Person;
  priya: Person;
  tomasz: Person;
}

/** Ines runs the meeting, Priya sits at a desk, Tomasz has a phone. */
const test = journey.extend<Three>({
  begin: async ({ server, owner, reviewId, live }, give) => {
    addCards(openWriter(live.doc), cards, { author: { id: null, name: 'Dele' }, nowMs: Date.now() });
    await give(async (stageIndex) => {
      const meeting = await openRawFacilitation(server.url, reviewId, owner.cookie);
      for (const command of [{ kind: 'start' }, { kind: 'jump', stageIndex }]) {
        const answer = await meeting.command({ command, expectedVersion: meeting.version() });
        if (!answer.ok) throw new Error(`${command.kind} was refused: ${answer.reason}`);
        await expect.poll(meeting.version).toBe(answer.version);
      }
      meeting.close();
    });
  },
  ines: async ({ lead }, give) => give(await lead('Ines')),
  priya: async ({ enter }, give) => give(await enter('Priya')),
  tomasz: async ({ enter }, give) => give(await enter('Tomasz', phone)),
});
const panel = (person: Person): Locator => person.page.getByRole('region', { name: /^Vote on the/ });
const places = (person: Person): Locator =>
  person.page.getByRole('dialog').getByRole('list', { name: 'Places' }).getByRole('listitem');
const openVote = async (ines: Person, dots: string, names: 'With names' | 'Without names'): Promise<void> => {
  await ines.page.getByRole('button', { name: 'More for the facilitator' }).click();
  await ines.page.getByRole('menuitem', { name: 'Open a vote…' }).click();
  const dialog = ines.page.getByRole('dialog');
  await dialog.getByLabel('Dots for each person').selectOption(dots);
  await dialog.getByRole('radio', { name: names }).check();
  await expectAccessible(ines.page, 'opening a vote');
  await dialog.getByRole('button', { name: 'Open the vote' }).click();
};

test('[DV1] [DV2] [DV4] [DV6] [DV7] [DV8] factors: placed by key, press and thumb, hidden until closed', async ({
  begin,
  reviewId,
  ines,
  priya,
  tomasz,
}) => {
  const [alerts = '', firmware = '', pager = ''] = factors;
  await begin(4);
  await openVote(ines, '3', 'Without names');
  for (const person of [ines, priya, tomasz]) {
    await expect(panel(person)).toContainText('3 dots to give');
    await expect(panel(person)).toContainText('Nobody has voted yet');
  }

  await test.step('with the keyboard alone: plus gives, minus takes back, no more than there are', async () => {
    await priya.card(alerts).focus();
    await expect(priya.card(alerts)).toHaveAttribute('aria-label', /No dot of yours\.$/);
    for (let press = 0; press < 3; press += 1) await priya.page.keyboard.press('+');
    await expect(panel(priya)).toContainText('No dots left');
    await priya.page.keyboard.press('+');
    await expect(priya.page.getByText('You have given all your dots.')).toBeVisible();
    await priya.page.keyboard.press('-');
    await expect(panel(priya)).toContainText('1 dot left');
    await expect(priya.card(alerts)).toHaveAttribute('aria-label', /2 dots of yours\.$/);
    await priya.page.keyboard.press('ArrowDown');
    await priya.page.keyboard.press('+');
    await expect(panel(priya)).toContainText('No dots left');
    await expectAccessible(priya.page, 'the board in a vote');
  });

  await test.step('on a phone: a press on the card, wherever the list is', async () => {
    await tomasz.card(pager).getByRole('button', { name: 'Give a dot' }).tap();
    await tomasz.page.getByRole('navigation', { name: 'Room' }).getByRole('button', { name: 'Board' }).tap();
    await tomasz.card(firmware).getByRole('button', { name: 'Give a dot' }).tap();
    await expect(panel(tomasz)).toContainText('1 dot left');
    const box = await tomasz.card(firmware).getByRole('button', { name: 'Give a dot' }).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    await expectAccessible(tomasz.page, 'a vote on a phone');
  });

  await test.step('nobody sees the dots of anybody else; all see how many have voted', async () => {
    await expect(panel(ines)).toContainText('Two of three have voted.');
    for (const words of factors) {
      await expect(ines.card(words)).toHaveAttribute('aria-label', /No dot of yours\.$/);
      await expect(ines.card(words).getByRole('button', { name: 'Take a dot back' })).toHaveCount(0);
    }
  });

  await test.step('in the outline, by Tab; another tab of mine shows the same dots', async () => {
    await ines.view('Outline');
    const give = ines.card(pager).getByRole('button', { name: 'Give a dot' });
    await give.focus();
    await ines.page.keyboard.press('Enter');
    await expect(panel(ines)).toContainText('2 dots left');
    const second = await ines.anotherTab();
    await second.page.goto(`/reviews/${reviewId}`);
    await expect(panel(second)).toContainText('2 dots left');
    await second.page.close();
    await ines.view('Board');
  });

  await test.step('a card that is removed gives its dots back', async () => {
    await ines.card(alerts).focus();
    await ines.page.keyboard.press('Delete');
    await expect(priya.card(alerts)).toHaveCount(0);
    await expect(panel(priya)).toContainText('2 dots left');
    await priya.card(pager).focus();
    await priya.page.keyboard.press('+');
    await expect(panel(priya)).toContainText('1 dot left');
  });

  await test.step('closed: places, a shared one once, and the dots on every card', async () => {
    await expect(panel(ines)).toContainText('Three of three have voted.');
    await panel(ines).getByRole('button', { name: 'Close the vote' }).click();
    for (const person of [ines, priya, tomasz]) {
      await expect(places(person)).toHaveCount(2);
      await expect(places(person).first()).toContainText(pager);
      await expect(places(person).first()).toContainText('3 dots');
      await expect(places(person).nth(1)).toContainText('2 dots');
    }
    await expectAccessible(ines.page, 'places');
    await expectAccessible(tomasz.page, 'places on a phone');
    await expect(ines.page.getByRole('button', { name: 'Show who' })).toHaveCount(0);
    await places(ines).first().getByRole('button').click();
    await expect(ines.card(pager)).toBeFocused();
    await expect(ines.card(pager)).toHaveAttribute('aria-label', /3 dots in the vote\.$/);
  });

  await test.step('the results stay: by key, and from the dots on a card', async () => {
    await ines.page.keyboard.press('v');
    await expect(places(ines)).toHaveCount(2);
    await ines.page.keyboard.press('Escape');
    await ines
      .card(firmware)
      .getByRole('button', { name: /^2 dots/ })
      .click();
    await expect(places(ines)).toHaveCount(2);
  });
});

test('[DV5] [DV8] [DV9] learnings with names: who is shown on request, and the order follows in one step', async ({
  begin,
  ines,
  priya,
  tomasz,
}) => {
  await begin(5);
  await openVote(ines, '3', 'With names');
  const [, , , , , six = '', seven = ''] = learnings;
  await expect(panel(priya)).toContainText('with names');
  await expect(panel(tomasz)).toBeVisible();
  await priya.card(seven).focus();
  for (let press = 0; press < 2; press += 1) await priya.page.keyboard.press('+');
  await expect(panel(priya)).toContainText('1 dot left');
  await tomasz.card(six).getByRole('button', { name: 'Give a dot' }).tap();
  await expect(panel(ines)).toContainText('Two of three have voted.');
  // Who writes is left alone.
  await tomasz.page.getByRole('form').getByRole('textbox').tap();
  await tomasz.page.keyboard.type('Half a');
  await panel(ines).getByRole('button', { name: 'Close the vote' }).click();
  await expect(tomasz.page.getByText('The vote is closed.').last()).toBeVisible();
  await expect(tomasz.page.getByRole('dialog')).toHaveCount(0);
  await expect(tomasz.page.getByRole('form').getByRole('textbox')).toHaveValue('Half a');

  await expect(places(ines).first()).toContainText(seven);
  await expect(places(ines).first()).not.toContainText('Priya');
  await ines.page.getByRole('button', { name: 'Show who' }).click();
  await expect(places(ines).first()).toContainText('Priya');
  await expectAccessible(ines.page, 'places with names');
  await ines.page.getByRole('button', { name: 'Order the learnings by votes' }).click();
  const order = (person: Person) => person.zone('Learnings').locator('[data-card-id]');
  for (const person of [ines, priya]) {
    await person.page.keyboard.press('Escape');
    await expect(order(person).first()).toContainText(seven);
    await expect(order(person).nth(1)).toContainText(six);
  }
  await ines.page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo', exact: true }).click();
  for (const person of [ines, priya]) await expect(order(person).first()).toContainText(learnings[0] ?? '');
});

test('[DV6] [TP6] put aside: no dots are kept, and nothing is told; who observes sees how many have voted', async ({
  begin,
  enter,
  ines,
  priya,
  tomasz,
}) => {
  const sam = await enter('Sam', { role: 'observer' });
  await begin(4);
  await openVote(ines, '5', 'Without names');
  await priya.card(factors[0] ?? '').focus();
  await priya.page.keyboard.press('+');
  for (const person of [ines, sam]) await expect(panel(person)).toContainText('One of three has voted.');
  await expect(panel(sam)).not.toContainText('to give');
  await expect(sam.page.getByRole('button', { name: 'Give a dot' })).toHaveCount(0);
  await panel(ines).getByRole('button', { name: 'More for the vote' }).click();
  await ines.page.getByRole('menuitem', { name: /^Put the vote aside/ }).click();
  for (const person of [ines, priya, tomasz]) {
    await expect(panel(person)).toHaveCount(0);
    await expect(person.page.getByRole('dialog')).toHaveCount(0);
  }
  await expect(priya.card(factors[0] ?? '')).not.toHaveAttribute('aria-label', /dot/);
});

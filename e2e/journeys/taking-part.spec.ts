// Taking part: hands, reactions, the pace and rounds, with three people; by mouse, with the keyboard alone, on a phone.
import { devices, expect, type Locator } from '@playwright/test';
import { test as journey } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import type { Person } from '../person.ts';

const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, screen: { width: 390, height: 844 } };

interface Three {
  ines: Person;
  priya: Person;
  tomasz: Person;
}

/** In the first stage: Ines runs the meeting, Priya sits at a desk, Tomasz has a phone. */
const test = journey.extend<Three>({
  ines: async ({ lead }, give) => give(await lead('Ines')),
  priya: async ({ enter }, give) => give(await enter('Priya')),
  tomasz: async ({ enter }, give) => give(await enter('Tomasz', phone)),
});
test.beforeEach(async ({ ines, priya, tomasz }) => {
  await ines.page.getByRole('button', { name: 'Start the review' }).click();
  for (const person of [priya, tomasz])
    await expect(person.page.getByRole('button', { name: 'I am ready' })).toBeVisible();
  // What comes a moment later is there.
  for (const person of [ines, priya, tomasz]) await expect(reactButton(person)).toBeVisible();
});
const reactButton = (person: Person): Locator => person.page.getByRole('button', { name: 'React', exact: true });

/** Everything that was said to a screen reader. */
const heard = (person: Person): Promise<string[]> =>
  person.page.evaluate(() => (window as unknown as { heard?: string[] }).heard ?? []);
const listen = async (person: Person): Promise<void> => {
  await person.page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { heard: said });
    const region = document.querySelector('output.vh[aria-live=polite]');
    if (region === null) throw new Error('no live region');
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) said.push(node.textContent ?? '');
    }).observe(region, { childList: true });
    // What is seen for two seconds only is noted, so that nobody has to look in time.
    const shown = new Set<string>();
    Object.assign(window, { shown });
    new MutationObserver(() => {
      for (const mark of document.querySelectorAll('[data-reaction]'))
        shown.add(`${mark.getAttribute('data-reaction')} ${mark.closest('footer') ? 'in the bar' : 'over a face'}`);
    }).observe(document.body, { childList: true, subtree: true });
  });
};
const shown = (person: Person): Promise<string[]> =>
  person.page.evaluate(() => [...(window as unknown as { shown: Set<string> }).shown]);
const round = (person: Person, name: string): Locator => person.page.getByRole('region', { name, exact: true });

test('[TP1] hands: first come, first served; everybody knows their own place', async ({ ines, priya, tomasz }) => {
  await priya.page.keyboard.press('h');
  await expect(priya.page.getByRole('button', { name: /^Hand up/ })).toBeVisible();
  await tomasz.page.getByRole('button', { name: 'Hand', exact: true }).tap();
  await expect(tomasz.page.getByRole('button', { name: 'Hand up, number 2' })).toBeVisible();
  await ines.page.getByRole('button', { name: /^Hands ?: Priya, then Tomasz/ }).click();
  await ines.page.getByRole('menuitem', { name: '1. Priya' }).click();
  await expect(priya.page.getByRole('button', { name: 'Hand', exact: true })).toBeVisible();
  await expect(tomasz.page.getByRole('button', { name: 'Hand up', exact: true })).toBeVisible();
});

test('[TP2] [TP3] [TP4] reactions: by key and press, over the face of who gave them, told in one sentence', async ({
  ines,
  priya,
  tomasz,
}) => {
  await listen(ines);
  await priya.page.keyboard.press('Shift+R');
  const bar = priya.page.getByRole('dialog', { name: 'React' });
  await expect(bar.getByRole('button', { name: 'I agree' })).toBeFocused();
  await expectAccessible(priya.page, 'the bar of reactions');
  await priya.page.keyboard.press('ArrowRight');
  await expect(bar.getByRole('button', { name: 'Thank you' })).toBeFocused();
  await reactButton(tomasz).tap();
  const thumb = tomasz.page.getByRole('dialog', { name: 'React' });
  await expect(thumb).toBeVisible();
  await Promise.all([priya.page.keyboard.press('1'), thumb.getByRole('button', { name: 'I agree' }).tap()]);
  await expect.poll(async () => (await shown(ines)).toSorted()).toEqual(['agree in the bar', 'agree over a face']);
  await expect(bar).toHaveCount(0);
  await expect
    .poll(() => heard(ines))
    .toContainEqual(expect.stringMatching(/^(2 people agree|Priya agrees|Tomasz agrees)\./));
  await expect(ines.page.locator('[data-reaction]')).toHaveCount(0);

  // Escape gives nothing, and the focus goes back to where it was.
  await reactButton(priya).focus();
  await priya.page.keyboard.press('Enter');
  await expect(bar).toBeVisible();
  await priya.page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(reactButton(priya)).toBeFocused();
});

test('[TP5] the pace: one’s own quiet wish; whoever facilitates sees how many, and nobody sees who', async ({
  ines,
  priya,
  tomasz,
}) => {
  await priya.page.getByRole('button', { name: 'Pace' }).click();
  await priya.page.getByRole('menuitemradio', { name: 'A little slower, please' }).click();
  await expect(priya.page.getByRole('button', { name: 'Pace: a little slower, please' })).toBeVisible();
  await expect(ines.page.getByText('1 person would like it a little slower.')).toBeVisible();
  await tomasz.page.getByRole('button', { name: 'Pace' }).tap();
  await tomasz.page.getByRole('menuitemradio', { name: 'A little slower, please' }).tap();
  await expect(ines.page.getByText('2 people would like it a little slower.')).toBeVisible();
  await expect(priya.page.getByText(/would like it/)).toHaveCount(0);
  await expect(tomasz.page.getByText(/would like it/)).toHaveCount(0);
  // Taken back from the palette.
  await priya.page.keyboard.press('Control+k');
  await priya.page.keyboard.type('slower');
  await expect(priya.page.getByRole('option', { name: /A little slower, please/ })).toBeVisible();
  await priya.page.keyboard.press('Enter');
  await expect(ines.page.getByText('1 person would like it a little slower.')).toBeVisible();
});

test('[TP7] [TP8] [TP9] a round: the order beforehand, each in turn, passed on by speaker or facilitator', async ({
  ines,
  priya,
  tomasz,
}) => {
  await listen(priya);
  await ines.page.getByRole('button', { name: 'More for the facilitator' }).click();
  await ines.page.getByRole('menuitem', { name: 'Begin a round…' }).click();
  const dialog = ines.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Check-in' }).click();
  await dialog.getByRole('radio', { name: 'Something else' }).check();
  await dialog.getByLabel('Your question').fill('Which word stays with you?');
  // Whoever runs the meeting comes last, and is left out here.
  await dialog.getByRole('checkbox').last().uncheck();
  await dialog.getByRole('button', { name: 'Shuffle' }).click();
  await expectAccessible(ines.page, 'before a round');
  const earlier = dialog.getByRole('button', { name: 'Priya earlier' });
  while (await earlier.isEnabled()) await earlier.click();
  await dialog.getByRole('button', { name: 'Begin', exact: true }).click();

  for (const person of [ines, priya, tomasz])
    await expect(round(person, 'Check-in')).toContainText('Which word stays with you?');
  await expect(round(priya, 'Check-in')).toContainText('It is your turn');
  await expect(round(priya, 'Check-in')).toContainText('Tomasz is next');
  await expect(round(tomasz, 'Check-in')).toContainText('You are next');
  await expect.poll(() => heard(priya)).toContainEqual(expect.stringContaining('It is your turn. Tomasz is next.'));
  await expect(round(tomasz, 'Check-in').getByRole('button')).toHaveCount(0);
  await expectAccessible(priya.page, 'my turn');
  await expectAccessible(tomasz.page, 'a round on a phone');

  await priya.page.keyboard.press('p');
  await expect(round(tomasz, 'Check-in')).toContainText('It is your turn');
  await expect(round(priya, 'Check-in').getByRole('button')).toHaveCount(0);
  await round(ines, 'Check-in').getByRole('button', { name: 'Finish the round' }).click();
  for (const person of [ines, priya, tomasz]) await expect(round(person, 'Check-in')).toHaveCount(0);
});

test('[TP10] what the stage has in store is offered once, and begun with one press', async ({ ines, priya }) => {
  const offer = ines.page.getByRole('region', { name: 'Notices' }).getByText('How do you arrive here today?');
  await expect(offer).toBeVisible();
  await expect(priya.page.getByRole('button', { name: 'Begin', exact: true })).toHaveCount(0);
  await ines.page.getByRole('button', { name: 'Begin', exact: true }).click();
  for (const person of [ines, priya])
    await expect(round(person, 'Check-in')).toContainText('How do you arrive here today?');
  await round(ines, 'Check-in').getByRole('button', { name: 'End the round' }).click();
  await expect(round(priya, 'Check-in')).toHaveCount(0);
  await expect(offer).toHaveCount(0);
});

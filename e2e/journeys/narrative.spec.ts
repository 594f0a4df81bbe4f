// Writing the story together: blocks and sections from the keyboard, people named, citations that follow their cards, and
// comments in the margin that keep to their words.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator } from '@playwright/test';
import { joinLink } from '../bench/http-session.ts';
import { test } from '../hearth-test.ts';
import type { Person } from '../person.ts';

let priya: Person;
let tomasz: Person;

test.beforeEach(async ({ owner, reviewId, arrive }) => {
  const link = await joinLink(owner, reviewId);
  priya = await arrive('Priya');
  tomasz = await arrive('Tomasz');
  await Promise.all([priya.join(link), tomasz.join(link)]);
});

const story = (person: Person): Locator => person.page.getByRole('textbox', { name: 'Narrative' });

/** Puts the caret into the paragraph under a heading. */
const under = async (person: Person, heading: string): Promise<void> => {
  await story(person).getByRole('heading', { name: heading }).click();
  await person.page.keyboard.press('End');
  await person.page.keyboard.press('ArrowDown');
};
const expectNoViolations = async (person: Person): Promise<void> => {
  const { violations } = await new AxeBuilder({ page: person.page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
};
/** Selects words by their first place in a paragraph, with the keyboard. */
const select = async (person: Person, paragraph: string, words: string): Promise<void> => {
  // A person sees what is chosen; keys pressed faster than the page draws may choose a letter less.
  await expect(async () => {
    await story(person).locator('p', { hasText: paragraph }).first().click();
    await person.page.keyboard.press('Home');
    for (let step = 0; step < paragraph.indexOf(words); step += 1) await person.page.keyboard.press('ArrowRight');
    for (let step = 0; step < words.length; step += 1) await person.page.keyboard.press('Shift+ArrowRight');
    expect(await person.page.evaluate(() => getSelection()?.toString())).toBe(words);
  }).toPass();
};

test('blocks, sections and people by keyboard: the other sees them as they are made', async () => {
  for (const person of [priya, tomasz]) await person.view('Narrative');
  await under(priya, 'Summary');
  const keys = priya.page.keyboard;
  await keys.type('/tod');
  const list = priya.page.getByRole('listbox', { name: 'Insert' });
  await expect(list.getByRole('option', { selected: true })).toContainText('Tasks');
  await expect(story(priya)).toHaveAttribute('aria-activedescendant', /.+/);
  await expectNoViolations(priya);
  await keys.press('Enter');
  await expect(list).toHaveCount(0);
  await keys.type('Ask the vendor');
  await expect(story(tomasz).getByRole('checkbox', { name: 'To do: Ask the vendor' })).toBeVisible();

  // Twice Enter leaves the list; Escape leaves the sign as it is, and the room's own "/" stays out of it.
  await keys.press('Enter');
  await keys.press('Enter');
  await keys.type('/cod');
  await keys.press('Escape');
  await expect(list).toHaveCount(0);
  await keys.type('e');
  await expect(story(tomasz).locator('p', { hasText: '/code' })).toBeVisible();
  for (let letter = 0; letter < 5; letter += 1) await keys.press('Backspace');
  await keys.type('/code');
  await keys.press('Enter');
  await keys.type('lpstat -o');
  await expect(story(tomasz).locator('pre code')).toContainText('lpstat -o');

  await under(priya, 'What went well');
  await keys.type('Thanks to @Tom');
  const people = priya.page.getByRole('listbox', { name: 'People of this review' });
  await expect(people.getByRole('option', { name: /Tomasz/ })).toBeVisible();
  await keys.press('Enter');
  await keys.type('for asking.');
  await expect(story(tomasz).getByText('Thanks to @Tomasz for asking.')).toBeVisible();
  await expect(tomasz.page.getByText('You are named in the narrative.').first()).toBeAttached();

  // A picture is fetched when somebody asks for it, and not before.
  const fetched: string[] = [];
  await tomasz.page.route('https://graphs.example/**', (route) => {
    fetched.push(route.request().headers()['referer'] ?? 'no referrer');
    return route.fulfill({
      contentType: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>',
    });
  });
  await under(priya, 'References');
  await keys.type('/pict');
  await keys.press('Enter');
  const dialog = priya.page.getByRole('dialog', { name: 'Picture' });
  await expect(dialog.getByLabel('Address')).toBeFocused();
  await dialog.getByLabel('Address').fill('javascript:alert(1)');
  await keys.press('Enter');
  await expect(dialog.getByText('begins with https://')).toBeVisible();
  await dialog.getByLabel('Address').fill('https://graphs.example/queue.svg');
  await dialog.getByLabel('What it shows').fill('Depth of the print queue');
  await keys.press('Enter');
  const show = story(tomasz).getByRole('button', { name: 'Show the picture from graphs.example' });
  await expect(show).toBeVisible();
  expect(fetched).toEqual([]);
  await show.click();
  await expect(story(tomasz).getByRole('img', { name: 'Depth of the print queue' })).toBeVisible();
  await expect.poll(() => fetched).toEqual(['no referrer']);
  for (const person of [priya, tomasz]) await person.expectSaved();
});

test('a citation shows its card, goes there, follows its words and says when it is gone', async () => {
  const words = 'Nobody watches the queue.';
  await tomasz.addCard('Factors', 'Add a factor', 'A condition that played a part', words);
  await priya.view('Narrative');
  await under(priya, 'Summary');
  await priya.page.keyboard.press('Control+Shift+K');
  await priya.page.getByRole('dialog', { name: 'Cite a card' }).getByLabel('Search the cards').fill('queue');
  await priya.page.keyboard.press('Enter');
  const chip = story(priya).getByRole('button', { name: /Nobody watches/ });
  await chip.hover();
  const preview = priya.page.getByRole('tooltip');
  await expect(preview).toContainText(words);
  await expectNoViolations(priya);
  await priya.page.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);

  await tomasz.card(words).focus();
  await tomasz.page.keyboard.press('Enter');
  await tomasz.page.getByLabel('Words of the factor').fill('Somebody watches it now.');
  await tomasz.page.keyboard.press('Escape');
  const renamed = story(priya).getByRole('button', { name: /Somebody watches it now/ });
  await expect(renamed).toBeVisible();
  await renamed.focus();
  await expect(preview).toContainText('Somebody watches it now.');
  await priya.page.keyboard.press('Enter');
  await expect(priya.card('Somebody watches')).toBeFocused();

  await tomasz.card('Somebody watches').focus();
  await tomasz.page.keyboard.press('Delete');
  await priya.view('Narrative');
  await expect(story(priya).getByText('(no longer on the board)')).toBeAttached();
});

test('comments keep to their words, are answered, resolved and opened again, and outlive their text', async ({
  enter,
}) => {
  for (const person of [priya, tomasz]) await person.view('Narrative');
  await under(priya, 'Summary');
  await priya.page.keyboard.type('Nobody watched the print queue at night.');
  await select(priya, 'Nobody watched the print queue at night.', 'the print queue');
  await priya.page.keyboard.press('Control+Alt+m');
  await expect(priya.page.getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await priya.page.keyboard.type('Which of the two?');
  await priya.page.keyboard.press('Enter');

  const thread = (person: Person) => person.page.getByRole('article', { name: 'the print queue' });
  await expect(thread(tomasz)).toContainText('Which of the two?');
  await expect(thread(tomasz)).toContainText('Priya');
  const marked = (person: Person) => story(person).locator('[data-thread]');
  await expect(marked(tomasz)).toHaveText('the print queue');
  await expectNoViolations(tomasz);

  // Words before it, and a paragraph split in front of it: it stays at its words for both.
  await story(tomasz).locator('p', { hasText: 'Nobody watched' }).click();
  await tomasz.page.keyboard.press('Home');
  await tomasz.page.keyboard.type('That week ');
  for (let step = 0; step < 'Nobody '.length; step += 1) await tomasz.page.keyboard.press('ArrowRight');
  await tomasz.page.keyboard.press('Enter');
  for (const person of [priya, tomasz]) await expect(marked(person)).toHaveText('the print queue');

  await thread(tomasz).getByRole('button', { name: 'Answer' }).click();
  await tomasz.page.keyboard.type('The one at Oldham Road.');
  await tomasz.page.keyboard.press('Enter');
  await expect(thread(priya)).toContainText('The one at Oldham Road.');
  await thread(priya).getByRole('button', { name: 'Resolve' }).click();
  await expect(marked(tomasz)).toHaveCount(0);
  await tomasz.page.getByText('1 resolved comment').click();
  await expect(thread(tomasz)).toContainText('Resolved by Priya');
  await thread(tomasz).getByRole('button', { name: 'Open again' }).click();
  await expect(marked(priya)).toHaveText('the print queue');

  await story(priya).locator('p', { hasText: 'watched the print queue' }).click({ clickCount: 3 });
  await priya.page.keyboard.press('Delete');
  const adrift = tomasz.page.getByRole('region', { name: 'About text that is no longer there' });
  await expect(adrift).toContainText('Which of the two?');
  await priya.page.keyboard.press('Control+z');
  await expect(marked(tomasz)).toHaveText('the print queue');

  // Who reads may read them, and change nothing.
  const ines = await enter('Ines', { role: 'observer' });
  await ines.view('Narrative');
  await expect(thread(ines)).toContainText('The one at Oldham Road.');
  await expect(thread(ines).getByRole('button', { name: 'Answer' })).toHaveCount(0);
  await ines.context.close();
  for (const person of [priya, tomasz]) await person.expectSaved();
});

test('on a phone comments are a sheet', async () => {
  await priya.view('Narrative');
  await under(priya, 'Summary');
  await priya.page.keyboard.type('Nobody watched the print queue.');
  await priya.page.keyboard.press('Control+Alt+m');
  await priya.page.keyboard.type('Is that so?');
  await priya.page.keyboard.press('Enter');
  await expect(priya.page.getByRole('article', { name: 'Nobody watched' })).toBeVisible();
  await tomasz.page.setViewportSize({ width: 390, height: 844 });
  await tomasz.page.getByRole('navigation', { name: 'Room' }).getByRole('button', { name: 'Narrative' }).click();
  await tomasz.page.getByRole('button', { name: '1 comment' }).click();
  const sheet = tomasz.page.getByRole('dialog', { name: 'Comments' });
  await expect(sheet).toContainText('Is that so?');
  await expectNoViolations(tomasz);
  await sheet.getByRole('button', { name: 'Resolve' }).click();
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(priya.page.getByText('1 resolved comment')).toBeVisible();
});

test('what is pasted becomes clean blocks: scripts, styles, hostile links, 100 kB, other scripts of the world', async () => {
  for (const person of [priya, tomasz]) await person.view('Narrative');
  await under(priya, 'Summary');
  const paste = (type: string, data: string) =>
    story(priya).evaluate(
      (element, [format, content]) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData(format ?? '', content ?? '');
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      [type, data],
    );
  const alarms: string[] = [];
  priya.page.on('dialog', (dialog) => {
    alarms.push(dialog.message());
    void dialog.dismiss();
  });
  await paste(
    'text/html',
    '<style>p{color:red}</style><script>alert(1)</script><h2 style="font-size:90px" onclick="alert(2)">Taken over</h2>' +
      '<p>See <a href="javascript:alert(3)">this</a> and <a href="https://ok.example/">that</a>.</p>' +
      '<img src="x" onerror="alert(4)"><img src="https://track.example/pixel.gif"><iframe src="https://e.example"></iframe>',
  );
  await expect(story(tomasz).getByRole('heading', { name: 'Taken over' })).toBeVisible();
  await expect(story(tomasz).getByRole('link')).toHaveCount(1);
  for (const person of [priya, tomasz]) {
    await expect(
      story(person).locator('script, style, iframe, img:not(.ProseMirror-separator), [onclick], [style*="90px"]'),
    ).toHaveCount(0);
    await expect(story(person).getByRole('button', { name: 'Show the picture from track.example' })).toBeVisible();
  }
  expect(alarms).toEqual([]);

  await under(priya, 'How we got here');
  await paste('text/plain', 'שלום \u{1F469}\u{200D}\u{1F692} مرحبا');
  await expect(story(tomasz).getByText('שלום \u{1F469}\u{200D}\u{1F692} مرحبا')).toBeVisible();

  await under(priya, 'What went well');
  await paste('text/plain', `${'A line of a log that somebody copied. \n'.repeat(2_600)}The very last line.`);
  await expect(story(tomasz).getByText('The very last line.')).toBeAttached({ timeout: 60_000 });
  await priya.expectSaved();
  await expect(story(tomasz).getByText('A line of a log that somebody copied.')).toHaveCount(2_600);
});

test('what Google Docs, Word and Slack tell by styles alone comes in as it was: bold, lists, tasks', async () => {
  for (const person of [priya, tomasz]) await person.view('Narrative');
  const paste = (html: string) =>
    story(priya).evaluate((element, content) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', content);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, html);
  await under(priya, 'Summary');
  await paste(
    '<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:400">Labels were written </span>' +
      '<span style="font-weight:700">by hand</span></p><br><ul><li role="checkbox" aria-checked="true"><img alt="checked">' +
      '<p>Ask the branches</p></li></ul></b>',
  );
  await expect(story(tomasz).locator('p', { hasText: 'Labels were written by hand' })).toBeVisible();
  await expect(story(tomasz).locator('strong')).toHaveText('by hand');
  await expect(story(tomasz).getByRole('checkbox', { name: 'Done: Ask the branches' })).toBeChecked();

  await under(priya, 'What went well');
  const line = (depth: number, marker: string, words: string) =>
    `<p class=MsoListParagraph style='mso-list:l0 level${depth} lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>` +
    `${marker}<span>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;
  await paste(`${line(1, '·', 'The counter')}${line(2, '1.', 'A pen')}${line(1, '·', 'The phone')}<p>And then.</p>`);
  await expect(story(tomasz).getByText('And then.')).toBeVisible();
  await expect(story(tomasz).locator('ul:not([data-type]) > li')).toHaveText([/^The counter\s*A pen$/, 'The phone']);
  await expect(story(tomasz).locator('ul ol > li')).toHaveText('A pen');

  await under(priya, 'References');
  await paste(
    '<div>See <code>lpstat</code><span class="c-mrkdwn__br" aria-label="&nbsp;"></span>' +
      'nothing <img data-stringify-emoji=":eyes:" src="https://e.example/e.png" alt=":eyes:"></div>',
  );
  await expect(story(tomasz).locator('p', { hasText: 'nothing :eyes:' })).toBeVisible();
  await expect(story(tomasz).getByRole('button', { name: /Show the picture/ })).toHaveCount(0);
});

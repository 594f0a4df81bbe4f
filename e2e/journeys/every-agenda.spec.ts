// A whole meeting under each agenda that comes with Hearth: a facilitator and a co-facilitator, two participants (one on a
// phone) and an observer go through every stage with what the stage has in store, and say afterwards how it was.
import { openView } from '@hearth/board/view';
import { api } from '@hearth/protocol/http/api';
import type { RecordBody } from '@hearth/protocol/http/record';
import type { ReviewId } from '@hearth/review/ids';
import { builtInTemplates } from '@hearth/review/templates/built-in';
import type { Stage } from '@hearth/review/templates/template';
import { devices, expect, type Locator } from '@playwright/test';
import { test } from '../hearth-test.ts';
import { expectAccessible } from '../looks.ts';
import type { Person } from '../person.ts';

const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, screen: { width: 390, height: 844 } };
/** The notice of a move, the announced reveal, and the way to the screen. */
const soon = { timeout: 30_000 };

interface Room {
  ines: Person;
  ben: Person;
  priya: Person;
  tomasz: Person;
  olu: Person;
}

const everybody = ({ ines, ben, priya, tomasz, olu }: Room): Person[] => [ines, ben, priya, tomasz, olu];
const round = (person: Person, name: string): Locator => person.page.getByRole('region', { name, exact: true });
const vote = (person: Person): Locator => person.page.getByRole('region', { name: /^Vote on the/ });

/** Each speaks in turn; whoever has spoken passes on. */
const goRound = async (room: Room, name: 'Check-in' | 'Check-out'): Promise<void> => {
  await room.ines.page.getByRole('button', { name: 'Begin', exact: true }).click();
  for (const person of everybody(room)) await expect(round(person, name)).toBeVisible(soon);
  // The observer hears all of it and has no turn.
  const turns = 4;
  for (let turn = 1; turn <= turns; turn += 1) {
    await expect(round(room.olu, name)).toContainText(`${turn} of ${turns}`, soon);
    await expect(round(room.olu, name).getByRole('button')).toHaveCount(0);
    await round(room.ben, name)
      .getByRole('button', { name: turn === turns ? 'Finish the round' : /^Pass on to/ })
      .click();
  }
  for (const person of everybody(room)) await expect(round(person, name)).toHaveCount(0, soon);
};

/** What the stage is for, done by those who take part. */
const work = async (room: Room, stage: Stage): Promise<void> => {
  const { ines, priya, tomasz, olu } = room;
  if (stage.privateWriting !== undefined) {
    for (const person of [priya, tomasz]) {
      const field = person.page.locator('#private-thought');
      await expect(field).toBeVisible(soon);
      await field.fill(`What ${person.name} saw`);
      await person.page.keyboard.press('Enter');
      await expect(person.page.locator('[data-draft-status]')).toHaveAttribute('data-draft-status', 'saved', soon);
    }
    await expect(olu.page.getByText('What Priya saw')).toHaveCount(0);
    await ines.page.getByRole('button', { name: 'Reveal', exact: true }).click();
    for (const person of [ines, priya, olu])
      for (const name of ['Priya', 'Tomasz']) await expect(person.card(`What ${name} saw`)).toBeVisible(soon);
    return;
  }
  switch (stage.zone) {
    case 'timeline':
      await priya.addMoment('13:22', 'Labels do not print');
      return;
    case 'factors':
      await priya.addCard('Factors', 'Add a factor', 'A condition that played a part', 'The gateway says accepted');
      return;
    case 'learnings':
      await priya.addCard('Learnings', 'Add a learning', 'A learning', 'Accepted is about the queue');
      return;
    case 'perspectives':
    case 'narrative':
    case null:
  }
};

const voteOn = async (room: Room, { on }: NonNullable<Stage['vote']>): Promise<void> => {
  const { ines, priya, olu } = room;
  const card = on === 'factors' ? 'The gateway says accepted' : 'Accepted is about the queue';
  await ines.page.getByRole('button', { name: 'Open the vote' }).click();
  for (const person of everybody(room)) await expect(vote(person)).toBeVisible(soon);
  await priya.card(card).focus();
  await priya.page.keyboard.press('+');
  await expect(vote(olu)).not.toContainText('Nobody has voted yet', soon);
  await vote(ines)
    .getByRole('button', { name: /^Close the vote/ })
    .click();
  for (const person of everybody(room)) await expect(vote(person)).toHaveCount(0, soon);
  // Whoever observes has it quiet: the places open for the others, and wait for the observer.
  await olu.page.getByRole('button', { name: 'See the places' }).click();
  for (const person of everybody(room)) {
    const places = person.page.getByRole('dialog').getByRole('list', { name: 'Places' });
    await expect(places.getByRole('listitem').first()).toContainText(card, soon);
    await person.page.keyboard.press('Escape');
    await expect(places).toHaveCount(0);
  }
};

for (const template of builtInTemplates)
  test(`five people go through "${template.name}" from the lobby to what comes after`, async ({
    lead,
    enter,
    owner,
    reviewId,
    onBoard,
  }) => {
    test.setTimeout(300_000);
    const ines = await lead('Ines');
    const [ben, priya, tomasz, olu] = await Promise.all([
      enter('Ben', { role: 'co-facilitator' }),
      enter('Priya'),
      enter('Tomasz', phone),
      enter('Olu', { role: 'observer' }),
    ]);
    const room: Room = { ines, ben, priya, tomasz, olu };

    await test.step('the facilitator chooses the agenda, everybody sees it', async () => {
      if (template !== builtInTemplates[0]) {
        await ines.page.getByRole('button', { name: /^Agenda:/ }).click();
        await ines.page
          .getByRole('menuitemradio', { name: new RegExp(`^${template.name}`) })
          .last()
          .click();
      }
      await expect(ines.page.getByRole('button', { name: `Agenda: ${template.name},` })).toBeVisible(soon);
      const last = template.stages.at(-1)?.name ?? '';
      const stages = olu.page.getByRole('navigation', { name: 'Stages and views' });
      await expect(stages.getByText(last, { exact: true })).toBeVisible(soon);
      await ines.page.getByRole('button', { name: 'Start the review' }).click();
    });

    for (const [index, stage] of template.stages.entries())
      await test.step(stage.name, async () => {
        for (const person of [ines, ben, priya, olu])
          await expect(person.stage).toContainText(`stage ${index + 1} of ${template.stages.length}`, soon);
        await expect(tomasz.page.getByText(new RegExp(`^stage ${index + 1} of ${template.stages.length}`))).toBeVisible(
          soon,
        );
        if (stage.round !== undefined) await goRound(room, stage.round === 'check-in' ? 'Check-in' : 'Check-out');
        await work(room, stage);
        if (stage.vote !== undefined) await voteOn(room, stage.vote);
        await tomasz.page.getByRole('button', { name: 'I am ready' }).tap();
        await expect(ben.stage).toContainText('1 of 2 ready', soon);
        const next = template.stages[index + 1];
        // They take turns at it: whoever presses, the other one is told.
        const runs = index % 2 === 0 ? ines : ben;
        if (next)
          await runs.page
            .getByRole('contentinfo')
            .getByRole('button', { name: `Move the room to ${next.name}` })
            .click();
      });

    await test.step('it ends for everybody, with the same board', async () => {
      await expectAccessible(ines.page, `the last stage of ${template.name}`);
      await ines.stage.getByRole('button', { name: 'End the review' }).click();
      for (const person of [ines, ben, priya, olu])
        await expect(person.page.getByRole('complementary', { name: 'After the meeting' })).toBeVisible(soon);
      const held = await onBoard((doc) => openView(doc).list('perspective').length);
      expect(held).toBe(template.stages.some(({ privateWriting }) => privateWriting !== undefined) ? 2 : 0);
    });

    await test.step('four say how it was, the facilitator sees what they said together', async () => {
      for (const person of [ben, priya, tomasz, olu]) await sayHow(person, reviewId);
      await ines.page.goto(`/reviews/${reviewId}/after`);
      await expect(ines.page.getByText(/^Four answers, of which three are summed up\./)).toBeVisible(soon);
      const record = await owner.get<RecordBody>(api.record, { reviewId });
      expect(record.stages.map(({ name }) => name)).toEqual(template.stages.map(({ name }) => name));
    });
  });

const sayHow = async ({ page }: Person, reviewId: ReviewId): Promise<void> => {
  await page.goto(`/reviews/${reviewId}/after`);
  await page.getByRole('group', { name: 'Did you learn something?' }).getByRole('radio', { name: 'Yes' }).click();
  await page.getByRole('button', { name: 'Send without my name' }).click();
  await expect(page.getByText('Your answer is kept without your name.')).toBeVisible(soon);
};

// The board as a picture: the whole of it, as SVG and as PNG, with what people wrote as words and nothing else.
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { test } from '../hearth-test.ts';
import type { Person } from '../person.ts';

/** @returns what was saved, and under which name. */
const save = async (person: Person, command: string): Promise<{ name: string; content: Buffer }> => {
  await person.page.keyboard.press('Control+k');
  await person.page.getByRole('combobox', { name: 'What do you want to do?' }).fill(command);
  await expect(person.page.getByRole('option', { selected: true })).toContainText(command);
  const downloading = person.page.waitForEvent('download');
  await person.page.keyboard.press('Enter');
  const download = await downloading;
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
};

test('[P1] [P2] holds every card, its words as words, and is named by the review', async ({ enter }) => {
  const priya = await enter('Priya');
  const words = 'Nobody <script>alert(1)</script> & “watches” the queue';
  await priya.addCard('Factors', 'Add a factor', 'A condition that played a part', words);
  await priya.addCard('Learnings', 'Add a learning', 'A learning', 'Alerts watch the gateway');

  const svg = await save(priya, 'Save the board as SVG');
  expect(svg.name).toMatch(/^labels-stopped-at-oldham-road.*\.svg$/);
  const text = svg.content.toString('utf8');
  expect(text).not.toContain('<script');
  const shown = await priya.page.evaluate((source) => {
    const document = new DOMParser().parseFromString(source, 'image/svg+xml');
    return { broken: document.querySelector('parsererror') !== null, words: document.documentElement.textContent };
  }, text);
  expect(shown.broken).toBe(false);
  expect(shown.words.replaceAll(/\s+/g, '')).toContain(words.replaceAll(/\s+/g, ''));
  expect(shown.words).toContain('Alerts watch the gateway');

  const png = await save(priya, 'Save the board as PNG');
  expect(png.name).toMatch(/\.png$/);
  expect(png.content.subarray(1, 4).toString()).toBe('PNG');
  // Twice as fine as the screen, and with more than one colour in it.
  expect(png.content.readUInt32BE(16)).toBeGreaterThan(1500);
  const colours = await priya.page.evaluate(
    async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(300, 300);
      const context = canvas.getContext('2d');
      context?.drawImage(bitmap, 0, 0, 300, 300);
      return new Set(new Uint32Array(context?.getImageData(0, 0, 300, 300).data.buffer ?? new ArrayBuffer(0))).size;
    },
    [...png.content],
  );
  expect(colours).toBeGreaterThan(20);
});

// `hearth export`: a review as one file, read from beside the server.
import { writeFile } from 'node:fs/promises';
import { writeWhole } from '@hearth/store/part-file';
import type { Reading } from '@hearth/store/ports/reading';
import type { Review } from '@hearth/store/ports/reviews';
import { Misuse } from './command-problem.ts';
import { readingAt, telling, type Variables } from './data-place.ts';
import { findReview, lineOf } from './export/find-review.ts';
import { readDocument } from './export/read-document.ts';
import { exportFile, type ExportFile } from './export/service.ts';

const mostChoices = 30;

/**
 * @param words  REVIEW, and FILE where it is not to be called by the review's title; `--force` among them.
 * @returns what to print: the review itself where FILE is `-`.
 */
export const exportReview = async (words: readonly string[], variables: Variables): Promise<string> => {
  const [asked, file, ...more] = words.filter((word) => word !== '--force');
  if (more.length > 0) throw new Misuse('one REVIEW and one FILE at a time; put a title with spaces into quotes');
  if (file?.startsWith('--')) throw new Misuse(`there is no option ${file}; see hearth --help`);
  const exported = await telling(() => readingAt(variables)((reading) => read(reading, asked)));
  if (file === '-') return exported.text;
  const target = file ?? exported.name;
  await telling(() => writeWhole(target, words.includes('--force'), (part) => writeFile(part, exported.text)));
  return `Exported to ${target}\n`;
};

const read = async (reading: Reading, asked: string | undefined): Promise<ExportFile> => {
  const review = chosen(await reading.reviews.list(), asked);
  return exportFile(reading, review, (log) => Promise.resolve(readDocument(log)));
};

const chosen = (reviews: readonly Review[], asked: string | undefined): Review => {
  if (asked === undefined) throw new Misuse(`no REVIEW given; ${whatThereIs(reviews)}`, choicesOf(reviews));
  const found = findReview(reviews, asked);
  if (found.ok) return found.review;
  if (found.reason === 'several')
    throw new Misuse(`"${asked}" could be any of these; write more of it, or the id:`, choicesOf(found.choices));
  throw new Misuse(
    `no review has this id, nor an incident whose title or reference begins with "${asked}"; ${whatThereIs(reviews)}`,
    choicesOf(reviews),
  );
};

const whatThereIs = (reviews: readonly Review[]): string =>
  reviews.length === 0 ? 'there are none yet' : 'there are these, newest first:';

const choicesOf = (reviews: readonly Review[]): string[] => [
  ...reviews.slice(0, mostChoices).map(lineOf),
  ...(reviews.length > mostChoices ? [`… and ${reviews.length - mostChoices} more`] : []),
];

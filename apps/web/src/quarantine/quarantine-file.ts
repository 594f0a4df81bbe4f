// Changes that were not taken as one file that people can read and programs can apply: Markdown, with the raw changes in
// it. Pure. Rule: live/SPEC Q9.
import { errors } from '@hearth/protocol/errors';
import { counted } from '@hearth/review/time/words';
import type { RefusedChanges, Writing } from '../live/quarantine.ts';

/** What a file is about. */
interface FileSubject {
  /** Title of the review. */
  title: string;
  /** Of the live document. */
  document: string;
  nowMs: number;
}

/** Changes that the server refused. */
export const fileOfRefusals = (subject: FileSubject, refusals: readonly RefusedChanges[]): string =>
  file(
    subject,
    'Changes that were not taken',
    'Hearth could not put these changes on the board. They are here as you wrote them.',
    refusals.map((refused) => ({
      heading: `Refused on ${dateOf(refused.refusedAtMs)}`,
      why: errors[refused.code].advice,
      ...refused,
    })),
  );

/** Changes that wait for the server. */
export const fileOfWaiting = (subject: FileSubject, writing: Writing): string =>
  file(
    subject,
    'Changes that are not saved yet',
    'These changes had not reached Hearth when this was written. If they do later, this file is no longer needed.',
    [{ heading: 'Waiting', why: null, ...writing }],
  );

interface Section extends Writing {
  heading: string;
  why: string | null;
}

const file = (subject: FileSubject, heading: string, intro: string, sections: readonly Section[]): string =>
  [
    `# ${heading}`,
    `${subject.title}  \nWritten on ${dateOf(subject.nowMs)}`,
    intro,
    ...sections.flatMap(sectionOf),
    '## For programs',
    `The same changes as Yjs updates in base64, one a line, in the order in which they can be applied to \`${subject.document}\`.`,
    ['```yjs-updates', ...sections.flatMap(({ changes }) => changes.map(({ update }) => base64Of(update))), '```'].join(
      '\n',
    ),
    '',
  ].join('\n\n');

const sectionOf = ({ heading, why, changes, passages }: Section): string[] => [
  `## ${heading}`,
  `${counted(changes.length, 'change')}${madeWords(changes.map(({ madeAtMs }) => madeAtMs))}.${why === null ? '' : ` ${why}`}`,
  ...(passages.length === 0 ? ['No words were written in them: things were moved, linked or removed.'] : []),
  ...passages.flatMap(({ place, text }) => [`### ${place.replaceAll('\n', ' ')}`, quoted(text)]),
];

/** A blockquote: whatever somebody wrote can't end it, or become a heading. */
const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

const madeWords = (times: readonly number[]): string => {
  const known = times.filter((ms) => ms > 0).toSorted((one, other) => one - other);
  const [first, last] = [known.at(0), known.at(-1)];
  if (first === undefined || last === undefined) return '';
  return dateOf(first) === dateOf(last)
    ? `, made on ${dateOf(first)}`
    : `, made from ${dateOf(first)} to ${dateOf(last)}`;
};

/** `2026-03-12 14:24 UTC`: the same on every machine. */
const dateOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** In pieces: as arguments of one call, the bytes of a large paste would not fit the stack. */
const pieceBytes = 0x6000;

const base64Of = (bytes: Uint8Array): string => {
  let binary = '';
  for (let at = 0; at < bytes.length; at += pieceBytes)
    binary += String.fromCharCode(...bytes.subarray(at, at + pieceBytes));
  return btoa(binary);
};

// Asking why of a card, again and again: the tree of its answers, what to ask next, and a hint where an answer lands on a
// person. An answer is a factor that is linked to what it answers; there is nothing else. Pure. SPEC Y1–Y4.
import type { CardId, LinkId } from '@hearth/review/ids';
import type { FactorCategory, Link, LinkMeaning } from './cards.ts';
import { isExplaining } from './links.ts';
import { act, addCard, addLink, type Author, type Writer } from './operations.ts';

export interface Why {
  card: CardId;
  /** The link by which it answers; null for the card that was asked about first. */
  link: Link | null;
  /** How many times why was asked to come here; 0 for the first. */
  depth: number;
  /** The card stands further up already: its answers are told there. */
  told: boolean;
  answers: readonly Why[];
}

/** Cards that one tree shows. */
const mostShown = 200;

/** The answers to a card, their answers, and so on. A card that is met again is told once; a loop ends. */
export const whyTree = (links: readonly Link[], root: CardId): Why => {
  const told = new Set<CardId>([root]);
  const grow = (card: CardId, link: Link | null, depth: number): Why => {
    const into = links.filter((one) => one.to === card && one.from !== card && isExplaining(one));
    const fresh = into.map((one) => {
      const again = told.has(one.from) || told.size >= mostShown;
      told.add(one.from);
      return { one, again };
    });
    const answers = fresh.map(({ one, again }): Why =>
      again ? { card: one.from, link: one, depth: depth + 1, told: true, answers: [] } : grow(one.from, one, depth + 1),
    );
    return { card, link, depth, told: false, answers };
  };
  return grow(root, null, 0);
};

/** How deep it goes: 0 while nobody answered. */
export const depthOf = (why: Why): number => Math.max(why.depth, ...why.answers.map(depthOf));

const questions = [
  'What made this possible, or harder to see?',
  'What made that so? A rule, a tool, a habit, a lack of time?',
  'What made it sensible to have it that way?',
  'What kept that from being noticed, or from being changed?',
  'What would have told us? Which signal goes nowhere today?',
] as const;

/** The question that asks for a condition. @param depth  of the card that is asked about. */
export const whyQuestion = (depth: number): string =>
  questions[Math.max(0, Math.min(depth, questions.length - 1))] ?? questions[0];

const aboutPeople: readonly [RegExp, string][] = [
  [
    /\b(human|operator|user|people|pilot) (error|failure|mistake)s?\b/iu,
    'What made this an easy thing to do, or a hard one to notice?',
  ],
  [/\b(should|could|ought to) (not )?have\b|\bshouldn[’']t have\b/iu, 'What did they have in front of them then?'],
  [
    /\b(careless|negligen|incompeten|lazy|stupid|sloppy|inattenti|distracted)\w*/iu,
    'What asked for their attention just then, and what gave no sign?',
  ],
  [
    /\b(forgot|overlooked|ignored|neglected)\b|\b(failed|didn[’']t bother|did not bother) to\b/iu,
    'What would have reminded or shown them? Where did that go?',
  ],
  [
    /\b(fault|blame|guilty|culprit|mistake by|to blame)\b/iu,
    'What in the system let it come to this, whoever was there?',
  ],
];

/** A question that leads on from an answer that lands on a person; null where it tells a condition. It never holds anyone up. */
export const rephrasing = (text: string): string | null => aboutPeople.find(([words]) => words.test(text))?.[1] ?? null;

interface Answer {
  card: CardId;
  link: LinkId;
  /** What it answers. */
  to: CardId;
  text: string;
  category: FactorCategory;
  meaning: LinkMeaning;
}

/** Writes a factor and links it to what it answers: one step. @returns false where that is gone. */
export const answerWhy = (writer: Writer, answer: Answer, by: Author): boolean =>
  act(writer, () => {
    const { card, link, to, text, category, meaning } = answer;
    if (!writer.board.cards.has(to) || writer.board.cards.has(card)) return false;
    addCard(writer, { kind: 'factor', id: card, text, category }, by);
    return addLink(writer, { id: link, from: card, to, meaning });
  });

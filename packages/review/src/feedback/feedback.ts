// What people say about a meeting afterwards, and what is told of it: never who, and no single answer. Pure. Rules: SPEC E1–E5.

export const ratings = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof ratings)[number];
export const verdicts = ['yes', 'partly', 'no'] as const;
export type Verdict = (typeof verdicts)[number];

/** What one person says; null and empty where they left it out. */
export interface Feedback {
  /** How well the meeting was facilitated, and how good the document became. */
  facilitation: Rating | null;
  document: Rating | null;
  learned: Verdict | null;
  again: Verdict | null;
  /** A line each. */
  helped: string;
  change: string;
}

/** As it is kept. It has no person, session, address or time, on purpose. */
export interface FeedbackAnswer extends Feedback {
  /** Random: its order says nothing. */
  id: string;
  /** The calendar day in UTC, YYYY-MM-DD. */
  day: string;
  /** Whether it has company: see `withAnswer`. */
  together: boolean;
}

export interface FeedbackSum {
  /** How many people answered. */
  given: number;
  /** How many of their answers are summed up here; all the rest is empty while it is 0. */
  shown: number;
  facilitation: Record<Rating, number>;
  document: Record<Rating, number>;
  learned: Record<Verdict, number>;
  again: Record<Verdict, number>;
  /** By their letters, each list for itself: nobody sees which lines and ratings belong to one answer. */
  helped: string[];
  change: string[];
}

export const feedbackLimits = {
  /** Characters of a line. */
  line: 300,
  /** Answers to one review. */
  answers: 500,
} as const;

/** A sum of fewer would tell who. */
export const fewestAnswers = 3;

export const saysNothing = ({ facilitation, document, learned, again, helped, change }: Feedback): boolean =>
  facilitation === null && document === null && learned === null && again === null && helped === '' && change === '';

/**
 * An answer waits until three wait, and then they come together: whoever compares two sums, one from just before somebody
 * answered and one from just after, finds no single answer between them.
 * @returns all answers, by id.
 */
export const withAnswer = (
  answers: readonly FeedbackAnswer[],
  answer: Omit<FeedbackAnswer, 'together'>,
): FeedbackAnswer[] => {
  const all = [...answers, { ...answer, together: false }];
  const complete = all.filter(({ together }) => !together).length >= fewestAnswers;
  return all
    .map((each) => (complete ? { ...each, together: true } : each))
    .toSorted((one, other) => byLetters(one.id, other.id));
};

/**
 * @param today  YYYY-MM-DD: what still waited when an earlier day ended is shown as well, once there are three answers.
 *   Without it only those are summed up that came together, and the sum is the same whenever it is asked for.
 */
export const summedUp = (answers: readonly FeedbackAnswer[], today = ''): FeedbackSum => {
  const old = answers.filter(({ together, day }) => together || day < today);
  const shown = old.length < fewestAnswers ? [] : old;
  const lines = (of: 'helped' | 'change'): string[] =>
    shown.flatMap((answer) => (answer[of] === '' ? [] : [answer[of]])).toSorted(byLetters);
  return {
    given: answers.length,
    shown: shown.length,
    facilitation: counts(
      ratings,
      shown.map((answer) => answer.facilitation),
    ),
    document: counts(
      ratings,
      shown.map((answer) => answer.document),
    ),
    learned: counts(
      verdicts,
      shown.map((answer) => answer.learned),
    ),
    again: counts(
      verdicts,
      shown.map((answer) => answer.again),
    ),
    helped: lines('helped'),
    change: lines('change'),
  };
};

const counts = <Value extends Rating | Verdict>(
  values: readonly Value[],
  given: readonly (Value | null)[],
): Record<Value, number> =>
  Object.fromEntries(values.map((value) => [value, given.filter((each) => each === value).length])) as Record<
    Value,
    number
  >;

/** The same on every machine. */
const byLetters = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

// The review that somebody means on the command line: by its id, or by how its incident's title or reference begins.
import type { Review } from '@hearth/store/ports/reviews';

type Named = Pick<Review, 'id' | 'incident'>;

export type FoundReview<R extends Named> =
  | { ok: true; review: R }
  /** `choices`: those that it could be; all where it is none of them. */
  | { ok: false; reason: 'none' | 'several'; choices: readonly R[] };

/** @param asked  what was typed; case and spaces around it don't count, except in an id. */
export const findReview = <R extends Named>(reviews: readonly R[], asked: string): FoundReview<R> => {
  const wanted = asked.trim().toLowerCase();
  const namesOf = ({ incident }: R) => [incident.reference, incident.title].map((name) => name.trim().toLowerCase());
  // A whole name is meant as such, also where a longer one begins with it.
  const tries: ((review: R) => boolean)[] = [
    (review) => review.id === asked,
    (review) => namesOf(review).includes(wanted),
    (review) => namesOf(review).some((name) => name.startsWith(wanted)),
  ];
  for (const matches of wanted === '' ? [] : tries) {
    const [review, ...others] = reviews.filter(matches);
    if (review && others.length === 0) return { ok: true, review };
    if (review) return { ok: false, reason: 'several', choices: [review, ...others] };
  }
  return { ok: false, reason: 'none', choices: reviews };
};

const longestTitle = 72;

/** `<id>  INC-2207  Labels stopped printing`, without what could steer a terminal. */
export const lineOf = ({ id, incident }: Named): string => {
  const plain = (words: string) => words.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  const title = plain(incident.title);
  const shown = title.length > longestTitle ? `${title.slice(0, longestTitle - 1).trimEnd()}…`.toWellFormed() : title;
  return [id, plain(incident.reference), shown].filter((part) => part !== '').join('  ');
};

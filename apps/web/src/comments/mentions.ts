// Naming somebody in a comment: `@` and their name, in plain words. Pure.

export interface MentionStart {
  /** Where the `@` stands. */
  at: number;
  typed: string;
}

/** What is typed of a name in front of the caret; null where no name is begun. */
export const mentionBefore = (text: string, caret: number): MentionStart | null => {
  const match = /(?:^|\s)@([\p{L}\p{M}\p{N}.' -]{0,40})$/u.exec(text.slice(0, caret));
  const typed = match?.[1];
  return typed === undefined ? null : { at: caret - typed.length - 1, typed };
};

/** Names in which a word begins as typed, at most five. Once a whole name is written there is nothing to offer. */
export const namesFor = (typed: string, names: readonly string[]): string[] => {
  const wanted = typed.toLocaleLowerCase();
  const matching = [...new Set(names)].filter((name) => {
    const whole = name.toLocaleLowerCase();
    return whole.startsWith(wanted) || whole.split(/\s+/).some((word) => word.startsWith(wanted));
  });
  return names.some((name) => typed.toLocaleLowerCase().startsWith(name.toLocaleLowerCase()))
    ? []
    : matching.slice(0, 5);
};

export interface Stretch {
  text: string;
  mention: boolean;
}

/** A comment in stretches, the names of people set apart. The longest name that fits is meant. */
export const stretchesOf = (text: string, names: readonly string[]): Stretch[] => {
  const known = [...new Set(names)].filter((name) => name !== '').toSorted((a, b) => b.length - a.length);
  const stretches: Stretch[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const name = known.find((one) => text.startsWith(one, at + 1));
    if (name === undefined || at < from || /[\p{L}\p{N}]/u.test(text.charAt(at - 1))) continue;
    if (at > from) stretches.push({ text: text.slice(from, at), mention: false });
    from = at + 1 + name.length;
    stretches.push({ text: text.slice(at, from), mention: true });
  }
  if (from < text.length) stretches.push({ text: text.slice(from), mention: false });
  return stretches;
};

export const names = (text: string, name: string, all: readonly string[]): boolean =>
  stretchesOf(text, all).some((stretch) => stretch.mention && stretch.text === `@${name}`);

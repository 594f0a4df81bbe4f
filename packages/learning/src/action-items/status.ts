// How far an action is, as its text, box, cell or heading says. Pure. Rules: SPEC A60.

export type ExtractedStatus = 'open' | 'in_progress' | 'completed';

const tick = /^\s*(?:✅|☑️?|✔️?|:white_check_mark:|:heavy_check_mark:)/;
const doneMark =
  /[([]\s?(?:done|completed?|fixed|merged|resolved|implemented|shipped|deployed|closed|finished|✅)\b[^)\]]{0,40}[)\]]|^\W{0,4}\[?(?:done|completed?|fixed|merged|resolved)\]?\s{0,2}[:–—-]|(?:\.|[–—-])\s{1,3}(?:done|completed|fixed|merged|resolved)\s?[.!]?(?:$|\s(?:in|with|by)\b)|✅|:white_check_mark:/i;
const progressMark =
  /[([]\s?(?:in[- ]progress|wip|ongoing|started|doing|work in progress|underway|in review)\b[^)\]]{0,40}[)\]]|(?:\.|[–—-])\s{1,3}(?:in[- ]progress|ongoing|underway)\s?\.?$/i;
const capitals = { done: /\bDONE\b/, progress: /\bWIP\b/ } as const;
const openMark =
  /[([]\s?(?:todo|to do|open|not started|pending|planned)\b[^)\]]{0,40}[)\]]|^\W{0,4}\[?TODO\]?\s{0,2}[:–—-]/i;

export const hasTick = (text: string): boolean => tick.test(text);
export const withoutTick = (text: string): string => text.replace(tick, '').trimStart();

export function findStatus(text: string): ExtractedStatus | null {
  if (doneMark.test(text) || capitals.done.test(text)) return 'completed';
  if (progressMark.test(text) || capitals.progress.test(text)) return 'in_progress';
  return openMark.test(text) ? 'open' : null;
}

/** A table's status cell, or what a heading says of all its items: "Immediate actions (completed)". */
export function statusCell(cell: string): ExtractedStatus | null {
  if (
    /\b(?:not (?:done|started|completed?)|incomplete|open|to[ -]?do|pending|new|planned|backlog|proposed|accepted)\b/i.test(
      cell,
    )
  )
    return 'open';
  if (
    /\b(?:done|completed?|closed|fixed|merged|resolved|finished|implemented|shipped|deployed|live)\b|✅|☑|✔|:white_check_mark:/i.test(
      cell,
    )
  )
    return 'completed';
  return /\b(?:in[- ]progress|wip|ongoing|started|doing|underway|in review|active)\b/i.test(cell)
    ? 'in_progress'
    : null;
}

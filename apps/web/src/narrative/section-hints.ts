// What an empty section asks. Shown in its first paragraph until something is written there.
import type { Node } from '@tiptap/pm/model';

const hints: Readonly<Record<string, string>> = {
  summary: 'What happened, what it meant for people, and how it ended. Three sentences are enough.',
  'how we got here': 'Tell it in the order in which people lived it. Cite the cards as you go.',
  'what went well': 'What helped, and is worth building on?',
  'what to improve': 'What made it harder, and could be otherwise?',
  references: 'The ticket, dashboards, runbooks.',
};

/**
 * The hint for the empty paragraph at a position, when it is all that its section holds.
 * @returns an empty string where there is nothing to ask.
 */
export const hintAt = (document: Node, at: number): string => {
  const place = document.resolve(at);
  if (place.depth !== 0) return '';
  const index = place.index();
  const before = index === 0 ? null : document.child(index - 1);
  const after = index + 1 < document.childCount ? document.child(index + 1) : null;
  if (before?.type.name !== 'heading' || (after !== null && after.type.name !== 'heading')) return '';
  return hints[before.textContent.trim().toLowerCase()] ?? 'Write here.';
};

// The line that chat exports put above a message. Pure. Rules: SPEC T59.

import { readTime, type TimeExpression } from './expression.ts';

/** "Ada Byron  10:15 AM", "Ada Byron [10:15]", "Ada — Today at 10:15". */
const chatHead =
  /^([\p{L}][\p{L}\p{M}\d .'_-]{0,60}?)(?:\s+APP)?\s{1,4}(?:[[(—–-]\s?)?(?:today\sat\s)?(?=\d{1,2}[:/]\d{1,2}|\d{4}-\d{2})/iu;

/** Who spoke and when; null for any other line. */
export function readChatHead(text: string): { who: string; time: TimeExpression } | null {
  const head = chatHead.exec(text);
  if (!head || text.length > 100) return null;
  const time = readTime(text.slice(head[0].length));
  return time?.clock && time.rest.trim().length < 2 ? { who: `${head[1]!}:`, time } : null;
}

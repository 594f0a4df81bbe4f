// Guesses what was pasted: Markdown report, CSV, or notes with a line an event. Pure. Rules: SPEC T50.

import { isBlank, toLines } from '../markdown/lines.ts';
import { isSectionTitle } from '../markdown/section-titles.ts';
import { looksLikeCsv } from './csv.ts';
import { readChatHead } from './chat-head.ts';
import { readTime } from './expression.ts';
import type { TimelineFormat } from './row.ts';

const sampleLines = 400;
const fewestTitles = 3;
const markdownMark = /^ {0,3}(?:#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|>|```|\|.*\||---\s*$|\+\+\+\s*$)|^=+\s*$/;

export function detectFormat(input: string): TimelineFormat {
  const lines = toLines(input.slice(0, 65_536))
    .filter((line) => !isBlank(line))
    .slice(0, sampleLines);
  if (looksLikeCsv(input, lines)) return 'csv';
  if (lines.some((line) => /^ {0,3}#{1,6}\s/.test(line.text))) return 'markdown';
  if (lines.filter((line) => isSectionTitle(line.text)).length >= fewestTitles) return 'markdown';
  const marked = lines.filter((line) => markdownMark.test(line.text)).length;
  const timed = lines.filter((line) => !markdownMark.test(line.text) && isTimed(line.text)).length;
  return marked > timed || timed === 0 ? 'markdown' : 'text';
}

const isTimed = (text: string): boolean => Boolean(readTime(text)?.clock) || readChatHead(text.trim()) !== null;

/** Numbers of the lines that begin with a time of day, as paragraphs or in a list. */
export function timedLines(input: string): ReadonlySet<number> {
  const lines = toLines(input).filter((line) => Boolean(readTime(line.text.trim().replace(/^[-*+•>]\s+/, ''))?.clock));
  return new Set(lines.map((line) => line.number));
}

const fewestMessages = 3;
const longestMessage = 6;

/** A chat between quote marks or under a heading, which the guess takes for Markdown. */
export function looksLikeChat(input: string): boolean {
  const lines = toLines(input.slice(0, 65_536)).filter((line) => !isBlank(line));
  const heads = lines.filter((line) => readChatHead(line.text.replace(/^[>\s]{0,8}/, ''))).length;
  return heads >= fewestMessages && heads * longestMessage >= lines.length;
}

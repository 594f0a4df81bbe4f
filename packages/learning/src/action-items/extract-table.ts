// Actions of a table: which column holds the action, which its owner, due date, ticket. Pure. Rules: SPEC A7.

import { plainText } from '../markdown/inline.ts';
import type { TableBlock } from '../markdown/block.ts';
import { dueCell } from './due.ts';
import { addAction, type Extraction } from './extraction.ts';
import { ownerCell } from './owner.ts';
import { priorityCell } from './priority.ts';
import { statusCell } from './status.ts';
import { findAddress, findTicket } from './ticket.ts';
import { isHint } from './wording.ts';

const headers = {
  action:
    /\b(?:action(?: items?)?|tasks?|to[- ]?do|follow[- ]?ups?|items?|description|what|improvements?|remediations?|recommendations?|next steps?|title|summary|mitigations?|measures?|work)\b/i,
  owner: /\b(?:owners?|assignees?|assigned|who|responsible|dri|person|lead|contact)\b/i,
  ticket: /\b(?:tickets?|issues?|bugs?|prs?|links?|jira|tracking|references?|url|task id|card)\b/i,
  due: /\b(?:due|deadline|eta|when|target|date|by)\b/i,
  priority: /\bprio(?:rity)?\b|^P$/i,
  status: /\b(?:status|state|done|progress)\b/i,
  team: /\bteam\b/i,
} as const;
const timeColumn = /\btime(?:stamp)?\b|\butc\b|\bevents?\b/i;
const emptyCell = /^(?:n\/?a|none|tbd|todo|tba|-+|–|—|\?+)?$/i;

export function readActionTable(extraction: Extraction, table: TableBlock, strength: 0 | 1 | 2): void {
  const titles = table.header.map(plainText);
  const taken = new Set<number>();
  const find = (pattern: RegExp): number => {
    const index = titles.findIndex((title, column) => pattern.test(title) && !taken.has(column));
    if (index >= 0) taken.add(index);
    return index;
  };
  const hasFields = [headers.owner, headers.due, headers.priority, headers.status, headers.ticket].filter((pattern) =>
    titles.some((title) => pattern.test(title)),
  );
  if (titles.some((title) => timeColumn.test(title)) || (strength === 0 && hasFields.length < 1)) return;
  const action = find(/\baction/i) >= 0 ? titles.findIndex((title) => /\baction/i.test(title)) : find(headers.action);
  if (action < 0) return;
  const owner = find(headers.owner);
  const ticket = find(headers.ticket);
  const [due, priority, status] = [find(headers.due), find(headers.priority), find(headers.status)];
  const team = owner < 0 ? find(headers.team) : -1;
  for (const row of table.rows) {
    const cell = (index: number): string => (index < 0 ? '' : (row.cells[index] ?? ''));
    if (cell(action) === '') continue;
    addAction(extraction, strength, cell(action), row.line, {
      owner: ownerCell(cell(owner >= 0 ? owner : team)),
      due: dueCell(plainText(cell(due)), extraction.today),
      priority: priorityCell(plainText(cell(priority))),
      ticket: ticketCell(cell(ticket), extraction) ?? findAddress(cell(status)),
      status: statusCell(plainText(cell(status))) ?? statusCell(plainText(cell(ticket))),
    });
  }
}

function ticketCell(cell: string, extraction: Extraction): string | null {
  const plain = plainText(cell).replace(/\W{0,3}\b(?:done|todo|wip|in progress)\b\W{0,3}/gi, '');
  if (emptyCell.test(plain.trim()) || isHint(plain)) return null;
  const found =
    findTicket(cell, extraction.document.links) ??
    /\]\((\S{1,2000}?)\)/.exec(cell)?.[1] ??
    /https?:\S+/.exec(cell)?.[0];
  return found ?? (plain.length <= 30 && /\d/.test(plain) ? plain : null);
}

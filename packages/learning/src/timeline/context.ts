// The date and the zone that a document states for all its entries. Pure. Rules: SPEC T13, T21.

import type { MarkdownDocument } from '../markdown/document.ts';
import { dateMs, findDate, findDates, withYear, type CalendarDate, type DateOrder } from './calendar.ts';
import type { Mark, ProseMark } from './marks.ts';
import { findZone, type Zone } from './zone.ts';

/** A report is published within this time after its incident. */
const publishedWithinDays = 90;
const headMarks = 40;

export function documentDate(
  document: MarkdownDocument,
  marks: readonly Mark[],
  order: DateOrder,
): CalendarDate | null {
  const prose = marks.filter((mark): mark is ProseMark => mark.kind === 'prose');
  const titles = prose.filter((mark) => mark.depth !== null).slice(0, 3);
  for (const title of titles) {
    const date = findDate(title.text, order);
    if (date) return date;
  }
  const published = publishedDate(document.frontMatter, order);
  const told = toldDate(prose, order, published);
  if (!published) return told ?? findDate(document.text, order, 20_000);
  // The first date of the text is the incident's, if the publication soon followed it.
  const age = told ? (dateMs(published) - dateMs(told)) / 86_400_000 : -1;
  return told && age >= 0 && age <= publishedWithinDays ? told : published;
}

function publishedDate(frontMatter: string, order: DateOrder): CalendarDate | null {
  const named =
    /^\s*["']?(?:date|incident[ _-]?date|published|created(?:at)?|day|start(?:ed)?(?:[ _-]?at)?)["']?\s*[:=]\s*["']?(.{6,60})$/im.exec(
      frontMatter,
    );
  return (named && findDate(named[1]!, order)) ?? findDate(frontMatter.replace(/["'=/]/g, ' '), order);
}

function toldDate(prose: readonly ProseMark[], order: DateOrder, near: CalendarDate | null): CalendarDate | null {
  for (const mark of prose.slice(0, headMarks)) {
    for (const date of findDates(mark.text, order)) {
      const dated = withYear(date, near);
      if (dated) return dated;
    }
  }
  return null;
}

const statement = /\b(?:times?|timestamps?|time ?zones?|hours|tz|clocks?)\b[^.\n|]{0,80}/i;

/** Zone of a sentence such as "All times in UTC"; of a short timeline heading such as "Timeline (PST)". */
export function documentZone(document: MarkdownDocument, marks: readonly Mark[]): Zone | null {
  const prose = marks.filter((mark): mark is ProseMark => mark.kind === 'prose');
  const ordered = [...prose.filter((mark) => mark.place === 'said'), ...prose.filter((mark) => mark.place !== 'said')];
  for (const mark of ordered) {
    const stated = statedZone(mark);
    if (stated) return stated;
  }
  return zoneOf(document.frontMatter) ?? onlyZoneOfClocks(prose);
}

function statedZone(mark: ProseMark): Zone | null {
  const text = mark.text.replace(/[*`]|(?<!\w)_|_(?!\w)/g, ' ');
  const heading = mark.place === 'said' && text.length < 100 ? findZone(text) : null;
  return heading ?? zoneOf(text);
}

function zoneOf(text: string): Zone | null {
  const said = statement.exec(text)?.[0];
  return said ? findZone(said) : null;
}

/** Where the prose writes all its times with one zone, the timeline's bare times are in it too. */
function onlyZoneOfClocks(prose: readonly ProseMark[]): Zone | null {
  const zones = new Map<string, Zone>();
  for (const mark of prose) {
    for (const match of mark.text.matchAll(
      /\d{1,2}(?::\d{2}){1,2}\s?(?:[AaPp][Mm])?\s?\(?([A-Z]{2,4}(?:[+-]\d{1,2})?)\b/g,
    )) {
      const zone = findZone(match[1]!);
      if (zone) zones.set(JSON.stringify(zone), zone);
    }
  }
  return zones.size === 1 ? [...zones.values()][0]! : null;
}

/** Year for dates without one, where the document names no full date: the first year it writes, timeline first. */
export function documentYear(document: MarkdownDocument, marks: readonly Mark[]): number | null {
  const prose = marks.filter((mark): mark is ProseMark => mark.kind === 'prose');
  const texts = [
    ...prose.filter((mark) => mark.place === 'said').map((mark) => mark.text),
    document.text.slice(0, 20_000),
  ];
  const found = texts.map((text) => /(?<![\w.:/=-])(?:19[89]|20[0-4])\d(?![\w/-]|\.\d)/.exec(text)?.[0]).find(Boolean);
  return found === undefined ? null : Number(found);
}

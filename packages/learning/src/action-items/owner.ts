// Who is to do an action: a named field, a mention, "Anna to write …", "(Anna)", a team. Pure. Rules: SPEC A20-A25.

import { plainText } from '../markdown/inline.ts';
import { isImperativeVerb } from './wording.ts';

const namePart = String.raw`\p{Lu}[\p{L}\p{M}'’-]{1,30}`;
const fullName = String.raw`${namePart}(?: (?:\p{Lu}\.|(?:van|von|de|der|den|da|la) )?(?:${namePart}|\p{Lu}\.?(?![\p{L}])))?`;
/** "@Ada Byron": two names only where what follows ends them, since "@ada Rotate the key" is one handle and a sentence. */
const mentionedName = String.raw`@${namePart} ${namePart}(?=\s{0,2}(?:$|[,;:.)\]&–—]|(?:and|to|will|should|by|due|before)\b))`;
const handle = String.raw`@[A-Za-z][\w-]{0,60}(?:[./][\w-]{1,60})?`;
const mention = String.raw`(?:${mentionedName}|${handle})`;
const who = String.raw`(?:${mention}|${fullName})`;
const several = String.raw`${who}(?:(?:,? and |,? & |, ?|\/| \+ )${who}){0,5}`;
const team = String.raw`(?:[\w-]{1,30} ){0,3}(?:[Tt]eam|[Ss]quad|[Gg]uild|SRE|SREs|[Oo]n-?call)`;

const field = new RegExp(
  String.raw`\b(?:[Oo]wners?|OWNER|[Oo]wned by|[Aa]ssignees?|[Aa]ssigned(?: to)?|[Rr]esponsible|[Aa]ccountable|DRI|[Ww]ho|[Ll]ead|[Pp]oint of contact|[Pp]oc|POC)\s{0,2}(?:[:=–—-]|\bis\b|(?<=by|to)\s)\s{0,2}(${several}|${team}|[a-z][\w.-]{2,40}(?=\s*(?:$|[,;)\]|.\n])))`,
  'u',
);
const trailing = new RegExp(
  String.raw`(?:^|[\s([—–-])(${mention}(?:(?:,| and| &|,? \/)\s{0,2}${mention}){0,5})\s{0,2}[)\]]?\s{0,2}[.;]?$`,
  'u',
);
const leading = new RegExp(
  String.raw`^[\s[(*]{0,4}(${mention}(?:(?:,| and| &|\/) ?${mention}){0,5})[\])*]{0,3}\s{0,2}(?::|-|–|—|to\b|will\b|should\b|can\b|is going to\b|,|\p{Lu}|\p{Ll})`,
  'u',
);
/** "(Ada Byron, due 3 March)": a name beside another field. */
const besideFields = new RegExp(String.raw`[([]\s?(${several})[,;:]\s(?:due|by|eta|deadline|P[0-5]\b)`, 'u');
/** A mention in front of other fields: "… @ada due Friday". */
const beforeFields = new RegExp(
  String.raw`\s(${handle})[,;]?\s(?=(?:due|by|before|eta|until|in|within|next)\s|P[0-5]\b|[(\[]|https?:)`,
  'iu',
);
const nameBeforeFields = new RegExp(
  String.raw`\s(${mentionedName})[,;]?\s(?=(?:due|by|before|eta|until|in|within|next)\s|P[0-5]\b|[(\[]|https?:)`,
  'u',
);
const anyMention = new RegExp(String.raw`(?:[—–-]|\bby|\bcc:?|\bwith)\s{0,2}(${mention})`, 'u');
const nameToDo = new RegExp(
  String.raw`^[[(]?(${fullName}(?:(?: and | & |, |\/)${fullName}){0,3})[\])]? (?:to|is going to|has agreed to|volunteered to|is to)\s(?:also )?([a-z-]+)`,
  'u',
);
const nameWillDo = new RegExp(
  String.raw`^(${fullName}(?:(?: and | & |, |\/)${fullName}){0,3}) (?:will|should|must|needs to|is) [a-z]`,
  'u',
);
const bracketLead = new RegExp(String.raw`^[[(](${several})[\])]\s{0,2}[:–—-]?\s`, 'u');
const colonLead = new RegExp(String.raw`^(${several})\s{0,2}(?::|\s[–—-]\s)`, 'u');
const parenthesis = new RegExp(String.raw`[([]\s{0,2}(${several})\s{0,2}[)\]]\s{0,2}[.;]?$`, 'u');
const parenthesisToDo = new RegExp(
  String.raw`[([](${several})\s(?:to|will|calls?|takes?|handles?|owns?|looks?|leads?|follows? up|is)\b[^)\]]{0,80}[)\]]\s{0,2}\.?$`,
  'u',
);
const dashName = new RegExp(String.raw`\s[—–-]{1,2}\s{0,2}(${several})\s{0,2}[.;]?$`, 'u');
const theTeam = new RegExp(
  String.raw`(?:^|[.:] )[Tt]he ((?:[\w-]{1,30} ){1,3}(?:team|squad|guild)) (?:should|will|to|must|needs? to|is going to|are going to)\b`,
  'u',
);
const wholeWho = new RegExp(String.raw`^${several}$`, 'u');
const abbreviation = /^\p{Lu}{2,}$/u;
const ownerWord = /^(?:owners?|assignees?|assigned to)\s?[:=]?\s?/i;
const nobody = /^(?:none|n\/?a|tbd|tba|todo|unassigned|nobody|unknown|\?+|-+|–|—|everyone|all)$/i;
/** Capitalised words that open a sentence or a bracket and are no person. */
const noName =
  /^(?:we|they|it|this|that|these|those|the|team|everyone|someone|somebody|anyone|all|who|what|when|there|need|plan|plans|want|ability|try|able|due|how|next|in|on|for|if|once|after|before|as|consider|work|way|ways|steps?|optional|done|wip|issue|issues|ticket|pr|bug|card|task|todo|fixed|completed?|closed|open|merged|prod|production|staging|high|medium|low|critical|urgent|short|long|term|internal|external|future|later|now|see|note|update|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|kubernetes|github|slack|aws|google|docker|terraform|prometheus|grafana|cloudflare|jira|linux|python|kafka|redis|postgres|postgresql|mysql|mongodb|elasticsearch|nginx|vault|consul|datadog|sentry|pagerduty|azure|gcp|ansible|helm|argocd|istio|rabbitmq|jenkins|gitlab|android|windows|chrome|firefox|today|tomorrow|asap|urgent)$/i;

export interface People {
  /** First names, full names and handles that the document uses for people, in lower case. */
  readonly known: ReadonlySet<string>;
}

const peopleLine =
  /^\W{0,4}(?:authors?|attendees|participants|present|facilitators?|owners?|leads?|incident commanders?|commander|responders?|involved|scribe|reporter|on[- ]?call|engineers?|written by|people)\b[^:]{0,30}:?\W{0,4}(.{2,400})$/gimu;

/** Things that people do and systems don't: "Ada noticed", not "Travis failed". */
const personDoes = new RegExp(
  String.raw`(?<![\p{L}.-])(${namePart}(?: ${namePart})?) (?:notice[sd]?|acknowledge[sd]?|suggest(?:s|ed)|ask(?:s|ed)|confirm(?:s|ed)|join(?:s|ed)|wakes|says|said|thinks|decide[sd]?|declare[sd]?|investigat(?:es|ed)|volunteer(?:s|ed)|signs off|repli(?:es|ed)|reali[sz]e[sd]?|suspect(?:s|ed)|figure[sd] out|asked)\b`,
  'gu',
);

/** People whom a document names in its header lines, and those it tells of. */
export function findPeople(markdown: string): People {
  const known = new Set<string>();
  const add = (person: string): void => {
    const lower = person.toLowerCase();
    known.add(lower);
    known.add(lower.split(' ')[0]!);
  };
  for (const line of markdown.slice(0, 200_000).matchAll(peopleLine)) {
    for (const match of plainText(line[1]!).matchAll(new RegExp(fullName, 'gu'))) {
      if (!noName.test(match[0].split(' ')[0]!)) add(match[0]);
    }
  }
  for (const match of markdown.slice(0, 200_000).matchAll(personDoes)) {
    if (!noName.test(match[1]!.split(' ')[0]!)) add(match[1]!);
  }
  return { known };
}

/** Owner as written in an action's Markdown text; null where it names none. */
export function findOwner(markdown: string, people: People = { known: new Set() }): string | null {
  const text = plainText(markdown.replace(/\[(@[\w-]{1,60})\]\([^()\s]{0,300}\)/g, '$1'));
  return (
    clean(field.exec(text)?.[1]) ??
    clean(trailing.exec(text)?.[1]) ??
    clean(leading.exec(text)?.[1]) ??
    personWhoIsToDo(nameToDo.exec(text)) ??
    personNamed(parenthesisToDo.exec(text)?.[1]) ??
    knownPerson(people, nameWillDo.exec(text)?.[1]) ??
    knownPerson(people, bracketLead.exec(text)?.[1]) ??
    knownPerson(people, colonLead.exec(text)?.[1]) ??
    knownPerson(people, parenthesis.exec(text)?.[1]) ??
    knownPerson(people, dashName.exec(text)?.[1]) ??
    clean(nameBeforeFields.exec(text)?.[1]) ??
    clean(beforeFields.exec(text)?.[1]) ??
    personNamed(besideFields.exec(text)?.[1]) ??
    clean(anyMention.exec(text)?.[1]) ??
    clean(theTeam.exec(text)?.[1])
  );
}

/** A field that stands apart at an end of a sentence: "@ada", "(Tomasz)", ", Mira Chen". Null where it names nobody. */
export function ownerOfField(piece: string): string | null {
  const bare = piece.replace(/^[\s,;:([–—-]+|[\s,;:)\].–—-]+$/g, '').replace(ownerWord, '');
  if (!wholeWho.test(bare) || isImperativeVerb(bare.split(' ')[0]!) || abbreviation.test(bare)) return null;
  // "for Frankfurt, Dublin": behind a comma alone, one word is as likely part of the sentence.
  const endsList = /^\s*,/.test(piece) && !/[@ ]/.test(bare) && !ownerWord.test(piece.replace(/^[\s,]+/, ''));
  return endsList ? null : personNamed(bare);
}

/** A table's owner cell, taken at its word. */
export function ownerCell(cell: string): string | null {
  return clean(plainText(cell));
}

function clean(found: string | undefined): string | null {
  // A handle keeps its sign; a name is a name.
  const owner =
    found
      ?.trim()
      .replace(/[.,;:]+$/, '')
      .replace(/@(?=\p{Lu}[^\s@]+ \p{Lu})/gu, '') ?? '';
  return owner === '' || nobody.test(owner) ? null : owner;
}

function personNamed(found: string | undefined): string | null {
  const first = found?.split(/[ ,/]/)[0] ?? '';
  return noName.test(first) ? null : clean(found);
}

/** "Anna to write …", but neither "Subscribe to the list" nor "Migration to a new cluster". */
function personWhoIsToDo(match: RegExpExecArray | null): string | null {
  const [, name, verb] = match ?? [];
  if (name === undefined || !isImperativeVerb(verb ?? '') || isImperativeVerb(name.split(' ')[0]!)) return null;
  return personNamed(name);
}

function knownPerson(people: People, found: string | undefined): string | null {
  if (found?.startsWith('@')) return clean(found);
  const named = personNamed(found);
  if (!named) return null;
  const first = named.toLowerCase().split(/[ ,/]/)[0]!;
  return people.known.has(first) || people.known.has(named.toLowerCase()) ? named : null;
}

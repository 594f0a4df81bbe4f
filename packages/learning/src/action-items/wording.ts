// Tells something to do from a retelling, a template's hint and mere talk, by the words it opens with. Pure. Rules: SPEC A10-A13.

import { plainText } from '../markdown/inline.ts';

/** Advice that templates give on writing actions. */
const advice = /\b(?:each|every|all) action items? (?:should|must|needs?)\b/i;

const imperatives = new Set(
  `add address adjust adopt agree alert align allow amend analyse analyze announce apply arrange ask assess assign audit automate
  avoid backport ban block bring build bump calculate cap capture change check clarify clean close collect communicate compare conduct
  configure consider consolidate contact continue convert coordinate correct create cut decide decommission decouple decrease
  define delete deploy deprecate describe design determine develop disable discuss distribute document drop educate eliminate
  enable encourage enforce engage enhance ensure escalate establish evaluate evict examine expand experiment explore expose
  extend figure file finalise finalize find finish fix follow formalise formalize gather get give handle harden have hold
  identify ignore implement improve include increase inform install instrument integrate introduce investigate isolate keep
  lead learn leverage limit link list lock log look lower maintain make manage measure merge migrate mirror mitigate modify
  monitor move notify open optimise optimize organise organize patch perform pin plan prepare prevent prioritise prioritize
  probe promote propose protect provide publish pull push put raise re-enable reach read rebuild recover redesign reduce
  refactor refine reject release remove rename reorganise reorganize replace replicate report request require reiterate re-iterate remind research reset
  resolve restore restrict resume rethink retire retrieve return revert review revise revisit rework rewrite roll rotate run
  save scale schedule secure send separate set setup share shorten simplify spike split standardise standardize start stop
  store streamline strengthen submit support switch sync talk teach tell test think throttle tighten trace track train
  transition trial try tune turn tweak understand undertake unify update upgrade upload use utilise utilize validate verify
  version wait warn work write`.split(/\s+/),
);
/** Verbs whose past looks like their plain form: "set up alerts" is something to do. */
const pastForm =
  /^(?:was|were|had|got|did|made|didn't|didn’t|found|gave|took|went|sent|ran|began|held|saw|told|brought|came|met|[a-z]{2,}ed)$/i;
const pastBe = /^(?:was|were|had|didn't|didn’t|did)$/i;
const obligation = /^(?:should|will|must|need|needs|could|can|would|want|plan|to)$/i;
/** "Improved runbooks for …" asks for better ones; "Improved the runbook" is done. */
const wishedFor =
  /^(?:improved|enhanced|automated|dedicated|detailed|centrali[sz]ed|increased|reduced|extended|expanded|standardi[sz]ed|simplified)\s(?!the\b|an?\b|our\b|all\b|this\b|that\b|it\b|from\b|by\b|to\b|on\b)/i;
const someone = /^(?:the|we|i|they|he|she|it|this|that|there|there's)$/i;
const reportedDone =
  /\b(?:done|fixed|completed|merged|PR exists|created a ticket|ticket (?:was )?(?:raised|created)|issue (?:was )?created)\b/i;
const ticketCreated =
  /^(?:created|raised|opened|filed|added) (?:a |an )?(?:\w{1,20} )?(?:ticket|issue|pr\b|pull request|card)/i;
const intention =
  /\b(?:we|i|they|teams?|engineers?|developers?|@[\w-]{1,60})(?:'ll|’ll| will| are going to| is going to|'re going to|’re going to| plan to| plans to| intend to| need to| needs to| must| should| want to| are planning to|'re planning to| aim to) (?:also |now |first |then |therefore )?(?!have (?:been|had|\w{1,20}ed)\b|be able\b)[a-z]/i;
/** "We are looking into limits": begun, and still to do. */
const underway =
  /\b(?:we|i|they|teams?|engineers?)(?: are|'re|’re| is| am|'m) (?:also |now |currently |actively )?(?:looking into|working on|planning|investigating|considering|exploring|evaluating|implementing|adding|introducing|improving)\b/i;
/** "Cloud Platform will publish …": any short subject, where the section promises actions. */
const promise =
  /^(?:[\p{L}\d'’.-]{1,30} ){1,6}(?:will|should|must|needs? to|is going to|are going to) (?:also |now )?([a-z-]{2,20})\b/u;
const consequence =
  /\b(?:will|would) (?:allow|enable|be able|help|mean|ensure|make|not be|no longer|let|also (?:allow|help)|continue|likely|probably|have|be(?!\s[a-z]{2,20}ing\b))\b/i;
/** "By implementing these measures, we aim to …" promises nothing more. */
const purpose = /^(?:by|with) (?:\w{2,20}ing|these|this|the above)\b/i;
const hint =
  /^(?:none|n\/?a|tbd|todo|no actions?(?: items?)?|nothing|no follow[- ]?ups?|not applicable|-+|\.+|…)\b\W*$/i;

/** In lower case; "Regularly review …" begins with the verb. */
const firstWord = (text: string): string =>
  (/[A-Za-z][\w'’-]*/.exec(plainText(text).replace(/^[A-Z][a-z]{3,12}ly,?\s/, ''))?.[0] ?? '').toLowerCase();

export const isImperativeVerb = (word: string): boolean => imperatives.has(word.toLowerCase());

export const startsImperative = (text: string): boolean => imperatives.has(firstWord(text));

/** "N/A", "None", "TBD": a template's cell that nobody filled, or that says there is nothing to do. */
export const isHint = (text: string): boolean =>
  hint.test(plainText(text)) || advice.test(text) || !/[\p{L}\p{N}]{2}/u.test(text);

/** "Enhance monitoring: …", "Audits: conduct them monthly": a short title and a text, one of which begins with a verb. */
export function isTitledTask(text: string): boolean {
  const match = /^([^:.]{3,60}):\s{1,2}(\S.*)$/s.exec(plainText(text));
  return match !== null && (startsImperative(match[1]!) || startsImperative(match[2]!));
}

/** A sentence of prose that says what somebody will do. */
export function isIntention(text: string): boolean {
  const plain = plainText(text);
  return (intention.test(plain) && !consequence.test(plain) && !purpose.test(plain)) || underway.test(plain);
}

/** A sentence in which anybody at all is to do something; only where a section is about actions. */
export function isPromise(text: string): boolean {
  const verb = promise.exec(plainText(text))?.[1];
  return verb !== undefined && imperatives.has(verb) && !consequence.test(text);
}

/** Tells what happened: "Restarted the proxy", "The team raised a support ticket". */
export function isRetelling(text: string): boolean {
  const plain = plainText(text);
  if (reportedDone.test(plain) || ticketCreated.test(plain) || wishedFor.test(plain)) return false;
  const words = plain.split(/\s+/, 8).map((word) => word.replace(/[^\w'’-]/g, ''));
  const [first = '', second = ''] = words;
  if (obligation.test(second) || imperatives.has(first.toLowerCase())) return false;
  if (pastForm.test(first)) return true;
  if (!someone.test(first)) return false;
  const opening = words.slice(1, 6);
  return !opening.some((word) => obligation.test(word)) && opening.some((word) => pastForm.test(word));
}

/** Says how things are or were and asks for nothing: "The mapper knows …", "`upgrade` had no test". */
export function isDescription(text: string): boolean {
  const words = plainText(text).split(/\s+/, 10);
  if (words.some((word) => obligation.test(word)) || startsImperative(text)) return false;
  return /^(?:the|it|this|that|these|there)$/i.test(words[0] ?? '') || words.some((word) => pastBe.test(word));
}

/** Sentences of a paragraph. */
export function sentencesOf(paragraph: string): string[] {
  return paragraph.replace(/\s+/g, ' ').split(/(?<=[.!?])\s(?=[A-Z@"'`*[(])/);
}

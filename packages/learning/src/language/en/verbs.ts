// English verbs that people do, with their forms.

/** Regular, or with the forms that endings alone don't tell: base:past:participle:ing. */
const acts = `account acknowledge act address alert announce anticipate appreciate ask assess audit authenticate automate avoid
  back bother brief care catch:caught:caught challenge check clarify clean clear close communicate compare complete conduct configure
  confirm consider consult contact coordinate co-ordinate cover cross-check decide declare delegate deploy detect disable discuss
  document double-check enable engage ensure escalate establish estimate evaluate examine explain explore fix flag follow foresee:foresaw:foreseen
  handle identify implement include inform inspect instruct investigate involve isolate keep:kept:kept know:knew:known learn listen lock log look
  make:made:made:making manage measure mention mitigate monitor notice notify observe open page pause pay:paid:paid plan:planned:planned:planning
  practise practice prepare prevent prioritise prioritize proofread:proofread:proofread protect provide push question raise react read:read:read
  realise realize recognise recognize reconsider record rehearse remember remind remove renew report request research resolve respond
  restart restore restrict review revert revoke roll rotate run:ran:run:running sanity-check save schedule secure see:saw:seen share simulate
  spend:spent:spent spot:spotted:spotted:spotting start stop:stopped:stopped:stopping supervise take:took:taken:taking teach:taught:taught
  tell:told:told test think:thought:thought track train triage try:tried:tried:trying trust understand:understood:understood update use
  validate verify wait warn watch weigh work write:wrote:written:writing`;

/** Past forms and participles that don't end in -ed, so that a clause's verb is seen. */
const irregular = `been done gone had made known seen taken given caught found thought told kept left built run ran written wrote read
  set put cut broken broke chosen chose forgotten forgot begun began brought bought come came become became understood meant met paid
  said sent shown spoken spoke stood lost let led held heard drawn driven drove felt fallen fell gotten hit hurt laid lent spent taught
  torn thrown threw won worn overlooked went saw took knew gave got made did shut split spread sought sold`;

interface Forms {
  readonly base: string;
  readonly past: string;
  readonly participle: string;
  readonly ing: string;
}

function formsOf(entry: string): Forms {
  const [base = '', past = regularPast(base), participle = past, ing = regularIng(base)] = entry.split(':');
  return { base, past, participle, ing };
}

const regularPast = (base: string): string =>
  base.endsWith('e') ? `${base}d` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;

const regularIng = (base: string): string =>
  base.endsWith('e') && !base.endsWith('ee') ? `${base.slice(0, -1)}ing` : `${base}ing`;

const all = acts.trim().split(/\s+/).map(formsOf);

/** Base form of any form of a verb that people do. */
export const baseOf: ReadonlyMap<string, string> = new Map(
  all.flatMap(({ base, past, participle, ing }) => [base, past, participle, ing].map((form) => [form, base] as const)),
);

export const pastForms: ReadonlySet<string> = new Set([
  ...irregular.trim().split(/\s+/),
  ...all.flatMap(({ past, participle }) => [past, participle]),
]);

/** Alternatives of a pattern: these verbs in one form. */
export const forms = (form: keyof Forms, bases: string): string =>
  bases
    .trim()
    .split(/\s+/)
    .map((base) => {
      const verb = all.find((one) => one.base === base);
      if (!verb) throw new Error(`no such verb: ${base}`);
      return verb[form];
    })
    .join('|');

/** Any participle, as far as its ending or the list tells. */
export const participle = `(?:[a-z-]{2,24}ed|${irregular.trim().split(/\s+/).join('|')}|${all
  .map((verb) => verb.participle)
  .filter((form) => !form.endsWith('ed'))
  .join('|')})`;

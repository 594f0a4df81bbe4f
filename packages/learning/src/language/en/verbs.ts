// English verbs that people do, with their forms.

/** Verbs whose forms the endings don't tell, as base:past:participle:ing. */
const oddOnes = `catch:caught foresee:foresaw:foreseen keep:kept know:knew:known make:made:made:making pay:paid plan:planned:planned:planning
  read:read run:ran:run:running see:saw:seen set:set:set:setting spend:spent spot:spotted:spotted:spotting stop:stopped:stopped:stopping take:took:taken:taking
  teach:taught tell:told think:thought understand:understood write:wrote:written:writing`;

/** Past forms and participles that don't end in -ed, so that a clause's verb is seen. */
const irregular = `been done gone had given found left built put cut broken broke chosen chose forgotten forgot begun began brought
  bought come came become became meant met said sent shown spoken spoke stood lost let led held heard driven drove felt
  fallen fell gotten hit hurt overlooked went gave got did shut split sought`;

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

const odd: ReadonlyMap<string, Forms> = new Map(
  oddOnes.split(/\s+/).map((entry) => [entry.split(':', 1)[0] ?? '', formsOf(entry)]),
);

export const pastForms: ReadonlySet<string> = new Set([
  ...irregular.trim().split(/\s+/),
  ...[...odd.values()].flatMap(({ past, participle }) => [past, participle]),
]);

/** Any participle, as far as its ending or the list tells. */
export const participle = `(?:[a-z-]{2,24}ed|${[...pastForms].join('|')})`;

const bases = new Map<string, string>();

/** Base form of any form of the verbs that the rules ask for. */
export const baseOf: ReadonlyMap<string, string> = bases;

/** Alternatives of a pattern: these verbs in one form. */
export const forms = (form: keyof Forms, verbs: string): string =>
  verbs
    .trim()
    .split(/\s+/)
    .map((base) => {
      const verb = odd.get(base) ?? formsOf(base);
      bases.set(verb[form], base);
      return verb[form];
    })
    .join('|');

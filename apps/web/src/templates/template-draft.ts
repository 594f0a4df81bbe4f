// An agenda while it is written: what is typed, and the fields that it makes or the sentences about what is wrong. Pure.
import { templateFields, type TemplateFields } from '@hearth/protocol/http/templates';
import type { Attribution, Template, Zone } from '@hearth/review/templates/template';

export interface StageDraft {
  /** Tells rows apart while they are moved; as the stage's id it is kept. */
  id: string;
  name: string;
  /** As typed. */
  minutes: string;
  zone: Zone | null;
  question: string;
  /** One a line. */
  prompts: string;
  writing: 'open' | Attribution;
}

export interface TemplateDraft {
  name: string;
  about: string;
  stages: readonly StageDraft[];
}

/** Sentences by field: `name`, `stages`, `opening.minutes` for the minutes of the stage with that id. */
export type TemplateProblems = Readonly<Record<string, string>>;

/** A template as the form, a file and the API have it. */
export const fieldsOf = ({ name, about, stages }: Pick<Template, 'name' | 'about' | 'stages'>): TemplateFields => ({
  name,
  about,
  stages: stages.map(({ prompts, ...stage }) => ({ ...stage, ...(prompts ? { prompts: [...prompts] } : {}) })),
});

export const draftOf = ({ name, about, stages }: TemplateFields): TemplateDraft => ({
  name,
  about,
  stages: stages.map(({ id, name: stageName, minutes, zone, question, prompts = [], privateWriting }) => ({
    id,
    name: stageName,
    minutes: String(minutes),
    zone,
    question,
    prompts: prompts.join('\n'),
    writing: privateWriting ?? 'open',
  })),
});

export const emptyStage = (id: string): StageDraft => ({
  id,
  name: '',
  minutes: '10',
  zone: null,
  question: '',
  prompts: '',
  writing: 'open',
});

/** Of what is typed so far; what is no number counts for nothing. */
export const plannedMinutes = ({ stages }: TemplateDraft): number =>
  stages.reduce((sum, { minutes }) => sum + (Number.parseInt(minutes, 10) || 0), 0);

/** A neighbour changes places with the stage. @returns the same stages where there is none. */
export const moveStage = (stages: readonly StageDraft[], id: string, by: -1 | 1): readonly StageDraft[] => {
  const from = stages.findIndex((stage) => stage.id === id);
  const [stage, other] = [stages[from], stages[from + by]];
  return stage && other ? stages.with(from, other).with(from + by, stage) : stages;
};

const typedIn = ({ name, about, stages }: TemplateDraft) => ({
  name,
  about,
  stages: stages.map(({ id, name: stageName, minutes, zone, question, prompts, writing }) => ({
    id,
    name: stageName,
    minutes: /^\d+$/.test(minutes.trim()) ? Number(minutes) : Number.NaN,
    zone,
    question,
    prompts: prompts
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    ...(writing === 'open' || zone !== 'perspectives' ? {} : { privateWriting: writing }),
  })),
});

export const readDraft = (
  draft: TemplateDraft,
): { ok: true; fields: TemplateFields } | { ok: false; problems: TemplateProblems } => {
  const read = templateFields.safeParse(typedIn(draft));
  if (read.success) return { ok: true, fields: read.data };
  const problems = read.error.issues.map(({ path, message }) => [path.map(String).join('.'), message] as const);
  return { ok: false, problems: problemsOf(problems, draft) };
};

/** The server, like the schema, names fields by their path in what was sent; this finds them in the draft again. */
export const problemsFromServer = (fields: Readonly<Record<string, string>>, draft: TemplateDraft): TemplateProblems =>
  problemsOf(Object.entries(fields), draft);

const problemsOf = (found: readonly (readonly [path: string, sentence: string])[], draft: TemplateDraft) => {
  const problems: Record<string, string> = {};
  for (const [path, sentence] of found) {
    const [field = '', index, of] = path.split('.');
    const stage = field === 'stages' && index !== undefined ? draft.stages[Number(index)] : undefined;
    problems[stage ? `${stage.id}.${of ?? 'name'}` : field] ??= of === 'minutes' ? minutesSentence : sentence;
  }
  return problems;
};

const minutesSentence = 'Whole minutes, from 1 to 240.';

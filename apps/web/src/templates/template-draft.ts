// An agenda while it is written: what is typed, and the fields that it makes or the sentences about what is wrong. Pure.
import { templateFields, type TemplateFields } from '@hearth/protocol/http/templates';
import {
  templateLimits,
  type Attribution,
  type Stage,
  type Template,
  type Zone,
} from '@hearth/review/templates/template';

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
  vote: 'none' | Vote['on'];
  /** As typed. */
  dots: string;
  ballots: Attribution;
  round: 'none' | 'check-in' | 'check-out';
  participants: 'write' | 'read';
}

type Vote = NonNullable<Stage['vote']>;

export interface TemplateDraft {
  name: string;
  about: string;
  stages: readonly StageDraft[];
}

/** Sentences by field: `name`, `stages`, `opening.minutes` for the minutes of the stage with that id. */
export type TemplateProblems = Readonly<Record<string, string>>;

const usualDots = 3;

/** A template as the form, a file and the API have it. */
export const fieldsOf = ({ name, about, stages }: Pick<Template, 'name' | 'about' | 'stages'>): TemplateFields => ({
  name,
  about,
  stages: stages.map(({ prompts, ...stage }) => ({ ...stage, ...(prompts ? { prompts: [...prompts] } : {}) })),
});

export const draftOf = ({ name, about, stages }: TemplateFields): TemplateDraft => ({
  name,
  about,
  stages: stages.map((stage) => ({
    id: stage.id,
    name: stage.name,
    minutes: String(stage.minutes),
    zone: stage.zone,
    question: stage.question,
    prompts: (stage.prompts ?? []).join('\n'),
    writing: stage.privateWriting ?? 'open',
    vote: stage.vote?.on ?? 'none',
    dots: String(stage.vote?.dots ?? usualDots),
    ballots: stage.vote?.anonymous === false ? 'attributed' : 'anonymous',
    round: stage.round ?? 'none',
    participants: stage.participants ?? 'write',
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
  vote: 'none',
  dots: String(usualDots),
  ballots: 'anonymous',
  round: 'none',
  participants: 'write',
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
  stages: stages.map(({ id, name: stageName, zone, question, writing, ...stage }) => ({
    id,
    name: stageName,
    minutes: wholeNumber(stage.minutes),
    zone,
    question,
    prompts: stage.prompts
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    ...(writing === 'open' || zone !== 'perspectives' ? {} : { privateWriting: writing }),
    ...(stage.vote === 'none'
      ? {}
      : { vote: { on: stage.vote, dots: wholeNumber(stage.dots), anonymous: stage.ballots === 'anonymous' } }),
    ...(stage.round === 'none' ? {} : { round: stage.round }),
    ...(stage.participants === 'write' ? {} : { participants: stage.participants }),
  })),
});

const wholeNumber = (typed: string): number => (/^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN);

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
    const [field = '', index, of, part] = path.split('.');
    const stage = field === 'stages' && index !== undefined ? draft.stages[Number(index)] : undefined;
    const about = of === 'vote' && part === 'dots' ? part : (of ?? 'name');
    problems[stage ? `${stage.id}.${about}` : field] ??= sentences[about] ?? sentence;
  }
  return problems;
};

const sentences: Readonly<Record<string, string>> = {
  minutes: 'Whole minutes, from 1 to 240.',
  dots: `Whole dots, from 1 to ${templateLimits.dots}.`,
};

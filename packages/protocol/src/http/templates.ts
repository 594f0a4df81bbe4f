// Agendas that reviews are run by: those of the workspace, and those that come with Hearth.
import { templateLimits as limits, zones } from '@hearth/review/templates/template';
import type { StageId } from '@hearth/review/ids';
import * as z from 'zod/mini';
import { instant, plainId } from './scalars.ts';

const line = (most: number) => z.string().check(z.trim(), z.maxLength(most, `${most} characters at most.`));
const named = (most: number) => line(most).check(z.minLength(1, 'Give it a name.'));

const stageId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/, 'This is not an id.')) as unknown as z.ZodMiniType<
  StageId,
  string
>;

const stage = z.object({
  id: stageId,
  name: named(limits.name),
  minutes: z
    .int('Whole minutes.')
    .check(z.minimum(1, 'A minute at least.'), z.maximum(limits.stageMinutes, 'Four hours at most.')),
  zone: z.nullable(z.enum(zones)),
  question: line(limits.question),
  prompts: z.optional(z.array(named(limits.prompt)).check(z.maxLength(limits.prompts))),
  privateWriting: z.optional(z.enum(['attributed', 'anonymous'])),
  vote: z.optional(
    z.object({
      on: z.enum(['factors', 'learnings']),
      dots: z.int('Whole dots.').check(z.minimum(1, 'A dot at least.'), z.maximum(limits.dots, 'Ten dots at most.')),
      anonymous: z.boolean(),
    }),
  ),
  round: z.optional(z.enum(['check-in', 'check-out'])),
  participants: z.optional(z.enum(['read'])),
});

/** A template as people write it: also the file that is taken along. */
export const templateFields = z.object({
  name: named(limits.name),
  about: line(limits.about),
  stages: z.array(stage).check(z.maxLength(limits.stages)),
});
export type TemplateFields = z.infer<typeof templateFields>;

export const templateBody = z.extend(templateFields, {
  id: plainId,
  version: z.int(),
  /** Those can be copied, and not changed. */
  builtIn: z.boolean(),
  /** null for those that come with Hearth. */
  savedAt: z.nullable(instant),
});
export type TemplateBody = z.infer<typeof templateBody>;

export const templateList = z.object({ templates: z.array(templateBody) });
/** `version` is the one that was changed. */
export const changedTemplate = z.extend(templateFields, { version: z.int() });
export const chosenTemplate = z.object({ templateId: plainId });

// Agendas that reviews are run by: those that come with Hearth can be copied, those of the workspace changed, version by version.
import type { TemplateBody, TemplateFields } from '@hearth/protocol/http/templates';
import { builtInTemplates } from '@hearth/review/templates/built-in';
import { templateProblems, type Template, type TemplateProblem } from '@hearth/review/templates/template';
import type { SavedTemplate, TemplateStore } from '@hearth/store/ports/templates';
import type { WallClock } from '../clock.ts';
import { newId } from '../secrets.ts';

/** More than anybody can choose from. */
const mostTemplates = 100;

export type TemplateOutcome =
  | { ok: true; template: TemplateBody }
  | { ok: false; reason: 'not-found' | 'built-in' | 'conflict' | 'too-many' }
  | { ok: false; reason: 'problems'; problems: TemplateProblem[] };

export class TemplateService {
  readonly #store: TemplateStore;
  readonly #clock: WallClock;

  constructor(store: TemplateStore, clock: WallClock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Those that come with Hearth in their order, then the workspace's by name. */
  async list(): Promise<TemplateBody[]> {
    const saved = await this.#store.list();
    return [
      ...builtInTemplates.map(builtInBody),
      ...saved.map(savedBody).toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
    ];
  }

  /** The newest version, for a meeting to copy. */
  async find(id: string): Promise<Template | null> {
    return builtIn(id) ?? (await this.#store.find(id))?.template ?? null;
  }

  /** Newest first; null when there is no such template. */
  async versions(id: string): Promise<TemplateBody[] | null> {
    const known = builtIn(id);
    if (known) return [builtInBody(known)];
    const versions = await this.#store.versions(id);
    return versions.length === 0 ? null : versions.map(savedBody);
  }

  async create(fields: TemplateFields): Promise<TemplateOutcome> {
    if ((await this.#store.list()).length >= mostTemplates) return { ok: false, reason: 'too-many' };
    return this.#save({ id: newId(), version: 1, ...templateOf(fields) });
  }

  /** @param version  the one that was changed; another one is the newest by now: `conflict`. */
  async change(id: string, version: number, fields: TemplateFields): Promise<TemplateOutcome> {
    if (builtIn(id)) return { ok: false, reason: 'built-in' };
    if (!(await this.#store.find(id))) return { ok: false, reason: 'not-found' };
    return this.#save({ id, version: version + 1, ...templateOf(fields) });
  }

  async remove(id: string): Promise<'removed' | 'not-found' | 'built-in'> {
    if (builtIn(id)) return 'built-in';
    return (await this.#store.remove(id)) ? 'removed' : 'not-found';
  }

  async #save(template: Template): Promise<TemplateOutcome> {
    const problems = templateProblems(template);
    if (problems.length > 0) return { ok: false, reason: 'problems', problems };
    const savedAtMs = this.#clock.nowMs();
    if (!(await this.#store.save(template, savedAtMs))) return { ok: false, reason: 'conflict' };
    return { ok: true, template: savedBody({ template, savedAtMs }) };
  }
}

const builtIn = (id: string): Template | undefined => builtInTemplates.find((template) => template.id === id);

/** Absent and undefined are one for a body, and two for a template. */
const templateOf = ({ name, about, stages }: TemplateFields): Pick<Template, 'name' | 'about' | 'stages'> => ({
  name,
  about,
  stages: stages.map(({ prompts, privateWriting, vote, round, participants, ...stage }) => ({
    ...stage,
    ...(prompts && prompts.length > 0 ? { prompts } : {}),
    ...(privateWriting ? { privateWriting } : {}),
    ...(vote ? { vote } : {}),
    ...(round ? { round } : {}),
    ...(participants ? { participants } : {}),
  })),
});

const bodyOf = ({ id, version, name, about, stages }: Template): Omit<TemplateBody, 'builtIn' | 'savedAt'> => ({
  id,
  version,
  name,
  about,
  stages: stages.map(({ prompts, ...stage }) => ({ ...stage, ...(prompts ? { prompts: [...prompts] } : {}) })),
});

const builtInBody = (template: Template): TemplateBody => ({ ...bodyOf(template), builtIn: true, savedAt: null });

const savedBody = ({ template, savedAtMs }: SavedTemplate): TemplateBody => ({
  ...bodyOf(template),
  builtIn: false,
  savedAt: savedAtMs,
});

// The workspace's agendas, and the one that a review will be run by.
import { api } from '@hearth/protocol/http/api';
import { plainId, reviewId } from '@hearth/protocol/http/scalars';
import {
  changedTemplate,
  chosenTemplate,
  templateBody,
  templateFields,
  templateList,
  type TemplateBody,
} from '@hearth/protocol/http/templates';
import { templateLimits, type TemplateProblem } from '@hearth/review/templates/template';
import { z } from 'zod';
import type { Guard } from '../access/guard.ts';
import type { FacilitationService } from '../facilitation/service.ts';
import { nothing, refusals, type ApiApp } from '../http/api-app.ts';
import { found, Refused } from '../http/refused.ts';
import type { TemplateOutcome, TemplateService } from './service.ts';

interface Parts {
  templates: TemplateService;
  facilitation: Pick<FacilitationService, 'chooseTemplate'>;
  guard: Guard;
}

const ofTemplate = z.object({ templateId: plainId });
const tags = ['templates'];

export const templateRoutes = (app: ApiApp, { templates, facilitation, guard }: Parts): void => {
  app.get(
    api.templates,
    {
      // Whoever runs a review chooses its agenda.
      onRequest: guard.seatedAnywhere('facilitation.run'),
      schema: { summary: 'Agendas to run a review by', tags, response: { 200: templateList, ...refusals } },
    },
    async () => ({ templates: await templates.list() }),
  );

  app.post(
    api.templates,
    {
      onRequest: guard.owner,
      schema: { summary: 'Adds an agenda', tags, body: templateFields, response: { 201: templateBody, ...refusals } },
    },
    async (request, reply) => reply.status(201).send(accepted(await templates.create(request.body))),
  );

  app.put(
    api.template,
    {
      onRequest: guard.owner,
      schema: {
        summary: 'Writes the next version of an agenda',
        tags,
        params: ofTemplate,
        body: changedTemplate,
        response: { 200: templateBody, ...refusals },
      },
    },
    async (request) => {
      const { version, ...fields } = request.body;
      return accepted(await templates.change(request.params.templateId, version, fields));
    },
  );

  app.delete(
    api.template,
    {
      onRequest: guard.owner,
      schema: {
        summary: 'Removes an agenda; reviews keep the one they have',
        tags,
        params: ofTemplate,
        response: { 204: nothing, ...refusals },
      },
    },
    async (request, reply) => {
      const outcome = await templates.remove(request.params.templateId);
      if (outcome === 'not-found') throw new Refused('HEARTH_NOT_FOUND');
      if (outcome === 'built-in') throw new Refused('HEARTH_NOT_ALLOWED');
      return reply.status(204).send(null);
    },
  );

  app.get(
    api.templateVersions,
    {
      onRequest: guard.owner,
      schema: {
        summary: 'Every version of an agenda, newest first',
        tags,
        params: ofTemplate,
        response: { 200: templateList, ...refusals },
      },
    },
    async (request) => ({ templates: found(await templates.versions(request.params.templateId)) }),
  );

  app.put(
    api.reviewTemplate,
    {
      onRequest: guard.seated('facilitation.run'),
      schema: {
        summary: 'Chooses the agenda of a meeting that has not begun',
        tags,
        params: z.object({ reviewId }),
        body: chosenTemplate,
        response: { 204: nothing, ...refusals },
      },
    },
    async (request, reply) => {
      const template = found(await templates.find(request.body.templateId));
      const chosen = await facilitation.chooseTemplate(request.params.reviewId, template);
      if (!chosen) throw new Refused('HEARTH_COMMAND_REFUSED');
      return reply.status(204).send(null);
    },
  );
};

/** @throws Refused  with a sentence for each field at fault. */
const accepted = (outcome: TemplateOutcome): TemplateBody => {
  if (outcome.ok) return outcome.template;
  switch (outcome.reason) {
    case 'not-found':
      throw new Refused('HEARTH_NOT_FOUND');
    case 'built-in':
      throw new Refused('HEARTH_NOT_ALLOWED');
    case 'conflict':
      throw new Refused('HEARTH_CONFLICT');
    case 'too-many':
      throw new Refused('HEARTH_TOO_LARGE');
    case 'problems':
      throw new Refused('HEARTH_BAD_REQUEST', Object.fromEntries(outcome.problems.map(fieldOf)));
  }
};

const fieldOf = (problem: TemplateProblem): [field: string, sentence: string] => {
  switch (problem.reason) {
    case 'no-stages':
      return ['stages', 'An agenda has one stage at least.'];
    case 'too-many-stages':
      return ['stages', `An agenda has ${templateLimits.stages} stages at most.`];
    case 'too-long':
      return ['stages', `All stages together have ${templateLimits.minutes / 60} hours at most.`];
    case 'same-stage-twice':
      return [`stages.${problem.stage}.id`, 'This stage is there twice.'];
    case 'private-without-zone':
      return [`stages.${problem.stage}.zone`, 'People write privately in the perspectives only.'];
  }
};

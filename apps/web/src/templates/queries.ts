// Agendas, as the API tells them.
import { api } from '@hearth/protocol/http/api';
import { templateBody, templateList, type TemplateFields } from '@hearth/protocol/http/templates';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, command } from '../api/client.ts';

const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: async ({ signal }) => (await call({ path: api.templates, answer: templateList, signal })).templates,
});

export const useTemplates = () => useQuery(templatesQuery);

/** Newest first. */
export const useVersions = (templateId: string) =>
  useQuery({
    queryKey: ['templates', templateId],
    queryFn: async ({ signal }) =>
      (await call({ path: api.templateVersions, parameters: { templateId }, answer: templateList, signal })).templates,
  });

/** Adds an agenda, or writes the next version of one. */
export const useSaveTemplate = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ of, fields }: { of: { id: string; version: number } | null; fields: TemplateFields }) =>
      of === null
        ? call({ path: api.templates, method: 'POST', body: fields, answer: templateBody })
        : call({
            path: api.template,
            parameters: { templateId: of.id },
            method: 'PUT',
            body: { ...fields, version: of.version },
            answer: templateBody,
          }),
    onSuccess: () => client.invalidateQueries({ queryKey: templatesQuery.queryKey }),
  });
};

export const useRemoveTemplate = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (templateId: string) => command({ path: api.template, parameters: { templateId }, method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: templatesQuery.queryKey }),
  });
};

export const useChooseTemplate = (reviewId: string) =>
  useMutation({
    mutationFn: (templateId: string) =>
      command({ path: api.reviewTemplate, parameters: { reviewId }, method: 'PUT', body: { templateId } }),
  });

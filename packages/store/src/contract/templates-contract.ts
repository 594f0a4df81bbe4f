// SPEC T1-T3.
import { describe, expect, test } from 'vitest';
import { learningReview } from '@hearth/review/templates/built-in';
import type { Template } from '@hearth/review/templates/template';
import { noonMs } from './samples.ts';
import type { Subject } from './store-contract.ts';

const ours: Template = { ...learningReview, id: 'our-own-way', version: 1, name: 'Größe “ours” 🔥' };

export const templatesContract = (subject: Subject): void => {
  describe('templates', () => {
    test('[T1] every version comes back exactly, the newest first', async () => {
      const { templates } = subject.store;
      const second = { ...ours, version: 2, name: 'Ours, shorter', stages: ours.stages.slice(1) };
      await expect(templates.save(ours, noonMs)).resolves.toBe(true);
      await expect(templates.save(second, noonMs + 1)).resolves.toBe(true);
      await templates.save({ ...ours, id: 'another-one' }, noonMs);
      const reopened = (await subject.reopen()).templates;
      await expect(reopened.find(ours.id)).resolves.toEqual({ template: second, savedAtMs: noonMs + 1 });
      const versions = await reopened.versions(ours.id);
      expect(versions.map(({ template }) => template)).toEqual([second, ours]);
      const listed = await reopened.list();
      expect(new Map(listed.map(({ template }) => [template.id, template.version]))).toEqual(
        new Map([
          ['another-one', 1],
          ['our-own-way', 2],
        ]),
      );
      await expect(reopened.find('nobody-knows')).resolves.toBeNull();
    });

    test('[T2] a version is the one after the newest, and of two who save it at once one succeeds', async () => {
      const { templates } = subject.store;
      await expect(templates.save({ ...ours, version: 2 }, noonMs)).resolves.toBe(false);
      await templates.save(ours, noonMs);
      await expect(templates.save(ours, noonMs)).resolves.toBe(false);
      const both = ['one', 'other'].map((name) => templates.save({ ...ours, version: 2, name }, noonMs));
      expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1);
    });

    test('[T3] removing takes all versions, and the id can be used anew', async () => {
      const { templates } = subject.store;
      await templates.save(ours, noonMs);
      await templates.save({ ...ours, version: 2 }, noonMs);
      await expect(templates.remove(ours.id)).resolves.toBe(true);
      await expect(templates.remove(ours.id)).resolves.toBe(false);
      await expect(templates.versions(ours.id)).resolves.toEqual([]);
      await expect(templates.save(ours, noonMs)).resolves.toBe(true);
    });
  });
};

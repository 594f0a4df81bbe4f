// Every migration by name, in the order of the names.
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../column-types.ts';
import { first } from './0001-first.ts';
import { severalNodes } from './0002-several-nodes.ts';
import { attachments } from './0003-attachments.ts';
import { templates } from './0004-templates.ts';
import { feedback } from './0005-feedback.ts';

export const allMigrations = (types: ColumnTypes): Record<string, Migration> => ({
  '0001-first': first(types),
  '0002-several-nodes': severalNodes(types),
  '0003-attachments': attachments(),
  '0004-templates': templates(),
  '0005-feedback': feedback(types),
});

// Port: the agendas of the workspace. A version is written once and never changed; reviews keep copies of their own.
import type { Template } from '@hearth/review/templates/template';

export interface SavedTemplate {
  template: Template;
  savedAtMs: number;
}

export interface TemplateStore {
  /** The newest version of each, in no order that means anything. */
  list(): Promise<SavedTemplate[]>;
  /** The newest version; null when there is none. */
  find(id: string): Promise<SavedTemplate | null>;
  /** Newest first. */
  versions(id: string): Promise<SavedTemplate[]>;
  /** Writes the template's version. @returns false when it is not the one after the newest, or 1 for a new id. */
  save(template: Template, savedAtMs: number): Promise<boolean>;
  /** Removes all versions. @returns false when there were none. */
  remove(id: string): Promise<boolean>;
}

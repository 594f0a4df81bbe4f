// How the fields' values are called on the screen.
import type { ActionKind, Priority } from '@hearth/learning/action-items/model';

export const actionKindNames: Record<ActionKind, string> = {
  human: 'People and practice',
  technical: 'Code and configuration',
};

export const priorityNames: Record<Priority, string> = {
  P1: 'P1, first',
  P2: 'P2, soon',
  P3: 'P3, when there is room',
};

// Where a review stands: prepared, held in the room, written up, published.
import type { Meeting } from './facilitation/state.ts';

export const lifecycles = ['preparing', 'in-room', 'writing-up', 'published'] as const;
export type Lifecycle = (typeof lifecycles)[number];

/** Derives where a review stands from its meeting and from whether it has been published. */
export const lifecycle = (meeting: Meeting, published: boolean): Lifecycle => {
  if (published) return 'published';
  switch (meeting.status) {
    case 'lobby':
      return 'preparing';
    case 'running':
      return 'in-room';
    case 'ended':
      return 'writing-up';
  }
};

import { useDrafts } from '../drafts/use-drafts.ts';

/** Whether nobody is stored with what is said now: the round of private writing is without names. */
export const useNameless = (): boolean => useDrafts().writing?.attribution === 'anonymous';

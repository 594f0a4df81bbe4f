// Takes in where the structs of a stored update stand.
import { walkInOrder } from './in-order.ts';
import { type Places, PlacesDraft } from './places.ts';
import type { JudgedUpdate } from './update-walker.ts';

/** @param known  next clock of a client, before the update. */
export const learnPlaces = (places: Places, update: JudgedUpdate, known: (client: number) => number): void => {
  const draft = new PlacesDraft(places);
  walkInOrder(update, known, ({ client, begin, mark }) => draft.note(client, begin, mark.end, draft.at(mark)));
  draft.commit();
};

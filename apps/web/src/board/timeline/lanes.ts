// Swimlanes: the same events by the lane that they were given, by person or by kind. What a view groups by changes no card. Pure.
import { eventKindNames, eventKinds, type EventCard, type EventKind } from '@hearth/board/cards';
import { fold } from '@hearth/board/search';
import { dated, lanesOf } from '@hearth/board/timeline';
import { commonLane } from '../groups.ts';

export const laneModes = ['lane', 'person', 'kind'] as const;
/** How the timeline is divided, on this device. */
export type LaneMode = (typeof laneModes)[number];

export const laneModeNames: Record<LaneMode, string> = {
  lane: 'As noted',
  person: 'By person',
  kind: 'By kind',
};

export interface LaneOfEvents {
  /** Unique among the lanes of a view. */
  key: string;
  name: string;
  events: readonly EventCard[];
  /** What an event becomes by being moved here. */
  change: { lane: string } | { eventKind: EventKind };
}

const nobodyNamed = 'Nobody named';

/**
 * @param events  in any order.
 * @param people  names of those who have a column on the board.
 * @returns lanes with their events in time; an event whose time nobody knows stands at the end of its lane.
 */
export const lanesBy = (
  mode: LaneMode,
  events: readonly EventCard[],
  people: readonly string[] = [],
): LaneOfEvents[] => {
  const timed = [...dated(events), ...events.filter((event) => event.at === null)];
  switch (mode) {
    case 'lane':
      return lanesOf(timed).map((lane) => ({
        key: `lane/${lane}`,
        name: lane === '' ? commonLane : lane,
        events: timed.filter((event) => event.lane === lane),
        change: { lane },
      }));
    case 'kind':
      return eventKinds.flatMap((eventKind) => {
        const own = timed.filter((event) => event.eventKind === eventKind);
        return own.length === 0
          ? []
          : [{ key: `kind/${eventKind}`, name: eventKindNames[eventKind], events: own, change: { eventKind } }];
      });
    case 'person':
      return byPerson(timed, people);
  }
};

/** Those who have a column first, in its order; then other authors, in the order of their first moment. */
const byPerson = (timed: readonly EventCard[], people: readonly string[]): LaneOfEvents[] => {
  const known = personFinder([...people, ...timed.flatMap(({ author }) => (author ? [author.name] : []))]);
  const lanes = new Map<string, EventCard[]>(people.map((name) => [name, []]));
  const nobodys: EventCard[] = [];
  for (const event of timed) {
    const name = known(event.lane) ?? (event.author && known(event.author.name)) ?? null;
    if (name === null) nobodys.push(event);
    else if (lanes.has(name)) lanes.get(name)?.push(event);
    else lanes.set(name, [event]);
  }
  return [
    ...[...lanes]
      .filter(([, own]) => own.length > 0)
      .map(([name, own]) => ({ key: `person/${name}`, name, events: own, change: { lane: name } })),
    ...(nobodys.length > 0 || timed.length === 0
      ? [{ key: 'nobody', name: nobodyNamed, events: nobodys, change: { lane: '' } }]
      : []),
  ];
};

/** A lane names a person by their whole name, or by the first where only one is called so. */
const personFinder = (names: readonly string[]): ((lane: string) => string | null) => {
  const whole = new Map<string, string>();
  const first = new Map<string, string | null>();
  for (const name of names) {
    const folded = keyOf(name);
    if (folded === '' || whole.has(folded)) continue;
    whole.set(folded, name);
    const called = folded.split(' ', 1)[0] ?? folded;
    first.set(called, first.has(called) ? null : name);
  }
  return (lane) => whole.get(keyOf(lane)) ?? first.get(keyOf(lane)) ?? null;
};

const keyOf = (name: string): string => fold(name).text.trim().replace(/\s+/g, ' ');

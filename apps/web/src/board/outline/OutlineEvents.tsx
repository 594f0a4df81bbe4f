// Events in the order of time, with the silences between them, then those of which only the order is known.
import type { Card, EventCard } from '@hearth/board/cards';
import { dated, gapsOf, standsBehind, undated } from '@hearth/board/timeline';
import type { CardId } from '@hearth/review/ids';
import { clock, durationInWords } from '@hearth/review/time/words';
import { useMemo, type ReactNode } from 'react';
import { useCommands } from '../commands.tsx';
import { Composer } from '../compose/Composer.tsx';
import { focusAfterComposer } from '../focus.ts';
import { useCards, useSession, useUi } from '../session.tsx';
import { OutlineItem } from './OutlineItem.tsx';
import { outlineOf, useOutlineView } from './outline-view.ts';
import type { OutlineLook } from './OutlineZone.tsx';
import styles from './Outline.module.css';

interface OutlineEventsProps {
  look: OutlineLook;
  first: CardId | null;
  shown: readonly Card[];
  /** Where some events are left out there is no telling of silences. */
  gaps: boolean;
  composers: boolean;
}

export const OutlineEvents = ({ look, first, shown, gaps, composers }: OutlineEventsProps) => {
  const { zone, canWrite } = useSession();
  const commands = useCommands();
  const all = useCards('event');
  const events = useMemo(() => {
    const ids = new Set(shown.map((card) => card.id));
    return all.filter((event) => ids.has(event.id));
  }, [all, shown]);
  const timed = useMemo(() => dated(events), [events]);
  const silences = useMemo(() => new Map(gaps ? gapsOf(events).map((gap) => [gap.toMs, gap]) : []), [events, gaps]);
  /** Those of which only the order is known, by the event that they stand behind; the rest waits for a place. */
  const { following, waiting } = useMemo(() => {
    const places = standsBehind(all);
    const shownInTime = new Set(timed.map((event) => event.id));
    const after = (event: EventCard): CardId | null => {
      const place = places.get(event.id)?.after;
      return place !== undefined && shownInTime.has(place) ? place : null;
    };
    const byPlace = Map.groupBy(undated(events), after);
    return { following: byPlace, waiting: byPlace.get(null) ?? [] };
  }, [all, events, timed]);
  const composing = useUi((ui) => (ui.composing?.group.startsWith('event/') ? ui.composing : null));
  const below = useOutlineView((view) => view.below);
  const gapBefore = (event: EventCard & { at: number }, index: number) =>
    timed[index - 1]?.at === event.at ? undefined : silences.get(event.at);
  const composer = composers && composing && <EventComposer key={composing.time} {...composing} />;
  const stands = events.some((event) => event.id === below);
  const row = (event: EventCard): ReactNode => [
    <li key={event.id} className={styles.item}>
      <OutlineItem id={event.id} look={look} first={event.id === first} />
    </li>,
    composer && event.id === below && <li key="composer">{composer}</li>,
  ];
  return (
    <>
      {!stands && composer}
      <ol className={styles.list} aria-label="Events in the order of time">
        {timed.map((event, index) => {
          const gap = gapBefore(event, index);
          return [
            gap && (
              <li key={`gap ${gap.fromMs}`} className={styles.gap}>
                <span>{durationInWords((gap.toMs - gap.fromMs) / 60_000)}</span>
                <span>nothing noted</span>
                {canWrite && (
                  <button
                    type="button"
                    onClick={() => commands.compose('event/', `about ${clock((gap.fromMs + gap.toMs) / 2, zone)}`)}
                  >
                    Add a moment
                    <span className="vh">
                      {' '}
                      between {clock(gap.fromMs, zone)} and {clock(gap.toMs, zone)}
                    </span>
                  </button>
                )}
              </li>
            ),
            row(event),
            following.get(event.id)?.map(row),
          ];
        })}
      </ol>
      {waiting.length > 0 && (
        <>
          <h3 className={styles.group}>
            Order unknown <span className="meta">{waiting.length}</span>
          </h3>
          <ul className={styles.list} aria-label="Events of which only the order is known">
            {waiting.map(row)}
          </ul>
        </>
      )}
    </>
  );
};

const EventComposer = ({ group, time }: { group: string; time: string }) => {
  const { ui, view } = useSession();
  return (
    <Composer
      group={group}
      time={time}
      className={styles.composer}
      onClose={(how) => {
        ui.set({ composing: null });
        outlineOf(view).set({ below: null });
        if (how === 'keys') focusAfterComposer(group, ui.get().selected);
      }}
    />
  );
};

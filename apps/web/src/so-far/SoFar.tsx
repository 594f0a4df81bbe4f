// The three lines, at the lower edge of the room: they come by themselves to whoever comes late, and to anybody who asks.
// Below them, for whoever was not there for it, what the room began with.
import type { Stage } from '@hearth/review/templates/template';
import { X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import { useSession } from '../board/session.tsx';
import { useBringActs } from '../commands/late-acts.ts';
import { useAnnounce } from '../design/announce.tsx';
import { Button, IconButton } from '../design/Button.tsx';
import { BelowToasts } from '../design/toast.tsx';
import { useFacilitation, useServerNow } from '../facilitation/use-facilitation.ts';
import { askSheet, rulesId } from '../opening/sheet.ts';
import { localZone } from '../time/zones.ts';
import { useNow } from '../time/use-now.ts';
import { arrivalOf, lastHere, noteHere, type Arrival } from './been-here.ts';
import { boardLine, missedTheRules, nowLine, stagesLine } from './so-far.ts';
import styles from './SoFar.module.css';

const noteEveryMs = 30_000;

interface SoFarProps {
  /** On a wall nobody came late. */
  hidden: boolean;
  onGo: (stage: Stage) => void;
}

export const SoFar = ({ hidden, onGo }: SoFarProps) => {
  const { view, seat, takesPart } = useFacilitation();
  const session = useSession();
  const announce = useAnnounce();
  useNow();
  const nowMs = useServerNow();
  const state = view?.state ?? null;
  const [shown, setShown] = useState<Arrival | 'asked' | null>(null);
  /** On a phone where something waits for an answer as well: folded to its title until one wants to read it. */
  const [unfolded, setUnfolded] = useState(false);
  const board = useSyncExternalStore(session.view.subscribe, () => boardLine(session.view, session.zone));
  const me = takesPart ? seat.participantId : null;
  const lines = view === null ? [] : [stagesLine(view.state, nowMs, localZone()), board, nowLine(view, me)];
  const missed = state !== null && missedTheRules(state, me);

  const show = (why: Arrival | 'asked'): void => {
    setShown(why);
    setUnfolded(why === 'asked');
    announce([`${titles[why]}.`, ...lines, ...(missed ? [rulesWords] : [])].join(' '));
  };
  const { reviewId } = seat;
  const looked = useRef(false);
  const here = useEffectEvent(() => {
    if (state === null) return;
    if (!looked.current) {
      looked.current = true;
      const seen = lastHere(reviewId);
      const arrival = seen === undefined ? 'in-time' : arrivalOf(state, seen, nowMs);
      if (arrival !== 'in-time') show(arrival);
    }
    noteHere(reviewId, nowMs);
  });
  const known = state !== null;
  useEffect(() => {
    here();
    const timer = setInterval(here, noteEveryMs);
    window.addEventListener('pagehide', here);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', here);
    };
  }, [known, reviewId]);

  const running = state?.status === 'running';
  useBringActs(running ? { 'so-far': () => show('asked') } : {});
  if (!running || shown === null || hidden) return null;
  const stage = state.stages[state.stageIndex];
  return (
    <BelowToasts>
      <section className={styles.soFar} data-unfolded={unfolded || undefined} aria-labelledby="so-far">
        <div className={styles.head}>
          <h2 id="so-far">{titles[shown]}</h2>
          <Button className={styles.unfold} aria-expanded={unfolded} onClick={() => setUnfolded((is) => !is)}>
            {unfolded ? 'Fold' : 'Read'}
          </Button>
          <IconButton icon={X} label="Put “so far” away" onClick={() => setShown(null)} />
        </div>
        <ol className={styles.lines}>
          {lines.map((line) => (
            <li key={line} dir="auto">
              {line}
            </li>
          ))}
        </ol>
        {missed && <p className={styles.rules}>{rulesWords}</p>}
        <div className={styles.acts}>
          {stage && stage.zone !== null && (
            <Button
              look="line"
              onClick={() => {
                setShown(null);
                onGo(stage);
              }}
            >
              Go to {stage.name}
            </Button>
          )}
          {missed && (
            <Button
              onClick={() => {
                setShown(null);
                askSheet('opening', rulesId);
              }}
            >
              Read the ground rules
            </Button>
          )}
        </div>
      </section>
    </BelowToasts>
  );
};

const rulesWords = 'The room began with ground rules that everybody is asked to agree to.';

const titles: Record<Arrival | 'asked', string> = {
  late: 'So far',
  away: 'While you were away',
  'in-time': 'So far',
  asked: 'So far',
};

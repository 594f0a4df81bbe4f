// The track: stages and names above, how much was written below, and the moment that is shown. It is dragged anywhere.
import { durationInWords } from '@hearth/review/time/words';
import { memo, useEffect, useMemo, useRef, useState, type PointerEvent } from 'react';
import { classes } from '../design/classes.ts';
import { Handle } from './Handle.tsx';
import { clockWithSeconds, type History } from './history.ts';
import type { Replay } from './use-replay.ts';
import { layoutTrack, nearestMoment, type Track } from './track.ts';
import styles from './Scrubber.module.css';

interface ScrubberProps {
  history: History;
  zone: string;
  replay: Replay;
  /** The earlier moment, while two are compared. */
  from: number | null;
  onFrom: (index: number) => void;
}

/** Height of the tallest bar. */
const barsPx = 34;

export const Scrubber = ({ history, zone, replay, from, onFrom }: ScrubberProps) => {
  const box = useRef<HTMLDivElement>(null);
  const nowHandle = useRef<HTMLDivElement>(null);
  const fromHandle = useRef<HTMLDivElement>(null);
  const dragged = useRef<'now' | 'from' | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const track = useMemo(() => layoutTrack(history, Math.max(1, width), zone), [history, width, zone]);
  const xOf = (index: number): number => track.xs[index] ?? 0;

  const move = (which: 'now' | 'from', index: number, arrival: 'step' | 'drag'): void => {
    if (which === 'now') replay.goTo(index, arrival);
    else onFrom(index);
  };
  const at = (event: PointerEvent): number => {
    const left = box.current?.getBoundingClientRect().left ?? 0;
    return nearestMoment(track, event.clientX - left);
  };
  const grab = (event: PointerEvent): void => {
    if (event.button !== 0 || (event.target as Element).closest('button')) return;
    const index = at(event);
    const x = event.clientX - (box.current?.getBoundingClientRect().left ?? 0);
    const which = from !== null && Math.abs(x - xOf(from)) < Math.abs(x - xOf(replay.index)) ? 'from' : 'now';
    dragged.current = which;
    event.currentTarget.setPointerCapture(event.pointerId);
    // The focus follows the hand, so that arrows go on from where it let go.
    event.preventDefault();
    (which === 'now' ? nowHandle : fromHandle).current?.focus({ preventScroll: true });
    replay.stop();
    move(which, index, 'drag');
  };
  const letGo = (): void => {
    dragged.current = null;
  };

  return (
    <div
      className={styles.track}
      onPointerDown={grab}
      onPointerMove={(event) => dragged.current && move(dragged.current, at(event), 'drag')}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    >
      <div ref={box} className={styles.room}>
        {width > 0 && (
          <>
            <Ground track={track} history={history} />
            {from !== null && (
              <div
                className={styles.between}
                style={{ left: Math.min(xOf(from), xOf(replay.index)), width: Math.abs(xOf(replay.index) - xOf(from)) }}
              />
            )}
            <Landmarks track={track} history={history} zone={zone} onGo={(index) => move('now', index, 'step')} />
            {from !== null && (
              <Handle
                ref={fromHandle}
                history={history}
                zone={zone}
                index={from}
                x={xOf(from)}
                look="from"
                label="Compare from"
                onMove={(index) => move('from', index, 'step')}
                onToggle={replay.toggle}
              />
            )}
            <Handle
              ref={nowHandle}
              history={history}
              zone={zone}
              index={replay.index}
              x={xOf(replay.index)}
              look="now"
              label={from === null ? 'Moment of the review' : 'Compare to'}
              onMove={(index) => {
                replay.stop();
                move('now', index, 'step');
              }}
              onToggle={replay.toggle}
            />
          </>
        )}
      </div>
    </div>
  );
};

/** What does not move: stages, silences, ticks, and how much was written. */
const Ground = memo(({ track, history }: { track: Track; history: History }) => (
  <div className={styles.ground} aria-hidden="true">
    {track.stages.map((stage) => (
      <span
        key={`${stage.name} ${stage.x}`}
        className={styles.stage}
        style={{ left: stage.x, width: Math.max(2, stage.width) }}
      >
        {stage.width > 34 && stage.name}
      </span>
    ))}
    {track.silences.map((silence) => (
      <span
        key={silence.x}
        className={styles.silence}
        style={{ left: silence.x, width: silence.width }}
        title={`${durationInWords(silence.lengthMs / 60_000)}, nothing written`}
      />
    ))}
    <svg className={styles.bars} width={track.width} height={barsPx} viewBox={`0 0 ${track.width} ${barsPx}`}>
      {track.bars.map(({ x, share }) => (
        <rect key={x} x={x} y={barsPx * (1 - share)} width={3} height={Math.max(1.5, barsPx * share)} />
      ))}
    </svg>
    {track.ticks.map((tick) => (
      <span key={tick.x} className={classes(styles.tick, tick.strong && styles.strong)} style={{ left: tick.x }}>
        {tick.label}
      </span>
    ))}
    {!history.whole && <span className={styles.torn} title="What came before is kept by its named moments only" />}
  </div>
));
Ground.displayName = 'Ground';

interface LandmarksProps {
  track: Track;
  history: History;
  zone: string;
  onGo: (index: number) => void;
}

/** Names stand where there is room; a stage's end is named by the stage. */
const Landmarks = memo(({ track, history, zone, onGo }: LandmarksProps) => {
  const named = useMemo(() => namesThatFit(track, history), [track, history]);
  return (
    <ul className={styles.landmarks} aria-label="Named moments on the track">
      {history.landmarks.map((landmark, index) => (
        <li key={landmark.id} style={{ left: track.landmarks[index] ?? 0 }} data-kind={landmark.kind}>
          <button
            type="button"
            tabIndex={-1}
            title={`${landmark.name}, ${clockWithSeconds(landmark.createdAt, zone)}`}
            onClick={() => onGo(landmark.moment)}
          >
            <span className={styles.diamond} aria-hidden="true" />
            <span className={named.has(landmark.id) ? styles.name : 'vh'}>{landmark.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
});
Landmarks.displayName = 'Landmarks';

const letterPx = 6.6;
const longestNamePx = 180;

const namesThatFit = (track: Track, { landmarks }: History): ReadonlySet<string> => {
  const shown = new Set<string>();
  landmarks.forEach(({ id, kind, name }, index) => {
    if (kind === 'stage-end' && track.stages.length > 0) return;
    const x = track.landmarks[index] ?? 0;
    const room = Math.min(longestNamePx, name.length * letterPx) + 20;
    const next = Math.min(track.width, ...track.landmarks.filter((other) => other > x + 1));
    if (x + room <= next) shown.add(id);
  });
  return shown;
};

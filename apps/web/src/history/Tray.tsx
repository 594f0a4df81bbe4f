// Below the board: the time that is shown, playing, what can be done with the moment, and the track.
import { longDay } from '@hearth/review/time/words';
import {
  Bookmark,
  GitCompareArrows,
  History as HistoryIcon,
  Pause,
  Play,
  SkipBack,
  SkipForward,
  X,
} from 'lucide-react';
import { useId } from 'react';
import { Button, IconButton } from '../design/Button.tsx';
import { Segmented } from '../design/Segmented.tsx';
import { clockWithSeconds, landmarkFrom, momentName, type History } from './history.ts';
import { speeds } from './playback.ts';
import { Scrubber } from './Scrubber.tsx';
import type { Replay } from './use-replay.ts';
import styles from './Tray.module.css';

interface TrayProps {
  history: History;
  /** The reader's own. */
  zone: string;
  replay: Replay;
  /** The earlier of two moments that are compared; null while one is shown. */
  from: number | null;
  onFrom: (index: number | null) => void;
  mayRestore: boolean;
  /** false while Hearth can't be reached. */
  online: boolean;
  onRestore: (index: number) => void;
  mayName: boolean;
  onName: () => void;
}

export const Tray = (props: TrayProps) => {
  const { history, zone, replay, from, onFrom } = props;
  return (
    <section className={styles.tray} aria-label="Moments">
      <div className={styles.row}>
        {from === null ? (
          <TimeShown history={history} zone={zone} index={replay.index} />
        ) : (
          <ChosenMoments history={history} zone={zone} from={from} replay={replay} onFrom={onFrom} />
        )}
        {from === null && <Transport history={history} replay={replay} />}
        <Acts {...props} />
      </div>
      <Scrubber history={history} zone={zone} replay={replay} from={from} onFrom={onFrom} />
    </section>
  );
};

const TimeShown = ({ history, zone, index }: { history: History; zone: string; index: number }) => {
  const moment = history.moments[index];
  if (!moment) return null;
  const time = clockWithSeconds(moment.at, zone);
  const named = moment.landmarks.at(-1)?.name;
  return (
    <div className={styles.shown}>
      <p className={styles.time}>
        {time.slice(0, 5)}
        <span>{time.slice(5)}</span>
      </p>
      <p className={styles.day}>
        <span>{named ?? moment.stage?.name ?? longDay(moment.at, zone).replace(/ \d{4}$/, '')}</span>
        <span className="meta">
          {named !== undefined || moment.stage ? `${longDay(moment.at, zone).replace(/ \d{4}$/, '')}, ` : ''}
          {zone}
        </span>
      </p>
    </div>
  );
};

const Transport = ({ history, replay }: { history: History; replay: Replay }) => {
  const atEnd = replay.index >= history.moments.length - 1;
  const jump = (by: -1 | 1): void => {
    replay.stop();
    replay.goTo(landmarkFrom(history, replay.index, by));
  };
  return (
    <div className={styles.transport} role="group" aria-label="Play">
      <IconButton
        icon={SkipBack}
        label="To the named moment before"
        title="To the named moment before ( [ )"
        disabled={replay.index === 0}
        onClick={() => jump(-1)}
      />
      <IconButton
        icon={replay.playing ? Pause : Play}
        solid
        look="line"
        className={styles.play}
        label={replay.playing ? 'Pause' : atEnd ? 'Play from the beginning' : 'Play'}
        title={replay.playing ? 'Pause (space)' : 'Play (space)'}
        onClick={replay.toggle}
      />
      <IconButton
        icon={SkipForward}
        label="To the next named moment"
        title="To the next named moment ( ] )"
        disabled={atEnd}
        onClick={() => jump(1)}
      />
      <Segmented
        label="Speed"
        className={styles.speed}
        options={speeds.map((speed) => ({ value: speed, label: `${speed}×` }))}
        value={replay.speed}
        onChange={replay.setSpeed}
      />
    </div>
  );
};

interface ChosenProps {
  history: History;
  zone: string;
  from: number;
  replay: Replay;
  onFrom: (index: number) => void;
}

/** The two moments, to be chosen by name as well as by hand. */
const ChosenMoments = ({ history, zone, from, replay, onFrom }: ChosenProps) => (
  <div className={styles.chosen}>
    <MomentChoice label="From" history={history} zone={zone} index={from} onChoose={onFrom} />
    <MomentChoice
      label="to"
      history={history}
      zone={zone}
      index={replay.index}
      onChoose={(index) => replay.goTo(index)}
    />
  </div>
);

interface ChoiceProps {
  label: string;
  history: History;
  zone: string;
  index: number;
  onChoose: (index: number) => void;
}

const MomentChoice = ({ label, history, zone, index, onChoose }: ChoiceProps) => {
  const id = useId();
  const last = history.moments.length - 1;
  const choices = new Map<number, string>([
    ...history.landmarks.map(({ moment, name }): [number, string] => [moment, name]),
    ...(history.landmarks.some(({ moment }) => moment === last) ? [] : [[last, 'Now'] as [number, string]]),
  ]);
  if (!choices.has(index)) choices.set(index, momentName(history, index, zone));
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={index} onChange={(event) => onChoose(Number(event.target.value))}>
        {[...choices]
          .toSorted(([a], [b]) => a - b)
          .map(([moment, name]) => (
            <option key={moment} value={moment}>
              {name}
            </option>
          ))}
      </select>
    </span>
  );
};

const Acts = ({ history, replay, from, onFrom, mayRestore, online, onRestore, mayName, onName }: TrayProps) => {
  const last = history.moments.length - 1;
  const wanted = from === null ? replay.index : Math.min(from, replay.index);
  return (
    <div className={styles.acts}>
      {from === null && mayName && wanted === last && (
        <Button icon={Bookmark} disabled={!online} onClick={onName}>
          Name it
        </Button>
      )}
      {from === null ? (
        <Button
          icon={GitCompareArrows}
          onClick={() => {
            replay.stop();
            onFrom(replay.index === 0 ? 0 : landmarkFrom(history, replay.index, -1));
          }}
        >
          Compare
        </Button>
      ) : (
        <Button icon={X} onClick={() => onFrom(null)}>
          Stop comparing
        </Button>
      )}
      {mayRestore && (
        <Button
          look={wanted === last ? 'plain' : 'ink'}
          icon={HistoryIcon}
          disabled={wanted === last || !online}
          onClick={() => onRestore(wanted)}
        >
          {from === null ? 'Restore…' : 'Restore the earlier…'}
        </Button>
      )}
    </div>
  );
};

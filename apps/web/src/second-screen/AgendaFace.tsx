// The agenda as a wall shows it: stage, question and a clock that is read from six metres; who speaks, who waits, who votes.
// It has nothing to press, and stands in a landmark of its page. Rules: SPEC SS1–SS5.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import type { Stage } from '@hearth/review/templates/template';
import { plannedEndMs, plannedMinutes } from '@hearth/review/facilitation/plan';
import { clock, counted } from '@hearth/review/time/words';
import { Check, Hand } from 'lucide-react';
import { classes } from '../design/classes.ts';
import { Icon } from '../design/Icon.tsx';
import { namesInWords, raisedHands, readyCount } from '../facilitation/people.ts';
import { ClockBar } from '../facilitation/StageClock.tsx';
import { stagePlace } from '../facilitation/StageName.tsx';
import { useFacilitation, useRemaining, useServerNow } from '../facilitation/use-facilitation.ts';
import { useNow } from '../time/use-now.ts';
import { localZone } from '../time/zones.ts';
import { endAtMs, overWords, turnLine, voteLine } from './agenda-words.ts';
import styles from './AgendaFace.module.css';

export const AgendaFace = ({ title }: { title: string }) => {
  const { view, connection, refusal } = useFacilitation();
  return (
    <div className={styles.face} data-status={view?.state.status ?? 'connecting'}>
      <header className={styles.head}>
        <h1 dir="auto" className={styles.title}>
          {title}
        </h1>
        {view !== null && <End view={view} />}
        {connection !== 'open' && (view === null || connection !== 'connecting') && (
          <output className={styles.connection}>
            {refusal ? refusal.advice : view === null ? 'Connecting…' : 'Reconnecting… The clock goes on.'}
          </output>
        )}
      </header>
      {view !== null && <Now view={view} />}
      {view !== null && <Stages view={view} />}
      {view !== null && <People view={view} />}
    </div>
  );
};

/** When the meeting is to end, and when it will as things go. */
const End = ({ view: { state } }: { view: FacilitationView }) => {
  const remaining = useRemaining();
  // A paused clock does not tick, and the end goes away all the same.
  useNow();
  const nowMs = useServerNow();
  const planned = state.status === 'running' ? plannedEndMs(state) : null;
  const end = endAtMs(state, remaining?.ms ?? 0, nowMs);
  if (planned === null || end === null) return null;
  const zone = localZone();
  return (
    <p className={styles.end}>
      Planned until {clock(planned, zone)}
      {end - planned >= worthTellingMs && `, as it goes until ${clock(end, zone)}`}
    </p>
  );
};
const worthTellingMs = 60_000;

const Now = ({ view }: { view: FacilitationView }) => {
  switch (view.state.status) {
    case 'lobby':
      return (
        <div className={styles.middle}>
          <p className={styles.place}>Not started yet</p>
          <h2 className={styles.name}>Welcome</h2>
          <p className={styles.question}>
            {counted(view.state.stages.length, 'stage')},{' '}
            {counted(
              view.state.stages.reduce((sum, _, index) => sum + plannedMinutes(view.state, index), 0),
              'minute',
            )}
            . It begins when everybody is here.
          </p>
        </div>
      );
    case 'ended':
      return (
        <div className={styles.middle}>
          <p className={styles.place}>The review has ended</p>
          <h2 className={styles.name}>Thank you</h2>
          <p className={styles.question}>Everything stays as it is on the board.</p>
        </div>
      );
    case 'running':
      return <Running view={view} />;
  }
};

const Running = ({ view }: { view: FacilitationView }) => {
  const remaining = useRemaining();
  const stage = view.state.stages[view.state.stageIndex];
  const turn = turnLine(view);
  const vote = voteLine(view);
  return (
    <div className={styles.middle} data-over={remaining?.over || undefined}>
      <p className={styles.place}>{stagePlace(view.state)}</p>
      <h2 dir="auto" className={styles.name}>
        {stage?.name}
      </h2>
      {turn === null ? (
        <p dir="auto" className={styles.question}>
          {stage?.question}
        </p>
      ) : (
        <section className={styles.turn} aria-label="Whose turn it is">
          <p dir="auto" className={styles.question}>
            <span className={styles.what}>{turn.what}. </span>
            {turn.question}
          </p>
          <p className={styles.speaks}>
            <bdi>{turn.name}</bdi>
            {turn.next !== null && (
              <span className={styles.then}>
                {' '}
                then <bdi>{turn.next}</bdi>
              </span>
            )}
          </p>
        </section>
      )}
      {remaining && (
        <div className={styles.clock}>
          <p className={styles.figures} role="timer" aria-live="off" aria-label={remaining.spoken}>
            {remaining.over ? remaining.text.replace(' over', '') : remaining.text}
          </p>
          <ClockBar remaining={remaining} className={styles.bar} />
          <p className={styles.plan}>
            {remaining.over
              ? overWords(remaining.ms)
              : `${remaining.paused ? 'Paused, ' : ''}of ${counted(remaining.plannedMinutes, 'minute')}`}
          </p>
        </div>
      )}
      {vote !== null && (
        <section className={styles.vote} aria-label="Vote">
          <p className={styles.count}>{vote.count}</p>
          <p>{vote.what}</p>
        </section>
      )}
    </div>
  );
};

type Place = 'done' | 'now' | 'next';
const spokenPlace: Record<Place, string> = { done: ', done', now: ', now', next: '' };

const Stages = ({ view: { state } }: { view: FacilitationView }) => {
  const placeOf = (index: number): Place => {
    if (state.status === 'lobby') return 'next';
    if (state.status === 'ended' || index < state.stageIndex) return 'done';
    return index === state.stageIndex ? 'now' : 'next';
  };
  return (
    <ol className={styles.stages} aria-label="Stages">
      {state.stages.map((stage: Stage, index) => {
        const place = placeOf(index);
        return (
          <li
            key={stage.id}
            className={classes(styles.stage, styles[place])}
            aria-current={place === 'now' ? 'step' : undefined}
          >
            <span className={styles.dot}>{place === 'done' && <Icon of={Check} className={styles.tick} />}</span>
            <span dir="auto" className={styles.stageName}>
              {stage.name}
              <span className="vh">{spokenPlace[place]}</span>
            </span>
            <span className={styles.minutes}>
              {plannedMinutes(state, index)}
              <span className="vh"> minutes</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
};

const mostNames = 14;

const People = ({ view }: { view: FacilitationView }) => {
  const here = view.people.filter((person) => person.here);
  const hands = raisedHands(view);
  const ready = readyCount(view);
  return (
    <footer className={styles.people}>
      {hands.length > 0 && (
        <section className={styles.hands} aria-label="Raised hands, first come first">
          <Icon of={Hand} className={styles.hand} />
          <ol>
            {hands.map((person) => (
              <li key={person.participantId}>
                <bdi>{person.name}</bdi>
              </li>
            ))}
          </ol>
        </section>
      )}
      {view.state.status === 'running' && ready.of > 0 && (
        <p className={styles.ready}>
          {ready.ready} of {ready.of} ready
        </p>
      )}
      <p className={styles.here}>
        {here.length === 0
          ? 'Nobody is here yet.'
          : `Here: ${namesInWords(
              here.map((person) => person.name),
              mostNames,
            )}`}
      </p>
    </footer>
  );
};

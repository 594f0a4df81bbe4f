// The stage on a phone: a block that stays at the top. Figures, a bar, the stage's question, and what one can do about it.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { Check, Hand, RotateCcw } from 'lucide-react';
import { Button } from '../design/Button.tsx';
import { PrivacyControl } from '../drafts/late-parts.ts';
import { ClockControls } from './ClockControls.tsx';
import { NextButton } from './FacilitatorBar.tsx';
import { HandsMenu } from './HandsMenu.tsx';
import { lobbyWords, readyCount } from './people.ts';
import styles from './PhoneStage.module.css';
import { ClockBar, StageClock } from './StageClock.tsx';
import { stagePlace } from './StageName.tsx';
import { PhoneTakingPart } from '../taking-part/late-parts.ts';
import { useCommand, useFacilitation, useMyTurn, useRemaining } from './use-facilitation.ts';

interface PhoneStageProps {
  /** Leaves out the question and the buttons: above a document, one line and the bar are enough. */
  brief?: boolean;
}

export const PhoneStage = ({ brief = false }: PhoneStageProps) => {
  const { view, facilitates, seat } = useFacilitation();
  const command = useCommand();
  if (view === null) return null;
  switch (view.state.status) {
    case 'running':
      return <RunningStage view={view} brief={brief} />;
    case 'lobby':
      return (
        <section className={styles.now} aria-label="Before the start">
          <p className={styles.line}>
            <strong>Not started yet</strong>
          </p>
          <p className="small">{lobbyWords(view, seat.participantId)}</p>
          {facilitates && (
            <Button look="ink" onClick={() => void command({ kind: 'start' })}>
              Start the review
            </Button>
          )}
        </section>
      );
    case 'ended':
      return (
        <section className={styles.now} aria-label="After the end">
          <p className={styles.line}>
            <strong>The review has ended</strong>
          </p>
          {facilitates && !brief && (
            <Button icon={RotateCcw} look="line" onClick={() => void command({ kind: 'reopen' })}>
              Reopen the meeting
            </Button>
          )}
        </section>
      );
  }
};

const RunningStage = ({ view, brief }: { view: FacilitationView; brief: boolean }) => {
  const { facilitates, takesPart } = useFacilitation();
  const remaining = useRemaining();
  const stage = view.state.stages[view.state.stageIndex];
  const ready = readyCount(view);
  return (
    <section className={styles.now} aria-label="The stage now">
      <div className={styles.line}>
        <strong>{stage?.name}</strong>
        <span className="meta">
          {stagePlace(view.state)}
          {ready.of > 0 && ` · ${ready.ready} of ${ready.of} ready`}
          {remaining?.paused && ' · paused'}
        </span>
        {remaining && (
          <span className={styles.clock}>
            <StageClock remaining={remaining} bare />
          </span>
        )}
      </div>
      {remaining && <ClockBar remaining={remaining} />}
      {!brief && (
        <>
          <p className={styles.ask}>{stage?.question}</p>
          {facilitates ? (
            <div className={styles.acts}>
              {remaining && <ClockControls paused={remaining.paused} />}
              <HandsMenu view={view} compact />
              <span className="grow" />
              <NextButton view={view} />
              <PrivacyControl view={view} />
            </div>
          ) : (
            takesPart && <TurnButtons />
          )}
        </>
      )}
      <PhoneTakingPart view={view} brief={brief} />
    </section>
  );
};

const TurnButtons = () => {
  const turn = useMyTurn();
  return (
    <div className={styles.acts}>
      <Button icon={Hand} aria-pressed={turn.handRaised} onClick={turn.toggleHand}>
        {turn.handRaised ? 'Hand up' : 'Hand'}
      </Button>
      <span className="grow" />
      <Button look="line" icon={Check} aria-pressed={turn.ready} onClick={turn.toggleReady}>
        {turn.ready ? 'Ready' : 'I am ready'}
      </Button>
    </div>
  );
};

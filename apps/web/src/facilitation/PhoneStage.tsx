// The stage on a phone: a block that stays at the top. Figures, a bar, the stage's question, and what one can do about it.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { Check, Ellipsis, Hand, ListOrdered, RotateCcw } from 'lucide-react';
import { Button, IconButton } from '../design/Button.tsx';
import { Menu } from '../design/Menu.tsx';
import { PrivacyControl } from '../drafts/late-parts.ts';
import { ClockControls } from './ClockControls.tsx';
import { NextButton } from './FacilitatorBar.tsx';
import { HandsMenu } from './HandsMenu.tsx';
import { Missing } from './Missing.tsx';
import { lobbyWords, readyCount } from './people.ts';
import styles from './PhoneStage.module.css';
import { ClockBar, StageClock } from './StageClock.tsx';
import { leaderWords } from './running/names.ts';
import { openRunDialog } from './running/open-dialog.ts';
import { useEnd, usePlanNews } from './running/use-plan-news.ts';
import { useRunItems, useWanderItem } from './running/use-run-items.ts';
import { stagePlace } from './StageName.tsx';
import { late } from '../shell/late.tsx';
import { PhoneReact, PhoneTakingPart } from '../taking-part/late-parts.ts';
import { useCommand, useFacilitation, useMyTurn, useRemaining } from './use-facilitation.ts';

const AfterLink = late(async () => (await import('../after/AfterLink.tsx')).AfterLink, { onDemandOnly: true });

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
          <p className="small">
            {lobbyWords(view, seat.participantId)} <Missing view={view} />
          </p>
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
          {!brief && <AfterLink view={view} />}
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
          {facilitates && <Ends view={view} />}
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
          {facilitates && <PlanLine view={view} />}
          {facilitates ? (
            <div className={styles.acts}>
              {remaining && <ClockControls paused={remaining.paused} />}
              <HandsMenu view={view} compact />
              <RunMenu view={view} />
              <PhoneReact view={view} />
              <span className="grow" />
              <NextButton view={view} />
              <PrivacyControl view={view} />
            </div>
          ) : (
            <div className={styles.acts}>
              {takesPart && <HandButton />}
              <OwnMenu />
              <PhoneReact view={view} />
              <span className="grow" />
              {takesPart && <ReadyButton />}
            </div>
          )}
        </>
      )}
      <PhoneTakingPart view={view} brief={brief} />
    </section>
  );
};

const HandButton = () => {
  const turn = useMyTurn();
  return (
    <Button icon={Hand} aria-pressed={turn.handRaised} onClick={turn.toggleHand}>
      {turn.handWords}
    </Button>
  );
};

const ReadyButton = () => {
  const turn = useMyTurn();
  return (
    <Button look="line" icon={Check} aria-pressed={turn.ready} onClick={turn.toggleReady}>
      {turn.ready ? 'Ready' : 'I am ready'}
    </Button>
  );
};

const Ends = ({ view }: { view: FacilitationView }) => {
  const end = useEnd(view);
  return end !== null && ` · ends ${end.expected}`;
};

/** What the clock means for the rest; one press plans it so. */
const PlanLine = ({ view }: { view: FacilitationView }) => {
  const command = useCommand();
  const news = usePlanNews(view);
  if (news === null) return null;
  return (
    <div className={styles.plan}>
      <p>{news.sentence}</p>
      <Button look="line" onClick={() => void command({ kind: 'reflow' })}>
        Plan it so
      </Button>
    </div>
  );
};

const RunMenu = ({ view }: { view: FacilitationView }) => {
  const { seat } = useFacilitation();
  const items = useRunItems(view);
  return (
    <Menu label="More for the facilitator" heading={leaderWords(view, seat.participantId)} items={items}>
      {(trigger) => <IconButton {...trigger} icon={Ellipsis} label="More for the facilitator" />}
    </Menu>
  );
};

/** For those who do not run the meeting: the stages, and wandering. */
const OwnMenu = () => {
  const wander = useWanderItem();
  return (
    <Menu
      label="More in the meeting"
      items={[{ id: 'stages', label: 'Stages…', icon: ListOrdered, onSelect: () => openRunDialog('stages') }, wander]}
    >
      {(trigger) => <IconButton {...trigger} icon={Ellipsis} label="More in the meeting" />}
    </Menu>
  );
};

// The history itself: one moment or two, what happened, and going back. Everything that is shown is here already.
import type { BoardSnapshot } from '@hearth/board/snapshot';
import type { RestoredBody } from '@hearth/protocol/http/history';
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import type { CardId } from '@hearth/review/ids';
import { permission } from '@hearth/review/permission';
import { clock } from '@hearth/review/time/words';
import { useCallback, useMemo, useState } from 'react';
import { fileUrl } from '../attachments/file-url.ts';
import { adviceOf } from '../api/api-error.ts';
import { useReachable } from '../api/reachability.ts';
import { focusCard } from '../board/focus.ts';
import { useAnnounce } from '../design/announce.tsx';
import { Button } from '../design/Button.tsx';
import { Notice } from '../design/Notice.tsx';
import { Segmented } from '../design/Segmented.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { useNarrow } from '../room/use-on-phone.ts';
import { localZone } from '../time/zones.ts';
import { Comparison } from './Comparison.tsx';
import { marksOf } from './happened.ts';
import { Happened, NamedMoments } from './Happened.tsx';
import { landmarkFrom, type History } from './history.ts';
import { HistoryFrame } from './HistoryFrame.tsx';
import { MomentView } from './MomentView.tsx';
import { NameDialog } from './NameDialog.tsx';
import { NarrativeMoment } from './NarrativeMoment.tsx';
import { useRestore } from './queries.ts';
import { RestoreDialog, restoredWords } from './RestoreDialog.tsx';
import { Tray } from './Tray.tsx';
import { useFrameSession } from './use-frame-session.ts';
import { useHistoryKeys } from './use-history-keys.ts';
import { useReplay } from './use-replay.ts';
import styles from './History.module.css';
import panel from './Panel.module.css';

type Shown = 'board' | 'narrative' | 'happened';

interface HistoryScreenProps {
  review: ReviewDetail;
  history: History;
  fetchedAtMs: number;
  onRefetch: () => Promise<unknown>;
}

export const HistoryScreen = ({ review, history, fetchedAtMs, onRefetch }: HistoryScreenProps) => {
  const { role } = review.seat;
  const [zone] = useState(localZone);
  const narrow = useNarrow();
  const online = useReachable();
  const announce = useAnnounce();
  const replay = useReplay(history);
  const [chosen, setShown] = useState<Shown>('board');
  const shown = !narrow && chosen === 'happened' ? 'board' : chosen;
  const [from, setFrom] = useState<number | null>(null);
  const [dialog, setDialog] = useState<{ kind: 'restore'; index: number } | { kind: 'name' } | null>(null);
  const [outcome, setOutcome] = useState<{ name: string; result: RestoredBody } | null>(null);
  const undo = useRestore(review.id);

  const { index } = replay;
  const moment = history.moments[index];
  const happened = history.happened(index);
  const marks = useMemo(() => marksOf(happened, (id) => history.wasThere(id, index - 1)), [history, happened, index]);
  const session = useFrameSession(
    { board: moment?.board ?? emptyBoard, marks },
    { zone: review.incident.zone, startedAt: review.incident.startedAt, me: review.seat },
  );
  useHistoryKeys({
    togglePlay: replay.toggle,
    step: (by) => {
      replay.stop();
      replay.goTo(index + by);
    },
    landmark: (by) => {
      replay.stop();
      replay.goTo(landmarkFrom(history, index, by));
    },
  });

  const openCard = (id: CardId): void => {
    setFrom(null);
    setShown('board');
    focusCard(id);
  };
  const refetch = useCallback(() => void onRefetch(), [onRefetch]);
  const cameBack = (name: string, result: RestoredBody): void => {
    setDialog(null);
    setFrom(null);
    setOutcome({ name, result });
    announce(`Restored: ${name}. ${restoredWords(result)}`);
    void onRefetch().then(() => replay.goTo(Number.MAX_SAFE_INTEGER, 'start'));
  };
  const takeBack = (): void => {
    if (!outcome?.result.undo) return;
    const { name, result } = outcome;
    undo.mutate(
      { to: { kind: 'snapshot', id: outcome.result.undo.id }, name: `what was there before ${name}`.slice(0, 120) },
      {
        onSuccess: () => {
          setOutcome(null);
          announce(`Undone. The board is what it was before ${name} was restored.`);
          void onRefetch().then(() => replay.goTo(Number.MAX_SAFE_INTEGER, 'start'));
        },
        onError: (error) => {
          setOutcome({ name, result });
          announce(adviceOf(error));
        },
      },
    );
  };

  if (!moment) return null;
  const side = (
    <>
      <Happened history={history} zone={zone} index={index} onOpenCard={openCard} />
      <NamedMoments
        history={history}
        zone={zone}
        index={index}
        onGo={(wanted) => {
          replay.stop();
          replay.goTo(wanted);
        }}
      />
    </>
  );
  return (
    <HistoryFrame
      reviewId={review.id}
      title={review.incident.title}
      tools={
        from === null && (
          <Segmented
            label="What is shown"
            className={styles.views}
            options={[
              ...(narrow ? [{ value: 'happened' as const, label: 'Happened' }] : []),
              { value: 'board', label: 'Board' },
              { value: 'narrative', label: 'Narrative' },
            ]}
            value={shown}
            onChange={setShown}
          />
        )
      }
    >
      <main
        id="moment"
        tabIndex={-1}
        className={styles.moment}
        data-wide={from === null ? undefined : ''}
        aria-label={from === null ? viewNames[shown] : 'Two moments compared'}
      >
        <div className={styles.notices}>
          {!online && (
            <Notice
              lost
              live="status"
              title="Offline."
              actions={
                <Button look="line" onClick={refetch}>
                  Try now
                </Button>
              }
            >
              You see the history as it was at {clock(fetchedAtMs, zone)}. Restoring needs the connection.
            </Notice>
          )}
          {outcome && (
            <Notice
              live="none"
              title={`Restored: ${outcome.name}.`}
              actions={
                <>
                  {outcome.result.undo && (
                    <Button look="line" busy={undo.isPending} onClick={takeBack}>
                      Undo
                    </Button>
                  )}
                  <Button onClick={() => setOutcome(null)}>Done</Button>
                </>
              }
            >
              {undo.isError ? adviceOf(undo.error) : restoredWords(outcome.result)}
            </Notice>
          )}
        </div>
        {from !== null ? (
          <Comparison history={history} zone={zone} from={from} to={index} onOpenCard={openCard} />
        ) : shown === 'narrative' ? (
          <NarrativeMoment
            board={moment.board}
            happened={happened}
            onOpenCard={openCard}
            pictureUrl={(id) => fileUrl(review.id, id)}
          />
        ) : shown === 'happened' ? (
          <div className={styles.side}>{side}</div>
        ) : session ? (
          <MomentView
            session={session}
            stageZone={moment.stage?.zone ?? null}
            onPhone={narrow}
            index={index}
            arrival={replay.arrival}
          />
        ) : (
          <Skeleton label="Drawing the board" lines={5} pane />
        )}
      </main>
      {!narrow && from === null && (
        <aside className={panel.panel} aria-label="This moment">
          {side}
        </aside>
      )}
      <Tray
        history={history}
        zone={zone}
        replay={replay}
        from={from}
        onFrom={setFrom}
        mayRestore={permission(role, 'history.restore').allowed}
        online={online}
        onRestore={(wanted) => {
          replay.stop();
          setDialog({ kind: 'restore', index: wanted });
        }}
        mayName={permission(role, 'snapshots.create').allowed}
        onName={() => setDialog({ kind: 'name' })}
      />
      {dialog?.kind === 'restore' && (
        <RestoreDialog
          reviewId={review.id}
          history={history}
          zone={zone}
          index={dialog.index}
          onStale={refetch}
          onRestored={cameBack}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog?.kind === 'name' && (
        <NameDialog
          reviewId={review.id}
          onNamed={(name) => {
            setDialog(null);
            announce(`Kept as ${name}.`);
            refetch();
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </HistoryFrame>
  );
};

const viewNames: Record<Shown, string> = {
  board: 'Board at this moment',
  narrative: 'Narrative at this moment',
  happened: 'What happened',
};

/** Stands in for the one render in which there is no moment. */
const emptyBoard: BoardSnapshot = {
  format: 1,
  cards: [],
  links: [],
  columns: [],
  themes: [],
  narrative: { type: 'doc', content: [] },
  comments: [],
};

// The room: frame, view, stage. Decides what is looked at; everything else is in its parts.
import type { Person } from '@hearth/protocol/facilitation';
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { CardId } from '@hearth/review/ids';
import type { Stage } from '@hearth/review/templates/template';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { asksToConfirm } from '../action-items/to-confirm.ts';
import { Board } from '../board/canvas/Board.tsx';
import type { BoardControls } from '../board/canvas/controls.ts';
import { cardKey } from '../board/card-keys.ts';
import { useCommands } from '../board/commands.tsx';
import { boardZoneOf, defaultGroup } from '../board/default-group.ts';
import { focusCard } from '../board/focus.ts';
import { CardPanels } from '../board/panels/CardPanels.tsx';
import { useSession, useUi } from '../board/session.tsx';
import { useNews } from '../board/use-news.ts';
import { focusedGroup, focusedZone, zoneHere } from '../clipboard/here.ts';
import { holdPastes, noClipboard } from '../clipboard/clipboard.ts';
import { tellLeftOut } from '../clipboard/left-out.ts';
import { useAnnounce } from '../design/announce.tsx';
import { useRootMark } from '../design/root-mark.ts';
import { useToast } from '../design/toast.tsx';
import { focusPrivateField } from '../drafts/private-field.ts';
import { ControlBar } from '../facilitation/ControlBar.tsx';
import { TabNews } from '../facilitation/TabNews.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { isWandering } from '../facilitation/wander.ts';
import type { FindTarget } from '../find/find-items.ts';
import { goBack, showTarget, whereOneIs } from '../find/places.ts';
import type { Place, Rendering } from '../follow/place.ts';
import { useFollowing } from '../follow/use-following.ts';
import type { LiveCopy, LiveDocument } from '../live/live-document.ts';
import type { LiveStatus } from '../live/status.ts';
import { useLeaveGuard } from '../live/use-leave-guard.ts';
import { MeetingSheets } from '../opening/late-parts.ts';
import { useQuarantine, useQuarantineActions } from '../quarantine/use-quarantine.ts';
import { countOf } from '../quarantine/words.ts';
import { useSearchParams } from '../router/Router.tsx';
import { useRest } from '../shell/late.tsx';
import { TakingPart } from '../taking-part/late-parts.ts';
import type { DrawerTab } from './Drawer.tsx';
import { goToZoneWhenThere } from './go-to-zone.ts';
import { Drawer } from './late-drawer.tsx';
import {
  ClipboardWork,
  CommentsSheet,
  FirstHint,
  FollowBar,
  HelpDialog,
  MeetingParts,
  NarrativeEditor,
  Outline,
  PasteDialog,
  PromptsWork,
  QuarantineDialog,
  QuarantineNotice,
  RemoteParts,
  TakenCards,
} from './late-panels.tsx';
import { PhoneRoom } from './late-phone-room.tsx';
import { useLateParts } from './late-parts.ts';
import { LiveNotice } from './LiveNotice.tsx';
import { Rail, type RoomView } from './Rail.tsx';
import { StayDialog } from './StayDialog.tsx';
import { TopBar, type TopBarDialog } from './TopBar.tsx';
import { useOnPhone } from './use-on-phone.ts';
import { usePaletteEntries, useRoomActs } from './use-room-acts.ts';
import { usePaper } from './use-paper.ts';
import { useRoomKeys } from './use-room-keys.ts';
import { useWhere } from './use-where.ts';
import { zoneQuestions } from './zone-questions.ts';
import styles from './Room.module.css';

export interface RoomProps {
  review: ReviewDetail;
  live: LiveDocument;
  copy: LiveCopy;
  status: LiveStatus;
}

export const Room = ({ review, live, copy, status }: RoomProps) => {
  const session = useSession();
  const commands = useCommands();
  const announce = useAnnounce();
  const onPhone = useOnPhone();
  const { view: meeting, seat } = useFacilitation();
  const panelOpen = useUi((ui) => ui.panel !== null);
  const [help, setHelp] = useState(false);
  const [parameters] = useSearchParams();
  const [toConfirm] = useState(() => asksToConfirm(parameters));
  const [drawer, setDrawer] = useState(toConfirm);
  const [drawerTab, setDrawerTab] = useState<DrawerTab>(toConfirm ? 'found' : 'actions');
  /** All comments, on a phone. */
  const [commentsSheet, setCommentsSheet] = useState(false);
  const [dialog, setDialog] = useState<TopBarDialog | null>(null);
  /** What the palette opens with; null while it is closed. */
  const [palette, setPalette] = useState<string | null>(null);
  const boardControls = useRef<BoardControls | null>(null);

  const state = meeting?.state ?? null;
  const stage = state && state.status === 'running' ? (state.stages[state.stageIndex] ?? null) : null;
  const stageZone = stage?.zone ?? null;
  const questions = useMemo(() => zoneQuestions(state?.stages ?? []), [state?.stages]);
  const where = useWhere(boardControls, toConfirm ? 'board' : 'now');
  const { view, setView, tab, setTab, goTo, goToNarrative, goToBoard, openCard } = where;
  useRootMark('data-room', onPhone ? null : view);

  const quarantine = useQuarantine(live);
  const quarantineActions = useQuarantineActions(live, review);
  const [looking, setLooking] = useState(false);
  const notTaken = { count: countOf(quarantine), onLook: () => setLooking(true) };

  useRest();
  usePaper(view, setView);
  useLeaveGuard(live);
  useNews(session);

  /** @param id  null for those of the narrative. */
  const openThread = (id: CardId | null): void => {
    // Where the drawer lies over the board, it makes way.
    setDrawer(false);
    if (id === null) {
      goToNarrative();
      return;
    }
    openCard(id);
    // The card comes to where one is first; what is said about it opens beside it.
    requestAnimationFrame(() => requestAnimationFrame(() => commands.open('comments', id)));
  };
  const openTab = (wanted: 'comments' | 'prompts'): void => {
    setDrawerTab(wanted);
    setDrawer(true);
    // The drawer may be on its way out.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[role=tab][data-tab=${wanted}]`)?.focus());
  };
  const openComments = (): void => (onPhone ? setCommentsSheet(true) : openTab('comments'));

  const showView = useCallback(
    (wanted: RoomView) => {
      // The same place in the other rendering: the card that is selected, else the zone.
      const { selected } = session.ui.get();
      if (wanted !== 'narrative' && wanted !== view) {
        if (selected === null) goToZoneWhenThere(zoneHere(), boardControls, false);
        else focusCard(selected);
      }
      setView(wanted);
      setDrawer(false);
    },
    [session, view, setView],
  );

  /** What tells of the room's moves comes a moment later than whoever came in. */
  const seenRef = useRef<FacilitationState | null>(null);
  useEffect(() => {
    seenRef.current ??= state;
  }, [state]);

  // Whoever comes in is taken to where the room is, once.
  const arrived = useRef(false);
  useEffect(() => {
    if (arrived.current || !stage || onPhone || isWandering(review.id)) return;
    arrived.current = true;
    if (stage.zone === 'narrative') setView('narrative');
    else if (stage.zone !== null && stage.zone !== 'timeline') goToZoneWhenThere(stage.zone, boardControls, false);
  }, [stage, onPhone, review.id, setView]);

  const compose = (): void => {
    const zone = focusedZone() ?? boardZoneOf(stageZone) ?? 'timeline';
    if (zone === 'perspectives' && focusPrivateField()) return;
    const { selected } = session.ui.get();
    const at = selected === null ? focusedGroup(session.view) : null;
    const group = at ?? defaultGroup(session.view, zone, selected, seat.name);
    if (group === null) return;
    where.leaveNarrative();
    commands.compose(group);
  };

  const rendering: Rendering = onPhone
    ? tab === 'narrative'
      ? 'narrative'
      : 'outline'
    : view === 'narrative'
      ? 'narrative'
      : view;
  const following = useFollowing({
    awareness: copy.awareness,
    people: meeting?.people ?? nobody,
    me: seat.participantId,
    rendering,
    zoom: session.canvas.camera.zoom,
    showOnBoard: ({ zone, x, y, zoom, height }) =>
      zone !== null &&
      (boardControls.current?.showPlace(
        zone,
        { x, y },
        zoom * Math.min(1, session.canvas.camera.frame().height / height),
      ) ??
        false),
    onMove: session.canvas.camera.subscribe,
    onShow: (place: Place) => {
      if (place.rendering === 'narrative') {
        goToNarrative();
        return 'narrative';
      }
      setTab('board');
      const mine = view === 'outline' ? 'outline' : 'board';
      setView(mine);
      return onPhone ? 'outline' : mine;
    },
  });
  const [clipboard, setClipboard] = useState(noClipboard);
  const canPaste = clipboard !== noClipboard;
  useEffect(() => (canPaste ? undefined : holdPastes()), [canPaste]);
  const toast = useToast();
  useEffect(() => tellLeftOut(toast), [toast]);

  /** Remembers where one is. @returns the way back there. */
  const mark = (): (() => void) => {
    const origin = whereOneIs(session);
    return () => {
      setView(view);
      setTab(tab);
      goBack(origin, session);
    };
  };
  const parts = { onGo: goTo, seenRef, onVisit: following.visit, onMark: mark, narrative: rendering === 'narrative' };

  const [finding, setFinding] = useState<{ query: string; back: () => void } | null>(null);
  const lastQuery = useRef('');
  const showFound = (target: FindTarget, query: string, focus: boolean): void => {
    if (target.kind === 'person') {
      if (following.possible(target.id)) following.visit(target.id);
      else announce(target.id === seat.participantId ? 'That is you.' : 'They are not here just now.');
      return;
    }
    if (target.kind === 'comment' && focus) {
      if (target.card !== null && session.view.card(target.card) === undefined) openComments();
      else openThread(target.card);
      return;
    }
    if (target.kind === 'block' || (target.kind === 'comment' && target.card === null)) goToNarrative();
    else goToBoard();
    showTarget(target, session, query, focus);
  };

  const openBlock = (index: number): void => showFound({ kind: 'block', index }, '', true);

  const acts = useRoomActs({
    review,
    onPhone,
    boardInFront: rendering !== 'narrative',
    compose,
    find: () => setFinding({ query: lastQuery.current, back: mark() }),
    comments: openComments,
    commands: (typed = '') => setPalette(typed),
    help: () => setHelp(true),
    goToZone: where.goToZone,
    goToRoom: stage && (() => goTo(stage)),
    show: (wanted) => {
      setTab(wanted === 'narrative' ? 'narrative' : 'board');
      showView(wanted);
    },
    view,
    zoom: (step) => boardControls.current?.zoom(step),
    fit: (what) => (what === 'all' ? boardControls.current?.fitAll() : boardControls.current?.fitSelection()),
    dialog: setDialog,
    clipboard,
    following,
  });
  const entries = usePaletteEntries(acts, following);
  const { parts: late, ahead } = useLateParts(finding !== null || palette !== null);
  // What is about to open takes the letters, not the board.
  const keysAreOurs = palette === null && !panelOpen;
  useRoomKeys({
    acts: keysAreOurs ? acts : {},
    onCard: (event) => keysAreOurs && cardKey(event, session, commands),
  });

  const notices = (
    <div className={styles.notices} data-over-board>
      <LiveNotice
        status={status}
        notTaken={notTaken.count}
        onRetry={live.retry}
        onDownload={quarantineActions.downloadWaiting}
      />
      <QuarantineNotice
        quarantine={quarantine}
        onLook={() => setLooking(true)}
        onDownload={quarantineActions.download}
      />
      <TakenCards />
    </div>
  );
  const dialogs = (
    <>
      <CardPanels />
      <PromptsWork
        onPhone={onPhone}
        onDrawer={() => openTab('prompts')}
        onOpenCard={openCard}
        onOpenBlock={openBlock}
      />
      {commentsSheet && <CommentsSheet onOpenThread={openThread} onClose={() => setCommentsSheet(false)} />}
      {looking && (
        <QuarantineDialog
          quarantine={quarantine}
          actions={quarantineActions}
          session={session}
          onClose={() => setLooking(false)}
        />
      )}
      <StayDialog status={status} quarantine={quarantine} />
      <FollowBar following={following} />
      <TabNews />
      <RemoteParts title={review.incident.title} following={following} onGo={goTo} onPhone={onPhone} />
      <TakingPart onOpenCard={openCard} onPhone={onPhone} />
      {late && palette !== null && (
        <late.CommandPalette
          entries={entries}
          initial={palette + ahead.text}
          entered={ahead.entered}
          onClose={() => setPalette(null)}
        />
      )}
      <ClipboardWork onChange={setClipboard} />
      {clipboard.question && (
        <PasteDialog
          question={clipboard.question}
          reviewId={review.id}
          onAnswer={clipboard.answer}
          onClose={clipboard.close}
        />
      )}
    </>
  );
  const findPanel = late && finding && (
    <late.FindPanel
      initial={ahead.text || finding.query}
      typed={ahead.text !== ''}
      onShow={(target, query) => showFound(target, query, false)}
      onGo={(target, query) => showFound(target, query, true)}
      onBack={finding.back}
      onClose={(query) => {
        lastQuery.current = query;
        setFinding(null);
      }}
    />
  );

  const narrative = (
    <NarrativeEditor
      reviewId={review.id}
      doc={copy.doc}
      awareness={copy.awareness}
      user={seat}
      editable={session.canWrite && !session.locked.has('narrative')}
      view={session.view}
      zone={session.zone}
      onOpenCard={openCard}
    />
  );

  if (onPhone)
    return (
      <>
        <PhoneRoom
          review={review}
          status={status}
          notTaken={notTaken}
          notices={notices}
          onFind={() => acts.find?.()}
          onCommands={() => setPalette('')}
          dialog={dialog}
          onDialog={setDialog}
          following={following}
          stageZone={stageZone}
          tab={tab}
          onTab={setTab}
          onOpenCard={openCard}
          narrative={narrative}
        />
        <MeetingParts {...parts} there={stage?.zone === 'narrative' ? tab === 'narrative' : tab === 'now'} />
        {dialogs}
        {findPanel}
      </>
    );

  return (
    <div className={styles.room} data-view={view}>
      <a className={styles.skip} href="#board">
        Skip to the board
      </a>
      <TopBar
        review={review}
        status={status}
        notTaken={notTaken}
        undo={view !== 'narrative'}
        onHelp={() => setHelp(true)}
        onFind={() => acts.find?.()}
        onCommands={() => setPalette('')}
        dialog={dialog}
        onDialog={setDialog}
        following={following}
      />
      <Rail
        view={view}
        onView={showView}
        onLook={goTo}
        drawer={drawer}
        onDrawer={() => setDrawer((open) => !open)}
        onFind={() => acts.find?.()}
      />
      <main id="board" data-board tabIndex={-1} className={styles.canvas} aria-label={viewNames[view]}>
        {notices}
        <MeetingParts {...parts} there={isThere(stage, view)} />
        {view === 'board' && (
          <Board
            stageZone={stageZone}
            questions={questions}
            onReady={(controls) => {
              boardControls.current = controls;
            }}
          />
        )}
        {view === 'outline' && <Outline stageZone={boardZoneOf(stageZone)} onNarrative={openBlock} />}
        {view === 'narrative' && narrative}
        {view !== 'narrative' && session.canWrite && <FirstHint />}
        {findPanel}
      </main>
      <Drawer
        reviewId={review.id}
        tab={drawerTab}
        onTab={setDrawerTab}
        onOpenCard={openCard}
        onOpenThread={openThread}
        onOpenBlock={openBlock}
        open={drawer}
        folded={view === 'narrative'}
      />
      <MeetingSheets review={review} />
      <div className={styles.control}>
        <ControlBar />
      </div>
      {dialogs}
      {help && <HelpDialog canWrite={session.canWrite} onClose={() => setHelp(false)} />}
    </div>
  );
};

const nobody: readonly Person[] = [];

const viewNames: Record<RoomView, string> = { board: 'Board', outline: 'Outline of the board', narrative: 'Narrative' };

/** The pill "the room is in…" is needless in front of what it leads to. */
const isThere = (stage: Stage | null, view: RoomView): boolean =>
  stage === null || (stage.zone === 'narrative' ? view === 'narrative' : stage.zone === null);

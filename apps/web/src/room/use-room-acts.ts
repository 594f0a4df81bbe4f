// What can be done in the room just now, by command: keys, palette and buttons all come here.
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import { permission } from '@hearth/review/permission';
import type { FacilitationCommand } from '@hearth/review/facilitation/command';
import type { BoardZone } from '@hearth/board/zones';
import type { ZoomStep } from '../board/canvas/camera-math.ts';
import { usePictures } from '../board-picture/use-pictures.ts';
import { cardActs } from '../board/card-keys.ts';
import { useCommands } from '../board/commands.tsx';
import { cardsIn, groupsOf } from '../board/groups.ts';
import { useSession, useUi } from '../board/session.tsx';
import { useAxisControls } from '../board/timeline/timeline-view.ts';
import { useTimelineActs } from '../board/timeline/use-timeline-acts.ts';
import { zoneHere } from '../clipboard/here.ts';
import type { Clipboard } from '../clipboard/clipboard.ts';
import type { PaletteEntry } from '../commands/CommandPalette.tsx';
import { useLateActs } from '../commands/late-acts.ts';
import { commandIds, keysOf, specOf, type CommandActs } from '../commands/specs.ts';
import { useAnnounce } from '../design/announce.tsx';
import { setDensity } from '../design/density.ts';
import { setTheme } from '../design/theme.ts';
import { useCommand, useFacilitation, useMyTurn } from '../facilitation/use-facilitation.ts';
import type { Following } from '../follow/use-following.ts';
import { useNavigate } from '../router/Router.tsx';
import type { RoomView } from './Rail.tsx';
import { useReviewPlaces } from './review-places.ts';
import type { TopBarDialog } from './TopBar.tsx';

interface RoomDoing {
  review: ReviewDetail;
  onPhone: boolean;
  /** Null while the story is in front: it has words of its own to edit. */
  boardInFront: boolean;
  compose: () => void;
  find: () => void;
  /** All of them, of cards and narrative. */
  comments: () => void;
  commands: (typed?: string) => void;
  help: () => void;
  goToZone: (zone: BoardZone) => void;
  /** Null while the meeting is in no stage. */
  goToRoom: (() => void) | null;
  show: (view: RoomView) => void;
  view: RoomView;
  zoom: (step: ZoomStep) => void;
  fit: (what: 'all' | 'selection') => void;
  dialog: (dialog: TopBarDialog) => void;
  clipboard: Clipboard;
  following: Following;
}

export const useRoomActs = (room: RoomDoing): CommandActs => {
  const session = useSession();
  const board = useCommands();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const places = useReviewPlaces(room.review);
  const pictures = usePictures(room.review.incident);
  const { role, view: meeting, seat } = useFacilitation();
  const turn = useMyTurn();
  const command = useCommand();
  const selected = useUi((ui) => ui.selected);
  const axis = useAxisControls();
  const inTime = useTimelineActs();
  const late = useLateActs();
  const { canWrite } = session;
  const others = (meeting?.people ?? []).filter((person) => room.following.possible(person.participantId));

  const selectZone = (): void => {
    const zone = zoneHere();
    const ids = groupsOf(session.view)
      .filter((group) => group.zone === zone)
      .flatMap((group) => cardsIn(session.view, group.key).map((card) => card.id));
    session.selectAll(ids);
    announce(`${ids.length} selected`);
  };
  const follow = (): void => {
    const [only, ...more] = others;
    if (room.following.whom !== null) room.following.stop();
    else if (!only) announce('Nobody else is here just now.');
    else if (more.length === 0) room.following.toggle(only.participantId);
    else room.commands('Follow ');
  };

  const acts: CommandActs = {
    ...(canWrite
      ? { 'new-card': room.compose, paste: room.clipboard.paste, undo: board.undo, redo: board.redo, tidy: board.tidy }
      : {}),
    ...(room.boardInFront ? { 'select-zone': selectZone } : {}),
    ...(selected !== null && room.boardInFront
      ? {
          ...(canWrite ? { ...cardActs(selected, session, board), cut: room.clipboard.cut } : {}),
          copy: room.clipboard.copy,
          comments: () => board.open('comments', selected),
        }
      : {}),
    find: room.find,
    'all-comments': room.comments,
    commands: () => room.commands(),
    ...(room.boardInFront ? timelineActs() : {}),
    timeline: () => room.goToZone('timeline'),
    perspectives: () => room.goToZone('perspectives'),
    factors: () => room.goToZone('factors'),
    learnings: () => room.goToZone('learnings'),
    ...(room.goToRoom ? { room: room.goToRoom } : {}),
    ...(others.length > 0 ? { follow } : {}),
    board: () => room.show('board'),
    narrative: () => room.show('narrative'),
    ...(room.onPhone
      ? {}
      : {
          outline: () => room.show(room.view === 'outline' ? 'board' : 'outline'),
          'zoom-in': () => room.zoom('in'),
          'zoom-out': () => room.zoom('out'),
          'zoom-actual': () => room.zoom('actual'),
          'fit-all': () => room.fit('all'),
          'fit-selection': () => room.fit('selection'),
          help: room.help,
        }),
    ...(turn.possible ? { ready: turn.toggleReady, hand: turn.toggleHand } : {}),
    ...meetingActs(),
    ...late,
    ...(permission(role, 'join-links.manage').allowed ? { share: () => room.dialog('share') } : {}),
    ...Object.fromEntries(places.map((place) => [place.id, place.onSelect])),
    ...pictures,
    settings: () => room.dialog('settings'),
    light: () => setTheme('light'),
    dark: () => setTheme('dark'),
    compact: () => setDensity('compact'),
    comfortable: () => setDensity('comfortable'),
    reviews: () => navigate('/'),
  };
  return acts;

  /** The axis and its lanes only while they are on the screen. */
  function timelineActs(): CommandActs {
    const { 'compare-lanes': compare, 'as-then': asThen, ...looking } = inTime;
    return {
      'as-then': asThen,
      ...(axis === null ? {} : looking),
      ...(canWrite ? { 'compare-lanes': compare, 'my-lane': board.composeMine } : {}),
    };
  }

  /** For those who run the meeting, what its state allows. */
  function meetingActs(): CommandActs {
    const state = meeting?.state;
    const mine = meeting?.people.find((person) => person.participantId === seat.participantId)?.role ?? role;
    if (!state || (mine !== 'facilitator' && mine !== 'co-facilitator')) return {};
    const to = (wanted: FacilitationCommand) => () => void command(wanted);
    switch (state.status) {
      case 'lobby':
        return { start: to({ kind: 'start' }) };
      case 'ended':
        return { reopen: to({ kind: 'reopen' }) };
      case 'running':
        return {
          ...(state.timer.kind === 'running' ? { pause: to({ kind: 'pause' }) } : { resume: to({ kind: 'resume' }) }),
          'one-more': to({ kind: 'extend', minutes: 1 }),
          'five-more': to({ kind: 'extend', minutes: 5 }),
          ...(state.stages[state.stageIndex + 1] ? { next: to({ kind: 'next' }) } : {}),
          ...(state.stages[state.stageIndex - 1] ? { back: to({ kind: 'back' }) } : {}),
          end: to({ kind: 'end' }),
        };
    }
  }
};

/** What the palette offers: every command that can be done, and the people that can be followed. */
export const usePaletteEntries = (acts: CommandActs, following: Following): PaletteEntry[] => {
  const { view: meeting } = useFacilitation();
  const named = commandIds
    .filter((id) => id !== 'commands')
    .flatMap((id): PaletteEntry[] => {
      const act = acts[id];
      const { name, words = '', section } = specOf(id);
      return act ? [{ id, name, words, section, keys: keysOf(id), act }] : [];
    });
  const people = (meeting?.people ?? [])
    .filter((person) => following.possible(person.participantId))
    .map((person): PaletteEntry => ({
      id: `follow ${person.participantId}`,
      name: following.whom === person.participantId ? `Stop following ${person.name}` : `Follow ${person.name}`,
      words: 'watch see view person',
      section: 'People',
      keys: [],
      act: () => following.toggle(person.participantId),
    }));
  return [...named, ...people];
};

// A board's history as the screen knows it: moments with their boards, all of them here, so that going through them asks
// nobody. Pure. SPEC Q1, Q2.
import { compareBoards, type BoardComparison } from '@hearth/board/compare';
import { isPackedFrames, unpackFrames } from '@hearth/board/frames';
import type { BoardSnapshot } from '@hearth/board/snapshot';
import type {
  HistoryBody,
  HistoryLandmark,
  HistoryMoment,
  HistoryStage,
  RestoreTarget,
} from '@hearth/protocol/http/history';
import type { CardId } from '@hearth/review/ids';
import { clock, dayAndMonth, longDay } from '@hearth/review/time/words';
import { sameDay } from '@hearth/review/time/wall-time';

export interface Moment extends HistoryMoment {
  board: BoardSnapshot;
  /** What got a name here, oldest first. */
  landmarks: readonly HistoryLandmark[];
  /** The stage that the room was in; null outside of a meeting. */
  stage: HistoryStage | null;
}

export interface History {
  seq: number;
  /** Whether it goes back to the first word. */
  whole: boolean;
  moments: readonly Moment[];
  landmarks: readonly HistoryLandmark[];
  stages: readonly HistoryStage[];
  /** What happened in a moment, against the one before; found once. */
  happened(index: number): BoardComparison;
  /** Whether a card that came after a moment had been there by then: it came back, and nobody added it anew. */
  wasThere(id: CardId, by: number): boolean;
}

/** @returns null where the answer holds no boards that this version can read. */
export const openHistory = (body: HistoryBody): History | null => {
  if (!isPackedFrames(body.frames) || body.frames.frames.length !== body.moments.length) return null;
  const boards = unpackFrames(body.frames);
  const moments = body.moments.flatMap((moment, index): Moment[] => {
    const board = boards[index];
    if (!board) return [];
    return [
      {
        ...moment,
        board,
        landmarks: body.landmarks.filter((landmark) => landmark.moment === index),
        stage: body.stages.findLast(({ from, to }) => from <= moment.at && (to === null || moment.at <= to)) ?? null,
      },
    ];
  });
  const found = new Map<number, BoardComparison>();
  const firstSeen = new Map<CardId, number>();
  moments.forEach(({ board }, index) => {
    if (board.cards === moments[index - 1]?.board.cards) return;
    for (const { id } of board.cards) if (!firstSeen.has(id)) firstSeen.set(id, index);
  });
  return {
    seq: body.seq,
    whole: body.whole,
    moments,
    landmarks: body.landmarks,
    stages: body.stages,
    happened: (index) => {
      let comparison = found.get(index);
      if (!comparison) {
        const after = moments[index]?.board ?? emptyBoard;
        // Where the history begins, nothing is known of what came before.
        comparison = compareBoards(moments[index - 1]?.board ?? after, after);
        found.set(index, comparison);
      }
      return comparison;
    },
    wasThere: (id, by) => (firstSeen.get(id) ?? Infinity) <= by,
  };
};

const emptyBoard: BoardSnapshot = {
  format: 1,
  cards: [],
  links: [],
  columns: [],
  themes: [],
  narrative: { type: 'doc', content: [] },
  comments: [],
};

/** Whether there is anything to go through. */
export const hasHistory = ({ moments }: History): boolean => moments.length > 1;

/** `14:32:08` */
export const clockWithSeconds = (ms: number, zone: string): string =>
  `${clock(ms, zone)}:${String(Math.floor(ms / 1_000) % 60).padStart(2, '0')}`;

/** What a moment is called: the name that it was given, else its time, with the day where the history has several. */
export const momentName = ({ moments }: History, index: number, zone: string): string => {
  const moment = moments[index];
  if (!moment) return '';
  const named = moment.landmarks.at(-1);
  if (named) return named.name;
  const [first, last] = [moments[0], moments.at(-1)];
  const oneDay = first && last && sameDay(first.at, last.at, zone);
  const time = clockWithSeconds(moment.at, zone);
  return oneDay ? time : `${dayAndMonth(moment.at, zone)}, ${time}`;
};

/** Where a moment stands, for those who hear it: "14:32:08, Tuesday 17 November 2026, Factors". */
export const momentPlace = ({ moments }: History, index: number, zone: string): string => {
  const moment = moments[index];
  if (!moment) return '';
  return [
    clockWithSeconds(moment.at, zone),
    longDay(moment.at, zone),
    ...(moment.stage ? [`stage ${moment.stage.name}`] : []),
    ...moment.landmarks.map(({ name }) => name),
  ].join(', ');
};

/** What to ask the server for. A name is exact to the letter, so it goes first. */
export const restoreTarget = (moment: Moment): RestoreTarget => {
  const named = moment.landmarks.at(-1);
  if (named) return { kind: 'snapshot', id: named.id };
  return { kind: 'moment', seq: moment.seq ?? 0 };
};

/** The moment with the nearest name before or after; the first or last moment where there is none. */
export const landmarkFrom = ({ moments }: History, index: number, by: -1 | 1): number => {
  for (let at = index + by; at >= 0 && at < moments.length; at += by)
    if ((moments[at]?.landmarks.length ?? 0) > 0) return at;
  return by < 0 ? 0 : moments.length - 1;
};

// How the demo's board came to be, so that its history can be looked at: made the day before, written stage by stage.
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { StageId } from '@hearth/review/ids';
import * as Y from 'yjs';
import type { CardKind } from '../cards.ts';
import { appendNarrative } from '../narrative.ts';
import { addCards, addColumn, addLink, openWriter, type Writer } from '../operations.ts';
import { emptyNarrative, seedUpdate } from '../seed.ts';
import { groupCards } from '../themes.ts';
import { demoNarrative } from './narrative.ts';
import { demoSeed } from './seed.ts';

export interface DemoHistory {
  /** The first makes the board; all of them together give `demoBoard`. */
  updates: { update: Uint8Array; atMs: number }[];
  /** The board at the end of each stage that the meeting has left. */
  ends: { stageId: StageId; stageName: string; atMs: number; state: Uint8Array }[];
}

type Work = (writer: Writer) => unknown;

const dayMs = 86_400_000;
const hourMs = 3_600_000;

const cards = (kind: CardKind): Work[] =>
  (demoSeed.cards ?? [])
    .filter(({ card }) => card.kind === kind)
    .map(
      ({ card, by }): Work =>
        (writer) =>
          addCards(writer, [card], by),
    );

/** The story was drafted before the meeting, a few paragraphs at a time. */
const draft = (): Work[] => {
  const blocks = demoNarrative.content ?? [];
  const third = Math.ceil(blocks.length / 3);
  return [0, 1, 2].map((part) => ({ board }) => {
    if (part === 0) board.narrative.delete(0, board.narrative.length);
    appendNarrative(board.narrative, blocks.slice(part * third, (part + 1) * third));
  });
};

const workOf: Record<string, () => Work[]> = {
  timeline: () => cards('event'),
  perspectives: () => [
    ...(demoSeed.columns ?? []).map(
      (column): Work =>
        (writer) =>
          addColumn(writer, column),
    ),
    ...cards('perspective'),
  ],
  factors: () => [
    ...cards('factor'),
    ...(demoSeed.links ?? []).map(
      (link): Work =>
        (writer) =>
          addLink(writer, link),
    ),
    ...(demoSeed.themes ?? []).map(
      (theme): Work =>
        (writer) =>
          groupCards(writer, theme, theme.cards),
    ),
    ...(['question', 'learning', 'action'] as const).flatMap(cards),
  ],
};

/**
 * @param meeting  where the demo's meeting stands; its visits give the times.
 * @param clientId  Yjs client id of all that is written.
 */
export const demoHistory = (meeting: FacilitationState, clientId: number): DemoHistory => {
  const updates: DemoHistory['updates'] = [];
  const ends: DemoHistory['ends'] = [];
  const beganMs = meeting.visits[0]?.enteredMs ?? 0;
  const doc = new Y.Doc({ gc: false });
  const first = seedUpdate({ narrative: emptyNarrative() }, clientId);
  Y.applyUpdate(doc, first);
  doc.clientID = clientId;
  updates.push({ update: first, atMs: beganMs - dayMs });
  const writer = openWriter(doc);
  let nowMs = beganMs;
  doc.on('update', (update: Uint8Array) => updates.push({ update, atMs: nowMs }));

  const spread = (work: readonly Work[], fromMs: number, toMs: number): void =>
    work.forEach((write, index) => {
      nowMs = Math.round(fromMs + ((index + 0.5) / work.length) * (toMs - fromMs));
      // One change each, however many operations it takes.
      doc.transact(() => write(writer));
    });
  spread(draft(), beganMs - 4 * hourMs, beganMs - 4 * hourMs + 12 * 60_000);
  const inStageMs = meeting.timer.kind === 'paused' ? meeting.timer.plannedMs - meeting.timer.remainingMs : 0;
  for (const { stageId, enteredMs, leftMs } of meeting.visits) {
    spread(workOf[stageId]?.() ?? [], enteredMs, leftMs ?? enteredMs + inStageMs);
    if (leftMs === null) continue;
    const stageName = meeting.stages.find(({ id }) => id === stageId)?.name ?? '';
    ends.push({ stageId, stageName, atMs: leftMs, state: Y.encodeStateAsUpdate(doc) });
  }
  doc.destroy();
  return { updates, ends };
};

import type { FacilitationView } from '@hearth/protocol/facilitation';
import type { CardId, ParticipantId, ReviewId } from '@hearth/review/ids';
import { lobby } from '@hearth/review/facilitation/transition';
import { learningReview } from '@hearth/review/templates/built-in';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createFacilitation, type FacilitationConnection } from './connection.ts';
import type { openRoomSocket, RoomSocketEvents } from './room-socket.ts';

const wire = vi.hoisted(() => ({
  events: null as RoomSocketEvents | null,
  told: [] as unknown[],
  answer: null as unknown,
}));
vi.mock('./room-socket.ts', () => ({
  openRoomSocket: (({ events }) => {
    wire.events = events;
    return {
      joined: true,
      connect: () => undefined,
      disconnect: () => undefined,
      ask: (event) => Promise.resolve(event === 'clock' ? 0 : wire.answer),
      tell: (event, content) => wire.told.push([event, content]),
    };
  }) satisfies typeof openRoomSocket,
}));

const reviewId = 'review-0001' as ReviewId;
const priya = 'participant-0001' as ParticipantId;
const view = (version: number): FacilitationView => ({
  reviewId,
  state: { ...lobby(learningReview), version },
  people: [],
  drafts: null,
  serverNowMs: 0,
});

let room: FacilitationConnection;
const hear = (event: string, content: unknown): void => wire.events?.heard(event, content);
beforeEach(() => {
  wire.told = [];
  room = createFacilitation(reviewId, () => Promise.resolve(null));
  wire.events?.joined();
  hear('view', view(3));
});

describe('what the server tells', () => {
  test('what is mine alone is kept, whatever else comes', () => {
    expect(room.current().own).toEqual({ ballot: null, pace: null });
    const own = { ballot: { voteId: 4, dots: { ['factor-0001' as CardId]: 2 } }, pace: 'slower' };
    hear('own', own);
    hear('view', view(4));
    expect(room.current()).toMatchObject({ own, view: { state: { version: 4 } } });
  });

  test('reactions go to who listens, and are kept nowhere', () => {
    const seen: unknown[] = [];
    const stop = room.onReaction((reaction) => seen.push(reaction));
    const before = room.current();
    hear('reaction', { participantId: priya, reaction: 'agree' });
    stop();
    hear('reaction', { participantId: priya, reaction: 'think' });
    expect(seen).toEqual([{ participantId: priya, reaction: 'agree' }]);
    expect(room.current()).toBe(before);
  });

  test('events that no server of ours sends are nothing', () => {
    const before = room.current();
    for (const event of ['toString', 'constructor', '__proto__', 'explode']) hear(event, {});
    expect(room.current()).toBe(before);
  });
});

describe('what is told to the server', () => {
  test('a reaction', () => {
    room.react('celebrate');
    expect(wire.told).toEqual([['react', { reaction: 'celebrate' }]]);
  });

  test('a refused command comes back in words', async () => {
    wire.answer = { ok: false, code: 'HEARTH_COMMAND_REFUSED', reason: 'no-dots-left', advice: 'No.' };
    await expect(room.send({ kind: 'vote', voteId: 1, cardId: 'factor-0001' as CardId, dots: 9 })).resolves.toEqual({
      ok: false,
      message: 'All your dots are given. Take one back first.',
    });
  });
});

describe('[RM10] before the channel is there', () => {
  const closers: (() => void)[] = [];
  beforeEach(() => {
    vi.stubGlobal('document', new EventTarget());
    vi.stubGlobal('window', new EventTarget());
    return () => {
      for (const close of closers.splice(0)) close();
      vi.unstubAllGlobals();
    };
  });
  const openedWith = async (asked: FacilitationView | null): Promise<FacilitationConnection> => {
    const opened = createFacilitation(reviewId, () => Promise.resolve(asked));
    closers.push(opened.open());
    await Promise.resolve();
    await Promise.resolve();
    return opened;
  };

  test('what was asked for is shown, until the channel tells it', async () => {
    const early = await openedWith(view(5));
    expect(early.current()).toMatchObject({ connection: 'connecting', view: { state: { version: 5 } } });
    wire.events?.joined();
    hear('view', view(4));
    expect(early.current()).toMatchObject({ connection: 'open', view: { state: { version: 4 } } });
  });

  test('an answer that comes after the channel says nothing', async () => {
    const asked = Promise.withResolvers<FacilitationView | null>();
    const late = createFacilitation(reviewId, () => asked.promise);
    closers.push(late.open());
    wire.events?.joined();
    hear('view', view(7));
    asked.resolve(view(6));
    await asked.promise;
    expect(late.current().view?.state.version).toBe(7);
  });

  test('a command waits for the channel', async () => {
    const early = await openedWith(view(5));
    wire.answer = { ok: true, version: 5 };
    const sent = early.send({ kind: 'start' });
    wire.events?.joined();
    await expect(sent).resolves.toEqual({ ok: true });
  });

  test('joining for the first time is no news for what was fetched', async () => {
    const early = await openedWith(view(5));
    const topics: unknown[] = [];
    early.onChanged((topic) => topics.push(topic));
    wire.events?.joined();
    expect(topics).toEqual([]);
    wire.events?.joined();
    expect(topics).toEqual(['all']);
  });
});

import type { FacilitationCommand, FacilitationCommandKind } from '@hearth/review/facilitation/command';
import type { ParticipantId } from '@hearth/review/ids';
import { describe, expect, test } from 'vitest';
import { commandMessage } from './facilitation.ts';

const examples: { [Kind in FacilitationCommandKind]: Extract<FacilitationCommand, { kind: Kind }> } = {
  start: { kind: 'start' },
  pause: { kind: 'pause' },
  resume: { kind: 'resume' },
  extend: { kind: 'extend', minutes: 5 },
  next: { kind: 'next' },
  back: { kind: 'back' },
  'undo-move': { kind: 'undo-move' },
  end: { kind: 'end' },
  reopen: { kind: 'reopen' },
  ready: { kind: 'ready', ready: true },
  hand: { kind: 'hand', raised: false },
  'lower-hand': { kind: 'lower-hand', participantId: 'participant-0001' as ParticipantId },
  'write-privately': { kind: 'write-privately', attribution: 'anonymous' },
  reveal: { kind: 'reveal' },
};

describe('commands of the meeting', () => {
  test.each(Object.values(examples))('[M1] $kind comes through as it was sent', (command) => {
    const message = { command, expectedVersion: 3 };
    expect(commandMessage.parse(message)).toEqual(message);
  });

  test.each([
    { kind: 'vote' },
    { kind: 'extend', minutes: 60 },
    { kind: 'ready', ready: 'yes' },
    { kind: 'lower-hand', participantId: '../../etc' },
  ])('[M1] $kind is refused when it is nothing the machine knows', (command) => {
    expect(commandMessage.safeParse({ command, expectedVersion: 0 }).success).toBe(false);
  });

  test.each([-1, 0.5, '3', null])('[M2] %j is no version', (expectedVersion) => {
    expect(commandMessage.safeParse({ command: examples.next, expectedVersion }).success).toBe(false);
  });
});

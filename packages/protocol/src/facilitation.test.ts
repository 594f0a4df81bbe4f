import type { FacilitationCommand, FacilitationCommandKind } from '@hearth/review/facilitation/command';
import type { CardId, ParticipantId } from '@hearth/review/ids';
import { describe, expect, test } from 'vitest';
import { commandMessage, reactMessage } from './facilitation.ts';
import { reactions } from './reactions.ts';

const somebody = 'participant-0001' as ParticipantId;
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
  'lower-hand': { kind: 'lower-hand', participantId: somebody },
  'write-privately': { kind: 'write-privately', attribution: 'anonymous' },
  reveal: { kind: 'reveal' },
  jump: { kind: 'jump', stageIndex: 19 },
  reflow: { kind: 'reflow' },
  'ask-extend': { kind: 'ask-extend', minutes: 1 },
  'answer-extend': { kind: 'answer-extend', yes: false },
  'drop-extend': { kind: 'drop-extend' },
  gather: { kind: 'gather' },
  'ask-lead': { kind: 'ask-lead' },
  'keep-lead': { kind: 'keep-lead' },
  'hand-over': { kind: 'hand-over', to: somebody },
  'take-lead': { kind: 'take-lead' },
  'lock-zone': { kind: 'lock-zone', zone: 'factors', locked: true },
  pace: { kind: 'pace', pace: null },
  'begin-round': { kind: 'begin-round', purpose: 'check-in', question: '', order: [somebody] },
  'end-turn': { kind: 'end-turn', of: somebody },
  'end-round': { kind: 'end-round' },
  'open-vote': { kind: 'open-vote', on: 'learnings', dots: 10, anonymous: true },
  vote: { kind: 'vote', voteId: 7, cardId: 'factor-0001' as CardId, dots: 0 },
  'close-vote': { kind: 'close-vote', voteId: 7 },
  'discard-vote': { kind: 'discard-vote', voteId: 7 },
  acknowledge: { kind: 'acknowledge' },
  decide: { kind: 'decide', id: 'decision-0001', text: 'We keep the old alarm.' },
  'withdraw-decision': { kind: 'withdraw-decision', id: 'decision-0001' },
  'word-opening': { kind: 'word-opening', text: null },
  soak: { kind: 'soak', on: true },
  check: { kind: 'check', item: 'opening-statement', done: true },
};

describe('commands of the meeting', () => {
  test.each(Object.values(examples))('[M1] $kind comes through as it was sent', (command) => {
    const message = { command, expectedVersion: 3 };
    expect(commandMessage.parse(message)).toEqual(message);
  });

  test.each([
    { kind: 'seize' },
    { kind: 'vote' },
    { kind: 'vote', voteId: 1, cardId: 'factor-0001', dots: -1 },
    { kind: 'vote', voteId: 1, cardId: 'factor-0001', dots: 0.5 },
    { kind: 'open-vote', on: 'perspectives', dots: 3, anonymous: false },
    { kind: 'open-vote', on: 'factors', dots: 11, anonymous: false },
    { kind: 'jump', stageIndex: -1 },
    { kind: 'begin-round', purpose: 'round', question: 'x'.repeat(201), order: [somebody] },
    { kind: 'begin-round', purpose: 'round', question: '', order: [] },
    { kind: 'begin-round', purpose: 'round', question: '', order: Array(101).fill(somebody) },
    { kind: 'decide', id: 'decision-0001', text: '  ' },
    { kind: 'decide', id: 'decision-0001', text: 'x'.repeat(501) },
    { kind: 'check', item: 'x'.repeat(61), done: true },
    { kind: 'pace', pace: 'stop' },
    { kind: 'extend', minutes: 60 },
    { kind: 'ready', ready: 'yes' },
    { kind: 'lower-hand', participantId: '../../etc' },
  ])('[M1] $kind is refused when it is nothing the machine knows', (command) => {
    expect(commandMessage.safeParse({ command, expectedVersion: 0 }).success).toBe(false);
  });

  test('[M1] words keep their lines, and no sign that would turn the text around them', () => {
    const command = { kind: 'word-opening', text: ' Welcome.\n\n\u202eWe \u0007learn.\r\n' };
    const read = commandMessage.parse({ command, expectedVersion: 0 });
    expect(read.command).toEqual({ kind: 'word-opening', text: 'Welcome.\n\nWe learn.' });
  });

  test('[M3] a reaction is one of those that there are', () => {
    for (const reaction of reactions) expect(reactMessage.parse({ reaction, more: 1 })).toEqual({ reaction });
    for (const other of [null, 'agree', { reaction: 'boo' }, { reaction: ['agree'] }, {}])
      expect(reactMessage.safeParse(other).success).toBe(false);
  });

  test.each([-1, 0.5, '3', null])('[M2] %j is no version', (expectedVersion) => {
    expect(commandMessage.safeParse({ command: examples.next, expectedVersion }).success).toBe(false);
  });
});

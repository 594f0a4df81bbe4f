// What happened in the meeting between two views of it, in sentences: for screen readers, for the line of captions, and to be
// read back. Pure. Rules: ../second-screen/SPEC.md C1–C3.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import type { FacilitationCommandKind } from '@hearth/review/facilitation/command';
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { ParticipantId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { readyCount } from '../facilitation/people.ts';
import { actWords, leadWords } from '../facilitation/running/act-words.ts';
import { nameOf } from '../facilitation/running/names.ts';
import { moveWords, stageMove } from '../facilitation/stage-moves.ts';
import type { GivenReaction } from '../taking-part/reactions.ts';
import { purposeNames, turnNow, turnWords } from '../taking-part/rounds.ts';
import { namesWords, votedWords } from '../votes/vote-words.ts';

export type Happening =
  | {
      kind: 'said';
      /** While it waits, a later one about the same takes its place. */
      about: string;
      words: string;
      /** Told at once. */
      urgent: boolean;
      /** Told often, and of no consequence: nobody in quiet mode hears it, nor any reaction. */
      chatter: boolean;
      /** A message on the screen says it already: it is only written down. */
      shown?: boolean;
    }
  /** Told together: these come in numbers. */
  | { kind: 'hand'; name: string }
  | { kind: 'reaction'; given: GivenReaction; name: string };

/** @param me  my participant id. @param runs  whether I run the meeting: then messages tell me what the others who do did. */
export const happenedBetween = (
  before: FacilitationView | null,
  after: FacilitationView,
  me: ParticipantId,
  runs: boolean,
): Happening[] => {
  if (before === null) return [];
  const [was, is] = [before.state, after.state];
  const name = (id: string): string => (id === me ? 'You' : nameOf(after, id));
  const found: Happening[] = [];
  const say: Say = (about, words, more = {}) => {
    found.push({ ...plain, about, words, ...more });
  };

  const move = stageMove(was, is);
  const act = is.lastAct;
  const acted = actWords(was, is, name)?.replace(/^You (ask|reveal)s /, 'You $1 ') ?? null;
  if (move !== null) {
    // What I did myself is told without me.
    const by = act && act.atMs !== was.lastAct?.atMs && act.by !== me ? nameOf(after, act.by) : null;
    const words = moveWords(move, by);
    const minutes = counted(Math.round(is.timer.plannedMs / 60_000), 'minute');
    const place = move.kind === 'ended' ? '' : `, stage ${move.index + 1} of ${is.stages.length}, ${minutes}.`;
    say('stage', words + place, { urgent: true });
  }

  const lead = leadWords(was, is, me, name);
  if (lead !== null) say('lead', lead, { urgent: true, shown: true });
  if (is.leadAsked && is.leadAsked.atMs !== was.leadAsked?.atMs)
    say('lead-asked', `${name(is.leadAsked.by)} ${is.leadAsked.by === me ? 'ask' : 'asks'} to lead the meeting.`, {
      urgent: true,
      shown: is.leader === me,
    });
  if (is.gathering && is.gathering.atMs !== was.gathering?.atMs)
    say('gather', `${name(is.gathering.by)} asked everybody to look at something.`, { urgent: true, shown: true });

  for (const id of is.hands) if (!was.hands.includes(id)) found.push({ kind: 'hand', name: name(id) });
  if (was.hands.includes(me) && !is.hands.includes(me) && act?.kind === 'lower-hand' && acted !== null)
    say('my-hand', 'Your hand is down.');
  found.push(...everybodyReady(before, after));
  roundCaptions(was, after, me, say);
  voteCaptions(was, after, say);

  const { writing } = is;
  if (writing?.phase === 'private' && (was.writing?.phase !== 'private' || was.writing.round !== writing.round))
    say('writing', `Everybody writes for themselves now, ${namesWords(writing.attribution === 'anonymous')}.`);
  if (writing?.phase === 'open' && was.writing?.phase === 'revealing')
    say('writing', 'What was written is on the board.', { urgent: true });
  for (const decision of is.decisions ?? [])
    if (!was.decisions?.some(({ id }) => id === decision.id))
      say(`decision ${decision.id}`, `Decision: ${decision.text}`, { shown: decision.by === me });

  if (acted === null || move !== null) return found;
  // Who did it, and what came of it, are one sentence after the other.
  const result = found.findIndex((one) => one.kind === 'said' && follows[act?.kind ?? 'start'] === one.about);
  const caption = found[result];
  if (caption?.kind === 'said') return found.with(result, { ...caption, words: `${acted} ${caption.words}` });
  const shown = act?.kind === 'ask-extend' || (runs && act?.by !== me);
  return [{ ...plain, about: act?.kind ?? 'act', words: acted, urgent: true, shown }, ...found];
};

const plain = { kind: 'said', urgent: false, chatter: false } as const;
/** What the caption of an act is about, where it has one of its own. */
const follows: Partial<Record<FacilitationCommandKind, string>> = {
  'begin-round': 'turn',
  'end-turn': 'turn',
  'end-round': 'turn',
  'open-vote': 'vote',
  'close-vote': 'vote',
  'discard-vote': 'vote',
  'write-privately': 'writing',
};

type Say = (about: string, words: string, more?: { urgent?: boolean; chatter?: boolean; shown?: boolean }) => void;

const roundCaptions = (was: FacilitationState, after: FacilitationView, me: ParticipantId, say: Say): void => {
  const { round, status } = after.state;
  const turn = turnNow(after);
  if (round && turn !== null && round.sinceMs !== was.round?.sinceMs) {
    const began =
      round.turn === 0 ? `${[`${purposeNames[round.purpose]}.`, round.question].filter(Boolean).join(' ')} ` : '';
    say('turn', began + turnWords(turn, me), { urgent: true });
  } else if (was.round && !round && status === 'running') say('turn', 'The round is over.', { urgent: true });
};

/** Votes say aloud themselves that they open and close, with how to take part. */
const voteCaptions = (
  was: FacilitationState,
  { state: { vote, results }, people }: FacilitationView,
  say: Say,
): void => {
  const result = results?.at(-1);
  if (vote && vote.id !== was.vote?.id)
    say('vote', `Vote on the ${vote.on}: ${counted(vote.dots, 'dot')} each, ${namesWords(vote.anonymous)}.`, {
      urgent: true,
      shown: true,
    });
  else if (vote && vote.voted.length > (was.vote?.voted.length ?? 0))
    say('voted', `${votedWords(vote.voted, people)}.`, { chatter: true });
  else if (result && result.id !== was.results?.at(-1)?.id)
    say('vote', `The vote is closed: ${counted(result.voters, 'person has', 'people have')} voted.`, {
      urgent: true,
      shown: true,
    });
  else if (was.vote && !vote) say('vote', 'The vote was put aside.', { urgent: true, shown: true });
};

const everybodyReady = (before: FacilitationView, after: FacilitationView): Happening[] => {
  const [was, is] = [readyCount(before), readyCount(after)];
  const all = is.of > 0 && is.ready === is.of;
  if (!all || (was.of > 0 && was.ready === was.of)) return [];
  return [{ ...plain, about: 'ready', words: 'Everybody is ready.' }];
};

// What happened in the meeting between two views of it, in sentences: for screen readers, for the line of captions, and to be
// read back. Pure. Rules: SPEC C1–C3.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import type { ParticipantId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { readyCount } from '../facilitation/people.ts';
import { actWords, leadWords } from '../facilitation/running/act-words.ts';
import { nameOf } from '../facilitation/running/names.ts';
import { stageMove } from '../facilitation/stage-moves.ts';
import type { GivenReaction } from '../taking-part/reactions.ts';
import { purposeNames, turnNow, turnWords } from '../taking-part/rounds.ts';
import { votedWords } from '../votes/vote-words.ts';

export type Happening =
  | {
      kind: 'said';
      /** While it waits, a later one about the same takes its place. */
      about: string;
      words: string;
      /** Told at once. */
      urgent: boolean;
      /** What somebody does for themselves: nobody in quiet mode hears it. */
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
  const say = (
    about: string,
    words: string,
    more: { urgent?: boolean; chatter?: boolean; shown?: boolean } = {},
  ): void => {
    found.push({ kind: 'said', about, words, urgent: false, chatter: false, ...more });
  };

  const move = stageMove(was, is);
  const act = is.lastAct;
  const acted = actWords(was, is, name);
  const byOther = runs && act !== undefined && act.by !== me;
  if (move?.kind === 'ended')
    say('stage', `${acted ?? 'The review has ended.'} Everything stays as it is.`, { urgent: true });
  else if (move !== null) {
    const stage = `${move.stage.name}, stage ${move.index + 1} of ${is.stages.length}, ${counted(Math.round(is.timer.plannedMs / 60_000), 'minute')}.`;
    say('stage', `${acted ?? `The room is in ${move.stage.name}.`} ${stage}`, { urgent: true });
  } else if (acted !== null) say(act?.kind ?? 'act', acted, { urgent: true, shown: byOther });

  const lead = leadWords(was, is, me, name);
  if (lead !== null) say('lead', lead, { urgent: true, shown: true });
  if (is.leadAsked && is.leadAsked.atMs !== was.leadAsked?.atMs)
    say('lead-asked', `${name(is.leadAsked.by)} ${is.leadAsked.by === me ? 'ask' : 'asks'} to lead the meeting.`, {
      urgent: true,
      shown: is.leader === me,
    });
  if (is.gathering && is.gathering.atMs !== was.gathering?.atMs)
    say('gather', `${name(is.gathering.by)} asked everybody to look at something.`, { urgent: true, shown: true });
  if (is.extendAsked && is.extendAsked.atMs !== was.extendAsked?.atMs)
    say('extend-asked', `The room is asked: ${counted(is.extendAsked.minutes, 'minute')} more?`, {
      urgent: true,
      shown: true,
    });

  for (const id of is.hands) if (!was.hands.includes(id)) found.push({ kind: 'hand', name: name(id) });
  if (was.hands.includes(me) && !is.hands.includes(me) && act?.kind === 'lower-hand')
    say('my-hand', 'Your hand is down.');
  found.push(...everybodyReady(before, after));

  const turn = turnNow(after);
  const turnBegan = is.round?.sinceMs !== was.round?.sinceMs;
  if (turn !== null && turnBegan && is.round?.turn === 0)
    say(
      'round-began',
      [`${purposeNames[is.round?.purpose ?? 'round']}.`, is.round?.question].filter(Boolean).join(' '),
      { urgent: true },
    );
  if (turn !== null && turnBegan) say('turn', turnWords(turn, me), { urgent: true });
  if (was.round && !is.round && is.status === 'running') say('turn', 'The round is over.', { urgent: true });

  if (is.vote && is.vote.id !== was.vote?.id)
    say(
      'vote',
      `Vote on the ${is.vote.on}: ${counted(is.vote.dots, 'dot')} each${is.vote.anonymous ? ', without names' : ''}.`,
      { urgent: true },
    );
  else if (is.vote && is.vote.voted.length > (was.vote?.voted.length ?? 0))
    say('voted', `${votedWords(is.vote.voted, after.people)}.`, { chatter: true });
  const result = is.results?.at(-1);
  if (result && result.id !== was.results?.at(-1)?.id)
    say('vote', `The vote is closed: ${counted(result.voters, 'person has', 'people have')} voted.`, { urgent: true });

  if (is.writing?.phase === 'private' && (was.writing?.phase !== 'private' || was.writing.round !== is.writing.round))
    say(
      'writing',
      `Everybody writes for themselves now, ${is.writing.attribution === 'anonymous' ? 'without names' : 'with names'}.`,
    );
  if (is.writing?.phase === 'open' && was.writing?.phase === 'revealing')
    say('writing', 'What was written is on the board.', { urgent: true });

  for (const decision of is.decisions ?? [])
    if (!was.decisions?.some(({ id }) => id === decision.id))
      say(`decision ${decision.id}`, `Decision: ${decision.text}`);
  return found;
};

const everybodyReady = (before: FacilitationView, after: FacilitationView): Happening[] => {
  const [was, is] = [readyCount(before), readyCount(after)];
  const all = is.of > 0 && is.ready === is.of;
  if (!all || (was.of > 0 && was.ready === was.of)) return [];
  return [{ kind: 'said', about: 'ready', words: 'Everybody is ready.', urgent: false, chatter: false }];
};

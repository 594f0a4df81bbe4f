// Dot votes at work: my dots on their way, what the cards show, what is said, and what opens when a vote is closed.
import type { CardId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { useEffect, useEffectEvent, useMemo, useReducer, useRef, useState } from 'react';
import { headline } from '../board/relations.ts';
import { useSession, useStructure } from '../board/session.tsx';
import { useBringActs } from '../commands/late-acts.ts';
import { useAnnounce } from '../design/announce.tsx';
import { useToast } from '../design/toast.tsx';
import { isTyping } from '../facilitation/typing.ts';
import { useCommand, useFacilitation } from '../facilitation/use-facilitation.ts';
import { isQuiet } from '../quiet/quiet.ts';
import { askFor, useAsked } from '../taking-part/asked.ts';
import { openBallot, type Ballot } from './ballot.ts';
import { OpenVoteDialog } from './OpenVoteDialog.tsx';
import { RankingDialog } from './RankingDialog.tsx';
import { dotWords, showVotes } from './show-votes.ts';
import { kindVotedOn, leftWords, namesWords } from './vote-words.ts';
import { overlayOpen } from '../design/overlay.ts';

export const Votes = ({ onOpenCard }: { onOpenCard: (id: CardId) => void }) => {
  const { view, facilitates } = useFacilitation();
  const command = useCommand();
  const asked = useAsked();
  const { vote, results = [], status } = view?.state ?? {};
  useCardsShowIt();
  useTellings();
  useBringActs({
    ...(facilitates && status === 'running' && !vote ? { 'open-vote': () => askFor('open-vote') } : {}),
    ...(facilitates && vote ? { 'close-vote': () => void command({ kind: 'close-vote', voteId: vote.id }) } : {}),
    ...(results.length > 0 ? { votes: () => askFor('votes') } : {}),
  });
  return (
    <>
      {asked === 'open-vote' && <OpenVoteDialog onClose={() => askFor(null)} />}
      {asked === 'votes' && results.length > 0 && (
        <RankingDialog results={results} onOpenCard={onOpenCard} onClose={() => askFor(null)} />
      )}
    </>
  );
};

/** Tells the cards what to show, and takes what is pressed on them. */
const useCardsShowIt = (): void => {
  const session = useSession();
  const { view, own, takesPart, send } = useFacilitation();
  const told = own.ballot;
  const say = useAnnounce();
  const toast = useToast();
  const [changes, changed] = useReducer((count: number) => count + 1, 0);
  const { vote, results } = view?.state ?? {};
  const { id: voteId, dots: budget, on } = vote ?? {};

  const ballot = useMemo(
    () =>
      voteId === undefined || budget === undefined || !takesPart
        ? null
        : openBallot({
            budget,
            isThere: (card) => session.view.card(card) !== undefined,
            send: async (cardId, dots) => {
              const answer = await send({ kind: 'vote', voteId, cardId, dots });
              if (!answer.ok) toast(answer.message);
              return answer.ok;
            },
            onChange: changed,
          }),
    [voteId, budget, takesPart, session.view, send, toast],
  );
  useEffect(() => {
    if (told?.voteId === voteId) ballot?.tell(told?.dots ?? {});
  }, [ballot, told, voteId]);

  const kind = on === undefined ? null : kindVotedOn[on];
  // A card that comes or goes changes what is left.
  const cards = useStructure(kind ?? 'factor', () => '');
  const stepped = useEffectEvent((mine: Ballot, id: CardId, by: 1 | -1) => {
    if (mine.step(id, by))
      say(
        `${dotWords(mine.on(id))} on “${headline(session.view.card(id), 48)}”. ${leftWords(mine.left(), budget ?? 0)}.`,
      );
    else if (by > 0) toast('You have given all your dots. Take one back elsewhere first.');
  });
  const { ui } = session;
  // The same results come with each view.
  const [shownResults, setShownResults] = useState(results);
  if (idsOf(results) !== idsOf(shownResults)) setShownResults(results);
  useEffect(() => {
    ui.set({
      votes: showVotes({
        on: on ?? null,
        ballot,
        budget: budget ?? 0,
        results: shownResults ?? [],
        onStep: (id, by) => {
          if (ballot) stepped(ballot, id, by);
        },
      }),
    });
  }, [ui, ballot, budget, on, shownResults, changes, cards]);
  useEffect(() => () => ui.set({ votes: null }), [ui]);
};

const idsOf = (results: readonly { id: number }[] | undefined): string => (results ?? []).map(({ id }) => id).join(' ');

/** Says that a vote has opened or closed; the places open by themselves, unless somebody is in the middle of something. */
const useTellings = (): void => {
  const { view, takesPart } = useFacilitation();
  const say = useAnnounce();
  const toast = useToast();
  const { vote, results } = view?.state ?? {};
  const known = useRef<{ vote: number | null; result: number | null } | null>(null);
  const now = view && { vote: vote?.id ?? null, result: results?.at(-1)?.id ?? null };

  const tell = useEffectEvent((before: { vote: number | null; result: number | null }) => {
    if (now === null) return;
    if (vote && vote.id !== before.vote) {
      const how = takesPart ? ' Plus gives the focused card a dot, minus takes one back.' : '';
      say(`A vote is open on the ${vote.on}, ${namesWords(vote.anonymous)}: ${counted(vote.dots, 'dot')} each.${how}`);
    }
    if (now.result !== null && now.result !== before.result) {
      say('The vote is closed.');
      if (isTyping() || isQuiet() || overlayOpen())
        toast('The vote is closed.', { action: { label: 'See the places', onSelect: () => askFor('votes') } });
      else askFor('votes');
    } else if (before.vote !== null && now.vote === null) say('The vote was put aside. Nobody’s dots are kept.');
  });
  const { vote: voteNow = null, result: resultNow = null } = now ?? {};
  const there = now !== null;
  useEffect(() => {
    if (!there) return;
    if (known.current !== null) tell(known.current);
    known.current = { vote: voteNow, result: resultNow };
  }, [there, voteNow, resultNow]);
};

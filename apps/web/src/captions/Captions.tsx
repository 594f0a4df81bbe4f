// Listens to the meeting and tells it: aloud to screen readers, as a line for who likes to read along, and in a log that can be
// read back. The one place that speaks for the meeting. Rules: ../second-screen/SPEC.md C1–C5.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { newsLevel } from '../board/news-level.ts';
import { useAnnounce } from '../design/announce.tsx';
import { nameOf } from '../facilitation/running/names.ts';
import { useFacilitation, useReactions, useRemaining } from '../facilitation/use-facilitation.ts';
import { isQuiet } from '../quiet/quiet.ts';
import { clearCaptions, writeCaptions } from './caption-log.ts';
import { createCaptionPace } from './caption-pace.ts';
import { CaptionLine } from './CaptionLine.tsx';
import { happenedBetween, type Happening } from './captions.ts';
import { momentBetween, momentWords, type ClockSeen } from './clock-moments.ts';

export const Captions = () => {
  const { view, seat, facilitates } = useFacilitation();
  const announce = useAnnounce();
  const remaining = useRemaining();
  const me = seat.participantId;
  const pace = useMemo(
    () =>
      createCaptionPace({
        nowMs: () => performance.now(),
        me,
        tell: (told) => {
          writeCaptions(
            told.map(({ words }) => words),
            Date.now(),
          );
          for (const { words, silent } of told) if (!silent) announce(words);
        },
      }),
    [announce, me],
  );
  useEffect(() => {
    clearCaptions();
    return () => pace.stop();
  }, [pace]);

  const tell = (happened: readonly Happening[]): void => {
    const hushed = isQuiet() || newsLevel() === 'quiet';
    pace.add(
      hushed ? happened.filter((one) => one.kind === 'hand' || (one.kind === 'said' && !one.chatter)) : happened,
    );
  };
  const before = useRef<FacilitationView | null>(null);
  const came = useEffectEvent((now: FacilitationView) => {
    tell(happenedBetween(before.current, now, me, facilitates));
    before.current = now;
  });
  useEffect(() => {
    if (view !== null) came(view);
  }, [view]);
  useReactions((given) => tell([{ kind: 'reaction', given, name: nameOf(view, given.participantId) }]));

  const seen = useRef<ClockSeen | null>(null);
  const state = view?.state ?? null;
  const ms = remaining?.ms ?? null;
  const ticked = useEffectEvent((now: ClockSeen) => {
    const moment = state?.status === 'running' ? momentBetween(seen.current, now) : null;
    seen.current = now;
    if (state !== null && moment !== null)
      tell([{ kind: 'said', about: 'clock', words: momentWords(moment, state), urgent: true, chatter: false }]);
  });
  const visit = state?.visits.length ?? 0;
  useEffect(() => {
    if (ms !== null) ticked({ visit, ms });
  }, [ms, visit]);
  return <CaptionLine />;
};

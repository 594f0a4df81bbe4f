// Tells those who run the meeting what another of them did, and everybody who leads from now on. Shows it as a message.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { useEffect, useEffectEvent, useRef } from 'react';
import { firstName } from '../../board/presence.ts';
import { useToast } from '../../design/toast.tsx';
import { useFacilitation } from '../use-facilitation.ts';
import { actWords, leadWords } from './act-words.ts';
import { nameOf } from './names.ts';

export const ActNews = ({ view }: { view: FacilitationView }) => {
  const { seat, facilitates } = useFacilitation();
  const toast = useToast();
  const { state } = view;
  const before = useRef(state);

  const tell = useEffectEvent((was: FacilitationView['state']) => {
    const name = (id: string): string => firstName(nameOf(view, id));
    const lead = leadWords(was, state, seat.participantId, name);
    if (lead !== null) toast(lead);
    if (!facilitates || state.lastAct?.by === seat.participantId) return;
    const act = actWords(was, state, name);
    if (act !== null) toast(act);
  });
  useEffect(() => {
    const was = before.current;
    before.current = state;
    if (was !== state) tell(was);
  }, [state]);
  return null;
};

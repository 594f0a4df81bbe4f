// What the room has for those who are far away, come late, look from a wall, or listen: captions, quiet, "so far", screens.
// Comes late: nobody needs it to write.
import type { Stage } from '@hearth/review/templates/template';
import { useState } from 'react';
import { Captions } from '../captions/Captions.tsx';
import { useBringActs } from '../commands/late-acts.ts';
import { useToast } from '../design/toast.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import type { Following } from '../follow/use-following.ts';
import { QuietWork } from '../quiet/QuietWork.tsx';
import { setQuiet, useQuiet } from '../quiet/quiet.ts';
import { BigBoard } from '../second-screen/BigBoard.tsx';
import { openAgenda } from '../second-screen/open-agenda.ts';
import { SoFar } from '../so-far/SoFar.tsx';

export interface RemotePartsProps {
  title: string;
  following: Following;
  /** Goes where a stage is about. */
  onGo: (stage: Stage) => void;
  onPhone: boolean;
}

export const RemoteParts = ({ title, following, onGo, onPhone }: RemotePartsProps) => {
  const { seat } = useFacilitation();
  const toast = useToast();
  const quiet = useQuiet();
  const [big, setBig] = useState(false);
  useBringActs({
    quiet: () => {
      setQuiet(!quiet);
      toast(
        quiet ? 'Together again: you see what others do, and they see you.' : 'Quiet: only the meeting itself is told.',
        { action: { label: 'Undo', onSelect: () => setQuiet(quiet) } },
      );
    },
    'agenda-screen': () => {
      if (!openAgenda(seat.reviewId))
        toast('The browser held the new window back. Allow pop-ups for Hearth, and try again.');
    },
    ...(onPhone ? {} : { 'big-screen': () => setBig((is) => !is) }),
  });
  return (
    <>
      <QuietWork />
      <Captions />
      <SoFar hidden={big && !onPhone} onGo={onGo} />
      {big && !onPhone && <BigBoard title={title} following={following} onGo={onGo} onLeave={() => setBig(false)} />}
    </>
  );
};

// "Save the board as PNG" and its like, as commands of the room. What draws is fetched when it is asked for.
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import { useMemo } from 'react';
import { useSession } from '../board/session.tsx';
import { zoneHere } from '../clipboard/here.ts';
import type { CommandActs } from '../commands/specs.ts';
import { useToast } from '../design/toast.tsx';
import type { PictureWish } from './save-picture.ts';

export const usePictures = (incident: ReviewDetail['incident']): CommandActs => {
  const session = useSession();
  const toast = useToast();
  return useMemo(() => {
    const wish = (what: () => PictureWish['what'], format: PictureWish['format']) => () => {
      // Asked now: a dialog that closes moves the focus.
      const part = what();
      void import('./save-picture.ts')
        .then(({ savePicture }) => savePicture({ session, incident, what: part, format }))
        .catch(() => 'The picture could not be drawn. Try again in a moment.')
        .then((words) => toast(words));
    };
    const board = (): PictureWish['what'] => 'board';
    return {
      'picture-png': wish(board, 'png'),
      'picture-svg': wish(board, 'svg'),
      'zone-png': wish(zoneHere, 'png'),
      'zone-svg': wish(zoneHere, 'svg'),
    };
  }, [session, incident, toast]);
};

// Going to a card that the outline does not show just now.
import { useEffect } from 'react';
import { onWantedCard } from '../focus.ts';
import { groupsOf } from '../groups.ts';
import { useSession, useUi } from '../session.tsx';
import { outlineOf, revealing } from './outline-view.ts';
import { useTalked } from './use-talked.ts';

/** A card that is gone to comes out of what is folded or left out. */
export const useRevealing = (): void => {
  const session = useSession();
  const talked = useTalked();
  useEffect(
    () =>
      onWantedCard((id) => {
        const card = session.view.card(id);
        const outline = outlineOf(session.view);
        const me = session.by().author?.id ?? null;
        const change = card && revealing(card, outline.get(), me, (one) => talked.has(one));
        if (change) outline.set(change);
      }),
    [session, talked],
  );
  // A card that begins under a folded heading opens it.
  const composing = useUi((ui) => ui.composing?.group ?? null);
  useEffect(() => {
    const zone = groupsOf(session.view).find((group) => group.key === composing)?.zone;
    const outline = outlineOf(session.view);
    const { folded } = outline.get();
    const open = [...folded].filter((heading) => heading !== composing && heading !== zone);
    if (open.length < folded.size) outline.set({ folded: new Set(open) });
  }, [session, composing]);
};

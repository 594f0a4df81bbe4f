// A question for the sentence that the lens has marked in the paragraph I write in: taken, put beside it, or left.
import type { Editor } from '@tiptap/core';
import { useEffect, useEffectEvent } from 'react';
import { useStore, type Store } from '../board/store.ts';
import { useAnnounce } from '../design/announce.tsx';
import { HintBox } from '../language/HintBox.tsx';
import { hideFound, takeFound, type LensUi } from './language-lens.ts';

export const LensHint = ({ editor, ui }: { editor: Editor; ui: Store<LensUi> }) => {
  const found = useStore(ui, (state) => state.found);
  const announce = useAnnounce();
  const question = found?.reframe ?? null;
  const say = useEffectEvent((words: string) => announce(`For you alone, Alt Enter uses it: ${words}`));
  useEffect(() => {
    if (question !== null) say(question);
  }, [question]);
  if (!found) return null;
  const { view } = editor;
  return (
    <HintBox
      question={found.reframe}
      at={() => {
        const spot = found.to <= view.state.doc.content.size ? view.coordsAtPos(found.to) : null;
        return spot && { left: view.coordsAtPos(found.from).left, top: spot.top, bottom: spot.bottom };
      }}
      onUse={() => takeFound(view, 'instead')}
      onBeside={() => takeFound(view, 'beside')}
      onLeave={() => {
        hideFound(view, true);
        view.focus();
      }}
      onEscape={() => view.focus()}
      onGone={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Element && view.dom.contains(relatedTarget))) hideFound(view);
      }}
    />
  );
};

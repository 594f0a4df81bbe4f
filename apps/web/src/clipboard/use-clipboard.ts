// Copy, cut and paste of cards: the browser's own keys, and the same from the palette and on a phone.
import { cardsOfClip, pasteLimits } from '@hearth/board/clip';
import { counted } from '@hearth/review/time/words';
import { useEffect, useEffectEvent, useState } from 'react';
import { useCommands } from '../board/commands.tsx';
import type { Group } from '../board/groups.ts';
import { newCardId, newLinkId } from '../board/new-id.ts';
import { useSession } from '../board/session.tsx';
import { useToast } from '../design/toast.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { isTyping } from '../facilitation/typing.ts';
import type { Clipboard } from './clipboard.ts';
import { groupHere } from './here.ts';
import { readSystemClipboard, readTransfer, type Pasting } from './read-clip.ts';
import { clipType, forClipboard } from './write-clip.ts';
import { overlayOpen } from '../design/overlay.ts';

/** More cards than these are looked at before they come. */
const withoutAsking = 3;
const mostLetters = 1024 * 1024;

/** What waits to be looked at; `pasting` is null where the clipboard could not be read and is asked for. */
export interface PasteQuestion {
  pasting: Pasting | null;
  group: Group;
}

export const useClipboard = (): Clipboard => {
  const session = useSession();
  const commands = useCommands();
  const toast = useToast();
  const { seat } = useFacilitation();
  const [question, setQuestion] = useState<PasteQuestion | null>(null);

  const written = () => {
    const ids = session.picked();
    if (ids.length === 0) return null;
    return { ids, ...forClipboard(ids, { view: session.view, anchorMs: session.anchorMs(), zone: session.zone }) };
  };
  const done = (ids: ReturnType<typeof session.picked>, cut: boolean): void => {
    if (cut) commands.removeAll(ids, 'Cut');
    else toast(`Copied ${counted(ids.length, 'card')}.`);
  };

  const copied = useEffectEvent((event: ClipboardEvent, cut: boolean) => {
    if (event.defaultPrevented || isTyping() || isAside() || !(getSelection()?.isCollapsed ?? true)) return;
    const data = written();
    if (data === null || event.clipboardData === null || (cut && !session.canWrite)) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', data.text);
    event.clipboardData.setData('text/html', data.html);
    event.clipboardData.setData(clipType, data.clip);
    done(data.ids, cut);
  });

  const write = async (cut: boolean): Promise<void> => {
    const data = written();
    if (data === null) return;
    try {
      const part = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });
      await navigator.clipboard.write([
        new ClipboardItem({ ...part('text/plain', data.text), ...part('text/html', data.html) }),
      ]);
    } catch {
      toast('This browser lets cards be copied by its own key or menu only.');
      return;
    }
    done(data.ids, cut);
  };

  const here = (): Group | null => {
    if (!session.canWrite) {
      toast('Nothing can be pasted: you are reading only just now.');
      return null;
    }
    const group = groupHere(session, seat.name);
    if (group === null) toast('A perspective stands in somebody’s column. Add a column first.');
    return group;
  };

  const take = async (pasting: Pasting, group: Group): Promise<void> => {
    if (pasting.clip) {
      const { clip } = pasting;
      if (clip.cards.length > pasteLimits.cards || lettersOf(clip.cards) > pasteLimits.letters) {
        toast(
          `${counted(clip.cards.length, 'card')} are more than one paste carries. Copy them in parts, ${pasteLimits.cards} at most.`,
        );
        return;
      }
      const pasted = cardsOfClip(
        clip,
        group,
        session.view.columns(),
        { card: newCardId, link: newLinkId },
        session.view.themes(),
      );
      commands.paste(
        pasted,
        pasted.left > 0 ? `${counted(pasted.left, 'perspective')} had no column to stand in.` : '',
      );
      if (pasted.cards.length === 0) toast('A perspective stands in somebody’s column. Add a column first.');
      return;
    }
    if (pasting.text.length > mostLetters) {
      toast('This is more than a megabyte of text. Paste it in parts, or import it as a timeline.');
      return;
    }
    const { rowsFor, cardsFor, cutWords } = await import('./paste-rows.ts');
    const rows = rowsFor(pasting, group.kind, { anchorMs: session.anchorMs(), zone: session.zone });
    if (rows.length === 0) toast('There are no words to paste.');
    else if (rows.length > withoutAsking) setQuestion({ pasting, group });
    else commands.paste(cardsFor(rows, group, session.view), cutWords(rows));
  };

  const pasted = useEffectEvent((event: ClipboardEvent) => {
    if (event.defaultPrevented || event.clipboardData === null) return;
    if (isTyping() || isAside()) return;
    const pasting = readTransfer(event.clipboardData);
    if (pasting.clip === null && pasting.text.trim() === '' && pasting.cells === null) {
      // Files alone are for whoever takes files.
      if (event.clipboardData.files.length === 0)
        toast('There is nothing in the clipboard that a card can hold: no words, no rows, no file.');
      return;
    }
    event.preventDefault();
    const group = here();
    if (group) void take(pasting, group);
  });

  useEffect(() => {
    const copy = (event: ClipboardEvent): void => copied(event, false);
    const cut = (event: ClipboardEvent): void => copied(event, true);
    const paste = (event: ClipboardEvent): void => pasted(event);
    document.addEventListener('copy', copy);
    document.addEventListener('cut', cut);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', cut);
      document.removeEventListener('paste', paste);
    };
  }, []);

  return {
    copy: () => void write(false),
    cut: () => void write(true),
    paste: () => {
      const group = here();
      if (group === null) return;
      readSystemClipboard().then(
        (pasting) => take(pasting, group),
        () => setQuestion({ pasting: null, group }),
      );
    },
    question,
    answer: (pasting) => {
      if (question === null) return;
      setQuestion(null);
      void take(pasting, question.group);
    },
    close: () => setQuestion(null),
  };
};

/** A dialog or a menu is open, or the narrative is in front: keys there are not about cards. */
const isAside = (): boolean => overlayOpen() || document.querySelector('[data-board] .ProseMirror') !== null;

const lettersOf = (cards: readonly { text: string }[]): number =>
  cards.reduce((sum, card) => sum + card.text.length, 0);

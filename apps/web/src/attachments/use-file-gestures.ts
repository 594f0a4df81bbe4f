// Files that are dropped on the board or pasted into it. A card takes them; anywhere else a card begins with them.
import { editText } from '@hearth/board/operations';
import { isId, type CardId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { boardZones } from '@hearth/board/zones';
import { useEffect, useEffectEvent } from 'react';
import { defaultGroup } from '../board/default-group.ts';
import { groupsOf, type GroupKey } from '../board/groups.ts';
import { isLocked, lockedWords } from '../board/lock-guard.ts';
import { useSession } from '../board/session.tsx';
import { useToast } from '../design/toast.tsx';
import type { Uploads } from './Uploads.tsx';
import { firstLines, isLongText } from './words.ts';

/** What would take the files: marked while they hang over it, see CardFiles.module.css. */
const mark = 'data-takes-files';

export const useFileGestures = (uploads: Uploads | null): void => {
  const session = useSession();
  const toast = useToast();

  const cardAt = (element: Element | null): CardId | null => {
    const id = element?.closest<HTMLElement>('[data-card-id]')?.dataset['cardId'];
    return isId(id) && session.view.card(id as CardId) ? (id as CardId) : null;
  };
  const groupAt = (element: Element | null): GroupKey | null => {
    const key = element?.closest<HTMLElement>('[data-group]')?.dataset['group'];
    if (groupsOf(session.view).some((group) => group.key === key)) return key ?? null;
    const zone = element?.closest<HTMLElement>('[data-zone]')?.dataset['zone'];
    const known = boardZones.find((one) => one === zone);
    return known ? defaultGroup(session.view, known) : null;
  };
  const put = (element: Element | null, files: readonly File[], alt = ''): CardId | null => {
    if (!session.canWrite) toast('Nothing can be added here just now.');
    else if (isLocked(session, cardAt(element) ?? groupAt(element))) toast(lockedWords);
    else if (wouldTell(element, cardAt(element)))
      toast('A file would be seen by everybody at once. Add it to the card after the reveal.');
    else {
      const card = cardAt(element);
      if (card !== null) uploads?.add(card, files, alt);
      const group = card === null ? (groupAt(element) ?? defaultGroup(session.view, 'timeline')) : null;
      return card ?? (group === null ? null : (uploads?.addCard(group, files, alt) ?? null));
    }
    return null;
  };

  const putText = (target: Element | null, text: string): void => {
    const id = put(target, [new File([text], 'pasted.log', { type: 'text/plain' })], firstLines(text));
    if (id === null) return;
    toast(`${counted(text.trimEnd().split('\n').length, 'line')} became a file on the card.`, {
      stayMs: 10_000,
      action: {
        label: 'Keep as words',
        onSelect: () => {
          if (isLocked({ view: session.view, locked: session.lockedNow() }, id)) {
            toast(lockedWords);
            return;
          }
          for (const upload of uploads?.of(id) ?? []) if (upload.name === 'pasted.log') uploads?.cancel(upload.id);
          editText(session.writer, id, { index: session.view.card(id)?.text.length ?? 0, remove: 0, insert: text });
        },
      },
    });
  };

  const dragged = useEffectEvent((event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files') || inDialogOrText(event.target)) return;
    // Else the browser would open the file in the place of the room.
    event.preventDefault();
    const target = elementOf(event.target);
    const board = target?.closest('[data-board]') ?? null;
    const takes = target?.closest('[data-card-id]') ?? target?.closest('[data-group], [data-zone]') ?? null;
    showTaking(board === null || !session.canWrite ? null : takes);
    event.dataTransfer.dropEffect = board === null || takes === null || !session.canWrite ? 'none' : 'copy';
  });

  const dropped = useEffectEvent((event: DragEvent) => {
    showTaking(null);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0 || inDialogOrText(event.target)) return;
    event.preventDefault();
    const target = elementOf(event.target);
    if (target?.closest('[data-board]')) put(target, files);
  });

  const pasted = useEffectEvent((event: ClipboardEvent) => {
    const target = elementOf(event.target);
    const field = target?.closest('textarea, input, [contenteditable]') ?? null;
    // Narrative and dialogs have their own ways with what is pasted.
    if (!event.clipboardData || target?.closest('dialog, [contenteditable]') || event.defaultPrevented) return;
    const files = [...event.clipboardData.files];
    const text = event.clipboardData.getData('text/plain');
    // Cells of a spreadsheet come as text and as a picture of them.
    const takesFiles =
      files.length > 0 && text === '' && (field === null || field.closest('[data-group], [data-phase]') !== null);
    const takesText = field instanceof HTMLTextAreaElement && cardAt(field) !== null && isLongText(text);
    if (!takesFiles && !takesText) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { selected } = session.ui.get();
    const at = cardAt(target) !== null || field !== null ? target : (elementOfCard(selected) ?? target);
    if (takesFiles) put(at, files.map(named));
    else putText(at, text);
  });

  useEffect(() => {
    const left = (event: DragEvent): void => {
      if (event.relatedTarget === null) showTaking(null);
    };
    const options = { capture: true };
    document.addEventListener('dragover', dragged);
    document.addEventListener('dragleave', left);
    document.addEventListener('drop', dropped);
    document.addEventListener('paste', pasted, options);
    return () => {
      document.removeEventListener('dragover', dragged);
      document.removeEventListener('dragleave', left);
      document.removeEventListener('drop', dropped);
      document.removeEventListener('paste', pasted, options);
    };
  }, []);
};

/** Pictures of a clipboard are all called the same. */
const named = (file: File): File => {
  if (!/^image\.(png|jpe?g)$/i.test(file.name)) return file;
  const at = new Date().toTimeString().slice(0, 5).replace(':', '-');
  return new File([file], `pasted ${at}${file.name.slice(5)}`, { type: file.type });
};

const elementOf = (target: EventTarget | null): Element | null => (target instanceof Element ? target : null);

const elementOfCard = (id: CardId | null): Element | null =>
  id === null ? null : document.querySelector(`[data-card-id="${CSS.escape(id)}"]`);

const inDialogOrText = (target: EventTarget | null): boolean =>
  elementOf(target)?.closest('dialog, [contenteditable]') != null;

/** While people write privately no card begins with a file: it would stand on everybody's board. */
const wouldTell = (element: Element | null, card: CardId | null): boolean =>
  card === null && (element?.closest('[data-phase]') != null || document.querySelector('section[data-phase]') !== null);

const showTaking = (element: Element | null): void => {
  for (const marked of document.querySelectorAll(`[${mark}]`)) if (marked !== element) marked.removeAttribute(mark);
  element?.setAttribute(mark, '');
};

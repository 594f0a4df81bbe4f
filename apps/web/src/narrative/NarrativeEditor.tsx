// The narrative: a rich text document that everybody writes at once, with its outline beside it and the board's cards as
// citations in its sentences.
import type { BoardView } from '@hearth/board/view';
import type { CardId, ParticipantId } from '@hearth/review/ids';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { classes } from '../design/classes.ts';
import { CitedBoardContext } from './cards-context.ts';
import { citeLabel } from './cite-label.ts';
import { CitePicker } from './CitePicker.tsx';
import { editorExtensions } from './extensions.ts';
import { follow, listenOnly, mirrorOf } from './mirror.ts';
import styles from './NarrativeEditor.module.css';
import { NarrativeToolbar } from './NarrativeToolbar.tsx';
import { NotCited } from './NotCited.tsx';
import prose from './prose.module.css';
import { ReportOutline } from './ReportOutline.tsx';
import { useOutline } from './use-outline.ts';

interface NarrativeEditorProps {
  /** The board's document, synced: an editor on an empty one would be written into before the words arrive. */
  doc: Y.Doc;
  awareness: Awareness;
  user: { participantId: ParticipantId; name: string };
  /** False for observers and while nothing can be saved: the text is shown, nothing of it can change. */
  editable: boolean;
  view: BoardView;
  /** IANA zone in which the incident is told. */
  zone: string;
  /** Shows a cited card where it stands. Best the same function at each render. */
  onOpenCard: (id: CardId) => void;
  className?: string | undefined;
}

/** Fills its container and scrolls in itself. */
export const NarrativeEditor = ({
  doc,
  awareness,
  user,
  editable,
  view,
  zone,
  onOpenCard,
  className,
}: NarrativeEditorProps) => {
  const [choosing, setChoosing] = useState<'all' | 'not-cited' | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => (editable ? doc : mirrorOf(doc)), [doc, editable]);
  useEffect(() => (shown === doc ? undefined : follow(shown, doc)), [doc, shown]);
  const board = useMemo(() => ({ view, zone, onOpenCard }), [view, zone, onOpenCard]);

  const editor = useEditor(
    {
      extensions: editorExtensions({
        doc: shown,
        awareness: editable ? awareness : listenOnly(awareness),
        user,
        onCite: () => {
          if (editable) setChoosing('all');
        },
      }),
      editable,
      editorProps: {
        attributes: {
          class: prose.prose ?? '',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': 'Narrative',
          ...(editable ? {} : { 'aria-readonly': 'true', tabindex: '0' }),
        },
      },
    },
    [shown, awareness, editable],
  );
  const outline = useOutline(editor);

  const cite = (id: CardId): void => {
    const card = view.card(id);
    setChoosing(null);
    if (!card) return;
    editor
      .chain()
      .focus()
      .insertContent([
        { type: 'cite', attrs: { cardId: id, label: citeLabel(card, zone) } },
        { type: 'text', text: ' ' },
      ])
      .run();
  };

  return (
    <CitedBoardContext value={board}>
      <div ref={scroller} className={classes(styles.frame, className)}>
        <div className={styles.page}>
          <ReportOutline
            editor={editor}
            outline={outline}
            scroller={scroller}
            onSeeNotCited={editable ? () => setChoosing('not-cited') : null}
          />
          <div className={styles.document}>
            {editable && <NarrativeToolbar editor={editor} onCite={() => setChoosing('all')} />}
            <EditorContent editor={editor} />
          </div>
          <aside className={styles.margin} aria-label="Cards beside the narrative">
            {editable && <NotCited cited={outline.cited} onCite={cite} onSeeAll={() => setChoosing('not-cited')} />}
          </aside>
        </div>
        {choosing !== null && (
          <CitePicker
            cited={outline.cited}
            onlyNotCited={choosing === 'not-cited'}
            onChoose={cite}
            onClose={() => setChoosing(null)}
          />
        )}
      </div>
    </CitedBoardContext>
  );
};

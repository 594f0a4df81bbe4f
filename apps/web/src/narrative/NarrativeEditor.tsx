// The narrative: a rich text document that everybody writes at once, with its outline beside it, the board's cards as
// citations in its sentences, and what people say about it in the margin.
import type { BoardView } from '@hearth/board/view';
import type { CardId, ParticipantId, ReviewId } from '@hearth/review/ids';
import { TextSelection } from '@tiptap/pm/state';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { fileUrl } from '../attachments/file-url.ts';
import { createStore } from '../board/store.ts';
import { useAnnounce } from '../design/announce.tsx';
import { classes } from '../design/classes.ts';
import { useToast } from '../design/toast.tsx';
import { ZoneLock } from '../facilitation/running/ZoneLock.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { CitedBoardContext } from './cards-context.ts';
import { citeLabel } from './cite-label.ts';
import { CitePicker } from './CitePicker.tsx';
import { CommentMargin } from './CommentMargin.tsx';
import { EmptyNarrative } from './EmptyNarrative.tsx';
import { editorExtensions } from './extensions.ts';
import type { LensUi } from './language-lens.ts';
import { LensHint } from './LensHint.tsx';
import { follow, listenOnly, mirrorOf } from './mirror.ts';
import styles from './NarrativeEditor.module.css';
import { NarrativeToolbar } from './NarrativeToolbar.tsx';
import { NotCited, Unsupported } from './NotCited.tsx';
import { openOwnPictures } from './own-pictures.ts';
import { PictureDialog } from './PictureDialog.tsx';
import prose from './prose.module.css';
import { ReportOutline } from './ReportOutline.tsx';
import type { Asked } from './suggest.ts';
import { SuggestList } from './SuggestList.tsx';
import { useComments } from './use-comments.ts';
import { useHasMargin } from './use-has-margin.ts';
import { useMentionNews } from './use-mention-news.ts';
import { useOutline } from './use-outline.ts';
import { openWiring } from './wiring.ts';

export interface NarrativeEditorProps {
  reviewId: ReviewId;
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

type Choosing = 'all' | 'not-cited' | 'picture';

/** Fills its container and scrolls in itself. */
export const NarrativeEditor = ({
  reviewId,
  doc,
  awareness,
  user,
  editable,
  view,
  zone,
  onOpenCard,
  className,
}: NarrativeEditorProps) => {
  const [choosing, setChoosing] = useState<Choosing | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [sheet, setSheet] = useState(false);
  const [wiring] = useState(openWiring);
  const [lens] = useState(() => createStore<LensUi>({ found: null, names: [] }));
  const scroller = useRef<HTMLDivElement>(null);
  const hasMargin = useHasMargin(scroller);
  const { view: meeting } = useFacilitation();
  const people = meeting?.people;
  useEffect(() => lens.set({ names: people?.map(({ name }) => name) ?? [] }), [lens, people]);
  const announce = useAnnounce();
  const toast = useToast();
  const shown = useMemo(() => (editable ? doc : mirrorOf(doc)), [doc, editable]);
  useEffect(() => (shown === doc ? undefined : follow(shown, doc)), [doc, shown]);
  const pictures = useMemo(
    () =>
      openOwnPictures({
        reviewId,
        urlOf: (id) => fileUrl(reviewId, id),
        onFailed: (words) => toast(words, { stayMs: 12_000 }),
      }),
    [reviewId, toast],
  );
  const board = useMemo(
    () => ({ view, zone, onOpenCard, pictureUrl: pictures.url }),
    [view, zone, onOpenCard, pictures],
  );
  const comments = useComments(shown);

  const editor = useEditor(
    {
      extensions: editorExtensions({
        doc: shown,
        awareness: editable ? awareness : listenOnly(awareness),
        user,
        cite: {
          onOpen: onOpenCard,
          onChoose: () => {
            if (editable) setChoosing('all');
          },
        },
        suggest: { onKey: wiring.key, onAsked: setAsked },
        comments: {
          view: comments.view,
          ui: comments.ui,
          onOpen: (id) => {
            comments.ui.set({ active: id });
            setSheet(true);
          },
          onComment: wiring.comment,
          onMoved: comments.move,
        },
        pictures,
        lens,
        paste: { onCut: () => toast('That was very long: its first 200,000 characters are here.') },
      }),
      editable,
      // The page takes no style but its own; what the editor needs is in prose.module.css.
      injectCSS: false,
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
    [shown, awareness, editable, comments, wiring, pictures, lens],
  );
  const outline = useOutline(editor);
  useMentionNews(editor, user.participantId);
  useEffect(() => {
    wiring.takeComments(() => {
      if (!editable) return;
      if (comments.start(editor)) setSheet(true);
      else {
        toast('Select the words that your comment is about.');
        announce('Select the words that your comment is about.');
      }
    });
  }, [wiring, editable, comments, editor, toast, announce]);

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
      <div ref={scroller} data-paper className={classes(styles.frame, className)}>
        <div className={styles.page}>
          <ReportOutline
            editor={editor}
            outline={outline}
            scroller={scroller}
            onSeeNotCited={editable ? () => setChoosing('not-cited') : null}
          />
          <div className={styles.document}>
            <ZoneLock zone="narrative" />
            {editable && (
              <NarrativeToolbar
                editor={editor}
                onCite={() => setChoosing('all')}
                onPicture={() => setChoosing('picture')}
                onComment={wiring.comment}
              />
            )}
            <CommentMargin
              where={hasMargin ? null : 'sheet'}
              comments={comments}
              editor={editor}
              open={sheet}
              onOpen={setSheet}
            />
            {editable && <EmptyNarrative editor={editor} />}
            <EditorContent editor={editor} />
          </div>
          {hasMargin && (
            <aside className={styles.margin} aria-label="Beside the narrative">
              <CommentMargin where="margin" comments={comments} editor={editor} open={sheet} onOpen={setSheet} />
              {editable && (
                <Unsupported
                  sections={outline.sections}
                  onCite={({ at }) => {
                    const next =
                      outline.sections.find((section) => section.at > at)?.at ?? editor.state.doc.content.size;
                    const end = TextSelection.near(editor.state.doc.resolve(next), -1);
                    editor.chain().setTextSelection(end.to).focus().run();
                    setChoosing('all');
                  }}
                />
              )}
              {editable && <NotCited cited={outline.cited} onCite={cite} onSeeAll={() => setChoosing('not-cited')} />}
            </aside>
          )}
        </div>
        {(choosing === 'all' || choosing === 'not-cited') && (
          <CitePicker
            cited={outline.cited}
            onlyNotCited={choosing === 'not-cited'}
            onChoose={cite}
            onClose={() => setChoosing(null)}
          />
        )}
        {choosing === 'picture' && (
          <PictureDialog editor={editor} pictures={pictures} onClose={() => setChoosing(null)} />
        )}
        {editable && <LensHint editor={editor} ui={lens} />}
        {editable && asked !== null && (
          <SuggestList
            editor={editor}
            asked={asked}
            people={people ?? []}
            actions={{ cite: () => setChoosing('all'), picture: () => setChoosing('picture') }}
            onKeys={wiring.takeKeys}
          />
        )}
      </div>
    </CitedBoardContext>
  );
};

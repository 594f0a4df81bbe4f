// The report's outline at the left: its sections with their words, what the board adds, and how many cards are told.
import { cardKinds, type CardKind } from '@hearth/board/cards';
import { countKinds } from '@hearth/board/view';
import { counted } from '@hearth/review/time/words';
import type { Editor } from '@tiptap/react';
import { useCallback, useEffect, useState, type RefObject } from 'react';
import { kinds } from '../design/kinds.ts';
import { useBoardValue, useCitedBoard } from './cards-context.ts';
import { readingMinutes, wordsInWords, type Outline, type Section } from './outline.ts';
import styles from './ReportOutline.module.css';

interface ReportOutlineProps {
  editor: Editor;
  outline: Outline;
  /** What scrolls; the section at its top is the current one. */
  scroller: RefObject<HTMLDivElement | null>;
  /** null for those who can not cite. */
  onSeeNotCited: (() => void) | null;
}

export const ReportOutline = ({ editor, outline, scroller, onSeeNotCited }: ReportOutlineProps) => {
  const counts = useKindCounts();
  const current = useSectionInView(editor, outline.sections, scroller);
  const total = cardKinds.reduce((sum, kind) => sum + counts[kind], 0);
  const { view } = useCitedBoard();
  const cited = outline.cited.filter((id) => view.card(view.shownBy(id)) !== undefined).length;
  return (
    <nav className={styles.outline} aria-label="Report">
      <h2>Report</h2>
      <ul className={styles.sections}>
        {outline.sections.map((section) => (
          <li key={section.at}>
            <button
              type="button"
              aria-current={section.at === current ? 'true' : undefined}
              className={section.level > 2 ? styles.sub : undefined}
              onClick={() => goTo(editor, section)}
            >
              <span>{section.title || 'Untitled'}</span>
              <span className={styles.count}>{wordsInWords(section.words)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.cited}>
        {outline.words === 0
          ? 'Nothing is written yet.'
          : `${wordsInWords(outline.words)} in all, ${counted(readingMinutes(outline.words), 'minute')} to read.`}
        <br />
        {total === 0 ? 'No card to cite yet.' : `Cited: ${cited} of ${counted(total, 'card')}.`}
        {onSeeNotCited && total > cited && (
          <>
            <br />
            <button type="button" onClick={onSeeNotCited}>
              See what is not yet told
            </button>
          </>
        )}
      </p>
      <h2>From the board</h2>
      <ul className={styles.counts}>
        {boardParts.map((kind) => (
          <li key={kind}>
            {kinds[kind].plural} <span className={styles.count}>{counts[kind]}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** What publishing adds to the written sections. */
const boardParts = ['event', 'perspective', 'factor', 'learning', 'action'] as const satisfies readonly CardKind[];

const useKindCounts = (): Record<CardKind, number> => {
  const { view } = useCitedBoard();
  // Numbers in one string: rendered again only when one of them changes.
  useBoardValue((board) => Object.values(countKinds(board)).join(' '));
  return countKinds(view);
};

const headingElement = (editor: Editor, section: Section): HTMLElement | null => {
  const element = editor.isDestroyed ? null : editor.view.nodeDOM(section.at);
  return element instanceof HTMLElement ? element : null;
};

const goTo = (editor: Editor, section: Section): void => {
  headingElement(editor, section)?.scrollIntoView({ block: 'start' });
  // On a phone the keyboard would cover what one wanted to read.
  if (editor.isEditable && matchMedia('(pointer: fine)').matches)
    editor
      .chain()
      .setTextSelection(section.at + 1)
      .focus(undefined, { scrollIntoView: false })
      .run();
};

/** How far below the upper edge a heading may be and still be the one being read. */
const readingLinePx = 140;

/** Position of the section that stands at the top of what is seen. */
const useSectionInView = (
  editor: Editor,
  sections: readonly Section[],
  scroller: RefObject<HTMLDivElement | null>,
): number | null => {
  const [current, setCurrent] = useState<number | null>(null);
  const look = useCallback(() => {
    const top = (scroller.current?.getBoundingClientRect().top ?? 0) + readingLinePx;
    const passed = sections.filter((section) => {
      const heading = headingElement(editor, section);
      return heading !== null && heading.getBoundingClientRect().top <= top;
    });
    setCurrent((passed.at(-1) ?? sections[0])?.at ?? null);
  }, [editor, scroller, sections]);
  useEffect(() => {
    const frame = requestAnimationFrame(look);
    // Captured, since on a phone the page scrolls instead of the document.
    document.addEventListener('scroll', look, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('scroll', look, { capture: true });
    };
  }, [look]);
  return current;
};

// The narrative as it was: to be read, with what changed at this moment marked in the margin.
import type { BoardComparison } from '@hearth/board/compare';
import { plainText, type NarrativeNode } from '@hearth/board/narrative';
import type { BoardSnapshot } from '@hearth/board/snapshot';
import type { CardId } from '@hearth/review/ids';
import { useEffect, useMemo, useRef, type MouseEvent } from 'react';
import { classes } from '../design/classes.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { NarrativeBlock, type CitedCard } from '../publishing/Narrative.tsx';
import prose from '../narrative/prose.module.css';
import styles from './NarrativeMoment.module.css';

interface NarrativeMomentProps {
  board: BoardSnapshot;
  happened: BoardComparison;
  onOpenCard: (id: CardId) => void;
  /** Where a picture that the review keeps is read from, by its id. */
  pictureUrl: (id: string) => string;
}

export const NarrativeMoment = ({ board, happened, onOpenCard, pictureUrl }: NarrativeMomentProps) => {
  const blocks = board.narrative.content ?? [];
  const cited = useMemo(
    () => new Map<string, CitedCard>(board.cards.map(({ id, kind }) => [id, { kind, lead: '' }])),
    [board.cards],
  );
  const marks = useMemo(
    () =>
      new Map<NarrativeNode, 'added' | 'changed'>(
        happened.narrative.flatMap((block) => {
          if (block.kind === 'removed') return [];
          return [block.kind === 'added' ? [block.block, block.kind] : [block.after, block.kind]];
        }),
      ),
    [happened],
  );
  const story = useRef<HTMLElement>(null);
  useEffect(() => {
    // What changed is where one reads: the page goes there, unless it is on the screen already.
    story.current?.querySelector('[data-mark]')?.scrollIntoView({ block: 'nearest' });
  }, [marks]);
  // A citation leads to its card on the board of this moment.
  const follow = (event: MouseEvent): void => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#card-"]');
    if (!link) return;
    event.preventDefault();
    onOpenCard(link.getAttribute('href')?.slice('#card-'.length) as CardId);
  };
  if (blocks.every((block) => plainText(block) === ''))
    return (
      <div className={styles.page}>
        <EmptyState question="The story was not begun yet." hint="Go on to a later moment to read it." />
      </div>
    );
  return (
    <div className={styles.page} data-scroller tabIndex={-1}>
      {/* The links inside are reached and followed by keyboard as well: a press of Enter is a click. */}
      <article
        ref={story}
        className={classes(prose.prose, styles.story)}
        aria-label="Narrative at this moment"
        onClick={follow}
      >
        {blocks.map((block, index) => {
          const mark = marks.get(block);
          return (
            // Blocks of a moment have no ids of their own: their places are their keys.
            <div key={index} className={classes(styles.block, mark && styles.marked)} data-mark={mark}>
              {mark && <span className={styles.mark}>{mark}</span>}
              <NarrativeBlock
                node={block}
                cited={cited}
                pictureUrl={pictureUrl}
                heading={block.type === 'heading' ? { id: `moment-${index}`, text: plainText(block), level: 2 } : null}
              />
            </div>
          );
        })}
      </article>
    </div>
  );
};

// A heading of the outline that puts its cards away and brings them back.
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../../design/classes.ts';
import { Icon } from '../../design/Icon.tsx';
import { useSession } from '../session.tsx';
import { foldToggled, outlineOf, useOutlineView, type Heading } from './outline-view.ts';
import styles from './Outline.module.css';

interface FoldProps {
  heading: Heading;
  children: ReactNode;
}

/** The button inside a heading: its name, and whether what stands under it is shown. */
export const Fold = ({ heading, children }: FoldProps) => {
  const outline = outlineOf(useSession().view);
  const folded = useOutlineView((view) => view.folded.has(heading));
  return (
    <button
      type="button"
      className={classes(styles.fold, folded && styles.folded)}
      aria-expanded={!folded}
      onClick={() => outline.set({ folded: foldToggled(outline.get().folded, heading) })}
    >
      <Icon of={ChevronDown} size="s" className={styles.chevron} />
      {children}
    </button>
  );
};

// A card seen from somewhere else: its kind by edge, wash and icon, and its words.
import type { CardKind } from '@hearth/board/cards';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import { kinds } from './kinds.ts';
import styles from './KindChip.module.css';

interface KindChipProps {
  kind: CardKind;
  label: string;
  /** Makes it a link. */
  href?: string | undefined;
  /** Makes it a button. */
  onClick?: (() => void) | undefined;
  /** A reader's page: no ground, the sentence leads. */
  quiet?: boolean | undefined;
  /** Element that tells more about it. */
  describedBy?: string | undefined;
}

export const KindChip = ({ kind, label, href, onClick, quiet = false, describedBy }: KindChipProps) => {
  const look = kinds[kind];
  const className = classes(styles.chip, quiet && styles.quiet, look.className);
  const content = (
    <>
      <Icon of={look.icon} size="s" className={styles.icon} />
      <span className="vh">{look.name}: </span>
      <span dir="auto" className={styles.words}>
        {label}
      </span>
    </>
  );
  if (href !== undefined)
    return (
      <a className={className} href={href}>
        {content}
      </a>
    );
  if (onClick !== undefined)
    return (
      <button type="button" className={className} aria-describedby={describedBy} onClick={onClick}>
        {content}
      </button>
    );
  return <span className={className}>{content}</span>;
};

/** The word of a kind with its icon, in its hue: the head of a card. */
export const KindTag = ({ kind, children }: { kind: CardKind; children?: string }) => (
  <span className={classes(styles.tag, kinds[kind].className)}>
    <Icon of={kinds[kind].icon} size="s" /> {children ?? kinds[kind].name}
  </span>
);

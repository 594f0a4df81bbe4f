// What happened, as a list: for the panel beside the board, for the comparison, and for what a restore will do.
import type { CardId } from '@hearth/review/ids';
import { Columns3, FileText, Spline } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Avatar } from '../design/Avatar.tsx';
import { classes } from '../design/classes.ts';
import { Icon } from '../design/Icon.tsx';
import { kinds } from '../design/kinds.ts';
import { firstName } from '../board/presence.ts';
import type { Doing, Happening, ZoneOfHappenings } from './happened.ts';
import { TextDiff } from './TextDiff.tsx';
import styles from './Happened.module.css';

interface HappeningListProps {
  zones: readonly ZoneOfHappenings[];
  /** Shows a card where it stands. */
  onOpenCard?: ((id: CardId) => void) | undefined;
  /** How each doing is called here: "comes back" where a restore is spoken of. */
  verbs?: Partial<Record<Doing, string>>;
  heading?: 'h2' | 'h3';
}

export const HappeningList = ({ zones, onOpenCard, verbs = {}, heading: Heading = 'h3' }: HappeningListProps) =>
  zones.map(({ zone, name, happenings }) => (
    <section key={zone} className={styles.zone}>
      <Heading>
        {name} <span className="meta">{happenings.length}</span>
      </Heading>
      <ul>
        {happenings.map((happening) => (
          <HappeningItem
            key={happening.key}
            zone={zone}
            happening={happening}
            verb={verbs[happening.doing] ?? happening.verb}
            onOpenCard={onOpenCard}
          />
        ))}
      </ul>
    </section>
  ));

interface ItemProps {
  zone: ZoneOfHappenings['zone'];
  happening: Happening;
  verb: string;
  onOpenCard: ((id: CardId) => void) | undefined;
}

const HappeningItem = ({ zone, happening, verb, onOpenCard }: ItemProps) => {
  const { kind, card, doing, label, who, texts } = happening;
  const look = kind === null ? null : kinds[kind];
  const words = (
    <>
      {look && <span className="vh">{look.name}: </span>}
      {label}
    </>
  );
  return (
    <li className={classes(styles.item, look?.className)} data-doing={doing}>
      <Icon of={look?.icon ?? otherIcon(zone)} className={styles.icon} />
      <div className={styles.words}>
        {texts ? (
          <TextDiff before={texts.before} after={texts.after} />
        ) : (
          <p className={styles.label}>{doing === 'removed' ? <del>{words}</del> : words}</p>
        )}
        <p className={styles.who}>
          {who !== null && <Avatar name={who} size="s" decorative />}
          <span>{who === null ? capital(verb) : `${firstName(who)} ${verb} it`}</span>
          {card !== null && onOpenCard && (
            <button type="button" onClick={() => onOpenCard(card)}>
              Show<span className="vh"> {label}</span>
            </button>
          )}
        </p>
      </div>
    </li>
  );
};

const otherIcon = (zone: ZoneOfHappenings['zone']): LucideIcon => {
  if (zone === 'narrative') return FileText;
  return zone === 'perspectives' ? Columns3 : Spline;
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

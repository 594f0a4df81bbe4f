// The right edge: actions, what was found in the writing, and questions to ask. Tabs by arrow keys.
import type { CardId, ReviewId } from '@hearth/review/ids';
import { permission } from '@hearth/review/permission';
import { useId, useRef } from 'react';
import { InZone, useCards, useSession } from '../board/session.tsx';
import { useCommentCount } from '../comments/talk.tsx';
import { classes } from '../design/classes.ts';
import { useRootMark } from '../design/root-mark.ts';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { DrawerActions } from './DrawerActions.tsx';
import { ActionProposals, AllComments, PromptsPanel } from './late-panels.tsx';
import styles from './Drawer.module.css';

const tabs = ['actions', 'comments', 'found', 'prompts'] as const;
export type DrawerTab = (typeof tabs)[number];

export interface DrawerProps {
  reviewId: ReviewId;
  tab: DrawerTab;
  onTab: (tab: DrawerTab) => void;
  onOpenCard: (id: CardId) => void;
  onOpenThread: (card: CardId | null) => void;
  /** Goes to a block of the narrative. */
  onOpenBlock: (index: number) => void;
  /** Pulled out, where it does not stand beside the view. */
  open: boolean;
  /** Put away until it is pulled out, on wide windows as on narrow ones. */
  folded: boolean;
}

export const Drawer = ({ open, folded, ...props }: DrawerProps) => {
  const { tab, onTab } = props;
  useRootMark('data-drawer-over', open ? '' : null);
  const actions = useCards('action');
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const { open: comments, unread } = useCommentCount();
  const names: Record<DrawerTab, string> = {
    comments: comments > 0 ? `Comments ${comments}` : 'Comments',
    actions: actions.length > 0 ? `Actions ${actions.length}` : 'Actions',
    found: 'To confirm',
    prompts: 'Prompts',
  };
  return (
    <aside
      className={classes(styles.drawer, folded && styles.folded, open && styles.open)}
      aria-label="Actions, comments and prompts"
    >
      <div
        ref={list}
        role="tablist"
        aria-label="Beside the board"
        className={styles.tabs}
        tabIndex={-1}
        onKeyDown={(event) => {
          const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length] ?? 'actions';
          onTab(next);
          list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${next}`)}`)?.focus();
        }}
      >
        {tabs.map((one) => (
          <button
            key={one}
            id={`${id}-${one}`}
            type="button"
            role="tab"
            aria-selected={one === tab}
            aria-controls={`${id}-panel`}
            tabIndex={one === tab ? 0 : -1}
            data-tab={one}
            data-fresh={one === 'comments' && unread > 0 ? '' : undefined}
            onClick={() => onTab(one)}
          >
            {names[one]}
            {one === 'comments' && unread > 0 && <span className="vh">, {unread} unread</span>}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${tab}`} className={styles.panel}>
        <TabPanel {...props} />
      </div>
    </aside>
  );
};

const TabPanel = ({
  tab,
  reviewId,
  onOpenCard,
  onOpenThread,
  onOpenBlock,
}: Omit<DrawerProps, 'open' | 'folded' | 'onTab'>) => {
  const { view, zone } = useSession();
  const { role } = useFacilitation();
  switch (tab) {
    case 'actions':
      return (
        <InZone zone="actions">
          <DrawerActions onOpenCard={onOpenCard} />
        </InZone>
      );
    case 'comments':
      return <AllComments onOpenCard={onOpenThread} onOpenNarrative={() => onOpenThread(null)} />;
    case 'found':
      return (
        <ActionProposals
          reviewId={reviewId}
          canDecide={permission(role, 'action-items.decide').allowed}
          view={view}
          zone={zone}
          onOpenCard={onOpenCard}
        />
      );
    case 'prompts':
      return <PromptsPanel onOpenCard={onOpenCard} onOpenBlock={onOpenBlock} />;
  }
};

// The left edge: the stages of the meeting, and the ways to look at the board.
import type { Stage } from '@hearth/review/templates/template';
import { BookOpenText, LayoutDashboard, ListTree, PanelRight, Search, type LucideIcon } from 'lucide-react';
import { Icon } from '../design/Icon.tsx';
import { StageRail } from '../facilitation/StageRail.tsx';
import styles from './Rail.module.css';

const roomViews = ['board', 'outline', 'narrative'] as const;
export type RoomView = (typeof roomViews)[number];

const looks: Record<RoomView, { name: string; icon: LucideIcon; keys: string }> = {
  board: { name: 'Board', icon: LayoutDashboard, keys: '1–4' },
  outline: { name: 'Outline', icon: ListTree, keys: 'O' },
  narrative: { name: 'Narrative', icon: BookOpenText, keys: '' },
};

interface RailProps {
  view: RoomView;
  onView: (view: RoomView) => void;
  onLook: (stage: Stage) => void;
  /** Actions and prompts, folded away on narrow windows and beside the narrative. */
  drawer: boolean;
  onDrawer: () => void;
  onFind: () => void;
}

export const Rail = ({ view, onView, onLook, drawer, onDrawer, onFind }: RailProps) => (
  <nav className={styles.rail} aria-label="Stages and views">
    <div>
      <h2 className="vh">Stages</h2>
      <StageRail onLook={onLook} />
    </div>
    <div>
      <h2 className="vh">Views</h2>
      <ul>
        {/* First, so that its coming and going moves none of the views. */}
        <li className={styles.folded} data-always={view === 'narrative' ? '' : undefined}>
          <button
            type="button"
            className={styles.view}
            aria-expanded={drawer}
            title="Actions and prompts"
            onClick={onDrawer}
          >
            <Icon of={PanelRight} />
            <span className={styles.name}>Actions and prompts</span>
          </button>
        </li>
        {roomViews.map((one) => (
          <li key={one}>
            <button
              type="button"
              className={styles.view}
              aria-current={one === view ? 'page' : undefined}
              title={looks[one].name}
              onClick={() => onView(one)}
            >
              <Icon of={looks[one].icon} />
              <span className={styles.name}>{looks[one].name}</span>
              {looks[one].keys && <kbd aria-hidden="true">{looks[one].keys}</kbd>}
            </button>
          </li>
        ))}
        <li>
          <button type="button" className={styles.view} title="Find words and people" onClick={onFind}>
            <Icon of={Search} />
            <span className={styles.name}>Find</span>
            <kbd aria-hidden="true">/</kbd>
          </button>
        </li>
      </ul>
    </div>
  </nav>
);

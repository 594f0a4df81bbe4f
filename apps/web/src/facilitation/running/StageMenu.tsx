// A stage in the rail of those who run the meeting: look there alone, or move the room.
import { ArrowRight, Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, type MenuTrigger } from '../../design/Menu.tsx';
import { useCommand } from '../use-facilitation.ts';

export interface StageMenuProps {
  name: string;
  index: number;
  /** The room is there already. */
  here: boolean;
  /** Nothing to look at: the stage is about the people. */
  nowhere: boolean;
  onLook: () => void;
  children: (trigger: MenuTrigger) => ReactNode;
}

export const StageMenu = ({ name, index, here, nowhere, onLook, children }: StageMenuProps) => {
  const command = useCommand();
  return (
    <Menu
      label={`For ${name}`}
      items={[
        { id: 'look', label: 'Look there', icon: Eye, disabled: nowhere, onSelect: onLook },
        {
          id: 'move',
          label: here ? 'The room is here' : 'Move the room here',
          icon: ArrowRight,
          disabled: here,
          onSelect: () => void command({ kind: 'jump', stageIndex: index }),
        },
      ]}
    >
      {children}
    </Menu>
  );
};

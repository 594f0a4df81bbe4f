// An icon of lucide-react in the sizes and strokes that the design has. Always decorative: words say the same beside it.
import type { LucideIcon } from 'lucide-react';
import { classes } from './classes.ts';
import styles from './Icon.module.css';

interface IconProps {
  of: LucideIcon;
  size?: 's' | 'm' | 'l';
  solid?: boolean;
  className?: string | undefined;
}

export const Icon = ({ of: Shape, size = 'm', solid = false, className }: IconProps) => (
  <Shape
    aria-hidden="true"
    focusable="false"
    className={classes(styles.icon, styles[size], solid && styles.solid, className)}
  />
);

// The icon of each kind of event: what happened is said by a shape as well as by a word.
import type { EventKind } from '@hearth/board/cards';
import {
  BellRing,
  CircleSlash,
  GitCommitHorizontal,
  Phone,
  Signpost,
  Stethoscope,
  Sunrise,
  Wrench,
  type LucideIcon,
} from 'lucide-react';

export const eventIcons: Record<EventKind, LucideIcon> = {
  detection: BellRing,
  diagnosis: Stethoscope,
  decision: Signpost,
  action: Wrench,
  communication: Phone,
  change: GitCommitHorizontal,
  impact: CircleSlash,
  recovery: Sunrise,
};

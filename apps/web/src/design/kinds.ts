// How each kind of card is named and shown: a word, an icon, and the class that sets its hue.
import type { CardKind } from '@hearth/board/cards';
import {
  CircleArrowRight,
  Clock,
  Eye,
  MessageCircleQuestionMark,
  Sprout,
  Waypoints,
  type LucideIcon,
} from 'lucide-react';

export interface KindLook {
  name: string;
  plural: string;
  icon: LucideIcon;
  /** A global class of base.css; sets --k (the hue) and --kw (its wash). */
  className: string;
}

export const kinds: Record<CardKind, KindLook> = {
  event: { name: 'Event', plural: 'Events', icon: Clock, className: 'k-event' },
  perspective: { name: 'Perspective', plural: 'Perspectives', icon: Eye, className: 'k-perspective' },
  factor: { name: 'Factor', plural: 'Factors', icon: Waypoints, className: 'k-factor' },
  question: { name: 'Question', plural: 'Questions', icon: MessageCircleQuestionMark, className: 'k-question' },
  learning: { name: 'Learning', plural: 'Learnings', icon: Sprout, className: 'k-learning' },
  action: { name: 'Action', plural: 'Actions', icon: CircleArrowRight, className: 'k-action' },
};

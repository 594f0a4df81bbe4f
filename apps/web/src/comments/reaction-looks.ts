import type { ReactionKind } from '@hearth/board/cards';
import { Ear, Equal, Handshake, Zap, type LucideIcon } from 'lucide-react';

export const reactionIcons: Record<ReactionKind, LucideIcon> = {
  'same-here': Equal,
  surprised: Zap,
  more: Ear,
  'thank-you': Handshake,
};

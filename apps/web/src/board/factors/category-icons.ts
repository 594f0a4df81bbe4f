// What kind of condition a factor is, as an icon beside its word: hue means the kind of card.
import type { FactorCategory } from '@hearth/board/cards';
import { Building2, Cpu, UserRound, type LucideIcon } from 'lucide-react';

export const categoryIcons: Record<FactorCategory, LucideIcon> = {
  human: UserRound,
  technical: Cpu,
  organisational: Building2,
};

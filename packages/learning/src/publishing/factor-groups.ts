// Contributing factors as a reader meets them: by theme, and those without one by category. Pure. SPEC P12.
import { categoryNames, factorCategories, type FactorCategory } from '@hearth/board/cards';
import type { ReportFactor } from './report.ts';

export interface FactorGroup {
  /** Of the theme, as people wrote it, or of the category. */
  name: string;
  /** null for a theme. */
  category: FactorCategory | null;
  of: readonly ReportFactor[];
}

/** Groups that have a factor in them: themes in the order of the report, then categories. */
export const factorGroups = (factors: readonly ReportFactor[]): FactorGroup[] => {
  const themes = Map.groupBy(
    factors.filter(({ theme }) => theme !== undefined),
    ({ theme = '' }) => theme,
  );
  const alone = factors.filter(({ theme }) => theme === undefined);
  return [
    ...[...themes].map(([name, of]) => ({ name, category: null, of })),
    ...factorCategories
      .map((category) => ({
        name: categoryNames[category],
        category,
        of: alone.filter((factor) => factor.category === category),
      }))
      .filter(({ of }) => of.length > 0),
  ];
};

// Contributing factors by theme, and those without one by category, each with what it is linked to.
import { categoryNames } from '@hearth/board/cards';
import { factorGroups } from '@hearth/learning/publishing/factor-groups';
import type { ReportFactor } from '@hearth/learning/publishing/report';
import { counted } from '@hearth/review/time/words';
import styles from './ReportView.module.css';

export const ReportFactors = ({ factors }: { factors: readonly ReportFactor[] }) =>
  factorGroups(factors).map(({ name, category, of }) => (
    <section key={`${category ?? 'theme'} ${name}`} className={styles.factors}>
      <h3>{name}</h3>
      <ul>
        {of.map((factor) => {
          const { id, text, links, dots = 0 } = factor;
          return (
            <li key={id} id={`card-${id}`} tabIndex={-1} className={styles.factor}>
              <p>
                {text}
                {category === null && <span className={styles.ofCategory}> {categoryNames[factor.category]}</span>}
                {dots > 0 && <span className={styles.ofCategory}> {counted(dots, 'dot')} in the vote</span>}
              </p>
              {links.map((link, index) => (
                <p key={`${index} ${link.text}`} className={styles.leadsTo}>
                  {link.meaning} <span>{link.text}</span>
                </p>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  ));

// Contributing factors by category, each with what it is linked to.
import { categoryNames, factorCategories } from '@hearth/board/cards';
import type { ReportFactor } from '@hearth/learning/publishing/report';
import styles from './ReportView.module.css';

export const ReportFactors = ({ factors }: { factors: readonly ReportFactor[] }) =>
  factorCategories
    .map((category) => ({ category, of: factors.filter((factor) => factor.category === category) }))
    .filter(({ of }) => of.length > 0)
    .map(({ category, of }) => (
      <section key={category} className={styles.factors}>
        <h3>{categoryNames[category]}</h3>
        <ul>
          {of.map(({ id, text, links }) => (
            <li key={id} id={`card-${id}`} tabIndex={-1} className={styles.factor}>
              <p>{text}</p>
              {links.map((link, index) => (
                <p key={`${index} ${link.text}`} className={styles.leadsTo}>
                  {link.meaning} <span>{link.text}</span>
                </p>
              ))}
            </li>
          ))}
        </ul>
      </section>
    ));

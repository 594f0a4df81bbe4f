// What responders saw, expected and knew, each in their own words.
import { facetNames } from '@hearth/board/cards';
import type { ReportPerspective } from '@hearth/learning/publishing/report';
import styles from './ReportView.module.css';

export const ReportPerspectives = ({ perspectives }: { perspectives: readonly ReportPerspective[] }) =>
  perspectives
    .filter(({ cards }) => cards.length > 0)
    .map(({ name, role, cards }, index) => (
      <section key={`${index} ${name}`} className={styles.perspective}>
        <h3>
          {name}
          {role !== '' && <span className={styles.role}>{role}</span>}
        </h3>
        <dl>
          {cards.map(({ id, facet, text }) => (
            <div key={id} id={`card-${id}`} tabIndex={-1}>
              <dt>{facetNames[facet]}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
    ));

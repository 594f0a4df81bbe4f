// The measure of an ordinary page, and its head: title on the left, what can be done on the right.
import type { ReactNode } from 'react';
import { PageTitle } from './page-title.tsx';
import styles from './Page.module.css';

interface PageProps {
  title: string;
  /** A line above the title. */
  above?: ReactNode;
  actions?: ReactNode;
  /** `read` for one column of text or fields. */
  measure?: 'wide' | 'read';
  children: ReactNode;
}

export const Page = ({ title, above, actions, measure = 'wide', children }: PageProps) => (
  <div className={measure === 'read' ? styles.read : styles.page}>
    <header className={styles.header}>
      <div className="grow">
        {above && <p className={styles.above}>{above}</p>}
        <PageTitle>{title}</PageTitle>
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
    {children}
  </div>
);

// How to get in, for a browser that is nobody yet.
import { KeyRound, Link2 } from 'lucide-react';
import { Icon } from '../design/Icon.tsx';
import { Page } from '../shell/Page.tsx';
import styles from './SignedOut.module.css';

export const SignedOut = () => (
  <Page title="The room is behind a link" measure="read">
    <p className={styles.said}>
      Hearth is where the people who met an incident tell each other what it was like, and learn from it together.
    </p>
    <ol className={styles.ways}>
      <li>
        <Icon of={Link2} size="l" className={styles.icon} />
        <div>
          <h2>You were invited to a review</h2>
          <p>Open the join link that you were sent. If you have none, ask whoever facilitates the review for one.</p>
        </div>
      </li>
      <li>
        <Icon of={KeyRound} size="l" className={styles.icon} />
        <div>
          <h2>You run this Hearth</h2>
          <p>
            Open the owner link that the server printed in its terminal. It works once; each start of the server prints
            a new one.
          </p>
        </div>
      </li>
    </ol>
  </Page>
);

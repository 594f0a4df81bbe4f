// Says that Hearth can not be reached, for as long as that is so.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useReachable } from '../api/reachability.ts';
import { Button } from '../design/Button.tsx';
import { Notice } from '../design/Notice.tsx';
import styles from './ConnectionNotice.module.css';

export const ConnectionNotice = () => {
  const reachable = useReachable();
  const client = useQueryClient();
  useEffect(() => {
    // Back again: what could not be fetched meanwhile is fetched now.
    if (reachable) void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
  }, [client, reachable]);
  return (
    <output className={styles.place}>
      {!reachable && (
        <Notice
          lost
          live="none"
          title="Hearth can not be reached."
          actions={
            <Button look="line" onClick={() => void client.refetchQueries({ type: 'active' })}>
              Try now
            </Button>
          }
        >
          What you see may be old. The page tries again by itself.
        </Notice>
      )}
    </output>
  );
};

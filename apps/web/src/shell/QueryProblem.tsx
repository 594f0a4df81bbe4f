// What a page shows instead of its content when that could not be fetched.
import { adviceOf, isRefusedWith } from '../api/api-error.ts';
import { SignedOut } from '../access/SignedOut.tsx';
import { Button } from '../design/Button.tsx';
import { Notice } from '../design/Notice.tsx';
import { NotFound } from './NotFound.tsx';
import { Page } from './Page.tsx';

export interface QueryProblemProps {
  error: unknown;
  onRetry: () => void;
}

export const QueryProblem = ({ error, onRetry }: QueryProblemProps) => {
  if (isRefusedWith(error, 'HEARTH_SIGN_IN_REQUIRED')) return <SignedOut />;
  if (isRefusedWith(error, 'HEARTH_NOT_FOUND', 'HEARTH_BAD_REQUEST')) return <NotFound />;
  return (
    <Page title="This page could not be loaded" measure="read">
      <Notice
        live="alert"
        lost={isRefusedWith(error, 'unreachable')}
        actions={
          <Button look="line" onClick={onRetry}>
            Try again
          </Button>
        }
      >
        {adviceOf(error)}
      </Notice>
    </Page>
  );
};

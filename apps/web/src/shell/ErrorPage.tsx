// Shown in place of a page that broke. What people wrote on a board is not in this page's hands: it is saved or kept apart.
import { RotateCw } from 'lucide-react';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { Page } from './Page.tsx';

export const ErrorPage = ({ error }: { error: unknown }) => (
  <Page title="This page stopped working" measure="read">
    <EmptyState
      question="Something here did not go as we had thought."
      hint={
        isChunkMissing(error)
          ? 'A part of it could not be fetched: the connection is gone, or there is a newer version of Hearth. Reload the page.'
          : 'It is our mistake, not yours. What was saved is safe; reload the page to go on.'
      }
    >
      <Button look="ink" icon={RotateCw} onClick={() => window.location.reload()}>
        Reload
      </Button>
      {/* A full load, not a navigation: what broke may live in memory. */}
      <a href="/">All reviews</a>
    </EmptyState>
  </Page>
);

/** A part of the application that was loaded late and is gone: the server was updated meanwhile. */
const isChunkMissing = (error: unknown) =>
  error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);

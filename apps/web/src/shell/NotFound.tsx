// An address that leads nowhere, or to something that is not this person's to see: the two look alike.
import { ArrowLeft } from 'lucide-react';
import { ButtonLink } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { Page } from './Page.tsx';

export const NotFound = () => (
  <Page title="There is nothing here" measure="read">
    <EmptyState
      question="Perhaps the link was cut short on its way?"
      hint="There is nothing at this address, or it is not yours to see. Whoever sent the link can send it again."
    >
      <ButtonLink to="/" look="line" icon={ArrowLeft}>
        All reviews
      </ButtonLink>
    </EmptyState>
  </Page>
);

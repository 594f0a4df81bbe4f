// The owner's one-time link: its secret is in the fragment, is posted once, and leaves the address bar at once.
import { LinkIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { adviceOf, isRefusedWith } from '../api/api-error.ts';
import { Button, ButtonLink } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { useNavigate } from '../router/Router.tsx';
import { Page } from '../shell/Page.tsx';
import { useSession, useSignIn } from './queries.ts';
import { useSecret } from './secret.ts';

export const SignInPage = () => {
  const secret = useSecret();
  return <SignInBy key={secret} secret={secret} />;
};

const SignInBy = ({ secret }: { secret: string }) => {
  const session = useSession();
  const signIn = useSignIn();
  const navigate = useNavigate();
  const sent = useRef(false);
  const { mutate } = signIn;

  const open = () => mutate(secret, { onSuccess: () => navigate('/', { replace: true }) });
  const openOnce = useRef(open);
  useEffect(() => {
    // Once, also where effects run twice: the second time the link would be used up.
    if (sent.current || secret === '') return;
    sent.current = true;
    openOnce.current();
  }, [secret]);

  if (secret !== '' && !signIn.isError)
    return (
      <Page title="Signing you in" measure="read">
        <Skeleton label="Signing you in" />
      </Page>
    );

  const mayTryAgain = signIn.isError && !isRefusedWith(signIn.error, 'HEARTH_LINK_NOT_VALID', 'HEARTH_BAD_REQUEST');
  if (mayTryAgain)
    return (
      <Page title="That did not work" measure="read">
        <EmptyState question={adviceOf(signIn.error)} hint="Your link has not been used up.">
          <Button look="ink" busy={signIn.isPending} onClick={open}>
            Try again
          </Button>
        </EmptyState>
      </Page>
    );

  return (
    <Page title="This link does not open anything any more" measure="read">
      <EmptyState
        question="An owner link works once, and a newer one takes its place."
        hint="Stop Hearth in its terminal and start it again: it prints a new owner link. Nothing that was saved is lost by that."
      >
        {session.data?.account && (
          <ButtonLink to="/" look="ink" icon={LinkIcon}>
            You are signed in already: go to the reviews
          </ButtonLink>
        )}
      </EmptyState>
    </Page>
  );
};

// The secret of a link travels in the fragment, which no server log and no referrer ever sees.
import { useEffect, useState } from 'react';

/** Takes the secret out of the address bar, so that neither history nor a shared screen keeps it. */
const takeSecret = (): string => {
  const secret = window.location.hash.slice(1);
  if (secret !== '') window.history.replaceState(window.history.state, '', window.location.pathname);
  return secret;
};

/** The secret of the link that was opened; another one when a link is opened over the page of the one before. */
export const useSecret = (): string => {
  const [secret, setSecret] = useState(takeSecret);
  useEffect(() => {
    // Addresses that differ in the fragment alone are one page to a browser: it does not load it again.
    const look = () => setSecret((before) => takeSecret() || before);
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
  return secret;
};

// The secret of a link travels in the fragment, which no server log and no referrer ever sees.

/** Takes the secret out of the address bar, so that neither history nor a shared screen keeps it. */
export const takeSecret = (): string => {
  const secret = window.location.hash.slice(1);
  if (secret !== '') window.history.replaceState(window.history.state, '', window.location.pathname);
  return secret;
};

// Opens the shared agenda in a window of its own, to be moved to another screen. One for each review.

/** @returns whether the browser let it. */
export const openAgenda = (reviewId: string): boolean => {
  const opened = window.open(`/reviews/${reviewId}/agenda`, `hearth-agenda-${reviewId}`, 'popup,width=1280,height=720');
  opened?.focus();
  return opened !== null;
};

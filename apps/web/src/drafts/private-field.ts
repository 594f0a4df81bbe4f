/** Of the field for private thoughts. */
export const privateFieldId = 'private-thought';

/** @returns false where there is none on the screen. */
export const focusPrivateField = (): boolean => {
  const field = document.getElementById(privateFieldId);
  field?.scrollIntoView({ block: 'nearest' });
  field?.focus({ preventScroll: true });
  return field !== null;
};

/** Lets the browser save something as a file. */
export const saveFile = (name: string, content: string | Blob, type = 'text/markdown'): void => {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it up by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

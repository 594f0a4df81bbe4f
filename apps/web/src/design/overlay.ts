/** Whether a dialog or a menu lies over the page: what is pressed is meant for it. */
export const overlayOpen = (): boolean => document.querySelector('dialog[open], [popover]:popover-open') !== null;

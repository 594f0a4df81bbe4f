/** Joins the class names that are there: `classes(styles.button, active && styles.on)`. */
export const classes = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');

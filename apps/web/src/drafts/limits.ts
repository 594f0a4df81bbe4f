/** Thoughts of one person in one round. The server takes a few more. */
export const mostOwnThoughts = 200;

// `hearth owner-link`: a new link for the owner to sign in by, from the database that the server uses.
import { AccessService } from './access/service.ts';
import { systemWallClock } from './clock.ts';
import { CommandProblem } from './command-problem.ts';
import { addressAt } from './config.ts';
import { configOf, type Variables } from './data-place.ts';
import { openStore, StartFailure } from './open-store.ts';

/** @returns the line to print. */
export const newOwnerLink = async (variables: Variables): Promise<string> => {
  const config = configOf(variables);
  try {
    const store = await openStore(config);
    try {
      const secret = await new AccessService(store, systemWallClock).newOwnerLink();
      return `${addressAt(config, config.port)}/sign-in#${secret}\n`;
    } finally {
      await store.close();
    }
  } catch (error) {
    throw error instanceof StartFailure ? new CommandProblem(error.message, 1) : error;
  }
};

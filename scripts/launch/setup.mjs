// Makes the checkout ready to run: toolchain, then packages. Says nothing when both are there already.
import { missingPackages } from './install.mjs';
import { say } from './report.mjs';
import { withSetupLock } from './setup-lock.mjs';
import { toolchain } from './toolchain.mjs';

/** @returns `{ node, env }`: the Node to run everything with, and the environment for it */
export async function setUp() {
  const { nodePath, env, install } = toolchain();
  if (install || missingPackages(env)) {
    await withSetupLock(async () => {
      // Asked again: while we waited for the lock, its holder may have done it.
      await toolchain().install?.();
      await missingPackages(env)?.();
    });
    say('ready to run');
  }
  return { node: nodePath, env };
}

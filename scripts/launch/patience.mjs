// Long work that goes over the network: quiet while it works, a line every ten seconds, advice when it fails.
import { LaunchError, complain, say } from './report.mjs';
import { run } from './process.mjs';

const STILL_EVERY_MS = 10_000;
const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|error sending request|Temporary failure resolving|dns error/i;
const FULL_DISK = /ENOSPC|No space left/i;
const FORBIDDEN = /EACCES|EPERM|Permission denied/i;

/**
 * @param what  what is being done, in words: "installing packages"
 * @returns the program's exit code and output
 * @throws LaunchError  when it fails and `mayFail` is not set
 */
export async function patiently(what, file, args, { mayFail = false, ...options } = {}) {
  let last = '';
  const began = Date.now();
  say(what);
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - began) / 1000);
    const doing =
      UNREACHABLE.test(last) || /will retry/i.test(last) ? 'the registry does not answer, trying again' : last;
    say(`still ${what} (${seconds} s${doing ? `: ${doing.slice(0, 100)}` : ''})`);
  }, STILL_EVERY_MS);
  try {
    const result = await run(file, args, { ...options, capture: true, onLine: (line) => (last = line) });
    if (result.code !== 0 && !mayFail) throw new LaunchError(adviceFor(what, result));
    return result;
  } finally {
    clearInterval(timer);
  }
}

export function adviceFor(what, { code, output }) {
  if (FULL_DISK.test(output)) return `${what} failed: the disk is full. Make room and run this again.`;
  if (UNREACHABLE.test(output)) {
    return `${what} failed: the package registry cannot be reached. Check the network (behind a proxy, set HTTPS_PROXY) and run this again.`;
  }
  if (FORBIDDEN.test(output)) return `${what} failed: no permission to write. Run this as the owner of the folder.`;
  for (const line of output.trimEnd().split('\n').slice(-15)) complain(`  ${line}`);
  return `${what} failed with code ${code}; its last lines are above.`;
}

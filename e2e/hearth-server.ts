// A real Hearth server for a journey: own port, own data folder, killed and started again at will.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url));
const startWithinMs = 30_000;

export interface HearthServer {
  url: string;
  port: number;
  dataFolder: string;
  /** The one-time owner link that the last start printed; empty where another node had printed one. */
  ownerLink(): string;
  /** SIGKILL: no goodbye, nothing flushed. */
  kill(): Promise<void>;
  /** Starts again on the same port and data. */
  start(): Promise<void>;
  /** Ends the server and removes its data. */
  dispose(): Promise<void>;
}

/** @param settings  of the environment, beyond those that every journey needs. */
export const startHearth = async (settings: Record<string, string> = {}): Promise<HearthServer> => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'hearth-journey-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let process: ChildProcess | null = null;
  let link = '';

  const start = async (): Promise<void> => {
    const started = await launch(port, dataFolder, settings);
    process = started.process;
    link = started.link;
  };
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    const ending = process;
    process = null;
    if (!ending || ending.exitCode !== null) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await gone;
  };
  await start();
  return {
    url,
    port,
    dataFolder,
    ownerLink: () => link,
    kill: () => end('SIGKILL'),
    start,
    dispose: async () => {
      await end('SIGTERM');
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
};

const launch = (
  port: number,
  dataFolder: string,
  settings: Record<string, string>,
): Promise<{ process: ChildProcess; link: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main], {
      env: {
        ...process.env,
        ...settings,
        PORT: String(port),
        HOST: '127.0.0.1',
        HEARTH_DATA: dataFolder,
        HEARTH_LOG: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`Hearth did not start within ${startWithinMs} ms. It printed:\n${printed}`));
    }, startWithinMs);
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (!/^Everything lies in .*\n/m.test(printed)) return;
      clearTimeout(timer);
      resolve({ process: child, link: /http:\/\/\S+\/sign-in#[\w-]+/.exec(printed)?.[0] ?? '' });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`Hearth ended with ${code} before it was ready. It printed:\n${printed}`));
    });
  });

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

// A single server on SQLite with people around its boards: what most scenarios begin with.
import type { Limits } from '@hearth/sync/limits';
import { Meeting } from './meeting.ts';
import type { Random } from '@hearth/sync/test/random';
import { Cleaner, type Stage } from './scenario.ts';
import { ServerNode } from './server-node.ts';
import { storedInFolder } from './stored-document.ts';
import { TcpProxy } from './tcp-proxy.ts';

export interface EmbeddedOptions {
  random: Random;
  limits?: Partial<Limits>;
  settings?: Record<string, string>;
  /** Keep the next process ready: for scenarios that kill. */
  warm?: boolean;
  /** People reach the server through a network that can fail. */
  network?: boolean;
  dataFolder?: string;
  onPromise?: () => void;
}

export interface Embedded {
  node: ServerNode;
  meeting: Meeting;
  network: TcpProxy;
  dataFolder: string;
  cleaner: Cleaner;
}

export const openEmbedded = async (options: EmbeddedOptions): Promise<Embedded> => {
  const cleaner = new Cleaner();
  try {
    return await open(options, cleaner);
  } catch (error) {
    await cleaner.clean();
    throw error;
  }
};

const open = async (options: EmbeddedOptions, cleaner: Cleaner): Promise<Embedded> => {
  const { random, limits = {}, settings = {}, warm = false, network: through = false, onPromise } = options;
  const dataFolder = options.dataFolder ?? (await cleaner.folder());
  const node = await ServerNode.start({ dataFolder, limits, settings, warm });
  cleaner.later(() => node.dispose());
  const network = await TcpProxy.before(node.port);
  cleaner.later(() => network.close());
  const url = through ? `http://127.0.0.1:${network.port}` : node.url;
  const meeting = await Meeting.open({
    urls: [url],
    api: node.url,
    ownerLink: node.ownerLink,
    random,
    stored: (document) => storedInFolder(dataFolder, document),
    serversSay: () => node.printed(),
    ...(onPromise ? { onPromise } : {}),
  });
  cleaner.later(() => meeting.leave());
  return { node, meeting, network, dataFolder, cleaner };
};

/** A stage around a meeting: its figures are the ledger's. */
export const stageOf = (
  { meeting, cleaner }: Pick<Embedded, 'meeting' | 'cleaner'>,
  play: Stage['play'],
  besides: () => string = () => '',
): Stage => ({
  play: (run) => {
    meeting.random = run.random;
    return play(run);
  },
  report: () => {
    const { written, acknowledged, onlySeen } = meeting.figures();
    return `${written} edits, ${acknowledged} acknowledged, ${onlySeen} only seen by others, 0 lost${besides()}`;
  },
  dispose: () => cleaner.clean(),
});

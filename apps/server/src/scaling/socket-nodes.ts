// The other nodes by way of socket.io's Redis adapter.
import type { FacilitationServer } from '../live/audience.ts';
import { nodeMessage, type NodeMessage, type OtherNodes } from '../live/other-nodes.ts';
import type { RedisLink } from './redis-link.ts';

export const otherNodesOver = (io: FacilitationServer, link: RedisLink, nodeId: string): OtherNodes => {
  const listeners: ((message: NodeMessage, from: string) => void)[] = [];
  const returns: (() => void)[] = [];
  io.on('node', (from, told) => {
    // A node of another version may say what this one does not know.
    const message = nodeMessage.safeParse(told);
    if (!message.success || typeof from !== 'string') return;
    for (const listener of listeners) listener(message.data, from);
  });
  link.onChange((open) => {
    if (open) for (const listener of returns) listener();
  });
  return {
    tell: (message) => {
      if (link.sender.status === 'ready') io.serverSideEmit('node', nodeId, message);
    },
    onMessage: (listener) => listeners.push(listener),
    get reachable() {
      return link.open;
    },
    onReturn: (listener) => returns.push(listener),
  };
};

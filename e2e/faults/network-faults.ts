// The ways in which a network fails.
import type { Random } from '@hearth/sync/test/random';
import type { TcpProxy } from './tcp-proxy.ts';

/** `deaf`: nothing comes back any more; `dumb`: nothing gets there. Nobody is told of either, nor of `silent`, which is both. */
const faults = ['cut', 'reset', 'silent', 'deaf', 'dumb'] as const;
type NetworkFault = (typeof faults)[number];

export const breakNetwork = (network: TcpProxy, fault: NetworkFault): void => {
  if (fault === 'cut') network.cut();
  else if (fault === 'reset') network.reset();
  else {
    if (fault !== 'deaf') network.stop('there');
    if (fault !== 'dumb') network.stop('back');
  }
};

export const anyNetworkFault = (random: Random): NetworkFault => random.pick(faults);

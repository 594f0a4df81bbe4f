// Reads awareness frames: who is where. Ephemeral, but everyone receives them, so they pass a gate too. Rules: SPEC P1–P3.
import type { LiveIdentity, PresenceUser } from '@hearth/protocol/sync';
import { ByteReader, guarded, malformed, type Refused, tooLarge } from './byte-reader.ts';
import type { Limits } from './limits.ts';
import { isPlain } from './plain-json.ts';

export interface AwarenessEntry {
  client: number;
  clock: number;
  /** JSON as it was sent; judged only if the state is the sender's own. */
  json: Uint8Array;
}

const maxClock = 2 ** 31;
const maxDepth = 16;
const decoder = new TextDecoder();

/** @returns every state in a frame, those of others included: stock clients send back what they receive. */
export const readAwareness = (payload: Uint8Array, limits: Limits): { ok: true; value: AwarenessEntry[] } | Refused =>
  guarded(() => {
    const reader = new ByteReader(payload);
    const count = reader.varUint();
    if (count > limits.awarenessStatesPerFrame) throw tooLarge('too many awareness states');
    const entries: AwarenessEntry[] = [];
    for (let index = 0; index < count; index += 1) {
      const client = reader.varUint();
      const clock = reader.varUint();
      if (clock > maxClock) throw malformed('awareness clock out of range');
      entries.push({ client, clock, json: reader.stringBytes(limits.maxFrameBytes) });
    }
    reader.end();
    return entries;
  });

/**
 * Checks a state of the sender's own, and writes into it who the sender is.
 * @returns the state as everyone may see it; `null` is how a client says goodbye.
 */
export const stampState = (
  json: Uint8Array,
  identity: LiveIdentity,
  limits: Limits,
): { ok: true; value: string | null } | Refused =>
  guarded(() => {
    if (json.length > limits.awarenessStateBytes) throw tooLarge('awareness state');
    const state = parse(json);
    if (state === null) return null;
    if (typeof state !== 'object' || Array.isArray(state)) throw malformed('awareness state');
    if (!isPlain(state, maxDepth)) throw malformed('awareness state');
    const claimed: unknown = 'user' in state ? state.user : null;
    return JSON.stringify({ ...state, user: userOf(identity, claimed) });
  });

const parse = (json: Uint8Array): unknown => {
  try {
    return JSON.parse(decoder.decode(json));
  } catch {
    throw malformed('awareness state');
  }
};

const userOf = ({ participantId, name, role }: LiveIdentity, claimed: unknown): PresenceUser => {
  const user: PresenceUser = { id: participantId, name, role };
  const color: unknown = typeof claimed === 'object' && claimed !== null && 'color' in claimed ? claimed.color : null;
  return typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? { ...user, color } : user;
};

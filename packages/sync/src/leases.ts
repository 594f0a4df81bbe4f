// Port: work that one node at a time should do. A lease saves work; correctness never hangs on it.

export interface Leases {
  /**
   * @param forMs  it ends by itself after so long, by the store's clock.
   * @returns whether the lease is the holder's now.
   */
  take(name: string, holder: string, forMs: number): Promise<boolean>;
  /** Gives it back; does nothing when it is another's by now. */
  release(name: string, holder: string): Promise<void>;
}

/** For a single node: whoever asks has it. */
export const noLeases: Leases = {
  take: () => Promise.resolve(true),
  release: () => Promise.resolve(),
};

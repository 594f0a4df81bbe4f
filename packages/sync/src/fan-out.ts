// Port: what nodes tell each other about a document, fast and without promise. Whatever gets lost is read from the log.

export interface FanOut {
  /** Tells all other nodes that have subscribed. Never throws, never waits. */
  publish(document: string, message: Uint8Array): void;
  /**
   * Messages of other nodes, never one's own. They may come late, twice, or not at all.
   * @returns what ends it.
   */
  subscribe(document: string, receive: (message: Uint8Array) => void): () => void;
}

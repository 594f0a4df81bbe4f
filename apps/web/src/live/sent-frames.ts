// Which local changes an acknowledgement covers. The server counts the update-carrying frames of one connection; this
// remembers what each of them contained. Pure.
import { messageTypes, syncSteps } from '@hearth/protocol/sync';

export class SentFrames {
  /** For each counted frame that is not acknowledged: all local changes up to this number are durable once it is. */
  #covers: number[] = [];
  /** Frames that have been acknowledged, and are no longer in `#covers`. */
  #settled = 0;
  #handshakeDone = false;

  /** A new connection: the server counts from one again. */
  restart(): void {
    this.#covers = [];
    this.#settled = 0;
    this.#handshakeDone = false;
  }

  /**
   * @param frame  as it goes to the server.
   * @param lastChange  number of the newest local change in the document now.
   */
  sent(frame: Uint8Array, lastChange: number): void {
    if (frame[0] !== messageTypes.sync) return;
    if (frame[1] === syncSteps.step2) {
      // Answers the server's question: it holds whatever the server lacked.
      this.#handshakeDone = true;
      this.#covers.push(lastChange);
    }
    // Before the answer, a single edit says nothing about those that were made before it, offline.
    if (frame[1] === syncSteps.update) this.#covers.push(this.#handshakeDone ? lastChange : 0);
  }

  /** @returns the number up to which local changes are durable when the first `count` frames are. */
  covered(count: number): number {
    const newly = this.#covers.splice(0, Math.max(0, count - this.#settled));
    this.#settled = Math.max(this.#settled, count);
    return Math.max(0, ...newly);
  }
}

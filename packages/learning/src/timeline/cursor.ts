// Moves through a text, eating what patterns match.

/** A place in a text that moves forward. */
export class Cursor {
  readonly text: string;
  at = 0;
  constructor(text: string) {
    this.text = text;
  }
  get rest(): string {
    return this.text.slice(this.at);
  }
  /** As much as a time expression can take: patterns never see the rest of a megabyte. */
  get near(): string {
    return this.text.slice(this.at, this.at + 120);
  }
  take(pattern: RegExp): string {
    const found = pattern.exec(this.near)?.[0] ?? '';
    this.at += found.length;
    return found;
  }
  skip(length: number): void {
    this.at += length;
  }
}

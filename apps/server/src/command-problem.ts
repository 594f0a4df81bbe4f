// Why a command of `hearth` gives nothing: told in one line, with the exit code of its kind.

export class CommandProblem extends Error {
  /** 2: a mistake of whoever typed the command; 1: it was right, and could not be done. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** A mistake of whoever typed the command. */
export class Misuse extends CommandProblem {
  constructor(message: string) {
    super(message, 2);
  }
}

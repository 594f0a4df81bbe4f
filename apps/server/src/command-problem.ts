// Why a command of `hearth` gives nothing: told in one line, with the exit code of its kind.

export class CommandProblem extends Error {
  /** 2: a mistake of whoever typed the command; 1: it was right, and could not be done. */
  readonly exitCode: 1 | 2;
  /** What there is to choose from, a line each. */
  readonly choices: readonly string[];

  constructor(message: string, exitCode: 1 | 2, choices: readonly string[] = []) {
    super(message);
    this.exitCode = exitCode;
    this.choices = choices;
  }
}

/** A mistake of whoever typed the command. */
export class Misuse extends CommandProblem {
  constructor(message: string, choices: readonly string[] = []) {
    super(message, 2, choices);
  }
}

// What ends a verb for a person: the message names the input, the reason and the next step.

/** Ends the verb with its message on stderr, without a stack: the input was wrong or the machine lacks something. */
export class Failure extends Error {
  override readonly name = 'Failure';
  /** 1 failed, 2 wrong use. */
  readonly exit: 1 | 2;

  constructor(message: string, exit: 1 | 2 = 1) {
    super(message);
    this.exit = exit;
  }
}

/** Codes of node:fs and node:net errors that are the machine's, not ours, in a person's words. */
export function explainSystemError(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : 'the data folder';
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${path} is not writable. Give --data a folder that this user may write to.`;
    case 'EEXIST':
    case 'ENOTDIR':
      return `${path} is a file or lies in one. Give --data a folder.`;
    case 'ENOSPC':
      return `${path}: the disk is full. Free some space and run the same command again; what was read is kept.`;
    case 'EADDRINUSE':
      return portTaken('port' in error ? String(error.port) : '?');
    default:
      return null;
  }
}

export const portTaken = (port: number | string): string =>
  `Port ${port} is taken by another program. Stop that program, or choose another port with --port N.`;

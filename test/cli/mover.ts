// A process of its own that judges the moves of the archive at PATH, as a test's victim: node mover.ts PATH.
// Prints a line before each move that it follows, inside the transaction.
import { writeSync } from 'node:fs';
import { openArchive } from '../../archive/open.ts';
import { settleMoves } from '../../cli/moves.ts';
import { later } from '../archive/make.ts';

const archive = openArchive(process.argv[2] ?? '');
settleMoves({
  archive,
  now: () => {
    writeSync(1, 'one\n');
    return later(90);
  },
});
archive.close();

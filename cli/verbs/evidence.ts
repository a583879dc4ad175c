// The verbs of evidence: export, verify, log, changes, capture, key.
import type { Command } from 'commander';
import { dataOption, filters, json, sitesOption } from './options.ts';

const HELP = `
Of each relevant article Pantau keeps what was served, byte by byte, a picture of it where there is a Chromium, and an
entry in a signed log in which each line holds the hash of the one before. 'serve' does so by itself.

Examples:
  npm run -s pantau -- evidence export 3f9a2c1b7d5e0846 --out bukti.wacz
  npm run -s pantau -- evidence export --region 64.74 --coverage dugaan --from 2024-09-25
  npm run -s pantau -- evidence verify bukti.wacz --key 9c1d…

docs/evidence.md says what a pack proves and what it does not.`;

export function addEvidence(program: Command): void {
  const evidence = program
    .command('evidence')
    .summary('proof of what was published: packs for a file, and their check')
    .addHelpText('after', HELP);
  addExport(evidence);
  addVerify(evidence);
  addLog(evidence);
}

function addExport(evidence: Command): void {
  filters(
    evidence
      .command('export')
      .summary('a pack (WACZ) of articles by id, address, words or filters')
      .description(
        'Writes a signed WACZ 1.1.1 with the pages, the log excerpt, the tags and a report in Indonesian (HTML, and PDF where there is a Chromium). Replays in replayweb.page.',
      )
      .argument('[article...]', 'ids or addresses; without them words and filters choose'),
  )
    .addOption(dataOption())
    .option('--words <query>', 'full-text search, as in the verb search')
    .option('--out <file>', 'name of the pack (default: bukti-….wacz in this folder)')
    .option('--title <text>', 'title of the report')
    .option('--force', 'replace the file if it is there')
    .option(...json)
    .action(async (articles, options) =>
      (await import('../commands/evidence-export.ts')).exportEvidence(articles, options),
    );
}

function addVerify(evidence: Command): void {
  evidence
    .command('verify')
    .summary('does a pack hold what was packed? offline, without an archive')
    .description(
      'Checks every byte of the pack: its manifest and signature, the chain of its log, each part, each time stamp. Names what does not match. Exit 0: all matches, 1: not.',
    )
    .argument('<file>', 'a .wacz that evidence export wrote')
    .option('--key <fingerprint>', 'the key that must have signed it, as its desk published it')
    .option('--ca <file...>', 'root certificates (PEM) that time stamps must lead to')
    .option(...json)
    .action(async (file, options) =>
      (await import('../commands/evidence-verify.ts')).verifyEvidence(file, options),
    );
}

function addLog(evidence: Command): void {
  evidence
    .command('log')
    .summary('checks the whole log of this archive and shows its end')
    .addOption(dataOption())
    .option('--last <n>', 'show so many lines', Number, 20)
    .option('--parts', 'read every kept part too, and compare it with its hash')
    .option('--pack <file>', 'is the log excerpt of this pack a piece of this log?')
    .option(...json)
    .action(async (options) => (await import('../commands/evidence-log.ts')).showLog(options));
  evidence
    .command('changes')
    .summary('what a site changed in an article, word by word, and who carries the old text')
    .argument('<article>', 'id or address')
    .addOption(dataOption())
    .option(...json)
    .action(async (article, options) =>
      (await import('../commands/evidence-changes.ts')).showChanges(article, options),
    );
  evidence
    .command('capture')
    .summary('enter what is new now: for those who do not run serve')
    .addOption(dataOption())
    .addOption(sitesOption())
    .option(...json)
    .action(async (options) => (await import('../commands/evidence-capture.ts')).capture(options));
  evidence
    .command('key')
    .summary('the public key that signs, to be published')
    .addOption(dataOption())
    .option('--new', 'go on with a new key, because the one before is lost; the log says so')
    .option(...json)
    .action(async (options) => (await import('../commands/evidence-key.ts')).showKey(options));
}

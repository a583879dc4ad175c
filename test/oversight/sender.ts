// A process of its own that tells and sends as 'serve' does, impatiently, until it is killed. Arguments: the data folder.
import { setTimeout as pause } from 'node:timers/promises';
import { openWorkplace } from '../../cli/deps.ts';
import { groupPending } from '../../cli/grouping.ts';
import { openWatching } from '../../cli/watching/open.ts';

const [data = ''] = process.argv.slice(2);
const workplace = openWorkplace(data, { PANTAU_LOG_LEVEL: 'silent' });
const watching = openWatching(workplace, { regions: [] }, () => [], {
  base: 'http://pantau.test',
  signal: new AbortController().signal,
  timing: { timeout: 200, first: 10, longest: 100, channelLongest: 40 },
});
process.stdout.write('ready\n');
for (;;) {
  await groupPending(workplace);
  await watching.tell();
  watching.send();
  await pause(10);
}

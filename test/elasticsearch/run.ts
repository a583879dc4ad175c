// `npm run -s elasticsearch [-- PORT]`: an empty Elasticsearch to work with, until Ctrl-C. Nothing of it is kept.
import { launchElasticsearch } from './server.ts';

const port = Number(process.argv[2] ?? 9200);
const server = await launchElasticsearch(process.env, port);
if ('missing' in server) {
  process.stderr.write(`No Elasticsearch: ${server.missing}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`${server.url}\n`);
  process.stderr.write(`Try: ELASTICSEARCH_URL=${server.url} npm run demo   (Ctrl-C ends it)\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.stop());
}

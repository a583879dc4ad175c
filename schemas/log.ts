// One line an event, facts as fields: the events that the stages may log.

export type LogEvent =
  | 'crawl.start'
  | 'crawl.end'
  | 'discover.done'
  | 'discover.failed'
  | 'schedule.held'
  | 'schedule.late'
  | 'schedule.overlap'
  | 'page.fetched'
  | 'page.failed'
  | 'page.skipped'
  | 'robots.failed'
  | 'browser.missing'
  | 'backfill.progress'
  | 'process.done'
  | 'article.kept'
  | 'article.failed'
  | 'index.sent'
  | 'index.waiting'
  | 'index.refused'
  | 'evidence.entered'
  | 'evidence.stamped'
  | 'evidence.unstamped'
  | 'evidence.stopped'
  | 'alarm.raised'
  | 'alarm.closed'
  | 'disk.dropped'
  | 'disk.full'
  | 'archive.slow-write'
  | 'archive.waiting'
  | 'serve.ready'
  | 'serve.broken'
  | 'serve.restart'
  | 'serve.cut'
  | 'serve.stop'
  | 'press.ready'
  | 'web.failed'
  | 'site.fault'
  | 'watch.fault'
  | 'alert.given'
  | 'alert.sent'
  | 'alert.failed';

/** Logs one event. `warn` and `error` are for what an operator should see. */
export type Log = (
  level: 'debug' | 'info' | 'warn' | 'error',
  event: LogEvent,
  facts: Record<string, unknown>,
) => void;

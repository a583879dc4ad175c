// What machines ask: is it healthy (/healthz), and its numbers (/metrics, Prometheus text).
import type { Mount } from '../web/frame.ts';

export type HealthCheck = {
  name: string;
  ok: boolean;
  /** What is seen, without names of sources: anyone may ask. */
  seen: string;
};

export type Machine = {
  version: string;
  checks: () => HealthCheck[];
  /** The exposition format of Prometheus. */
  metrics: () => Promise<{ type: string; text: string }>;
};

/** /healthz answers 200 where every check holds, else 503; each check is named in the body. */
export const machineMount = ({ version, checks, metrics }: Machine): Mount => ({
  routes: (app) => {
    app.get('/healthz', (context) => {
      const made = checks();
      const ok = made.every((check) => check.ok);
      return context.json({ ok, version, checks: made }, ok ? 200 : 503, {
        'cache-control': 'no-store',
      });
    });
    app.get('/metrics', async (context) => {
      const { type, text } = await metrics();
      return context.body(text, 200, { 'content-type': type, 'cache-control': 'no-store' });
    });
  },
});

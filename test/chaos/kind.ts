// The shape of one kind of fault.
import type { Site } from '../../schemas/site.ts';
import type { Route } from '../crawlers/press-server.ts';

/** One thing that goes wrong at one host. */
export type Kind = {
  name: string;
  /** What the host serves beside its own good articles, once its origin is known. */
  routes: (origin: string) => Record<string, Route>;
  /** Paths that its feed names, beside the good ones; [] where the kind is about the way in. */
  listed: string[];
  site?: (origin: string) => Partial<Site>;
  /** 'kept', 'skipped no-text', 'failed fetch/timeout' of what it lists, or 'left …' of the source as a whole. */
  ending: string;
};

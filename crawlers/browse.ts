// temporary
import type { FetchError } from '../schemas/page.ts';
import type { Result } from '../schemas/result.ts';
import type { Answer, SitePolicy } from './fetch.ts';

export type Render = (
  answer: Answer,
  visit: { policy: SitePolicy; cut: AbortSignal },
) => Promise<Result<Answer, FetchError>>;

// Who looks, and what they may: decided at the door (accounts, tokens, public mode), obeyed by every question behind it.
import { z } from 'zod';
import { RegionCode } from './region.ts';

/** reader: sees; reviewer: also confirms and corrects tags, keeps cases and watches; admin: also accounts and settings. */
export const Role = z.enum(['reader', 'reviewer', 'admin']);
export type Role = z.infer<typeof Role>;

export const Viewer = z.object({
  /** Null where nobody signed in: a machine of one's own without accounts, or public read-only mode. */
  account: z.string().nullable(),
  role: Role,
  /** Regions with all below them to which the viewer is limited; null for none. Goes into ArticleFilter.within. */
  regions: z.array(RegionCode).nullable(),
});
export type Viewer = z.infer<typeof Viewer>;

/** On 127.0.0.1 without accounts whoever sits at the machine may do all. */
export const OWNER: Viewer = { account: null, role: 'admin', regions: null };

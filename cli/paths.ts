// Where the parts of the installation lie.
import { join, resolve } from 'node:path';

/** The folder that holds package.json. */
export const ROOT = resolve(import.meta.dirname, '..');
export const KNOWLEDGE_DIR = join(ROOT, 'knowledge');
export const SITES_DIR = join(ROOT, 'crawlers', 'sites');
export const ARCHIVE_FILE = 'pantau.sqlite';
/** Golden pages: what 'site record' keeps. */
export const PAGES_DIR = join(ROOT, 'test', 'pages');

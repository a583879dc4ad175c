// DATA SITES: one round that stores, extracts and tags every page; nothing is grouped and nothing proven. Prints { kept } last.
import { crawlOnce } from '../crawling.ts';

const [data = '', folder = ''] = process.argv.slice(2);
const { kept } = await crawlOnce(data, folder, true);
console.log(JSON.stringify({ kept }));

// DATA SITES: one round that stores every page and reads none. Prints { fetched } last.
import { crawlOnce } from '../crawling.ts';

const [data = '', folder = ''] = process.argv.slice(2);
const { fetched } = await crawlOnce(data, folder, false);
console.log(JSON.stringify({ fetched }));

// The 38 provinces and 514 kabupaten/kota of idn-area-data → code and name, to check labels against.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const Row = z.object({ code: z.string(), name: z.string() });

const { resolve } = createRequire(import.meta.url);

const read = (name: string): z.infer<typeof Row>[] =>
  z
    .array(Row)
    .parse(parse(readFileSync(resolve(`idn-area-data/data/${name}.csv`)), { columns: true }));

/** '64' → 'Kalimantan Timur', '64.74' → 'Kota Bontang'. */
export const areaNames = (): Map<string, string> =>
  new Map([...read('provinces'), ...read('regencies')].map((row) => [row.code, row.name]));

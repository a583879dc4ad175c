// Records → an Apache Parquet file, a row group at a time; the statement stands in the file's key-value metadata.
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { COLUMNS, type Column } from './columns.ts';
import type { Statement } from './export.ts';
import type { ArticleRecord } from './record.ts';

/** Rows held in memory at a time: about 10 MB of texts. */
const GROUP = 2000;

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** Yields the bytes of the file in order. Lists are Parquet lists, an unknown value is null. */
export function* parquet(
  records: Iterable<ArticleRecord>,
  statement: Statement,
): Generator<Uint8Array> {
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: [{ name: 'root', num_children: COLUMNS.length }, ...COLUMNS.flatMap(schemaOf)],
    kvMetadata: Object.entries(statement).map(([key, value]) => ({
      key: `pantau.${key}`,
      value: String(value),
    })),
    createdBy: `pantau ${statement.version}`,
  });
  const take = (): Uint8Array => {
    const bytes = new Uint8Array(writer.getBytes());
    writer.index = 0;
    return bytes;
  };
  for (const group of groups(records)) {
    const columnData = COLUMNS.map((column) => ({
      name: column.name,
      data: group.map((record) => column.of(record)),
    }));
    void file.write({ columnData, rowGroupSize: GROUP });
    yield take();
  }
  void file.finish();
  yield take();
}

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;

function schemaOf({ name, type }: Column): SchemaElement[] {
  switch (type) {
    case 'integer':
      return [{ name, type: 'INT32', repetition_type: 'REQUIRED' }];
    case 'decimal':
      return [{ name, type: 'DOUBLE', repetition_type: 'REQUIRED' }];
    case 'boolean':
      return [{ name, type: 'BOOLEAN', repetition_type: 'REQUIRED' }];
    case 'list':
    case 'regions':
      return [
        { name, converted_type: 'LIST', repetition_type: 'REQUIRED', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', ...TEXT, repetition_type: 'REQUIRED' },
      ];
    case 'text':
    case 'time':
    case 'body':
      return [{ name, ...TEXT, repetition_type: 'OPTIONAL' }];
    default:
      return type satisfies never;
  }
}

function* groups(records: Iterable<ArticleRecord>): Generator<ArticleRecord[]> {
  let group: ArticleRecord[] = [];
  for (const record of records) {
    group.push(record);
    if (group.length < GROUP) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

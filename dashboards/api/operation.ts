// What one address of the API takes and gives: from it come the route, its description and the form to try it.
import type { z } from 'zod';
import type { ArticleFilter } from '../../schemas/filter.ts';
import { type Result, fail } from '../../schemas/result.ts';
import { readParameters } from './parameters.ts';
import type { Failed } from './problem.ts';

/** Who asks, and from where. */
export type Asked = {
  /** Regions to which the viewer is limited; undefined for none. */
  within: readonly string[] | undefined;
  /** Address of the server as the client knows it: 'http://127.0.0.1:8030'. */
  origin: string;
  /** The address that was asked. */
  url: string;
  /** Named part of the path, for example the id of an article. */
  id: string;
};

export type Answer =
  | { kind: 'json'; body: unknown }
  | {
      kind: 'file';
      pieces: Iterable<Uint8Array>;
      headers: Record<string, string>;
      /** Changes whenever the file may. */
      etag: string;
    };

export type Operation = {
  /** Below /api/v1, with '{id}' for the named part. */
  path: string;
  summary: string;
  description: string;
  parameters: z.ZodObject;
  answers: { json: z.ZodType } | { files: readonly string[] };
  /** Parameters of a good first question. */
  example: Record<string, string>;
  /** What it costs against the limit of a client; an ordinary question 1. */
  cost: number;
  handle: (parameters: URLSearchParams, asked: Asked) => Result<Answer, Failed>;
};

type Plan<Shape extends z.ZodObject> = Omit<Operation, 'parameters' | 'handle'> & {
  parameters: Shape;
  run: (values: z.infer<Shape>, asked: Asked) => Result<Answer, Failed>;
};

/** Reads the parameters by their shape before the work is done. */
export function operation<Shape extends z.ZodObject>({ run, ...plan }: Plan<Shape>): Operation {
  return {
    ...plan,
    handle: (parameters, asked) => {
      const read = readParameters(plan.parameters, parameters);
      return read.ok ? run(read.value, asked) : fail({ status: 400, faults: read.error });
    },
  };
}

/** The filter with what nobody has to say: relevant and review together, and the viewer's regions. */
export const filterOf = (values: ArticleFilter, { within }: Asked): ArticleFilter => ({
  ...values,
  decision: values.decision ?? 'seen',
  ...(within === undefined ? {} : { within }),
});

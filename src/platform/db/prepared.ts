import type { CompiledQuery, QueryExecutorProvider, QueryResult, RawBuilder } from 'kysely';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely';

/** What can be run: a statement that was just written, or one that was prepared. */
export type Statement<Row> = {
  execute: (on: QueryExecutorProvider) => Promise<QueryResult<Row>>;
};

/** A value that differs from run to run. */
export type Parameter<In> = (of: (input: In) => unknown) => RawBuilder<unknown>;

/** Writes a statement once, whatever is given to it later; its text stays the same string, which is cheap to look up. */
export function prepared<In, Row>(
  write: (parameter: Parameter<In>) => RawBuilder<Row>,
): (input: In) => Statement<Row> {
  let compiled: CompiledQuery<Row> | undefined;
  return (input) => {
    const query = (compiled ??= write((of) => sql`${new Later(of)}`).compile(compiler));
    const parameters = query.parameters.map((value) =>
      value instanceof Later ? (value as Later<In>).of(input) : value,
    );
    return { execute: (on) => on.getExecutor().executeQuery({ ...query, parameters }) };
  };
}

class Later<In> {
  readonly of: (input: In) => unknown;

  constructor(of: (input: In) => unknown) {
    this.of = of;
  }
}

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

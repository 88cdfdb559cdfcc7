import type postgres from 'postgres'

/**
 * A PostgreSQL server vacuums and analyzes tables by itself once enough of their rows changed; the embedded one has no such
 * process, so that its plans would rest on nothing and dead rows would stay. The thresholds are PostgreSQL's own
 * (autovacuum in its documentation).
 */
const DUE = `select format('%I', relname) as name,
    n_dead_tup > 50 + 0.2 * n_live_tup or n_ins_since_vacuum > 1000 + 0.2 * n_live_tup as vacuum
  from pg_stat_user_tables
  where n_mod_since_analyze > 50 + 0.1 * n_live_tup or n_dead_tup > 50 + 0.2 * n_live_tup
    or n_ins_since_vacuum > 1000 + 0.2 * n_live_tup
  order by relname`

/** Vacuums and analyzes the tables that are due, one by one, so that others get their turn in between. Resolves to their names. */
export async function keepUp(sql: postgres.Sql): Promise<string[]> {
  const due = await sql.unsafe<{ name: string; vacuum: boolean }[]>(DUE)
  for (const { name, vacuum } of due) await sql.unsafe(`${vacuum ? 'vacuum (analyze)' : 'analyze'} ${name}`)
  return due.map(({ name }) => name)
}

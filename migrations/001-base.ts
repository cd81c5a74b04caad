/** What every table stands on: extensions, time-ordered keys on servers below 18, and the folding of text for search. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(EXTENSIONS).execute(db)
  const { rows } = await sql`select from pg_proc where proname = 'uuidv7'`.execute(db)
  if (rows.length === 0) await sql.raw(UUIDV7_BELOW_18).execute(db)
  await sql.raw(FOLD).execute(db)
}

const EXTENSIONS = `
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;
`

/** RFC 9562 version 7 as PostgreSQL 18 makes it: 48 bits of milliseconds, 12 bits of their fraction, 62 random bits. */
export const UUIDV7_BELOW_18 = `
create function public.uuidv7() returns uuid language sql volatile parallel safe as $$
  select encode(
           int8send(((us / 1000) << 16) | (7 << 12) | ((us % 1000) * 4096 / 1000))
             || substring(uuid_send(gen_random_uuid()) from 9), 'hex')::uuid
    from (select (extract(epoch from clock_timestamp()) * 1000000)::bigint as us) as clock
$$;
`

/** Declared immutable, so that indexes may use it: the dictionary is named in full and does not change under us. */
const FOLD = `
create function public.fold(value text) returns text language sql immutable strict parallel safe as $$
  select lower(public.unaccent('public.unaccent'::regdictionary, value))
$$;
comment on function public.fold(text) is 'Lower case without diacritics: both sides of a search go through it.';
`

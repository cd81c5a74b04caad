// Links in letters: they are handed out by the letter itself, not by a person, and the same one goes with every try.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
alter table customer_link alter created_by drop not null;
alter table customer_link add letter_id uuid unique references letter;
alter table customer_link add check (created_by is not null or letter_id is not null);
`

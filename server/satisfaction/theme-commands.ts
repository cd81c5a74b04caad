// Improvement themes: opened from answers and findings, changed, and taken to their end.
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../../schema/database.ts'
import type { Engine } from '../core/engine.ts'
import { can } from '../core/permissions.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { responseScope } from './answer-queries.ts'
import { personOf } from './follow-up-commands.ts'
import type { changeThemeInput, moveThemeInput, openThemeInput } from './theme-inputs.ts'
import { themeScope } from './theme-queries.ts'

type Trx = Transaction<Database>
type Sources = Pick<z.output<typeof changeThemeInput>, 'responseIds' | 'findings'>

/** Refuses `unknown` for a wave or answers that are not there for the viewer, `notOfWave` for an indicator that was not asked in it. */
export async function openTheme(
  { trx }: Work,
  engine: Engine,
  viewer: Viewer,
  input: z.output<typeof openThemeInput>,
): Promise<string> {
  mustReach(viewer, input.regionId ?? null)
  await knownWave(trx, input.waveId, input.item ?? null)
  await activePerson(trx, input.ownerId)
  const { id } = await trx
    .insertInto('improvement_theme')
    .values({
      title: input.title.trim(),
      description: input.description ?? null,
      wave_id: input.waveId,
      item: input.item ?? null,
      region_id: input.regionId ?? null,
      consumer_type: input.consumerType ?? null,
      owner_id: input.ownerId,
      due_on: input.dueOn,
      opened_by: personOf(viewer),
      opened_at: engine.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addSources(trx, engine, viewer, id, input)
  return id
}

/** What is left out stays; answers and findings are added. Refuses `themeEnded`. */
export async function changeTheme(
  { trx }: Work,
  engine: Engine,
  viewer: Viewer,
  input: z.output<typeof changeThemeInput>,
): Promise<string> {
  const { id } = await lockTheme(trx, viewer, input)
  if (input.ownerId) await activePerson(trx, input.ownerId)
  await trx
    .updateTable('improvement_theme')
    .set((eb) => ({
      ...(input.title && { title: input.title.trim() }),
      ...(input.description !== undefined && { description: input.description }),
      ...(input.ownerId && { owner_id: input.ownerId }),
      ...(input.dueOn && { due_on: input.dueOn }),
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
  await addSources(trx, engine, viewer, id, input)
  return id
}

/** Ended themes say what was done; they are not opened again. */
export async function moveTheme(
  { trx }: Work,
  engine: Engine,
  viewer: Viewer,
  input: z.output<typeof moveThemeInput>,
): Promise<string> {
  const { id } = await lockTheme(trx, viewer, input)
  const ends = input.state === 'done' || input.state === 'dropped'
  if (ends && !input.done) throw refuseField('done', 'required')
  await trx
    .updateTable('improvement_theme')
    .set((eb) => ({
      state: input.state,
      ...(input.done && { done: input.done }),
      ...(ends && { closed_at: engine.now() }),
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
  return id
}

async function lockTheme(trx: Trx, viewer: Viewer, { id, revision }: { id: string; revision: number }) {
  const row = await trx
    .selectFrom('improvement_theme')
    .where('id', '=', id)
    .where(themeScope(viewer))
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refused({ kind: 'notFound' })
  mustReach(viewer, row.region_id)
  if (row.revision !== revision) throw new Refused({ kind: 'stale', revision, current: row.revision })
  if (row.closed_at) throw refuseField('id', 'themeEnded')
  return row
}

/** A right that is limited to a region reaches themes of that region alone. */
function mustReach(viewer: Viewer, regionId: string | null): void {
  if (!can(viewer, 'theme.write', { regionId })) throw new Refused({ kind: 'notAllowed' })
}

async function knownWave(trx: Trx, waveId: string, item: string | null): Promise<void> {
  const wave = await trx
    .selectFrom('survey_wave')
    .where('id', '=', waveId)
    .where('respondents', '=', 'customers')
    .select('version_id')
    .executeTakeFirst()
  if (!wave) throw refuseField('waveId', 'unknown')
  if (item === null) return
  const asked = await trx
    .selectFrom('survey_item')
    .where('version_id', '=', wave.version_id)
    .where('code', '=', item)
    .where('kind', 'in', ['rating', 'recommendation'])
    .select('id')
    .executeTakeFirst()
  if (!asked) throw refuseField('item', 'notOfWave')
}

async function activePerson(trx: Trx, id: string): Promise<void> {
  const person = await trx
    .selectFrom('person')
    .where('id', '=', id)
    .where('active', '=', true)
    .select('id')
    .executeTakeFirst()
  if (!person) throw refuseField('ownerId', 'unknownPerson')
}

async function addSources(
  trx: Trx,
  engine: Engine,
  viewer: Viewer,
  themeId: string,
  { responseIds, findings }: Sources,
): Promise<void> {
  const ids = [...new Set(responseIds ?? [])]
  const seen = ids.length
    ? await trx.selectFrom('survey_response').where('id', 'in', ids).where(responseScope(viewer)).select('id').execute()
    : []
  if (seen.length < ids.length) throw refuseField('responseIds', 'unknown')
  const common = { theme_id: themeId, added_by: personOf(viewer), added_at: engine.now() }
  const rows = [
    ...seen.map(({ id }) => ({ ...common, response_id: id, finding: null, item: null })),
    ...(findings ?? []).map(({ kind, item }) => ({ ...common, response_id: null, finding: kind, item: item ?? null })),
  ]
  if (rows.length === 0) return
  await trx
    .insertInto('theme_source')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

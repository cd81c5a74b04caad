// What is done with segments, their characteristics and core competences.
import { type SqlBool, sql } from 'kysely'
import { readOne } from '../core/selection.ts'
import { command } from '../graphql/command.ts'
import { saveCharacteristic, saveCompetence, saveSegment } from './segment-commands.ts'
import { CoreCompetence, Segment, SegmentCharacteristic } from './segment-graphql.ts'
import { saveCharacteristicInput, saveCompetenceInput, saveSegmentInput } from './segment-inputs.ts'
import { characteristicShape, competenceShape, segmentShape } from './segment-queries.ts'

command({
  name: 'saveSegment',
  description: 'Enters or changes a segment; its characteristics are held against the formal criteria.',
  action: 'segment.write',
  input: saveSegmentInput,
  success: Segment,
  run: async (work, input) => ({ id: await saveSegment(work, input) }),
  read: (context, info, { id }) => readOne(context, info, segmentShape, sql<SqlBool>`segment.id = ${id}`),
})

command({
  name: 'saveCharacteristic',
  description: 'Enters or changes a characteristic.',
  action: 'segment.write',
  input: saveCharacteristicInput,
  success: SegmentCharacteristic,
  run: async (work, input) => ({ id: await saveCharacteristic(work, input) }),
  read: (context, info, { id }) =>
    readOne(context, info, characteristicShape, sql<SqlBool>`segment_characteristic.id = ${id}`),
})

command({
  name: 'saveCompetence',
  description: 'Enters or changes a core competence.',
  action: 'segment.write',
  input: saveCompetenceInput,
  success: CoreCompetence,
  run: async (work, input) => ({ id: await saveCompetence(work, input) }),
  read: (context, info, { id }) => readOne(context, info, competenceShape, sql<SqlBool>`core_competence.id = ${id}`),
})

// Words of satisfaction held against quality, as enums of the graph.
import { qualityGroupings, qualityTopics } from '../../schema/survey-vocabulary.ts'
import { enumOf } from './enums.ts'

export const QualityGrouping = enumOf(
  'QualityGrouping',
  'What satisfaction and quality are held against each other by.',
  qualityGroupings,
)
export const QualityTopic = enumOf('QualityTopic', 'Sections of the state of quality.', qualityTopics)

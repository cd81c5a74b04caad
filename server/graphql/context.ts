// What every resolver is given: who asks, in which language, and the engine behind the API.
import type { LabelLanguage } from '../../schema/vocabulary.ts'
import type { Engine } from '../core/engine.ts'
import type { ContactViewer, PersonViewer } from '../core/viewer.ts'

export interface RequestContext {
  engine: Engine
  viewer: PersonViewer | ContactViewer
  /** Language of labels: the request's Accept-Language where it is one of ours, else the viewer's. */
  language: LabelLanguage
  requestId: string
  /** Tells the log of a command that the viewer may not give; absent where nobody reads it. */
  notAllowed?: (command: string) => void
}

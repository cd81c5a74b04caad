/** In which language a request is answered. */
import type { Request } from 'express'
import type { LabelLanguage } from '../schema/vocabulary.ts'
import { isLabelLanguage } from './core/label-language.ts'
import type { ContactViewer, PersonViewer } from './core/viewer.ts'

/** The first language of the request that is one of ours; "any" is no wish. */
export function languageOf(request: Request, viewer: PersonViewer | ContactViewer): LabelLanguage {
  const wanted = request.headers['accept-language'] ? request.acceptsLanguages() : []
  return wanted.map((tag) => tag.split('-')[0] ?? '').find(isLabelLanguage) ?? viewer.language
}

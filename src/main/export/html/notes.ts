import type { BriefFootnote } from '../../../domain/brief/document.ts'
import type { Html } from './html-text.ts'

/** The notes as the sections refer to them. */
export interface Notes {
  get(number: number): BriefFootnote | undefined
  /** A link to the note, which will link back to it. */
  reference(number: number): Html
}

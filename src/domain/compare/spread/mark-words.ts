import { quantityWords } from '../../claim/quantity.ts'
import type { Stance } from '../../claim/row.ts'
import { type Credibility, credibilityWords, reliabilityWords } from '../../grade.ts'
import type { ComparedSource } from '../compared-claim.ts'
import { shortPeriod } from '../drawing/axis-time.ts'
import type { SpreadGroup, SpreadMark } from './spread.ts'

export const unknownSpeaker = 'speaker unknown'

/** What a mark means, in sentences: its name for a screen reader, and its tooltip. */
export function markTitle(mark: SpreadMark, source: ComparedSource | null): string {
  const said = shortPeriod(mark.saidFrom, mark.saidTo)
  const happened = shortPeriod(mark.eventFrom, mark.eventTo)
  return [
    `${speakerWords(source)}: ${mark.words}${statusWords(mark)}.`,
    `${stanceWords[mark.stance]}.`,
    said && `Said ${said}.`,
    happened && happened !== said && `Happened ${happened}.`,
    `${gradeSentence(source, mark.credibility)}.`,
    mark.origin !== null && `Origin ${mark.origin}.`,
    mark.quote === '' ? `Claim: ${mark.statement}` : `“${mark.quote}”`,
  ]
    .filter(Boolean)
    .join(' ')
}

export const stanceWords: Record<Stance, string> = {
  asserts: 'Asserted',
  denies: 'Denied',
  'cannot confirm': 'Could not be confirmed',
}

export function speakerWords(source: ComparedSource | null): string {
  return source ? `${source.name}${source.retired ? ' (retired)' : ''}` : unknownSpeaker
}

/** “B2”: the grades of speaker and information as they are written together; a dash for one not given. Empty without any. */
export function gradeWords(source: ComparedSource | null, credibility: Credibility | null): string {
  const reliability = source?.reliability ?? null
  if (reliability === null && credibility === null) return ''
  return `${reliability ?? '–'}${credibility ?? '–'}`
}

/** The figure beside its mark: without the unit that the whole chart has, unless it was entered in another one. */
export function figureWords(mark: SpreadMark): string {
  return `${mark.converted ? mark.words : quantityWords(mark, '')}${statusWords(mark)}`
}

/** The classes of a mark for one claim or several of one stance. Several origins have the look of none. */
export function markClass(marks: readonly { stance: Stance; origin: number | null }[]): string {
  const [first] = marks
  const origin = marks.every((mark) => mark.origin === first?.origin) ? (first?.origin ?? null) : null
  const number = origin === null ? 'none' : ((origin - 1) % originClasses) + 1
  return `mark stance-${first?.stance.replace(' ', '-')} origin-${number}`
}

/** Different words in little room: “B2”, “B2, B3”, “B2, B3…”. */
export function fewWords(all: readonly string[]): string {
  const [one = '', other, ...more] = new Set(all.filter(Boolean))
  return other === undefined ? one : `${one}, ${other}${more.length > 0 ? '…' : ''}`
}

const originClasses = 8

export function sourceMap(sources: readonly ComparedSource[]): ReadonlyMap<string, ComparedSource> {
  return new Map(sources.map((source) => [source.id, source]))
}

/** Marks with the notes that hold for their whole group. */
export function groupNotes({ conversions }: SpreadGroup): string[] {
  return conversions.length > 0 ? [`Brought to one unit: ${conversions.join('; ')}.`] : []
}

function statusWords({ status }: Pick<SpreadMark, 'status'>): string {
  return status === 'withdrawn' || status === 'refuted' ? ` (${status})` : ''
}

function gradeSentence(source: ComparedSource | null, credibility: Credibility | null): string {
  const speaker = source?.reliability
    ? `Speaker ${source.reliability}, ${reliabilityWords[source.reliability]}`
    : 'Speaker not graded'
  const information =
    credibility === null
      ? 'credibility not graded'
      : `credibility ${credibility}, ${credibilityWords[credibility]}`
  return `${speaker}; ${information}`
}

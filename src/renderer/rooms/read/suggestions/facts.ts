import type { Source } from '../../../../contract/rows.ts'
import { quantityWords } from '../../../../domain/claim/quantity.ts'
import type { SuggestedDate, SuggestedName, Suggestion } from '../../../../domain/suggest/suggestion.ts'
import { resolveName } from '../../../claims/claim-from-suggestion.ts'
import { dateRange } from '../../../format.ts'

/** One value that a suggestion read from the words, as a chip says it. */
export interface Fact {
  key: string
  text: string
  /** What is to be known about the value, after it: “known source”, “relative”. */
  about?: string
}

/** What a suggestion would put into the claim, in the order in which it is read. */
export function factsOf(suggestion: Suggestion, sources: readonly Source[]): Fact[] {
  const { claim, stance, stanceWords, speaker, via, eventDate, statementDate, place } = suggestion
  const figure = quantityWords(claim, claim.unit)
  return [
    ...(figure ? [{ key: 'quantity', text: figure }] : []),
    ...(speaker
      ? [nameFact('speaker', '', speaker, sources)]
      : [{ key: 'speaker', text: 'speaker not named' }]),
    ...via.map((name, index) => nameFact(`via ${index}`, 'via ', name, sources)),
    ...(stance === 'asserts'
      ? []
      : [{ key: 'stance', text: stance, ...(stanceWords && { about: `“${stanceWords.quote}”` }) }]),
    ...(eventDate ? [dateFact('event', 'happened', eventDate)] : []),
    ...(statementDate ? [dateFact('statement', 'said', statementDate)] : []),
    ...(place ? [{ key: 'place', text: claim.place || place.quote }] : []),
  ]
}

function nameFact(key: string, before: string, name: SuggestedName, sources: readonly Source[]): Fact {
  const resolved = resolveName(name, sources)
  if (resolved.is === 'known') return { key, text: before + resolved.name, about: 'known source' }
  if (resolved.is === 'new') return { key, text: before + resolved.name, about: `new ${resolved.kind}` }
  return { key, text: `${before}“${resolved.words}”`, about: 'kept in the note' }
}

/** “on Sunday → 27 Oct 2024 · relative”: relative dates show what they were counted to. */
function dateFact(key: string, label: string, { quote, from, to, relative }: SuggestedDate): Fact {
  const days = dateRange(from, to)
  return {
    key,
    text: `${label} ${quote === days ? days : `“${quote}” → ${days}`}`,
    ...(relative && { about: 'relative' }),
  }
}

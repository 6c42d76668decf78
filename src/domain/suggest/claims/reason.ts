import type { SuggestedDate, Suggestion } from '../suggestion.ts'

/** One sentence that tells what was found and from which words it was concluded. */
export function reasonOf(suggestion: Omit<Suggestion, 'reason'>): string {
  const parts = [whatIs(suggestion), whoSays(suggestion), howItStands(suggestion), ...whenItWas(suggestion)]
  return `${parts.filter((part) => part !== '').join('; ')}.`
}

function whatIs({ quantity }: Omit<Suggestion, 'reason'>): string {
  if (!quantity) return 'Somebody’s statement'
  return `Figure “${quantity.quote}” (${quantity.qualifier})${quantity.unit === '' ? '' : ` of ${quantity.unit}`}`
}

function whoSays({ speaker, via }: Omit<Suggestion, 'reason'>): string {
  if (!speaker) return 'nobody is named who says it'
  const through = via.length > 0 ? `, through ${via.map(({ name }) => name).join(', ')}` : ''
  const pointing = speaker.quote.toLowerCase().endsWith(speaker.name.toLowerCase())
    ? ''
    : `, who is “${speaker.quote}” here`
  return `said by ${speaker.name}${pointing}${through}`
}

function howItStands({ stance, stanceWords }: Omit<Suggestion, 'reason'>): string {
  return stanceWords && stance !== 'asserts' ? `${stance}: “${stanceWords.quote.slice(0, 60)}”` : ''
}

function whenItWas({ eventDate, statementDate }: Omit<Suggestion, 'reason'>): string[] {
  return [
    eventDate ? `happened ${inDays(eventDate)}` : '',
    statementDate ? `said ${inDays(statementDate)}` : '',
  ]
}

function inDays({ quote, from, to, relative }: SuggestedDate): string {
  const days = from === to ? from : `${from} to ${to}`
  return relative ? `“${quote}”, counted from the article’s date: ${days}` : `“${quote}”: ${days}`
}

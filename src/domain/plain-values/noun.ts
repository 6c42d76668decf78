/** What a figure counts, from the words right after it. */
export interface CountedNoun {
  /** The noun: "troops". Measures are shortened: "km". */
  unit: string
  /** With its adjectives: "North Korean troops". */
  thing: string
}

/**
 * The noun that follows a figure: the words up to a preposition, a verb or punctuation, of which the last known or plural
 * noun is the one counted. Undefined when there is none that is sure.
 */
export function nounAfter(words: string): CountedNoun | undefined {
  const joined = /^-(?<measure>\p{L}+)/u.exec(words)
  if (joined) {
    const measure = joined.groups!.measure!.toLowerCase()
    const unit = measures[measure] ?? measures[`${measure}s`]
    return unit ? { unit, thing: unit } : undefined
  }
  const phrase =
    /^\s+(?:more\s+|additional\s+|new\s+|extra\s+)?(?<words>[\p{L}\p{M}.'’-]+(?:\s+[\p{L}\p{M}.'’-]+){0,5})/u.exec(
      words,
    )
  const found: string[] = []
  for (const word of phrase?.groups?.words?.split(/\s+/) ?? []) {
    if (stops.has(word.toLowerCase().replace(/[.,]$/, ''))) break
    found.push(isInitials(word) ? word : word.replace(/[.,’']+$/, ''))
    if (/[.,]$/.test(word) && !isInitials(word)) break
  }
  const last = found.findLastIndex(isCounted)
  if (last < 0) return undefined
  const noun = found[last]!.toLowerCase()
  const unit = measures[noun] ?? noun
  return { unit, thing: found.slice(0, last + 1).join(' ') }
}

const measures: Record<string, string> = {
  km: 'km',
  kms: 'km',
  kilometers: 'km',
  kilometres: 'km',
  miles: 'miles',
  metres: 'm',
  meters: 'm',
  tons: 'tons',
  tonnes: 'tonnes',
  days: 'days',
  weeks: 'weeks',
  months: 'months',
  years: 'years',
  hours: 'hours',
  minutes: 'minutes',
  dollars: 'US dollars',
  euros: 'euros',
}

/** Nouns in the plural that do not show it. */
const collectives = new Set(
  'men women people personnel children police infantry cavalry staff aircraft dead wounded injured missing killed kilometre kilometer crew'.split(
    ' ',
  ),
)

const notCounted = new Set(
  'others times this as is was has its us yes plus minus perhaps always thus'.split(' '),
)

/** "U.S." */
function isInitials(word: string): boolean {
  return /^(?:\p{Lu}\.)+$/u.test(word)
}

function isCounted(word: string): boolean {
  const lower = word.toLowerCase()
  if (collectives.has(lower) || measures[lower]) return true
  return (
    /[^s]s$/.test(lower) && !/(?:['’]s|ous|ious)$/.test(lower) && lower.length > 3 && !notCounted.has(lower)
  )
}

const stops = new Set(
  'of in on at for from to with by and or but that who whom which whose are is were was be been being have has had will would could should may might can as than over under near into against during since after before now then today yesterday already also while when where if not said says according across along among around between inside outside through toward towards within without per a an the this these those their its his her'.split(
    ' ',
  ),
)

import { officeNouns } from '../reading/lexicon.ts'
import { isDayWord, phraseStartingAt, rangeOf } from '../reading/phrases.ts'
import { contains, type OffsetRange, overlaps } from '../reading/ranges.ts'
import type { Token } from '../reading/reading.ts'
import type { Attribution } from '../speakers/attribution.ts'

/**
 * The first place that "in", "at", "near" or "to" names within a range: a name, alone or with a word for what kind of place
 * it is ("Kursk region", "port of Velden"). A phrase that is about something else and merely has a name in it ("its invasion
 * of Velden", "a meeting with Velden's minister") is none, nor is where a speaker sits ("the ministry in Velden said").
 */
export function placeIn(
  outer: readonly Token[],
  attributions: readonly Attribution[],
  range: OffsetRange,
): OffsetRange | null {
  for (let index = 0; index < outer.length - 1; index += 1) {
    const preposition = outer[index]!
    if (!contains(range, preposition) || preposition.pos !== 'ADP' || !locates(preposition, outer[index - 1]))
      continue
    if (preposition.lower === 'to' && addressing.test(outer[index - 1]?.lower ?? '')) continue
    const phrase = phraseStartingAt(outer, index + 1)
    if (!phrase) continue
    const words = outer.slice(phrase.from, phrase.to + 1)
    if (['DET', 'PRON'].includes(words[0]!.pos) || possessiveWord.test(words[0]!.lower)) words.shift()
    const name = placeName(words)
    if (name === 0) continue
    const from = phrase.to + 1 - words.length
    const found = rangeOf(outer, { from, to: from + name - 1 })
    if (attributions.some(({ core }) => overlaps(core, found))) continue
    return found
  }
  return null
}

function locates({ lower }: Token, before: Token | undefined): boolean {
  return locating.test(lower) || (lower === 'on' && striking.test(before?.lower ?? ''))
}

const locating = /^(?:in|at|near|to|into|across|around|outside|inside|throughout)$/
/** "a strike on Velden" */
const striking =
  /^(?:strikes?|attacks?|raids?|assaults?|shelling|bombardment|bombing|offensive|fire|landed|fell|marched|closed)$/
/** "according to Velden", "told to": who follows is no place. */
const addressing =
  /^(?:according|due|owing|thanks|prior|close|related|loyal|similar|compared|speaking|spoke|statement|response|told)$/
const possessiveWord = /^(?:its|his|her|their|our|my|your)$/

const kinds =
  'region|oblast|province|district|county|territory|republic|state|city|town|village|settlement|suburb|capital|port|harbour|harbor|airport|airfield|base|camp|border|front|area|zone|coast|shore|peninsula|island|islands|sea|ocean|bay|gulf|strait|straits|channel|river|lake|reservoir|valley|hills|mountains|mountain|desert|forest|bridge|dam|crossing|square|street|road|highway|station|canal|corridor|basin|delta|steppe|plain|plateau|sector|bank|heights|archipelago|refinery|plant|depot'
const kind = new RegExp(`^(?:${kinds})$`)

/** How many of the words, from the first on, name a place; 0 for none. */
function placeName(words: readonly Token[]): number {
  // "the mountain village of Velden", "the port of Velden": a kind of place, and its name after “of”.
  const of = words.findIndex(({ lower }) => lower === 'of')
  if (of > 0) {
    const isKind =
      kind.test(words[of - 1]!.lower) ||
      /^(?:part|parts|most|north|south|east|west|centre|center|outskirts|edge)$/.test(words[of - 1]!.lower)
    const rest = properName(words.slice(of + 1))
    return isKind && rest > 0 ? of + 1 + rest : 0
  }
  return properName(words)
}

/** Words that are a name as a whole: “Velden”, “the Black Sea”, “western Velden”, “Velden region”. Else 0. */
function properName(words: readonly Token[]): number {
  let index = 0
  if (
    /^(?:north|south|east|west|central|upper|lower)(?:ern|-?east(?:ern)?|-?west(?:ern)?)?$/.test(
      words[0]?.lower ?? '',
    )
  )
    index = 1
  const first = index
  while (index < words.length && isName(words[index]!)) index += 1
  if (index === first) return 0
  if (kind.test(words[index]?.lower ?? '')) index += 1
  const next = words[index]
  // More of the phrase: another noun says that it is about that one, a preposition or “and” that the name ends here.
  if (next && !/^(?:and|or|in|on|at|near|from|for|with|under|by|against|to|behind|,)$/.test(next.lower))
    return 0
  return index
}

function isName(token: Token): boolean {
  return (
    /^\p{Lu}/u.test(token.text) &&
    (token.pos === 'PROPN' || token.pos === 'ADJ' || kind.test(token.lower)) &&
    !isDayWord(token) &&
    !officeNouns.has(token.lower) &&
    !isAgency.test(token.text)
  )
}

/** Capitals are an organisation’s, but for a few states’. */
const isAgency = /^(?!(?:USA|UAE|DPRK|DRC|PRC|ROK)$)\p{Lu}{3,}$/u

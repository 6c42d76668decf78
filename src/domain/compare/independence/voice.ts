import type { ComparedClaim, ComparedSource } from '../compared-claim.ts'
import { withCountryNames } from '../terms/country-words.ts'
import { remembered } from '../terms/remembered.ts'
import { countedThing, inBase } from '../terms/units.ts'

/** A claim as the rules of independence hear it. */
export interface Voice {
  id: string
  compared: ComparedClaim
  /** When it was said, first possible day; else the day of the earliest article; null when neither is known. */
  date: string | null
  /** Who speaks; null while unknown. */
  speaker: string | null
  /** A person or an organisation that speaks under its own name, and so for itself. */
  named: boolean
  /** Named, or the people of somebody named: two of these in one publication are as independent as elsewhere. */
  ownVoice: boolean
  /** Of unnamed officials and spokespeople: whose they are, as a source's id or as words. Of an organisation: itself. */
  body: string | null
  /** Its publishers: a source's id where one has the name, else the name. */
  publishers: string[]
  /** The figures at the ends of its range with its stance, by which two claims are about the same. */
  figures: string[]
}

/** The claims with what the rules ask of each, so that it is found out once. */
export function voicesOf(claims: readonly ComparedClaim[]): Voice[] {
  const known = sourcesByName(claims)
  const bodies = new Map<string, { unnamed: boolean; body: string | null }>()
  const publisherKeys = new Map<string, string>()
  return claims.map((compared) => {
    const { claim, source, evidence } = compared
    const official = source && officialOf(source)
    const named = source !== null && source.kind !== 'publication' && !official!.unnamed
    return {
      id: claim.id,
      compared,
      date: dayOf(compared),
      speaker: source?.id ?? null,
      named,
      ownVoice: named || (official?.body ?? null) !== null,
      body: official?.body ?? null,
      publishers: [...new Set(evidence.map(({ article }) => publisherKey(article.publisher)))].filter(
        Boolean,
      ),
      figures: figuresOf(claim),
    }
  })

  function officialOf(source: ComparedSource): { unnamed: boolean; body: string | null } {
    let found = bodies.get(source.id)
    if (!found) {
      found = readOfficial(source, known)
      bodies.set(source.id, found)
    }
    return found
  }

  function publisherKey(publisher: string): string {
    let key = publisherKeys.get(publisher)
    if (key === undefined) {
      const name = foldName(publisher)
      key = name && (known.get(name) ?? `name ${name}`)
      publisherKeys.set(publisher, key)
    }
    return key
  }
}

/** When a claim was said, the first possible day; else when the earliest of its articles was published; else null. */
export function dayOf({ claim, evidence }: ComparedClaim): string | null {
  return claim.statementFrom ?? earliest(evidence.map(({ article }) => article.publishedDate))
}

/** Earliest first, unknown days last; then by id. The order in which everything about origins is done. */
export function byDate(a: Voice, b: Voice): number {
  const one = a.date ?? '~'
  const other = b.date ?? '~'
  return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Sources named among the claims, under each name they have; a name that two have means the one with the lesser id. */
function sourcesByName(claims: readonly ComparedClaim[]): ReadonlyMap<string, string> {
  const sources = new Map<string, ComparedSource>()
  for (const { source, via } of claims) {
    if (source) sources.set(source.id, source)
    for (const through of via) sources.set(through.id, through)
  }
  const known = new Map<string, string>()
  for (const id of [...sources.keys()].sort()) {
    const { name, aliases } = sources.get(id)!
    for (const each of [name, ...aliases]) {
      const folded = foldName(each)
      for (const words of [folded, bodyWords(folded)]) {
        if (words !== '' && !known.has(words)) known.set(words, id)
      }
    }
  }
  return known
}

/** Letters and digits in lower case, without an article in front. “U.S.” and “US” are one. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]s(?!\p{L})/gu, '')
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])/gu, (letters) => letters.replaceAll('.', ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|an?) /, '')
}

/** People who speak without a name: “Kremlin spokesman”, “officials at NATO”, but not “spokesman John Roe”. */
const unnamedPeople =
  /\b(?:officials?|sources?|aides?|diplomats?|insiders?|briefers?|press secretary|spokes(?:man|men|woman|women|person|people))(?=$| (?:at|of|for|in|from|with|within|inside|close|familiar|who|that|after|on|briefed|speaking)\b)/u
/** What is said of them beside whose they are. */
const aboutThem =
  /\b(?:an?|the|one|two|three|four|five|several|some|many|multiple|senior|junior|top|high ranking|unnamed|anonymous|unidentified|former|current|deputy|chief|government|of|at|in|inside|within|from|for|with|and|by)\b/gu
const whoThey = / (?:who|that|after|close to|familiar|briefed|speaking|on condition|with knowledge)\b.*$/u

/**
 * Whether a source's name is that of nobody in particular (“two senior Pentagon officials”, “Kremlin spokesman”), and
 * whose people they are. An organisation's own name is its own body.
 */
function readOfficial(
  source: ComparedSource,
  known: ReadonlyMap<string, string>,
): { unnamed: boolean; body: string | null } {
  const name = foldName(source.name)
  if (!unnamedPeople.test(name)) {
    return { unnamed: false, body: source.kind === 'organisation' ? source.id : null }
  }
  const words = bodyWords(name.replace(whoThey, '').replace(unnamedPeople, ' '))
  return { unnamed: true, body: words === '' ? null : (known.get(words) ?? `name ${words}`) }
}

function bodyWords(folded: string): string {
  return withCountryNames(folded.replace(aboutThem, ' ').replace(/ +/gu, ' ').trim())
}

/**
 * The ends of its range with its stance. Thousands, dozens and measures are reckoned in, so that 12 thousand soldiers are 12,000 and
 * 3 km are no 3 soldiers; what else the unit says does not matter, since reports that go back to one origin call the same thing
 * troops, soldiers or nothing. A claim without a figure is about the same as another without one, where both take the same stance.
 */
export function figuresOf({
  low,
  high,
  unit,
  stance,
}: Pick<ComparedClaim['claim'], 'low' | 'high' | 'unit' | 'stance'>): string[] {
  if (low === null && high === null) return [`no figure ${stance}`]
  const thing = thingOf(unit)
  const ends = new Set([low, high].filter((end) => end !== null))
  return [...ends].map((end) => `${inBase(end, thing)} ${thing.measure?.dimension ?? ''} ${stance}`)
}

const thingOf = remembered(countedThing, 10_000)

function earliest(dates: readonly (string | null)[]): string | null {
  return dates.reduce(
    (first, date) => (first === null || (date !== null && date < first) ? date : first),
    null,
  )
}

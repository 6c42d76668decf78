import type { RowOf } from '../rows.ts'

/** What a name in the words becomes when a suggestion is accepted. */
export type NamedSource = Pick<RowOf<'sources'>, 'name' | 'kind'>

/** Words of bodies; a name with one of them is an organisation, whatever its capitals. */
const bodies =
  /\b(?:administration|agency|alliance|army|assembly|association|authority|bank|board|bureau|cabinet|centre|center|command|commission|committee|company|corps|council|court|department|directorate|embassy|federation|forces?|foundation|government|group|house|institute|intelligence|kremlin|ministry|mission|nations|navy|network|office|organi[sz]ation|parliament|party|pentagon|police|presidency|secretariat|senate|service|staff|treasury|union|university|watchdog)\b/iu

/** Words of papers, stations and agencies of news. */
const papers =
  /\b(?:chronicle|courier|daily|gazette|guardian|herald|journal|magazine|mail|monitor|news|newspaper|observer|post|radio|review|star|telegraph|television|times|tribune|tv|weekly|wire)\b/iu

/** Words for people whom the text does not name. */
const unnamed =
  /(?:^|\s)(?:aides?|analysts?|authorities|commanders?|diplomats?|eyewitness(?:es)?|experts?|he|insiders?|lawmakers?|leaders?|observers?|officers?|officials?|people|persons?|police sources?|reports?|researchers?|residents?|she|soldiers?|sources?|speakers?|spokes(?:man|men|person|people|woman|women)|they|troops|volunteers?|witness(?:es)?)$/iu

/** Words that begin the name of a country or a region, of which only the rest looks like a family name. */
const places = /^(?:central|east|european|great|new|north|saudi|south|united|west)\s\p{Lu}/iu

/**
 * The source that a name in an article's words stands for: a person, an organisation or a publication; null for
 * people without a name (“two officials”, “a spokesman”), who would be one source for many speakers.
 */
export function namedSource(words: string): NamedSource | null {
  const name = words.replace(/\s+/gu, ' ').trim()
  if (name === '' || name.length > 200 || unnamed.test(name)) return null
  const head = name.split(/\s(?:at|for|from|in|of|with)\s/u)[0]!
  if (!/^\p{Lu}/u.test(head) && !bodies.test(head)) return null
  if (papers.test(name)) return /\p{Lu}/u.test(name) ? { name, kind: 'publication' } : null
  if (bodies.test(name)) return { name, kind: 'organisation' }
  if (places.test(name)) return { name, kind: 'organisation' }
  const parts = name.split(' ')
  const own = parts.filter((part) => /^\p{Lu}/u.test(part))
  if (!/^\p{Lu}/u.test(parts.at(-1)!)) return null
  const isAcronym = parts.some((part) => /^\p{Lu}{2,}$/u.test(part))
  return { name, kind: own.length >= 2 && !isAcronym ? 'person' : 'organisation' }
}

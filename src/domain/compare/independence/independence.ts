import type { RowOf } from '../../rows.ts'
import { order } from '../../text/order.ts'
import type { ComparedClaim } from '../compared-claim.ts'
import { originLabel, speakerWords } from './label.ts'
import type { FoundLink, OriginLink, OriginReason, OriginRelation, OriginRules } from './link.ts'
import { automaticLinks } from './rules.ts'
import { byDate, type Voice, voicesOf } from './voice.ts'
import type { QuoteWords } from './wording.ts'

/** Claims that go back to one origin. */
export interface OriginGroup {
  /** The claim that the others go back to. */
  rootId: string
  /** Its speaker and day: “Pentagon, 28 October 2024”. */
  label: string
  /** The two apart; the day as an ISO date, null when unknown. */
  speaker: string
  day: string | null
  /** The root first, then by date. */
  claimIds: string[]
  links: OriginLink[]
  /** True when the group would fall apart without its likely links. */
  likely: boolean
}

/** A pair that the analyst holds to be independent. */
export interface OriginCut {
  correctionId: string
  oneId: string
  otherId: string
  note: string
  /** What the rules would have said of the pair; empty when nothing. */
  found: string
  /** The claims by which both still go back to one origin, the two included; null when they are apart. */
  through: string[] | null
}

export interface Origins {
  /** Claims in all. */
  reports: number
  /** Largest first. Each claim is in exactly one. */
  groups: OriginGroup[]
  /** How many origins there are when every likely link is left out: the true number lies between. */
  mostOrigins: number
  cuts: OriginCut[]
}

/** What an analyst decided about a pair of claims. */
export type OriginCorrection = Pick<RowOf<'originLinks'>, 'id' | 'oneId' | 'otherId' | 'verdict' | 'note'>

/** The thresholds, shown on the screen beside what follows from them. */
export const originRules: OriginRules = { occasionDays: 3, likeness: 0.5, leastWords: 8 }

export interface OriginOptions extends Partial<OriginRules> {
  /** Words of quotes already taken apart, by quote: for whoever asks again and again. */
  quoteWords?: Map<string, QuoteWords>
}

/**
 * Which claims go back to one origin. The groups are a partition of the claims; neither the order of claims, relations
 * or corrections nor a circle in “via” or “repeats” makes a difference. Relations and corrections of claims that are not
 * among these are passed over. Work grows with the number of claims, not with that of their pairs.
 */
export function originGroups(
  claims: readonly ComparedClaim[],
  relations: Iterable<OriginRelation>,
  corrections: Iterable<OriginCorrection>,
  options: OriginOptions = {},
): Origins {
  const rules = { ...originRules, ...options }
  const voices = voicesOf(claims).sort(byDate)
  const at = new Map(voices.map((voice, place) => [voice.id, place]))
  const known = [...corrections].filter(({ oneId, otherId }) => at.has(oneId) && at.has(otherId)).sort(byPair)
  const found = onePerPair(automaticLinks(voices, relations, rules, options.quoteWords), at)
  const { links, cuts } = corrected(found, known, voices, at)
  const apart = components(voices.length, links, at)
  const members = new Map<number, Voice[]>()
  for (const [place, voice] of voices.entries()) {
    const group = members.get(apart.of(place))
    if (group) group.push(voice)
    else members.set(apart.of(place), [voice])
  }
  const linksOf = new Map<number, OriginLink[]>()
  for (const link of links) {
    const group = apart.of(at.get(link.fromId)!)
    const known = linksOf.get(group)
    if (known) known.push(link)
    else linksOf.set(group, [link])
  }
  const sure = components(
    voices.length,
    links.filter(({ grade }) => grade === 'clear'),
    at,
  )
  const groups = [...members].map(([group, voicesOfGroup]): OriginGroup => {
    const own = linksOf.get(group) ?? []
    const root = rootOf(voicesOfGroup, own)
    const first = sure.of(at.get(root.id)!)
    return {
      rootId: root.id,
      label: originLabel(root),
      speaker: speakerWords(root),
      day: root.date,
      claimIds: [root.id, ...voicesOfGroup.filter((voice) => voice !== root).map(({ id }) => id)],
      links: own,
      likely: own.length > 0 && voicesOfGroup.some(({ id }) => sure.of(at.get(id)!) !== first),
    }
  })
  const place = (group: OriginGroup) => at.get(group.rootId)!
  groups.sort((a, b) => b.claimIds.length - a.claimIds.length || place(a) - place(b))
  const beside = cuts.length > 0 ? neighbours(links) : new Map<string, string[]>()
  return {
    reports: voices.length,
    groups,
    mostOrigins: sure.count,
    cuts: cuts.map((cut) => {
      const together = apart.of(at.get(cut.oneId)!) === apart.of(at.get(cut.otherId)!)
      return { ...cut, through: together ? wayBetween(cut, beside) : null }
    }),
  }
}

/** “6 reports, 2 independent origins”. */
export function originsWords({
  reports,
  groups,
}: {
  reports: number
  groups: { readonly length: number }
}): string {
  const origins = groups.length
  return `${figure(reports)} ${reports === 1 ? 'report' : 'reports'}, ${figure(origins)} independent ${origins === 1 ? 'origin' : 'origins'}`
}

function figure(count: number): string {
  return count.toLocaleString('en-GB')
}

/** The strongest reason first: whoever said so explicitly, then what was said, then what is only alike. */
const strength: readonly OriginReason[] = [
  'correction',
  'repeats',
  'same speaker',
  'via',
  'same words',
  'officials',
  'publisher',
]

/** One link for each pair, in a fixed order; the sentences of the others follow that of the strongest. */
function onePerPair(links: readonly FoundLink[], at: ReadonlyMap<string, number>): Map<string, OriginLink> {
  const pairs = new Map<string, FoundLink | FoundLink[]>()
  for (const link of links) {
    const key = pairKey(link.fromId, link.toId)
    const known = pairs.get(key)
    if (!known) pairs.set(key, link)
    else if (Array.isArray(known)) known.push(link)
    else pairs.set(key, [known, link])
  }
  const single = new Map<string, OriginLink>()
  for (const key of [...pairs.keys()].sort()) {
    const found = pairs.get(key)!
    const { fromId, toId, reason, grade, sentence } = Array.isArray(found) ? joined(found, at) : found
    single.set(key, { fromId, toId, reason, grade, sentence, correctionId: null, note: '' })
  }
  return single
}

function joined(links: FoundLink[], at: ReadonlyMap<string, number>): FoundLink {
  const [first] = links.sort(byStrength(at))
  const sentences = new Set(links.map(({ sentence }) => sentence))
  const clear = links.some(({ grade }) => grade === 'clear')
  return { ...first!, grade: clear ? 'clear' : 'likely', sentence: [...sentences].join(' ') }
}

/** Of two that are equally strong, as where each came through the other, the one that goes back in time. */
function byStrength(at: ReadonlyMap<string, number>): (a: FoundLink, b: FoundLink) => number {
  return (a, b) =>
    strength.indexOf(a.reason) - strength.indexOf(b.reason) ||
    at.get(b.fromId)! - at.get(a.fromId)! ||
    order(a.sentence, b.sentence)
}

/** The links as the analyst has them: pairs held independent lose theirs, pairs held of one origin get one. */
function corrected(
  found: Map<string, OriginLink>,
  corrections: readonly OriginCorrection[],
  voices: readonly Voice[],
  at: ReadonlyMap<string, number>,
): { links: OriginLink[]; cuts: Omit<OriginCut, 'through'>[] } {
  const links = new Map(found)
  const cuts: Omit<OriginCut, 'through'>[] = []
  for (const { id, oneId, otherId, verdict, note } of corrections) {
    const key = pairKey(oneId, otherId)
    const automatic = found.get(key)
    if (verdict === 'independent') {
      links.delete(key)
      cuts.push({ correctionId: id, oneId, otherId, note, found: automatic?.sentence ?? '' })
      continue
    }
    const [earlier, later] = [at.get(oneId)!, at.get(otherId)!].sort((a, b) => a - b)
    links.set(key, {
      fromId: automatic?.fromId ?? voices[later!]!.id,
      toId: automatic?.toId ?? voices[earlier!]!.id,
      reason: 'correction',
      grade: 'clear',
      sentence: ['An analyst holds them to be of one origin.', note, automatic?.sentence]
        .filter(Boolean)
        .join(' '),
      correctionId: id,
      note,
    })
  }
  return { links: [...links.values()], cuts }
}

/**
 * The claim that goes back to no other; of several the earliest whose speaker is known. In a circle all go back to
 * another: then the earliest of all.
 */
function rootOf(voices: readonly Voice[], links: readonly OriginLink[]): Voice {
  const goingBack = new Set(links.map(({ fromId }) => fromId))
  const last = voices.filter(({ id }) => !goingBack.has(id))
  return last.find(({ named }) => named) ?? last[0] ?? voices.find(({ named }) => named) ?? voices[0]!
}

function neighbours(links: readonly OriginLink[]): Map<string, string[]> {
  const beside = new Map<string, string[]>()
  const tie = (one: string, other: string) => {
    const known = beside.get(one)
    if (known) known.push(other)
    else beside.set(one, [other])
  }
  for (const { fromId, toId } of links) {
    tie(fromId, toId)
    tie(toId, fromId)
  }
  return beside
}

/** A shortest chain of links between the two. */
function wayBetween(
  { oneId, otherId }: Omit<OriginCut, 'through'>,
  beside: ReadonlyMap<string, readonly string[]>,
): string[] {
  const cameFrom = new Map<string, string | null>([[oneId, null]])
  // A map visits what is added to it while it is walked through.
  for (const [id] of cameFrom) {
    for (const next of beside.get(id) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, id)
  }
  const way: string[] = []
  for (let id: string | null = otherId; id !== null; id = cameFrom.get(id) ?? null) way.unshift(id)
  return way
}

/** Disjoint sets by union with path halving (Tarjan and van Leeuwen, 1984); of each set the first place speaks for it. */
function components(
  size: number,
  links: readonly Pick<OriginLink, 'fromId' | 'toId'>[],
  at: ReadonlyMap<string, number>,
): { of(place: number): number; count: number } {
  const parent = Int32Array.from({ length: size }, (_, place) => place)
  let count = size
  const of = (place: number) => {
    let at = place
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  for (const { fromId, toId } of links) {
    const one = of(at.get(fromId)!)
    const other = of(at.get(toId)!)
    if (one === other) continue
    parent[Math.max(one, other)] = Math.min(one, other)
    count -= 1
  }
  return { of, count }
}

export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

function byPair(a: OriginCorrection, b: OriginCorrection): number {
  return order(pairKey(a.oneId, a.otherId), pairKey(b.oneId, b.otherId)) || order(a.id, b.id)
}

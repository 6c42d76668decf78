import { remembered } from './remembered.ts'

/** A place as its own words give it. Nothing is looked up: that Kursk lies in Russia is known only where it is written. */
export interface Place {
  /** Equal for places that are written alike; empty for none. */
  key: string
  /** From the narrowest to the widest, without words like “region”: “Kursk region, Russia” is `kursk`, `russia`. */
  parts: readonly string[]
  /** The narrowest without a direction: “eastern Ukraine” lies in `ukraine`; empty where it has none. */
  around: string
}

/**
 * How two places lie to each other: written alike; one not named; not written alike, but perhaps one (“Kursk” and “Kursk region,
 * Russia”); the first within the second or the other way round, as they are written; none of these.
 */
export type PlaceRelation = 'same' | 'unnamed' | 'alike' | 'within' | 'around' | 'apart'

/**
 * Reads a place. Capitals, spaces and signs make no difference. “Russia’s Kursk region” and “the Kursk region of Russia” are read
 * as “Kursk region, Russia”.
 */
export const placeOf = remembered(readPlace, 10_000)

function readPlace(place: string): Place {
  const parts = partsOf(place)
  return { key: placeKey(place), parts, around: parts[0] ? withoutDirection(parts[0]) : '' }
}

/** The same place is written with the same letters and digits. */
export function placeKey(place: string): string {
  return place
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

export function placeRelation(one: Place, other: Place): PlaceRelation {
  if (one.key === other.key) return 'same'
  if (one.key === '' || other.key === '') return 'unnamed'
  const [within, around] = [isWithin(one, other), isWithin(other, one)]
  if (isAlike(one, other) || (within && around)) return 'alike'
  return within ? 'within' : around ? 'around' : 'apart'
}

/**
 * For looking up what may be the same: of two places that are not apart one goes by a name (`own`) under which the other looks
 * (`sought`).
 */
export function placeNames({ key, parts, around }: Place): { own: string[]; sought: string[] } {
  if (key === '') return { own: [''], sought: [''] }
  const written = `=${key}`
  return {
    own: [written, ...parts.slice(0, 1)],
    sought: [...new Set([written, ...parts, around, ''])],
  }
}

function isAlike({ parts: one }: Place, { parts: other }: Place): boolean {
  if (one.length === other.length && holds(one, other)) return true
  return one.length > 0 && one[0] === other[0] && (holds(one, other) || holds(other, one))
}

function isWithin(inner: Place, outer: Place): boolean {
  const [wide, ...rest] = outer.parts
  if (wide === undefined) return false
  const at = inner.parts.indexOf(wide, 1)
  if (at > 0) return holds(inner.parts.slice(at + 1), rest)
  return inner.around === wide && (holds(inner.parts.slice(1), rest) || holds(rest, inner.parts.slice(1)))
}

function holds(all: readonly string[], some: readonly string[]): boolean {
  return some.every((one) => all.includes(one))
}

const kindsAfter =
  'region|oblast|province|governorate|prefecture|district|raion|county|state|krai|area|municipality'
/** “Kursk region”; not “Mexico City”, whose name it is. */
const kindAfter = new RegExp(` (?:${kindsAfter})$`)
const kindBefore = new RegExp(`^(?:${kindsAfter}|city|town|village) of `)
const kindWithin = new RegExp(`^(.+ (?:${kindsAfter})) (?:of|in) (?:the )?(.+)$`)
const owned = new RegExp(`^(.+?)['’]s? (.+ (?:${kindsAfter}))$`)

function partsOf(place: string): string[] {
  return place
    .normalize('NFKC')
    .toLowerCase()
    .split(/[,()]/)
    .flatMap((part) => narrowFirst(part.trim()))
    .map((part) => placeKey(part).replace(/^(?:(?:in|the) )+/, ''))
    .map((part) => part.replace(kindBefore, '').replace(kindAfter, ''))
    .filter(Boolean)
}

/** “russia’s kursk region” and “kursk region of russia” as “kursk region” and “russia”. */
function narrowFirst(part: string): string[] {
  const [, owner, own] = owned.exec(part) ?? []
  if (owner && own) return [own, owner]
  const [, narrow, wide] = kindWithin.exec(part) ?? []
  return narrow && wide ? [narrow, wide] : [part]
}

const direction =
  /^(?:(?:far|central|mainland|northern|southern|eastern|western|(?:north|south) ?(?:eastern|western)|outskirts of|suburbs of) )+(?:the )?/

function withoutDirection(part: string): string {
  const without = part.replace(direction, '')
  return without === part ? '' : without
}

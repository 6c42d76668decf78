/*
 * How near suggestions come to labels. Everything counts that is proposed and everything that is labelled: a claim
 * proposed where none is labelled is wrong in all that it says, a labelled one that is not proposed is missed in all.
 */

/** @typedef {import('../../src/domain/suggest/suggestion.ts').Suggestion} Suggestion */
/**
 * @typedef {{ start: number, end: number, quote: string, speaker: string | null, via: string[], stance: string,
 *   quantity: { low: number | null, high: number | null, qualifier: string, unit: string, words: string } | null,
 *   date: { from: string, to: string, words: string, of: 'event' | 'statement' } | null }} Label
 */
/** @typedef {{ label: Label | null, suggestion: Suggestion | null }} Pair */
/** @typedef {{ right: number, proposed: number, labelled: number }} Count */
/** @typedef {{ field: string, kind: string, label: Label | null, suggestion: Suggestion | null }} Miss */

export const fields = /** @type {const} */ ([
  'quantity',
  'value',
  'qualifier',
  'unit',
  'speaker',
  'stance',
  'date',
])

/** Pairs each label with at most one suggestion: by the words of the figure, then by the words of the claim. */
export function pairs(/** @type {Label[]} */ labels, /** @type {Suggestion[]} */ suggestions) {
  const free = new Set(suggestions)
  /** @type {Map<Label, Suggestion>} */
  const found = new Map()
  const take = (/** @type {(label: Label, suggestion: Suggestion) => number} */ shared) => {
    const candidates = labels
      .filter((label) => !found.has(label))
      .flatMap((label) =>
        [...free].map((suggestion) => ({ label, suggestion, by: shared(label, suggestion) })),
      )
      .filter(({ by }) => by > 0)
      .sort((one, other) => other.by - one.by)
    for (const { label, suggestion } of candidates) {
      if (found.has(label) || !free.has(suggestion)) continue
      found.set(label, suggestion)
      free.delete(suggestion)
    }
  }
  take((label, { quantity }) => (label.quantity && quantity ? overlap(wordsOf(label), quantity) : 0))
  take((label, suggestion) => (label.quantity || suggestion.quantity ? 0 : overlap(label, suggestion)))
  take((label, suggestion) => (label.quantity && suggestion.quantity ? 0 : overlap(label, suggestion)))
  /** @type {Pair[]} */
  const all = labels.map((label) => ({ label, suggestion: found.get(label) ?? null }))
  return [...all, ...[...free].map((suggestion) => ({ label: null, suggestion }))]
}

/** Counts each field, and names each miss by its kind. */
export function score(/** @type {Pair[]} */ all) {
  /** @type {Record<string, Count>} */
  const counts = Object.fromEntries(fields.map((field) => [field, { right: 0, proposed: 0, labelled: 0 }]))
  /** @type {Miss[]} */
  const misses = []
  for (const pair of all) {
    const { label, suggestion } = pair
    for (const field of fields) {
      const [wanted, given] = read(field, pair)
      const count = /** @type {Count} */ (counts[field])
      if (wanted !== null) count.labelled += 1
      if (given !== null) count.proposed += 1
      if (wanted !== null && given !== null && same(field, wanted, given)) count.right += 1
      else if (wanted !== null || given !== null)
        misses.push({ field, kind: kindOf(pair, wanted, given, field), label, suggestion })
    }
  }
  return { counts, misses }
}

export function figures(/** @type {Count} */ { right, proposed, labelled }) {
  const precision = proposed === 0 ? 1 : right / proposed
  const recall = labelled === 0 ? 1 : right / labelled
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  }
}

/** What the label and the suggestion of a pair have in a field; null where there is nothing. @returns {[any, any]} */
function read(/** @type {string} */ field, /** @type {Pair} */ { label, suggestion }) {
  const value = readers[field]
  return [(label && value?.label(label)) ?? null, (suggestion && value?.suggestion(suggestion)) ?? null]
}

function kindOf(
  /** @type {Pair} */ { label, suggestion },
  /** @type {any} */ wanted,
  /** @type {any} */ given,
  /** @type {string} */ field,
) {
  if (!suggestion) return 'claim not proposed'
  if (!label) return 'proposed, not a claim'
  if (given === null) return 'left out'
  if (wanted === null) return 'made up'
  if (field === 'quantity') {
    const parts = /** @type {const} */ (['value', 'qualifier', 'unit']).filter(
      (part) => !same(part, ...read(part, { label, suggestion })),
    )
    return `wrong ${parts.join(' and ')}`
  }
  if (field === 'stance') return `${wanted} taken for ${given}`
  if (field === 'date' && wanted.days === given.days) return 'of event and of statement confused'
  return 'another'
}

const days = (/** @type {{ from: string, to: string }} */ { from, to }) => `${from}/${to}`

/** @type {Record<string, { label(label: Label): any, suggestion(suggestion: Suggestion): any }>} */
const readers = {
  quantity: { label: ({ quantity }) => quantity, suggestion: ({ quantity }) => quantity },
  value: {
    label: ({ quantity }) => quantity && `${quantity.low}/${quantity.high}`,
    suggestion: ({ quantity }) => quantity && `${quantity.low}/${quantity.high}`,
  },
  qualifier: {
    label: ({ quantity }) => quantity?.qualifier,
    suggestion: ({ quantity }) => quantity?.qualifier,
  },
  unit: {
    label: ({ quantity }) => quantity && plainUnit(quantity.unit),
    suggestion: ({ quantity }) => quantity && plainUnit(quantity.unit),
  },
  speaker: {
    label: ({ speaker }) => speaker && plainSpeaker(speaker),
    suggestion: ({ speaker }) => speaker && plainSpeaker(speaker.name),
  },
  stance: { label: ({ stance }) => stance, suggestion: ({ stance }) => stance },
  date: {
    label: ({ date }) => date && { days: days(date), of: date.of },
    suggestion: ({ eventDate, statementDate }) =>
      eventDate
        ? { days: days(eventDate), of: 'event' }
        : statementDate && { days: days(statementDate), of: 'statement' },
  },
}

function same(/** @type {string} */ field, /** @type {any} */ one, /** @type {any} */ other) {
  if (field === 'quantity')
    return (
      one.low === other.low &&
      one.high === other.high &&
      one.qualifier === other.qualifier &&
      plainUnit(one.unit) === plainUnit(other.unit)
    )
  if (field === 'date') return one.days === other.days && one.of === other.of
  return one === other
}

function plainSpeaker(/** @type {string} */ name) {
  return name
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^(?:the|an?|its|their|his|her) /, '')
    .trim()
}

/** @type {Record<string, string>} */
const spellings = {
  kilometer: 'km',
  kilometre: 'km',
  t: 'tonne',
  ton: 'ton',
  '%': 'percent',
  'per cent': 'percent',
  meter: 'metre',
  liter: 'litre',
  people: 'people',
  person: 'people',
  men: 'man',
  women: 'woman',
  children: 'child',
}

/** Case, number and the spelling of a measure make no other unit. */
export function plainUnit(/** @type {string} */ unit) {
  return unit
    .toLowerCase()
    .split(/\s+/)
    .map(
      (word) =>
        spellings[word] ??
        word
          .replace(/ies$/, 'y')
          .replace(/(?<=(?:s|x|ch|sh))es$/, '')
          .replace(/(?<!s)s$/, ''),
    )
    .map((word) => spellings[word] ?? word)
    .join(' ')
}

function wordsOf(/** @type {Label} */ { start, quote, quantity }) {
  const at = quote.indexOf(quantity?.words ?? '')
  return { start: start + at, end: start + at + (quantity?.words.length ?? 0) }
}

function overlap(
  /** @type {{ start: number, end: number }} */ one,
  /** @type {{ start: number, end: number }} */ other,
) {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
}

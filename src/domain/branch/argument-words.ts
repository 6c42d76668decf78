import { short } from '../decide.ts'

/** One argument of a command, for a person. */
export interface ArgumentWords {
  label: string
  value: string
}

/** At most so many values of a list are named; of the others it is told how many. */
const mostNamed = 6

/**
 * A command's arguments in words: what is empty is left out, and ids are told as what they stand for.
 *
 * @param nameOf what an id stands for in the workspace where the command was given; undefined for what is no id
 */
export function argumentWords(args: unknown, nameOf: (id: string) => string | undefined): ArgumentWords[] {
  if (typeof args !== 'object' || args === null) return []
  return Object.entries(args).flatMap(([key, value]): ArgumentWords[] => {
    if (hidden.has(key)) return []
    if (key === 'set') return argumentWords(value, nameOf)
    const words = wordsOf(value, nameOf)
    return words === '' ? [] : [{ label: labelOf(key), value: words }]
  })
}

/** Facts for the program. */
const hidden: ReadonlySet<string> = new Set(['textHash', 'expected', 'origin', 'encoding', 'length'])

function wordsOf(value: unknown, nameOf: (id: string) => string | undefined): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'string') {
    const name = nameOf(value.slice(value.indexOf('/') + 1))
    return name === undefined ? short(value, 200) : `“${short(name, 90)}”`
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) {
    const told = value.slice(0, mostNamed).map((one) => wordsOf(one, nameOf))
    const more = value.length > mostNamed ? [`and ${value.length - mostNamed} more`] : []
    return [...told.filter(Boolean), ...more].join(', ')
  }
  if (typeof value === 'object') return objectWords(value as Record<string, unknown>, nameOf)
  return String(value)
}

/** A new row is told by its name, anything else by its members. */
function objectWords(value: Record<string, unknown>, nameOf: (id: string) => string | undefined): string {
  const { id, stream } = value
  const own = typeof id === 'string' ? id : typeof stream === 'string' ? stream : null
  const name = own === null ? '' : wordsOf(own, nameOf)
  if (name.startsWith('“')) return name
  return argumentWords(value, nameOf)
    .map(({ label, value: words }) => `${label} ${words}`)
    .join(', ')
}

/** “sourceId” becomes “source”, “eventFrom” “event from”. */
function labelOf(key: string): string {
  const named = labels[key]
  if (named !== undefined) return named
  const plain = key.replace(/Ids?$/, '')
  return plain.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

const labels: Readonly<Record<string, string>> = {
  id: 'item',
  ids: 'items',
  asOf: 'as of event',
  seq: 'event',
  parentId: 'under',
  fromId: 'from',
  toId: 'to',
  sourceId: 'speaker',
  eventFrom: 'happened from',
  eventTo: 'happened to',
  statementFrom: 'said from',
  statementTo: 'said to',
}

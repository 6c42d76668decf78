import type { RejectedSuggestion } from '../../../../contract/rows.ts'
import type { Suggestion } from '../../../../domain/suggest/suggestion.ts'
import type { AlsoHere } from '../../../../domain/suggestion/also-here.ts'
import type { Stretch } from '../../../reader/reader.tsx'
import type { OutlineLine } from '../../../ui/outline.tsx'

export type SuggestionGroup = 'claims' | 'also' | 'rejected'
export type SuggestionLine = OutlineLine &
  (
    | { kind: 'group'; group: SuggestionGroup; count: number }
    | { kind: 'claim'; suggestion: Suggestion }
    | { kind: 'also'; also: AlsoHere }
    | { kind: 'rejected'; rejected: RejectedSuggestion }
  )

/** Draft claims, words known from elsewhere, and what was rejected: each under its heading, those without any left out. */
export function suggestionLines(
  {
    open,
    also,
    rejected,
  }: {
    open: readonly Suggestion[]
    also: readonly AlsoHere[]
    rejected: readonly RejectedSuggestion[]
  },
  folded: ReadonlySet<SuggestionGroup>,
): SuggestionLine[] {
  const groups = [
    { group: 'claims' as const, lines: open.map(claimLine) },
    { group: 'also' as const, lines: also.map(alsoLine) },
    { group: 'rejected' as const, lines: rejected.map(rejectedLine) },
  ].filter(({ lines }) => lines.length > 0)
  return groups.flatMap(({ group, lines }, index): SuggestionLine[] => {
    const isOpen = !folded.has(group)
    const heading: SuggestionLine = {
      kind: 'group',
      id: group,
      level: 1,
      position: index + 1,
      siblings: groups.length,
      isOpen,
      group,
      count: lines.length,
    }
    const under = (line: Part, place: number): SuggestionLine => ({
      ...line,
      level: 2,
      position: place + 1,
      siblings: lines.length,
    })
    return isOpen ? [heading, ...(lines as readonly Part[]).map(under)] : [heading]
  })
}

/** The words that a line shows in the text; null for a heading. */
export function wordsOfLine(line: SuggestionLine): Stretch | null {
  if (line.kind === 'claim') return line.suggestion
  if (line.kind === 'also') return line.also.places[0] ?? null
  return line.kind === 'rejected' ? line.rejected : null
}

/**
 * The line to look at once the one with this id has gone: the next that is still there, before the next heading if
 * there is one, else the last before it, else one under another heading.
 */
export function lineInstead(
  before: readonly SuggestionLine[],
  now: readonly SuggestionLine[],
  id: string,
): SuggestionLine | null {
  const at = before.findIndex((line) => line.id === id)
  const group = (line: SuggestionLine) => line.kind !== 'group' && line.kind === before[at]?.kind
  const still = (line: SuggestionLine) =>
    now.find((other) => other.id === line.id && other.kind !== 'group') ?? null
  const later = before.slice(at + 1)
  const earlier = before.slice(0, at).reverse()
  for (const line of [...later.filter(group), ...earlier.filter(group), ...later, ...earlier]) {
    const found = still(line)
    if (found) return found
  }
  return null
}

export function claimLineId(key: string): string {
  return `claim ${key}`
}

type Part =
  | { kind: 'claim'; id: string; suggestion: Suggestion }
  | { kind: 'also'; id: string; also: AlsoHere }
  | { kind: 'rejected'; id: string; rejected: RejectedSuggestion }

function claimLine(suggestion: Suggestion): Part {
  return { kind: 'claim', id: claimLineId(suggestion.key), suggestion }
}

function alsoLine(also: AlsoHere): Part {
  return { kind: 'also', id: also.key, also }
}

function rejectedLine(rejected: RejectedSuggestion): Part {
  return { kind: 'rejected', id: `rejected ${rejected.id}`, rejected }
}

import { reject } from '../rejection.ts'
import type { ReadTables, RowOf } from '../rows.ts'

/** The verdict on a pair of claims, in whichever order they come, passing over the row `except`; undefined while it is undecided. */
export function verdictOn(
  tables: ReadTables,
  one: string,
  other: string,
  except?: string,
): RowOf<'findings'> | undefined {
  const [aId, bId] = pairOf(one, other)
  return tables.findings.where('aId', aId).find((row) => row.bId === bId && row.id !== except)
}

/** The two ids as a finding keeps them. */
export function pairOf(one: string, other: string): [aId: string, bId: string] {
  return one < other ? [one, other] : [other, one]
}

/** What must hold for a verdict beside the others: two claims, smaller id first, judged once. */
export function checkFinding(
  tables: ReadTables,
  { id, aId, bId }: Pick<RowOf<'findings'>, 'id' | 'aId' | 'bId'>,
): void {
  if (aId === bId) reject('finding_on_itself', 'A finding is about two claims, not about one.')
  const there = verdictOn(tables, aId, bId, id)
  if (there) {
    reject('finding_judged', `These two claims are judged already: ${there.verdict}.`, { id: there.id })
  }
}

/** The verdicts that name any of the claims. */
export function verdictsAbout(tables: ReadTables, claimIds: Iterable<string>): RowOf<'findings'>[] {
  const found = new Map<string, RowOf<'findings'>>()
  for (const claimId of claimIds) {
    for (const row of tables.findings.where('aId', claimId)) found.set(row.id, row)
    for (const row of tables.findings.where('bId', claimId)) found.set(row.id, row)
  }
  return [...found.values()]
}

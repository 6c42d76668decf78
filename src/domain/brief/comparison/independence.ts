import { quantityWords } from '../../claim/quantity.ts'
import { isGraded, type OriginWarning } from '../../claim/warnings.ts'
import type { ComparedClaim } from '../../compare/compared-claim.ts'
import type { Drawing } from '../../compare/drawing/drawing.ts'
import { originsDrawing } from '../../compare/independence/drawing.ts'
import {
  type OriginGroup,
  type Origins,
  originGroups,
  originsWords,
} from '../../compare/independence/independence.ts'
import type { OriginRelation } from '../../compare/independence/link.ts'
import { speakerWords } from '../../compare/spread/mark-words.ts'
import { countOf } from '../../decide.ts'
import { shortened } from '../../history/sentence-part.ts'
import { periodWords } from '../../plain-values/period-words.ts'
import { type ComparedFigure, type ComparisonInput, figureWidth } from './figure.ts'
import { unconfirmedClaims } from './unconfirmed.ts'

/** Which claims go back to one origin. */
export function originsOf({ claims, tables }: Pick<ComparisonInput, 'claims' | 'tables'>): Origins {
  return originGroups(claims, relationsAmong(claims, tables), tables.originLinks.all())
}

/** The number of a claim's origin within the topic, from 1. */
export function originNumbers({ groups }: Origins): (claimId: string) => number | null {
  const numbers = new Map(
    groups.flatMap(({ claimIds }, index) => claimIds.map((id) => [id, index + 1] as const)),
  )
  return (claimId) => numbers.get(claimId) ?? null
}

/** Origins with several reports that are drawn, at most. */
const groupsDrawn = 12
const membersDrawn = 40

/** The origins behind the reports, as a graph of those with several reports and as a table of all. */
export function independenceFigures(input: ComparisonInput): ComparedFigure[] {
  if (input.claims.length === 0) return []
  const origins = originsOf(input)
  const claims = new Map(input.claims.map((compared) => [compared.claim.id, compared]))
  const several = origins.groups.filter(({ claimIds }) => claimIds.length > 1)
  return [
    {
      title: originsWords(origins),
      drawings: graph(several, claims),
      legend: null,
      columns: ['Origin', 'Name', 'Who', 'Said', 'What', 'Goes back to it because'],
      rows: origins.groups.flatMap((group, index) => groupRows(group, index + 1, claims)),
      notes: [
        ...(several.length > groupsDrawn
          ? [`The graph has the ${groupsDrawn} origins with the most reports.`]
          : []),
        ...(origins.mostOrigins > origins.groups.length
          ? [
              `Without the links that are only likely there would be ${countOf(origins.mostOrigins, 'origin')}.`,
            ]
          : []),
        ...origins.cuts.map((cut) => cutWords(cut.note, cut.oneId, cut.otherId, claims)),
        ...unconfirmedWords(input),
      ],
    },
  ]
}

type Claims = ReadonlyMap<string, ComparedClaim>

/** The largest come first, so that the graph's numbers are those of the table. */
function graph(several: readonly OriginGroup[], claims: Claims): Drawing[] {
  const groups = several.slice(0, groupsDrawn)
  if (groups.length === 0) return []
  const drawn = {
    groups: groups.map((group) => ({ ...nearest(group), size: group.claimIds.length })),
    claims: Object.fromEntries(
      groups.flatMap(({ claimIds }) => claimIds.map((id) => [id, markOf(claims.get(id)!)])),
    ),
  }
  return [originsDrawing(drawn, figureWidth)]
}

/** A group with no more claims than can be told apart: its root and those nearest to it, so that it hangs together. */
function nearest(group: OriginGroup): OriginGroup {
  if (group.claimIds.length <= membersDrawn) return group
  const beside = new Map<string, string[]>(group.claimIds.map((id) => [id, []]))
  for (const { fromId, toId } of group.links) {
    beside.get(fromId)!.push(toId)
    beside.get(toId)!.push(fromId)
  }
  const near = new Set([group.rootId])
  // A set visits what is added to it while it is walked through.
  for (const id of near) for (const next of beside.get(id)!) if (near.size < membersDrawn) near.add(next)
  return {
    ...group,
    claimIds: group.claimIds.filter((id) => near.has(id)),
    links: group.links.filter(({ fromId, toId }) => near.has(fromId) && near.has(toId)),
  }
}

function markOf({ claim, source }: ComparedClaim) {
  return { stance: claim.stance, words: `${speakerWords(source)}: ${claim.statement}` }
}

function groupRows(group: OriginGroup, number: number, claims: Claims): ComparedFigure['rows'] {
  return group.claimIds.map((id) => {
    const { claim, source } = claims.get(id)!
    const link = group.links.find(({ fromId }) => fromId === id)
    return {
      cells: [
        String(number),
        group.label,
        speakerWords(source),
        periodWords(claim.statementFrom, claim.statementTo),
        quantityWords(claim, claim.unit) || claim.statement,
        id === group.rootId
          ? group.claimIds.length === 1
            ? 'alone'
            : 'the origin'
          : (link?.sentence ?? 'a report that goes back to it'),
      ],
      claimIds: [id],
    }
  })
}

function cutWords(note: string, oneId: string, otherId: string, claims: Claims): string {
  const who = [oneId, otherId].map((id) => speakerWords(claims.get(id)!.source)).join(' and ')
  return `An analyst holds the claims of ${who} to be independent${note.trim() ? `: ${note.trim()}` : '.'}`
}

/** Of the claims printed; what confirms them may lie outside the brief's scope. */
function unconfirmedWords({ claims, all, tables }: ComparisonInput): string[] {
  if (!claims.some(({ claim }) => isGraded(claim))) return []
  const printed = new Set(claims.map(({ claim }) => claim.id))
  const everything = all()
  return unconfirmedClaims(everything, originsOf({ claims: everything, tables }), tables).flatMap(
    ({ claim, warnings }) =>
      printed.has(claim.id)
        ? warnings.map(
            (kind) =>
              `“${shortened(claim.statement, 160)}” is called ${called[kind]}, but nobody of another origin confirms it.`,
          )
        : [],
  )
}

const called: Record<OriginWarning, string> = {
  'credibility without origin': 'confirmed by other sources (credibility 1)',
  'corroborated by one origin': 'corroborated',
}

function* relationsAmong(
  claims: readonly ComparedClaim[],
  { relations }: Pick<ComparisonInput['tables'], 'relations'>,
): Generator<OriginRelation> {
  const ids = new Set(claims.map(({ claim }) => claim.id))
  for (const relation of relations.all()) {
    if (ids.has(relation.fromId) && ids.has(relation.toId)) yield relation
  }
}

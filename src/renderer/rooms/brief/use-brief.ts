import type { RequestInput } from '../../../contract/requests.ts'
import type { Brief } from '../../../contract/rows.ts'
import type { Answer } from '../../../contract/wire.ts'
import { useAsk } from '../../data/ask.ts'
import { execute } from '../../data/execute.ts'
import { newId } from '../../data/ids.ts'
import { useNavigation } from '../../state/navigation.ts'

export type BriefChange = Partial<Omit<Brief, 'id'>>

/** The workspace's briefs by name, and the one that is open: the one chosen last, else the first. */
export function useBriefs(): { briefs: readonly Brief[] | undefined; brief: Brief | undefined } {
  const chosen = useNavigation(({ briefId }) => briefId)
  const { data } = useAsk('briefs.list', {})
  const briefs = data && [...data].sort((a, b) => a.name.localeCompare(b.name, 'en'))
  return { briefs, brief: briefs?.find(({ id }) => id === chosen) ?? briefs?.[0] }
}

/** Keeps a change of a brief at once. Text as it is typed is kept quietly; the preview shows it. */
export function changeBrief(brief: Brief, set: BriefChange, quiet = true): Promise<Answer<unknown>> {
  return execute('brief.change', { id: brief.id, set }, { quiet })
}

/** A new brief begins with no more claims than somebody may want to read. */
const firstClaims = 1000

/** Makes a brief with a section for each topic that has claims, as far as they are not too many, and opens it; its id. */
export async function makeBrief(
  briefs: readonly Brief[],
  topics: readonly { id: string; claims: number; retired: boolean }[],
): Promise<string | null> {
  let room = firstClaims
  const answered = topics.filter(({ claims, retired }) => {
    if (claims === 0 || retired || claims > room) return false
    room -= claims
    return true
  })
  const sections: Brief['sections'] = [
    { kind: 'text', heading: 'In short', body: '' },
    ...answered.map(({ id }) => ({ kind: 'topic' as const, topicId: id, body: '' })),
    ...(answered.length === 0 ? [{ kind: 'other claims' as const }] : []),
    { kind: 'contradictions' },
    { kind: 'sources' },
  ]
  return saveNew({ name: freeName('New brief', briefs), title: '', sections })
}

/** Saves a copy under a free name and opens it. */
export async function copyBrief({ id: _, ...fields }: Brief, briefs: readonly Brief[]): Promise<void> {
  await saveNew({ ...fields, name: freeName(`${fields.name}, copy`, briefs) })
}

export function removeBrief(brief: Brief): Promise<Answer<unknown>> {
  return execute('brief.remove', { id: brief.id })
}

/** Claims of a section that the preview shows; the export has all of them. */
const shown = 100

/** What the preview is composed from. */
export function draftOf({ id: _, ...draft }: Brief): RequestInput<'brief.compose'> {
  return { ...draft, most: shown }
}

async function saveNew(fields: object): Promise<string | null> {
  const id = newId()
  const saved = await execute('brief.save', { id, ...fields })
  if (!saved.ok) return null
  useNavigation.getState().openBrief(id)
  return id
}

function freeName(wanted: string, briefs: readonly Brief[]): string {
  const taken = new Set(briefs.map(({ name }) => name))
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number += 1) if (!taken.has(`${wanted} ${number}`)) return `${wanted} ${number}`
}

import type { Annotation, ArticleMarks, NamedClaim, Tag } from '../../../../contract/rows.ts'
import type { OutlineLine } from '../../../ui/outline.tsx'

export type Grouping = 'position' | 'tag' | 'claim'

/** What a group's heading names: a tag, a claim, or that there is none. */
export type GroupHead = { tag: Tag } | { claim: NamedClaim } | { none: 'tag' | 'claim' }
export type AnnotationLine = OutlineLine &
  (
    | { kind: 'group'; key: string; head: GroupHead; count: number }
    /** `head`: the heading that it stands under. */
    | { kind: 'annotation'; annotation: Annotation; head: GroupHead | null }
  )

/**
 * The annotations of an article as lines: in the order of the text, or under a heading for each tag or claim, those
 * without any last. One that carries two tags, or that two claims rest on, stands under both.
 * @param tags in the order of their headings
 * @param folded keys of headings whose annotations are hidden
 */
export function annotationLines(
  { annotations, claims }: Pick<ArticleMarks, 'annotations' | 'claims'>,
  tags: readonly Tag[],
  grouping: Grouping,
  folded: ReadonlySet<string>,
): AnnotationLine[] {
  if (grouping === 'position') return entries(annotations, null, 1)
  const groups = (grouping === 'tag' ? byTag(annotations, tags) : byClaim(annotations, claims)).filter(
    ({ members }) => members.length > 0,
  )
  return groups.flatMap(({ key, head, members }, index): AnnotationLine[] => {
    const isOpen = !folded.has(key)
    const heading: AnnotationLine = {
      kind: 'group',
      id: key,
      level: 1,
      position: index + 1,
      siblings: groups.length,
      isOpen,
      key,
      head,
      count: members.length,
    }
    return isOpen ? [heading, ...entries(members, { key, head }, 2)] : [heading]
  })
}

interface Group {
  key: string
  head: GroupHead
  members: Annotation[]
}

function byTag(annotations: readonly Annotation[], tags: readonly Tag[]): Group[] {
  const groups = tags.map((tag) => ({
    key: `tag ${tag.id}`,
    head: { tag },
    members: annotations.filter(({ tagIds }) => tagIds.includes(tag.id)),
  }))
  const members = annotations.filter(({ tagIds }) => tagIds.length === 0)
  return [...groups, { key: 'no tag', head: { none: 'tag' }, members }]
}

function byClaim(annotations: readonly Annotation[], claims: readonly NamedClaim[]): Group[] {
  const groups = claims.map((claim) => ({
    key: `claim ${claim.id}`,
    head: { claim },
    members: annotations.filter(({ id }) => claim.evidence.includes(id)),
  }))
  const used = new Set(claims.flatMap(({ evidence }) => evidence))
  const members = annotations.filter(({ id }) => !used.has(id))
  return [...groups, { key: 'no claim', head: { none: 'claim' }, members }]
}

function entries(
  annotations: readonly Annotation[],
  group: Pick<Group, 'key' | 'head'> | null,
  level: 1 | 2,
): AnnotationLine[] {
  return annotations.map((annotation, index) => ({
    kind: 'annotation',
    id: `${group?.key ?? ''} ${annotation.id}`,
    level,
    position: index + 1,
    siblings: annotations.length,
    annotation,
    head: group?.head ?? null,
  }))
}

import { ChevronDown, Highlighter, Info, Quote, StickyNote } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Annotation, ArticleMarks, Tag } from '../../../../contract/rows.ts'
import { execute } from '../../../data/execute.ts'
import { useLayout } from '../../../data/settings.ts'
import { count, number } from '../../../format.ts'
import { useNavigation } from '../../../state/navigation.ts'
import { showPane } from '../../../state/panes.ts'
import { NothingYet } from '../../../timeline/nothing-yet.tsx'
import { IconButton } from '../../../ui/button.tsx'
import { TagSwatch } from '../../../ui/chip.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import { Outline } from '../../../ui/outline.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { useReading } from '../reading-state.ts'
import { type AnnotationLine, annotationLines, type GroupHead, type Grouping } from './annotation-lines.ts'

/**
 * Everything that is marked in the article, as a list: the way to the marks without sight or mouse, since what is
 * painted on the text cannot be spoken. Enter or a click jumps to the words.
 */
export function AnnotationList({
  marks,
  tags,
  readOnly,
  treeRef,
}: {
  marks: ArticleMarks
  tags: readonly Tag[]
  readOnly: string | null
  treeRef: React.Ref<HTMLDivElement>
}) {
  const [grouping, setGrouping] = useLayout<Grouping>('annotations grouped by', 'position')
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const chosenId = useReading((reading) => reading.chosenId)
  const showArticle = useReading((reading) => reading.showArticle)
  const lines = useMemo(() => annotationLines(marks, tags, grouping, folded), [marks, tags, grouping, folded])
  const tagsById = useMemo(() => new Map(tags.map((tag) => [tag.id, tag])), [tags])
  const resting = useMemo(() => restingOn(marks), [marks])
  const { annotations, article } = marks
  const current = lines.find((line) => line.kind === 'annotation' && line.annotation.id === chosenId)?.id
  return (
    <section className="annotations" aria-label="In this article">
      <div className="inspector-head">
        <h2 className="heading-small">In this article · {number(annotations.length)}</h2>
        {annotations.length > 0 && (
          <Segmented
            label="Group by"
            items={groupings}
            value={grouping}
            onChange={(next) => setGrouping(next)}
          />
        )}
        <IconButton label="About the article" keys="I" size="small" icon={<Info />} onPress={showArticle} />
      </div>
      {annotations.length === 0 ? (
        <NothingYet
          what="marked words"
          icon={<Highlighter />}
          title="Nothing marked yet"
          text={
            readOnly ?? (
              <>
                Select words in the text, then press <Kbd keys="1" /> to <Kbd keys="9" /> or <Kbd keys="T" />{' '}
                for a tag, <Kbd keys="N" /> for a note or <Kbd keys="C" /> for a claim.
              </>
            )
          }
        />
      ) : (
        <Outline
          key={grouping}
          label={`Marked in ${article.title}`}
          treeRef={treeRef}
          lines={lines}
          current={current ?? null}
          estimate={() => 2.125}
          onOpen={(line) => line.kind === 'annotation' && jumpTo(line.annotation)}
          onFold={(line) => line.kind === 'group' && setFolded((before) => toggled(before, line.key))}
          onKey={(event, line) => {
            if (event.key !== 'Delete' || readOnly !== null || line.kind !== 'annotation') return false
            void execute('annotation.remove', { ids: [line.annotation.id] })
            return true
          }}
          draw={(line) =>
            line.kind === 'group' ? (
              <GroupLine line={line} />
            ) : (
              <Entry
                annotation={line.annotation}
                tags={line.annotation.tagIds.flatMap((id) => tagsById.get(id) ?? [])}
                under={line.head}
                claims={resting.get(line.annotation.id) ?? 0}
                isChosen={line.annotation.id === chosenId}
              />
            )
          }
        />
      )}
    </section>
  )
}

const groupings: { id: Grouping; label: string; name: string }[] = [
  { id: 'position', label: 'Text', name: 'In the order of the text' },
  { id: 'tag', label: 'Tag', name: 'Under their tags' },
  { id: 'claim', label: 'Claim', name: 'Under the claims that rest on them' },
]

/** Shows an annotation in the text and in the inspector. */
function jumpTo({ id, articleId }: Annotation): void {
  useReading.getState().choose(id)
  useNavigation.getState().openArticle(articleId, { annotationId: id })
  showPane('read', 'article')
}

function GroupLine({ line }: { line: Extract<AnnotationLine, { kind: 'group' }> }) {
  return (
    <div className="annotations-group">
      <ChevronDown aria-hidden className="annotations-fold" data-open={line.isOpen || undefined} />
      <GroupName head={line.head} />
      <span className="dim">{number(line.count)}</span>
    </div>
  )
}

function GroupName({ head }: { head: GroupHead }) {
  if ('none' in head) return <span className="dim">No {head.none}</span>
  if ('claim' in head) return <span className="annotations-statement">{head.claim.statement}</span>
  return (
    <>
      <TagSwatch tag={head.tag} />
      {head.tag.name}
    </>
  )
}

function Entry({
  annotation,
  tags,
  under,
  claims,
  isChosen,
}: {
  annotation: Annotation
  tags: readonly Tag[]
  /** The heading that it stands under: what that says is not said again. */
  under: GroupHead | null
  claims: number
  isChosen: boolean
}) {
  const heading = under && 'tag' in under ? under.tag.id : null
  const others = tags.filter(({ id }) => id !== heading)
  return (
    <div className="annotations-entry" data-chosen={isChosen || undefined}>
      {others.map((tag, index) => {
        // One tag is named, of the others the look alone is shown: the words need the room.
        const isNamed = index === 0 && heading === null
        return (
          <span
            key={tag.id}
            className={isNamed ? 'chip annotations-tag' : 'annotations-look'}
            title={tag.name}
          >
            <TagSwatch tag={tag} />
            <span className={isNamed ? undefined : 'hidden-visually'}>{tag.name}</span>
          </span>
        )
      })}
      <span className="annotations-quote" dir="auto">
        {annotation.quote}
      </span>
      {annotation.note !== '' && (
        <span className="annotations-sign" title={annotation.note}>
          <StickyNote aria-hidden />
          <span className="hidden-visually">note: {annotation.note}</span>
        </span>
      )}
      {claims > 0 && (
        <span className="annotations-sign" title={count(claims, 'claim')}>
          <Quote aria-hidden />
          <span className="hidden-visually">{count(claims, 'claim')}</span>
        </span>
      )}
    </div>
  )
}

/** How many claims rest on each annotation. */
function restingOn({ claims }: ArticleMarks): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { evidence } of claims) {
    for (const id of evidence) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(key)) next.add(key)
  return next
}

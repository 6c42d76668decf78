import { History, Pencil, Quote, Trash2, X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { Annotation, ArticleMarks, NamedClaim, Tag } from '../../../../contract/rows.ts'
import { execute } from '../../../data/execute.ts'
import { useNavigation } from '../../../state/navigation.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { TagChip, TagSwatch } from '../../../ui/chip.tsx'
import { MultiCombo } from '../../../ui/combo-box.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { makeTag } from '../make-tag.ts'
import { useReading } from '../reading-state.ts'
import { AddToClaim, factsOf } from './add-to-claim.tsx'
import { useKeptText } from './use-kept-text.ts'

/** The chosen annotation: its words, tags, note and the claims that rest on it. */
export function ChosenAnnotation({
  annotation,
  marks,
  tags,
  readOnly,
}: {
  annotation: Annotation
  marks: ArticleMarks
  tags: readonly Tag[]
  readOnly: string | null
}) {
  const { choose, newClaim } = useReading.getState()
  const { id, articleId, start, end, quote } = annotation
  const claims = marks.claims.filter(({ evidence }) => evidence.includes(id))
  return (
    <section className="chosen" aria-label="Selected mark">
      <div className="inspector-head">
        <h2 className="heading-small">Selected mark</h2>
        <IconButton label="Choose nothing" size="small" icon={<X />} onPress={() => choose(null)} />
      </div>
      <blockquote className="quote chosen-quote" dir="auto">
        {quote}
      </blockquote>
      <Tags annotation={annotation} tags={tags} readOnly={readOnly} />
      <Note annotation={annotation} readOnly={readOnly} />
      <RestingClaims claims={claims} readOnly={readOnly} />
      <div className="chosen-acts">
        <Button
          size="small"
          icon={<Quote />}
          isDisabled={readOnly !== null}
          onPress={() => newClaim({ articleId, start, end, quote })}
        >
          New claim
        </Button>
        <AddToClaim annotationId={id} claims={claims} isDisabled={readOnly !== null} />
        <Button
          size="small"
          variant="plain"
          icon={<History />}
          onPress={() => useNavigation.getState().openHistoryOf(`annotations/${id}`)}
        >
          History
        </Button>
        <Button
          size="small"
          variant="plain"
          icon={<Trash2 />}
          isDisabled={readOnly !== null}
          onPress={() => void execute('annotation.remove', { ids: [id] })}
        >
          Remove
        </Button>
      </div>
      {readOnly && <p className="dim inspector-why">{readOnly}</p>}
    </section>
  )
}

function Tags({
  annotation,
  tags,
  readOnly,
}: {
  annotation: Annotation
  tags: readonly Tag[]
  readOnly: string | null
}) {
  const { id, tagIds } = annotation
  const carried = tagIds.flatMap((tagId) => tags.find((tag) => tag.id === tagId) ?? [])
  const offered = tags
    .filter((tag) => !tag.retired && !tagIds.includes(tag.id))
    .map((tag) => ({
      id: tag.id,
      label: tag.name,
      detail: tag.hotkey ?? undefined,
      icon: <TagSwatch tag={tag} />,
    }))
  const add = (tagId: string) => void execute('annotation.tag', { ids: [id], tagIds: [tagId] })
  return (
    <div className="chosen-tags">
      <ul className="chips" aria-label="Tags">
        {carried.map((tag) => (
          <li key={tag.id}>
            <TagChip
              tag={tag}
              onRemove={
                readOnly === null
                  ? () => void execute('annotation.untag', { ids: [id], tagIds: [tag.id] })
                  : undefined
              }
            />
          </li>
        ))}
      </ul>
      <MultiCombo
        label="Add a tag"
        hideLabel
        placeholder="Add a tag"
        items={offered}
        value={none}
        isDisabled={readOnly !== null}
        onChange={([tagId]) => tagId && add(tagId)}
        onCreate={async (name) => {
          const tagId = await makeTag(name, tags)
          if (tagId) add(tagId)
        }}
      />
    </div>
  )
}

const none: readonly string[] = []

function Note({ annotation: { id, note }, readOnly }: { annotation: Annotation; readOnly: string | null }) {
  const kept = useKeptText(
    note,
    (text) => void execute('annotation.note', { id, note: text }, { quiet: true }),
  )
  return (
    <TextArea
      label="Note"
      rows={2}
      value={kept.text}
      onChange={kept.setText}
      onBlur={kept.keep}
      isDisabled={readOnly !== null}
      placeholder="What to remember about these words"
      description={kept.isPending ? 'Kept when you pause' : undefined}
    />
  )
}

function RestingClaims({ claims, readOnly }: { claims: readonly NamedClaim[]; readOnly: string | null }) {
  const openClaim = useNavigation((navigation) => navigation.openClaim)
  const editClaim = useReading((reading) => reading.editClaim)
  if (claims.length === 0) return null
  return (
    <section aria-label="Claims resting on these words">
      <h3 className="heading-small chosen-claims-title">Claims resting on these words · {claims.length}</h3>
      <ul className="chosen-claims">
        {claims.map((claim) => (
          <li key={claim.id}>
            <AriaButton className="chosen-claim" onPress={() => openClaim(claim.id)}>
              <span dir="auto">{claim.statement}</span>
              <span className="chosen-claim-facts">{factsOf(claim)}</span>
            </AriaButton>
            <IconButton
              label={`Edit the claim “${claim.statement}”`}
              tooltip="Edit"
              size="small"
              icon={<Pencil />}
              isDisabled={readOnly !== null}
              onPress={() => editClaim(claim.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

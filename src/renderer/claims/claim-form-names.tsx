import { Plus } from 'lucide-react'
import { fieldOf } from '../../domain/claim/fields.ts'
import { useAsk } from '../data/ask.ts'
import { reliability } from '../format.ts'
import { Button } from '../ui/button.tsx'
import { ComboBox, MultiCombo } from '../ui/combo-box.tsx'
import type { Choice } from '../ui/select.tsx'
import type { FieldsProps } from './claim-form-field.ts'
import { useSourceChoices, useTopicChoices } from './name-choices.ts'
import { makeSource, makeTopic } from './new-names.ts'

type Kind = 'person' | 'organisation' | 'publication'

/** Who says it. A name in the sentence that is no source yet is offered to be made one. */
export function SpeakerField({ open, draft, isDisabled }: FieldsProps) {
  const { fields, origins, unknown } = draft
  const { choices, sources } = useSources()
  const source = sources.find(({ id }) => id === fields.sourceId)
  const { speaker } = unknown
  const offer = speaker !== null && fields.sourceId === null && !isDisabled
  const make = async (name: string, kind: Kind) => {
    const id = await makeSource(name, kind)
    if (id) open.change(({ via }) => ({ sourceId: id, via: via.filter((other) => other !== id) }))
  }
  return (
    <>
      <ComboBox
        label={fieldOf('sourceId').label}
        items={withMissing(choices, sources, fields.sourceId)}
        value={fields.sourceId}
        placeholder="Nobody named"
        isDisabled={isDisabled}
        description={
          source &&
          [goneWhere(source, sources), reliability(source.reliability), origins.sourceId]
            .filter(Boolean)
            .join(' · ')
        }
        onChange={(sourceId) =>
          open.change({ sourceId, via: fields.via.filter((other) => other !== sourceId) })
        }
        onCreate={(name) => open.onTheSpot.begin(() => make(name, 'organisation'))}
      />
      {offer && (
        <div className="claim-form-offer">
          <span>“{speaker}” isn’t in your sources yet. Add as:</span>
          <Button
            size="small"
            icon={<Plus />}
            onPress={() => open.onTheSpot.begin(() => make(speaker, 'person'))}
          >
            person
          </Button>
          <Button
            size="small"
            icon={<Plus />}
            onPress={() => open.onTheSpot.begin(() => make(speaker, 'organisation'))}
          >
            organisation
          </Button>
        </div>
      )}
    </>
  )
}

/** The chain it came through, from nearest the speaker to nearest the article. */
export function ViaField({ open, draft, isDisabled }: FieldsProps) {
  const { fields, unknown } = draft
  const { choices, sources } = useSources()
  const { publisher } = unknown
  const add = async (name: string) => {
    const id = await makeSource(name, 'publication')
    if (!id) return
    open.change(({ via }) => ({ via: [...via, id] }))
    if (name === publisher) open.changeDraft({ unknown: { ...unknown, publisher: null } })
  }
  const items = fields.via.reduce<readonly Choice[]>(
    (all, id) => withMissing(all, sources, id),
    choices.filter(({ id }) => id !== fields.sourceId),
  )
  return (
    <>
      <MultiCombo
        label={fieldOf('via').label}
        items={items}
        value={fields.via}
        placeholder={fields.via.length === 0 ? 'Whom it came through' : 'And through'}
        isDisabled={isDisabled}
        onChange={(via) => open.change({ via })}
        onCreate={(name) => open.onTheSpot.begin(() => add(name))}
      />
      {publisher !== null && !isDisabled && (
        <div className="claim-form-offer">
          <Button size="small" icon={<Plus />} onPress={() => open.onTheSpot.begin(() => add(publisher))}>
            Add the publisher “{publisher}”
          </Button>
        </div>
      )}
    </>
  )
}

/** The question that the claim answers. */
export function TopicField({ open, draft, isDisabled }: FieldsProps) {
  const { topicId } = draft.fields
  const choices = useTopicChoices()
  const { data } = useAsk('topics.list', {})
  const retired = data?.find((topic) => topic.id === topicId && topic.retired)
  const make = async (question: string) => {
    const topicId = await makeTopic(question)
    if (topicId) open.change({ topicId })
  }
  return (
    <ComboBox
      label={fieldOf('topicId').label}
      items={retired ? [...choices, { id: retired.id, label: retired.question }] : choices}
      value={topicId}
      placeholder="The question it answers"
      isDisabled={isDisabled}
      onChange={(next) => open.change({ topicId: next })}
      onCreate={(question) => open.onTheSpot.begin(() => make(question))}
    />
  )
}

function useSources() {
  const choices = useSourceChoices()
  const { data } = useAsk('sources.list', {})
  return { choices, sources: data ?? [] }
}

/** A retired source is offered no more, but where it stands it is named. */
function withMissing(
  choices: readonly Choice[],
  sources: readonly { id: string; name: string }[],
  id: string | null,
): readonly Choice[] {
  if (id === null || choices.some((choice) => choice.id === id)) return choices
  const source = sources.find((one) => one.id === id)
  return source ? [...choices, { id, label: source.name, detail: 'retired' }] : choices
}

/** What became of a source that can no longer be chosen; null where it can. */
function goneWhere(
  { retired, mergedInto }: { retired: boolean; mergedInto: string | null },
  sources: readonly { id: string; name: string }[],
): string | null {
  const into = sources.find(({ id }) => id === mergedInto)
  if (into) return `merged into “${into.name}”: choose that one`
  return retired ? 'retired: choose another' : null
}

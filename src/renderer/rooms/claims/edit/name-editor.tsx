import { fieldOf } from '../../../../domain/claim/fields.ts'
import { noneChoice, useSourceChoices, useTopicChoices } from '../../../claims/name-choices.ts'
import { makeSource, makeTopic } from '../../../claims/new-names.ts'
import { PickList } from '../../../ui/pick-list.tsx'
import type { EditorProps } from './editor-props.ts'

/** The speaker or the topic, found by typing or made on the spot. */
export function NameEditor(props: EditorProps) {
  return fieldOf(props.field).kind === 'topic' ? <TopicEditor {...props} /> : <SpeakerEditor {...props} />
}

function SpeakerEditor({ row, commit }: EditorProps) {
  const choices = useSourceChoices()
  return (
    <PickList
      label="Speaker"
      items={[noneChoice('nobody named'), ...choices]}
      chosen={[row.claim.sourceId ?? noneChoice('').id]}
      onChoose={([id]) => void commit.claim({ sourceId: id === noneChoice('').id ? null : (id ?? null) })}
      onCreate={async (name) => {
        const sourceId = await makeSource(name)
        if (sourceId) await commit.claim({ sourceId })
      }}
    />
  )
}

function TopicEditor({ row, commit }: EditorProps) {
  const choices = useTopicChoices()
  return (
    <PickList
      label="Topic"
      items={[noneChoice('no topic yet'), ...choices]}
      chosen={[row.claim.topicId ?? noneChoice('').id]}
      onChoose={([id]) => void commit.claim({ topicId: id === noneChoice('').id ? null : (id ?? null) })}
      onCreate={async (question) => {
        const topicId = await makeTopic(question)
        if (topicId) await commit.claim({ topicId })
      }}
    />
  )
}

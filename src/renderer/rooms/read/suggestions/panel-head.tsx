import { MoreHorizontal } from 'lucide-react'
import type { ArticleMarks } from '../../../../contract/rows.ts'
import type { Suggestion } from '../../../../domain/suggest/suggestion.ts'
import { useTopicChoices } from '../../../claims/name-choices.ts'
import { count } from '../../../format.ts'
import { IconButton } from '../../../ui/button.tsx'
import { ComboBox } from '../../../ui/combo-box.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { reject } from './judging.ts'
import { makeAcceptTopic, useAcceptTopic } from './use-accept-topic.ts'
import { useUnderlined } from './use-suggestions-in-text.ts'

/** Over the list: the topic that accepted claims get, and what concerns all suggestions at once. */
export function PanelHead({ open, marks }: { open: readonly Suggestion[]; marks: ArticleMarks }) {
  const [topicId, setTopicId] = useAcceptTopic(marks)
  const [isUnderlined, setUnderlined] = useUnderlined()
  const topics = useTopicChoices()
  return (
    <div className="suggestions-head">
      <ComboBox
        label="Topic for accepted claims"
        className="suggestions-topic"
        items={topics}
        value={topicId}
        placeholder="Accept without a topic"
        onChange={setTopicId}
        onCreate={makeAcceptTopic}
      />
      <Menu
        label="All suggestions"
        placement="bottom end"
        trigger={<IconButton label="All suggestions" size="small" icon={<MoreHorizontal />} />}
        items={[
          {
            id: 'underline',
            label: isUnderlined ? 'Do not underline them in the text' : 'Underline them in the text',
            run: () => setUnderlined(!isUnderlined),
          },
          'separator',
          {
            id: 'reject',
            label: `Reject ${count(open.length, 'draft claim')}`,
            detail: 'one step, one undo',
            isDisabled: open.length === 0,
            danger: true,
            run: () => void reject(open, marks.article.id),
          },
        ]}
      />
    </div>
  )
}

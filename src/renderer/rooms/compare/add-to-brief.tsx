import { FilePlus2 } from 'lucide-react'
import type { Brief } from '../../../contract/rows.ts'
import { sectionKey } from '../../../domain/brief/merges.ts'
import type { ComparisonKind } from '../../../domain/brief/row.ts'
import { useAsk } from '../../data/ask.ts'
import { withSection, writtenOut } from '../../data/brief-sections.ts'
import { execute } from '../../data/execute.ts'
import { useReadOnly } from '../../data/read-only.ts'
import type { CompareTab } from '../../state/compare.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'

/** Adds what is looked at as a section to one of the workspace's briefs. Absent where there is no brief yet. */
export function AddToBrief({ topicId, tab }: { topicId: string; tab: CompareTab }) {
  const briefs = useAsk('briefs.list', {}).data ?? []
  const topics = useAsk('topics.list', {}).data ?? []
  const readOnly = useReadOnly() !== null
  if (briefs.length === 0) return null
  const section = { kind: 'comparison', comparison: comparisonOf(tab), topicId, body: '' } as const
  const add = ({ id, sections }: Brief) => {
    const before = sections.length > 0 ? sections : writtenOut(topics)
    void execute('brief.change', { id, set: { sections: withSection(before, section) } })
  }
  return (
    <Menu
      label="Briefs"
      placement="bottom end"
      trigger={
        <Button size="small" variant="plain" icon={<FilePlus2 />} isDisabled={readOnly}>
          Add to a brief
        </Button>
      }
      items={[...briefs]
        .sort((a, b) => a.name.localeCompare(b.name, 'en'))
        .map((brief) => {
          const isThere = brief.sections.some((other) => sectionKey(other) === sectionKey(section))
          return {
            id: brief.id,
            label: brief.name,
            ...(isThere && { detail: 'has it already', isDisabled: true }),
            run: () => add(brief),
          }
        })}
    />
  )
}

function comparisonOf(tab: CompareTab): ComparisonKind {
  return tab === 'timeline' ? 'chronology' : tab
}

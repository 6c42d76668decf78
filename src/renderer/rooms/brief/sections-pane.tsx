import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Brief, TopicListItem } from '../../../contract/rows.ts'
import { comparisonTitles } from '../../../domain/brief/comparison-titles.ts'
import { withSection } from '../../data/brief-sections.ts'
import { count } from '../../format.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { SectionEditor } from './section-editor.tsx'
import { SectionList } from './section-list.tsx'
import { addable, type Section, sectionKeys, sectionTitle } from './sections.ts'
import { changeBrief } from './use-brief.ts'

/** The sections in their order, a way to add one, and the text of the one that is chosen. */
export function Sections({
  brief,
  topics,
  isDisabled,
}: {
  brief: Brief
  topics: readonly TopicListItem[]
  isDisabled: boolean
}) {
  const { sections } = brief
  const [chosen, setChosen] = useState<string | null>(null)
  const keys = sectionKeys(sections)
  const questions = new Map(topics.map(({ id, question }) => [id, question]))
  const index = chosen === null ? -1 : keys.indexOf(chosen)
  const keep = (next: Section[]) => changeBrief(brief, { sections: next })
  const add = (section: Section) => {
    const next = withSection(sections, section)
    void keep(next)
    setChosen(sectionKeys(next)[next.indexOf(section)] ?? null)
  }
  const left = addable(sections, topics)
  return (
    <section className="brief-sections" aria-label="Sections">
      <div className="brief-sections-head">
        <h2 className="heading-small">Sections · {sections.length}</h2>
        <Menu
          label="Add a section"
          placement="bottom end"
          trigger={
            <Button variant="plain" size="small" icon={<Plus />} isDisabled={isDisabled}>
              Add
            </Button>
          }
          items={[
            {
              id: 'text',
              label: 'Text of your own',
              run: () => add({ kind: 'text', heading: '', body: '' }),
            },
            ...left.singles.map((kind) => ({
              id: kind,
              label: sectionTitle({ kind }, questions),
              run: () => add({ kind }),
            })),
            ...(left.topics.length > 0 ? ['separator' as const] : []),
            ...left.topics.map(({ id, question, claims }) => ({
              id: `topic/${id}`,
              label: question,
              detail: count(claims, 'claim'),
              run: () => add({ kind: 'topic', topicId: id, body: '' }),
            })),
            ...(left.comparisons.length > 0 ? ['separator' as const] : []),
            ...left.comparisons.map(({ topic, kinds }) => ({
              id: `compare/${topic.id}`,
              label: `Compare: ${topic.question}`,
              items: kinds.map((comparison) => ({
                id: `${comparison}/${topic.id}`,
                label: comparisonTitles[comparison],
                run: () => add({ kind: 'comparison', comparison, topicId: topic.id, body: '' }),
              })),
            })),
          ]}
        />
      </div>
      <SectionList
        sections={sections}
        keys={keys}
        topics={topics}
        chosen={chosen}
        isDisabled={isDisabled}
        onChoose={(key) => {
          setChosen(key)
          const at = key === null ? -1 : keys.indexOf(key)
          if (at >= 0) document.getElementById(`brief-section-${at}`)?.scrollIntoView({ block: 'start' })
        }}
        onOrder={(next) => void keep(next)}
        onRemove={(at) => {
          void changeBrief(brief, { sections: sections.filter((_, other) => other !== at) }, false)
          if (index === at) setChosen(null)
        }}
      />
      {index >= 0 && (
        <SectionEditor
          key={keys[index]}
          section={sections[index]!}
          title={sectionTitle(sections[index]!, questions)}
          isReadOnly={isDisabled}
          onKeep={(section) => keep(sections.map((other, at) => (at === index ? section : other)))}
        />
      )}
    </section>
  )
}

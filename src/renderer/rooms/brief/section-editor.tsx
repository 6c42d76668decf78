import type { Answer } from '../../../contract/wire.ts'
import { type Section, sectionMeaning } from './sections.ts'
import { WordingNotes } from './wording-notes.tsx'
import { WrittenField } from './written-field.tsx'

/** The words of the chosen section. */
export function SectionEditor({
  section,
  title,
  isReadOnly,
  onKeep,
}: {
  section: Section
  title: string
  isReadOnly: boolean
  onKeep: (section: Section) => Promise<Answer<unknown>>
}) {
  return (
    <div className="brief-section-editor">
      {section.kind === 'text' && (
        <WrittenField
          label="Heading"
          value={section.heading}
          maxLength={500}
          isReadOnly={isReadOnly}
          onKeep={(heading) => onKeep({ ...section, heading })}
          notes={(text) => <WordingNotes text={text} saved={section.heading} />}
        />
      )}
      {'body' in section ? (
        <WrittenField
          label={section.kind === 'text' ? 'Text' : `Words before ${beforeWhat(section.kind)} “${title}”`}
          description={sectionMeaning(section)}
          value={section.body}
          lines={section.kind === 'text' ? 6 : 3}
          isReadOnly={isReadOnly}
          onKeep={(body) => onKeep({ ...section, body })}
          notes={(text) => <WordingNotes text={text} saved={section.body} />}
        />
      ) : (
        <p className="dim">{sectionMeaning(section)}</p>
      )}
    </div>
  )
}

function beforeWhat(kind: 'topic' | 'comparison'): string {
  return kind === 'topic' ? 'the claims on' : 'the figures of'
}

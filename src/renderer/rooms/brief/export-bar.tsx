import { Bookmark, ClipboardCopy, FileDown, Table2 } from 'lucide-react'
import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
import type { Brief } from '../../../contract/rows.ts'
import { nameMoment } from '../../moments/naming.ts'
import { useReadOnlyFile } from '../../state/read-only.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { copyMarkdown, exportMarkdown, exportTable } from './use-brief-actions.ts'

/** What the document holds, and the ways to take it out. */
export function ExportBar({ brief, summary }: { brief: Brief; summary: string }) {
  return (
    <div className="brief-bar">
      <p className="brief-summary">{summary}</p>
      <TablesPopover />
      <Button size="small" icon={<ClipboardCopy />} onPress={() => void copyMarkdown(brief)}>
        Copy
      </Button>
      <Button
        size="small"
        icon={<Bookmark />}
        isDisabled={useReadOnlyFile() !== null}
        onPress={() => void nameMoment()}
      >
        Name this moment
      </Button>
      <Button size="small" variant="primary" icon={<FileDown />} onPress={() => void exportMarkdown(brief)}>
        Export
      </Button>
    </div>
  )
}

const tables = [
  { id: 'claims', label: 'Claims', detail: 'each with its figure, times, grades and first words' },
  { id: 'annotations', label: 'Annotations', detail: 'each with its tags, words and place in the text' },
  { id: 'evidence', label: 'Evidence', detail: 'which claim rests on which words' },
] as const

function TablesPopover() {
  const [bom, setBom] = useState(false)
  return (
    <Popover
      label="Tables as CSV"
      placement="bottom end"
      trigger={
        <Button size="small" icon={<Table2 />}>
          Tables
        </Button>
      }
    >
      {(close) => (
        <div className="brief-tables">
          <p className="dim">Tables of the whole workspace, as CSV.</p>
          {tables.map(({ id, label, detail }) => (
            <Button
              key={id}
              className="brief-table-way"
              onPress={() => {
                close()
                void exportTable(id, bom)
              }}
            >
              <span>{label}</span>
              <span className="list-detail">{detail}</span>
            </Button>
          ))}
          <Checkbox className="brief-check" isSelected={bom} onChange={setBom}>
            {({ isSelected }) => (
              <>
                <span className="brief-check-box" aria-hidden>
                  {isSelected ? '✓' : ''}
                </span>
                With a byte order mark, for Excel
              </>
            )}
          </Checkbox>
        </div>
      )}
    </Popover>
  )
}

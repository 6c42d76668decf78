import { Bookmark, ClipboardCopy, FileDown, Table2 } from 'lucide-react'
import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { exportFormats, formatDetail, formatsOf } from '../../../contract/export-formats.ts'
import type { Brief } from '../../../contract/rows.ts'
import { useReadOnlyFile } from '../../data/read-only.ts'
import { number } from '../../format.ts'
import { nameMoment } from '../../moments/naming.ts'
import { useMoment } from '../../state/moment.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Popover } from '../../ui/popover.tsx'
import { copyMarkdown, exportBrief, exportedTables, exportTable } from './use-brief-actions.ts'

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
      <Menu
        label="Export as"
        placement="bottom end"
        trigger={
          <Button size="small" variant="primary" icon={<FileDown />}>
            Export
          </Button>
        }
        items={formatsOf('brief').map((format, place) => ({
          id: format,
          label: exportFormats[format].name,
          detail: formatDetail('brief', format),
          ...(place === 0 && { keys: 'Mod+E' }),
          run: () => void exportBrief(brief, format),
        }))}
      />
    </div>
  )
}

function TablesPopover() {
  const [bom, setBom] = useState(false)
  const seq = useMoment((moment) => moment.seq)
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
          <p className="dim">
            Tables of the whole workspace{seq !== null && ` as of event ${number(seq)}`}, as CSV.
          </p>
          {exportedTables.map(({ id, label, detail }) => (
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

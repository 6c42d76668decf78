import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { ChangeCounts, ComparedTable } from '../../../contract/changes.ts'
import { changedTables, tableTitles } from './change-words.ts'

/** How much differs, table by table; pressed ones are those whose cards are shown, none meaning all. */
export function ChangeTables({
  counts,
  chosen,
  onChoose,
}: {
  counts: ChangeCounts
  chosen: readonly ComparedTable[]
  onChoose: (tables: ComparedTable[]) => void
}) {
  const tables = changedTables(counts)
  if (tables.length === 0) return <p className="dim">Nothing differs between these two moments.</p>
  return (
    <ToggleButtonGroup
      className="change-tables"
      aria-label="What differs; press to see only that"
      selectionMode="multiple"
      orientation="vertical"
      selectedKeys={chosen}
      onSelectionChange={(keys) => onChoose([...keys] as ComparedTable[])}
    >
      {tables.map(({ table, words }) => (
        <ToggleButton key={table} id={table} className="change-table">
          <span className="change-table-name">{tableTitles[table]}</span>
          <span>{words}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

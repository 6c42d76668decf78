import { useRef } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import { type ClaimColumn, type ClaimQuery, claimGroups } from '../../../../contract/claim-query.ts'
import { type ColumnChoice, changeColumn, column as columnOf, moveColumn } from './columns.ts'

/** What can be done with a column, for the mouse and for the keyboard. */
export function HeadingMenu({
  column,
  anchor,
  columns,
  choices,
  query,
  onChoices,
  onQuery,
  onClose,
}: {
  column: ClaimColumn
  anchor: HTMLElement
  /** The columns shown, in order. */
  columns: readonly ClaimColumn[]
  choices: ColumnChoice[]
  query: ClaimQuery
  onChoices: (choices: ColumnChoice[]) => void
  onQuery: (change: Partial<ClaimQuery>) => void
  onClose: () => void
}) {
  const trigger = useRef<HTMLElement>(anchor)
  const width = choices.find(({ id }) => id === column)?.width ?? columnOf(column).width
  const at = columns.indexOf(column)
  const before = columns[at - 1]
  const after = columns[at + 1]
  const grouping = claimGroups.find((group) => group === column)
  const entries: ([string, string, () => void] | null)[] = [
    ['up', 'Sort ascending', () => onQuery({ sort: { column, descending: false } })],
    ['down', 'Sort descending', () => onQuery({ sort: { column, descending: true } })],
    grouping
      ? query.group === grouping
        ? ['ungroup', 'No groups', () => onQuery({ group: null })]
        : ['group', `Group by ${columnOf(column).title.toLowerCase()}`, () => onQuery({ group: grouping })]
      : null,
    before ? ['left', 'Move left', () => onChoices(moveColumn(choices, column, before))] : null,
    after ? ['right', 'Move right', () => onChoices(moveColumn(choices, column, after))] : null,
    ['wider', 'Wider', () => onChoices(changeColumn(choices, column, { width: width + widthStep }))],
    ['narrower', 'Narrower', () => onChoices(changeColumn(choices, column, { width: width - widthStep }))],
    column === 'statement'
      ? null
      : ['hide', 'Hide', () => onChoices(changeColumn(choices, column, { shown: false }))],
  ]
  return (
    <Popover
      className="popover list-popover"
      triggerRef={trigger}
      isOpen
      placement="bottom start"
      offset={2}
      data-dialog
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Menu
        className="list"
        aria-label={`Column ${columnOf(column).title}`}
        autoFocus="first"
        onClose={onClose}
      >
        {entries
          .filter((entry) => entry !== null)
          .map(([id, label, run]) => (
            <MenuItem key={id} id={id} className="list-item" onAction={run}>
              {label}
            </MenuItem>
          ))}
      </Menu>
    </Popover>
  )
}

/** Pixels at 100 % zoom. */
const widthStep = 40

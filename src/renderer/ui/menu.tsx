import { ChevronRight } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import {
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
  type PopoverProps,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components'
import { Kbd } from './kbd.tsx'
import './list.css'

export interface MenuEntry {
  id: string
  label: string
  detail?: string
  icon?: ReactNode
  keys?: string
  isDisabled?: boolean
  /** Takes something away. */
  danger?: boolean
  run: () => void
}

/** Opens a menu of its own. */
export interface Submenu {
  id: string
  label: string
  items: readonly MenuEntry[]
}

/** A button's menu. `trigger` is the button; 'separator' draws a line between groups. */
export function Menu({
  trigger,
  label,
  items,
  placement = 'bottom start',
}: {
  trigger: ReactElement
  label: string
  items: readonly (MenuEntry | Submenu | 'separator')[]
  placement?: PopoverProps['placement']
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" placement={placement} offset={4}>
        <AriaMenu className="list" aria-label={label}>
          {items.map((item, index) =>
            item === 'separator' ? (
              <Separator key={index} className="list-separator" />
            ) : 'items' in item ? (
              <SubmenuTrigger key={item.id}>
                <MenuItem id={item.id} textValue={item.label} className="list-item">
                  <span className="list-label">{item.label}</span>
                  <ChevronRight className="list-more" aria-hidden />
                </MenuItem>
                <Popover className="popover" offset={-4}>
                  <AriaMenu className="list" aria-label={item.label}>
                    {item.items.map(entryOf)}
                  </AriaMenu>
                </Popover>
              </SubmenuTrigger>
            ) : (
              entryOf(item)
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function entryOf(item: MenuEntry) {
  return (
    <MenuItem
      key={item.id}
      id={item.id}
      textValue={item.label}
      className="list-item"
      isDisabled={item.isDisabled}
      onAction={item.run}
      data-danger={item.danger || undefined}
    >
      {item.icon}
      <span className="list-label">{item.label}</span>
      {item.detail && <span className="list-detail">{item.detail}</span>}
      {item.keys && <Kbd keys={item.keys} />}
    </MenuItem>
  )
}

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Tag } from '../../contract/rows.ts'
import { tagStyle } from './tag-style.ts'
import './chip.css'

interface ChipProps {
  children: ReactNode
  /** Makes the words a button. */
  onPress?: () => void
  /** Adds a small button that takes the chip away. */
  onRemove?: () => void
  removeLabel?: string
  tone?: 'plain' | 'accent' | 'warn'
}

/** A short fact in a rounded frame. */
export function Chip({ children, onPress, onRemove, removeLabel, tone = 'plain' }: ChipProps) {
  return (
    <span className="chip" data-tone={tone}>
      {onPress ? (
        <Button className="chip-press" onPress={onPress}>
          {children}
        </Button>
      ) : (
        children
      )}
      {onRemove && (
        <Button className="chip-remove" onPress={onRemove} aria-label={removeLabel ?? 'Remove'}>
          <X aria-hidden />
        </Button>
      )}
    </span>
  )
}

/** A tag's name with its colour and its line, so that it can be told without seeing colours. */
export function TagChip({
  tag,
  ...props
}: { tag: Pick<Tag, 'name' | 'colour' | 'line'> } & Omit<ChipProps, 'children' | 'tone'>) {
  return (
    <Chip {...props} removeLabel={props.removeLabel ?? `Take ${tag.name} off`}>
      <TagSwatch tag={tag} />
      {tag.name}
    </Chip>
  )
}

/** The colour and line of a tag alone, as a small sample. */
export function TagSwatch({ tag }: { tag: Pick<Tag, 'colour' | 'line'> }) {
  const { colour, line } = tagStyle(tag)
  return <span aria-hidden className="tag-swatch" data-line={line} style={{ color: colour }} />
}

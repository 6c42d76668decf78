import { Check } from 'lucide-react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { Tag } from '../../../contract/rows.ts'
import { type TagColour, type TagLine, tagColours, tagLines } from '../../../domain/tag/style.ts'
import { tagColour, tagStyle } from '../../ui/tag-style.ts'

/** Colour, line, and how they look on words. */
export function TagLook({
  tag,
  isDisabled,
  onChange,
}: {
  tag: Pick<Tag, 'colour' | 'line'>
  isDisabled: boolean
  onChange: (set: { colour?: TagColour; line?: TagLine }) => void
}) {
  const { colour, line } = tagStyle(tag)
  const underline = `${line === 'double' ? 'double' : line} 2px ${colour}`
  return (
    <>
      <RadioGroup
        className="field"
        orientation="horizontal"
        value={tag.colour}
        isDisabled={isDisabled}
        onChange={(next) => onChange({ colour: next as TagColour })}
      >
        <Label className="field-label">Colour</Label>
        <div className="tag-colours">
          {tagColours.map((name) => (
            <Radio key={name} value={name} className="tag-colour">
              <span aria-hidden className="tag-colour-dot" style={{ background: tagColour(name) }}>
                {name === tag.colour && <Check />}
              </span>
              {name}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <RadioGroup
        className="field"
        orientation="horizontal"
        value={tag.line}
        isDisabled={isDisabled}
        onChange={(next) => onChange({ line: next as TagLine })}
      >
        <Label className="field-label">Line</Label>
        <div className="tag-colours">
          {tagLines.map((name) => (
            <Radio key={name} value={name} className="tag-colour">
              <span
                style={{ textDecoration: `underline ${name} 2px ${colour}`, textUnderlineOffset: '0.2em' }}
              >
                {name}
              </span>
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <p className="tag-sample" aria-hidden>
        The ministry spoke of{' '}
        <span
          style={{
            background: `color-mix(in srgb, ${colour} 17%, transparent)`,
            textDecoration: `underline ${underline}`,
            textUnderlineOffset: '0.2em',
          }}
        >
          up to 8,000 of them
        </span>{' '}
        in the region.
      </p>
    </>
  )
}

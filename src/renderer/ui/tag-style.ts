import type { TagColour, TagLine } from '../../domain/tag/style.ts'

/** The CSS value of a tag's colour, right for light and dark, and its line (a text-decoration-style). */
export function tagStyle({ colour, line }: { colour: TagColour; line: TagLine }): {
  colour: string
  line: TagLine
} {
  return { colour: tagColour(colour), line }
}

/** The CSS value of a colour of the palette: `var(--tag-blue)`. */
export function tagColour(colour: TagColour): string {
  return `var(--tag-${colour})`
}

import type { EditKind } from '../../domain/timeline/kinds.ts'

/** How each kind of edit looks: a colour, and a pattern for those who do not see it. */
export const kindLooks: Record<EditKind, { label: string; colour: string; pattern: Pattern }> = {
  articles: { label: 'Articles', colour: 'var(--tag-blue)', pattern: 'full' },
  marks: { label: 'Spans', colour: 'var(--tag-orange)', pattern: 'rising' },
  claims: { label: 'Claims', colour: 'var(--tag-green)', pattern: 'lying' },
  codebook: { label: 'Codebook', colour: 'var(--tag-pink)', pattern: 'falling' },
  briefs: { label: 'Briefs', colour: 'var(--tag-sky)', pattern: 'crossed' },
  undo: { label: 'Undone, restored', colour: 'var(--tag-vermilion)', pattern: 'dotted' },
  other: { label: 'People, moments', colour: 'var(--tag-grey)', pattern: 'standing' },
}

export type Pattern = 'full' | 'rising' | 'falling' | 'lying' | 'standing' | 'crossed' | 'dotted'

/** Lines of the paper's colour over the kind's own, as an SVG path in a square of 4 by 4. */
export const patternPaths: Record<Pattern, string> = {
  full: '',
  rising: 'M-1 5 5 -1M-1 1 1 -1M3 5 5 3',
  falling: 'M-1 -1 5 5M3 -1 5 1M-1 3 1 5',
  lying: 'M0 2H4',
  standing: 'M2 0V4',
  crossed: 'M0 2H4M2 0V4',
  dotted: 'M1 2H2.5',
}

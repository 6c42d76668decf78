import { create } from 'zustand'

export type Section = 'tags' | 'sources' | 'topics'

/** What the codebook shows; it outlives the room. */
export const useCodebook = create<{
  section: Section
  /** The chosen entry of each section. */
  chosen: Record<Section, string | null>
  /** What is looked for in each section. */
  text: Record<Section, string>
}>()(() => ({
  section: 'tags',
  chosen: { tags: null, sources: null, topics: null },
  text: { tags: '', sources: '', topics: '' },
}))

export function choose(section: Section, id: string | null): void {
  useCodebook.setState(({ chosen }) => ({ chosen: { ...chosen, [section]: id } }))
}

export function lookFor(section: Section, text: string): void {
  useCodebook.setState((state) => ({ text: { ...state.text, [section]: text } }))
}

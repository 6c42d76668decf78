import type { StripPart } from '../../../contract/changes.ts'

/** A moved span on its text: words it lost struck through, words it gained underlined, words it kept framed. */
export function MovedSpan({ strip }: { strip: readonly StripPart[] }) {
  return (
    <p className="moved-span" dir="auto">
      <span aria-hidden>…</span>
      {strip.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`
        if (kind === 'old') return <del key={key}>{text}</del>
        if (kind === 'new') return <ins key={key}>{text}</ins>
        if (kind === 'both') return <strong key={key}>{text}</strong>
        return <span key={key}>{text}</span>
      })}
      <span aria-hidden>…</span>
    </p>
  )
}

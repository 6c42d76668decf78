import type { SentencePart } from '../../contract/rows.ts'
import './sentence.css'

/** A sentence that History tells: what was and what is are told apart by more than colour. */
export function Sentence({ parts }: { parts: readonly SentencePart[] }) {
  return (
    <span className="sentence">
      {parts.map((part, index) => {
        const key = `${index} ${part.kind}`
        if (part.kind === 'strong') return <strong key={key}>{part.text}</strong>
        if (part.kind === 'old') return <del key={key}>{part.text}</del>
        if (part.kind === 'new') return <ins key={key}>{part.text}</ins>
        if (part.kind === 'quote') return <q key={key}>{part.text}</q>
        return <span key={key}>{part.text}</span>
      })}
    </span>
  )
}

/** The sentence as plain words, for a screen reader's list. */
export function sentenceWords(parts: readonly SentencePart[]): string {
  return parts.map(({ kind, text }) => (kind === 'quote' ? `“${text}”` : text)).join('')
}

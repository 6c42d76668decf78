/** A value before or after an edit: struck through or strong, never told by colour alone. */
export function Words({ kind, text }: { kind: 'del' | 'ins'; text: string }) {
  const Tag = kind
  return (
    <Tag className="restore-words" dir="auto">
      {text === '' ? 'none' : text}
    </Tag>
  )
}

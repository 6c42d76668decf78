import { createElement, type ReactNode, useMemo } from 'react'
import type { Drawing } from '../../domain/compare/drawing/drawing.ts'
import { useRootSize } from './use-root-size.ts'
import '../styles/drawing.css'

/** A drawing as one picture, as large as the place lets it be: what it shows must stand beside it in words. */
export function DrawingImage({ drawing, label }: { drawing: Drawing; label: string }) {
  const scale = useRootSize() / 16
  const content = useMemo(() => drawing.children.map(elementOf), [drawing])
  const { width, height: _, ...attributes } = drawing.attributes
  return createElement(
    'svg',
    {
      ...reactNames(attributes),
      role: 'img',
      'aria-label': label,
      style: { display: 'block', width: Number(width) * scale, maxWidth: '100%', height: 'auto' },
    },
    ...content,
  )
}

function elementOf(node: Drawing | string, index: number): ReactNode {
  if (typeof node === 'string') return node
  return createElement(
    node.tag,
    { key: index, ...reactNames(node.attributes) },
    ...node.children.map(elementOf),
  )
}

/** SVG names as React knows them: `class` and those with a dash, but not `aria-` and `data-`. */
export function reactNames(attributes: Drawing['attributes']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [reactName(name), value]))
}

function reactName(name: string): string {
  if (name === 'class') return 'className'
  if (/^(aria|data)-/.test(name)) return name
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

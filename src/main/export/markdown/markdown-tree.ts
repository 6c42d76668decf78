import type { BlockContent, PhrasingContent, Root, Table } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { plain, unsafeInText } from './markdown-text.ts'

/** A tree as GitHub-flavoured Markdown. No text in it can break out of its place; LF line ends. */
export function markdownOf(root: Root): string {
  return toMarkdown(root, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), { unsafe: unsafeInText }],
    // Line breaks stand in paragraphs only. The library's own handler would drop them, since a bare one is unsafe.
    handlers: { break: () => '\\\n' },
    listItemIndent: 'one',
    rule: '-',
  })
}

export function table(rows: PhrasingContent[][][]): Table {
  return {
    type: 'table',
    align: rows[0]!.map(() => null),
    children: rows.map((cells) => ({
      type: 'tableRow',
      children: cells.map((children) => ({ type: 'tableCell', children })),
    })),
  }
}

export function paragraph(...children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children }
}

export function emphasis(words: string): PhrasingContent {
  return { type: 'emphasis', children: [plain(words)] }
}

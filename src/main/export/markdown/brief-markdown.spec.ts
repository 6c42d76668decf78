import fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { briefWorkspace, draft } from '../../../domain/brief/brief.fixture.ts'
import type { BriefDraft } from '../../../domain/brief/brief-tables.ts'
import { composeBrief } from '../../../domain/brief/compose.ts'
import { briefMarkdown, briefTree } from './brief-markdown.ts'

const hostile: [string, string][] = [
  ['backticks', 'the `code` and ```fence```'],
  ['a fence at the start', '```\nnot code\n```'],
  ['pipes', 'a | b || c \\| d'],
  ['brackets and links', '[click](http://example.org) ![x](y) [ref] [ref]: z'],
  ['footnote syntax', 'as said[^1] and [^2]: nothing'],
  ['a footnote definition on its own line', 'words\n[^1]: another note\nmore'],
  ['HTML', '<script>alert(1)</script> <!-- out --> <b>bold</b> &amp; &#x41; &copy;'],
  ['line breaks', 'one\ntwo\n\nthree\n\n\n   four'],
  ['a heading in the middle', 'words\n# Not a heading\nwords\n=====\nwords'],
  ['lists and rules', '- one\n- two\n1. three\n---\n> quote\n***'],
  ['a table', '| a | b |\n| - | - |\n| c | d |'],
  ['emphasis', '*a* **b** _c_ __d__ ~~e~~ ***f*** *g'],
  ['bare addresses', 'see www.example.org, https://example.org/x_y_z and someone@example.org'],
  ['backslashes', 'C:\\path\\ ends with \\'],
  ['spaces at both ends', '  \t wide open \t '],
  ['right-to-left letters', 'قال المتحدث إن 10,000 جندي هناك'],
  ['a right-to-left override', 'abc\u202edef and \u2067 an open isolate'],
  ['emoji', 'seen 👩‍🚀👨‍👩‍👧‍👦 🇰🇵 with e\u0301 accent'],
  ['mathematics', 'costs $x^2$ or $$y$$ or $425 million'],
  ['indented code', '\n    four spaces\n\tand a tab'],
  ['task list', '[ ] to do\n- [x] done'],
  ['Unicode line separators', 'one\u2028two\u2029three\u0085four\u000bfive\u000csix'],
]

describe('a brief as Markdown', () => {
  it.each(hostile)(
    'given %s in quote, title, statement, names and texts, parses back to the same tree',
    (_, words) => {
      expectRoundTrip(words)
    },
  )

  it('given any text at all, parses back to the same tree', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...hostile.map(([, words]) => words),
        ...'`|[]()<>*_~#\n\\&$!:-+=.>1^@ \t"\''.split(''),
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    )
    const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, (words) => {
        fc.pre(words.trim() !== '' && !/[\r\0]/.test(words))
        expectRoundTrip(words)
      }),
      { numRuns: 100 },
    )
  })

  it('given hostile words, quotes them exactly as they stand at their offsets', () => {
    for (const [, words] of hostile) {
      const { document, workspace } = briefWith(words)
      const [footnote] = document.footnotes
      if (footnote?.kind !== 'words') throw new Error('the footnote has no words')
      expect(workspace.textOf(footnote.articleId).slice(footnote.start, footnote.end)).toBe(words)
      const definition = parse(briefMarkdown(document)).children.find(
        ({ type }) => type === 'footnoteDefinition',
      )
      expect(textOf(definition!)).toContain(words)
    }
  })

  it('prints every part that a reader needs, and confidence and likelihood as sentences of their own', () => {
    const workspace = briefWorkspace()
    workspace.article('a1', 'Officials counted up to 8,000 soldiers.', { url: 'https://wire.example/8000' })
    workspace.annotation('n1', 'a1', 'up to 8,000 soldiers')
    workspace.source('s1', 'The ministry', { reliability: 'C', aliases: ['MoD'] })
    workspace.source('s2', 'Harbour Wire', { kind: 'publication' })
    workspace.topic('t1', 'How many soldiers?')
    workspace.claim('c1', {
      statement: 'Up to 8,000 soldiers are there.',
      sourceId: 's1',
      via: ['s2'],
      topicId: 't1',
      qualifier: 'up to',
      high: 8000,
      unit: 'soldiers',
      place: 'the border region',
      eventFrom: '2024-10-28',
      eventTo: '2024-10-31',
      statementFrom: '2024-10-31',
      statementTo: '2024-10-31',
      credibility: 3,
      confidence: 'low',
      likelihood: 'very likely',
      evidence: ['n1'],
    })
    workspace.claim('c2', {
      statement: 'None are there.',
      stance: 'denies',
      topicId: 't1',
      evidence: ['gone'],
    })
    workspace.claim('c3', { statement: 'Some are there.', topicId: 't1' })
    workspace.contradiction('r1', 'c1', 'c2')
    expect(briefMarkdown(compose(workspace))).toMatchInlineSnapshot(`
      "# Soldiers in the region

      ## How many soldiers?

      1. **up to 8,000 soldiers** — Up to 8,000 soldiers are there.[^1]

         Speaker: The ministry, via Harbour Wire · Stance: asserts · Place: the border region · Happened: 28 to 31 October 2024 · Said: 31 October 2024 · Status: open

         Reliability of the speaker: C, fairly reliable. Credibility: 3, possibly true. Confidence: low. Likelihood: very likely (80 to 95 %).

      2. None are there.[^2]

         Speaker: speaker unknown · Stance: denies · Status: open

         Reliability of the speaker: not graded. Credibility: not graded.

      3. Some are there. *No evidence is attached to this claim.*

         Speaker: speaker unknown · Stance: asserts · Status: open

         Reliability of the speaker: not graded. Credibility: not graded.

      ## Contradictions

      | The ministry, 31 October 2024 | speaker unknown |
      | - | - |
      | Up to 8,000 soldiers are there.[^1] | None are there.[^2] |
      | Stance: asserts · Status: open · up to 8,000 soldiers | Stance: denies · Status: open |
      | “up to 8,000 soldiers” | *No words to quote.* |

      ## Sources

      | Source | Kind | Reliability | Also known as | Claims | Passed on |
      | - | - | - | - | - | - |
      | Harbour Wire | publication | not graded | | 0 | 1 |
      | The ministry | organisation | C, fairly reliable | MoD | 1 | 0 |

      [^1]: “up to 8,000 soldiers”

          *Title of a1*, Harbour Wire, 1 November 2024, <https://wire.example/8000> · UTF-16 18–38 · code points 18–38 · text \`cccccccccccc\`

      [^2]: *Evidence lost:* the annotation \`gone\` or its article is no longer in the workspace. The log still tells what it said.

      ---

      Composed from event 42 of the workspace’s log, whose hash (SHA-256) is \`abababababababababababababababababababababababababababababababab\`. Notes give places in the article’s text as start–end, end exclusive, first in UTF-16 code units, then in Unicode code points; and the first 12 digits of the text’s own SHA-256.
      "
    `)
  })

  it('says where there is nothing to print', () => {
    const markdown = briefMarkdown(
      compose(briefWorkspace(), {
        sections: [{ kind: 'other claims' }, { kind: 'contradictions' }, { kind: 'sources' }],
      }),
    )
    expect(markdown).toContain('_No claim is in the scope of this brief._'.replaceAll('_', '*'))
    expect(markdown).toContain('*No claim of this brief names a source.*')
  })
})

function compose(workspace: ReturnType<typeof briefWorkspace>, set: Partial<BriefDraft> = {}) {
  return composeBrief(draft(set), workspace.tables, workspace.head, workspace.textOf)
}

/** A brief in which the words stand wherever a person's or an article's words can stand. */
function briefWith(words: string) {
  const line = words.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim() || 'x'
  const workspace = briefWorkspace()
  workspace.article('a1', `Before ${words} after.`, {
    title: line,
    publisher: line,
    url: 'https://e.example/a_b?c=*',
  })
  workspace.annotation('n1', 'a1', words)
  workspace.source('s1', line, { aliases: [line, 'other'] })
  workspace.topic('t1', line)
  workspace.claim('c1', {
    statement: words,
    sourceId: 's1',
    via: ['s1'],
    topicId: 't1',
    qualifier: 'about',
    low: 5,
    high: 5,
    unit: line,
    place: line,
    evidence: ['n1'],
  })
  workspace.claim('c2', { statement: words, topicId: 't1', stance: 'denies' })
  workspace.contradiction('r1', 'c1', 'c2', words)
  const document = compose(workspace, {
    title: line,
    sections: [
      { kind: 'text', heading: line, body: words },
      { kind: 'topic', topicId: 't1', body: words },
      { kind: 'contradictions' },
      { kind: 'sources' },
    ],
  })
  return { document, workspace }
}

function expectRoundTrip(words: string): void {
  const { document } = briefWith(words)
  expect(bare(parse(briefMarkdown(document)))).toEqual(bare(briefTree(document)))
}

/** Without the step that makes bare web addresses clickable afterwards: it changes no layout and no words. */
function parse(markdown: string): Root {
  const mdastExtensions = gfmFromMarkdown().map(({ transforms: _, ...rest }) => rest)
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions })
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** Without positions, with neighbouring texts joined: what two trees are compared by. */
function bare(node: Nodes): unknown {
  const { position: _, ...rest } = node
  if (!('children' in rest)) return rest
  const children: unknown[] = []
  for (const child of rest.children) {
    const last = children.at(-1) as { type: string; value: string } | undefined
    if (child.type === 'text' && last?.type === 'text') last.value += child.value
    else if (child.type !== 'text' || child.value !== '') children.push(bare(child))
  }
  return { ...rest, children }
}

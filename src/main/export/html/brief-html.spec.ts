import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { briefWorkspace, draft } from '../../../domain/brief/brief.fixture.ts'
import { composeBrief } from '../../../domain/brief/compose.ts'
import { comparisonKinds } from '../../../domain/brief/row.ts'
import { briefHtml } from './brief-html.ts'
import { briefStyle } from './brief-style.ts'

const hostile = [
  '<script>alert(1)</script>',
  '</p></section></main><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '<!-- --><style>*{display:none}</style>',
  '&lt;b&gt; &amp; &#60;',
  'javascript:alert(1)',
]

describe('a brief as HTML', () => {
  it.each(hostile)('given %s in every place, keeps it words', (words) => {
    const plain = markupOf(page('plain'))
    const text = page(words)
    expect(markupOf(text)).toEqual(plain)
    expect(text).not.toMatch(/<script|<img|<iframe|<link|href="javascript:/i)
    expect(text).toContain(words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`))
  })

  it('given any words at all, has the same elements', () => {
    const plain = markupOf(page('plain'))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (words) => {
        fc.pre(words.trim() !== '')
        expect(markupOf(page(`x${words}x`))).toEqual(plain)
      }),
      { numRuns: 60 },
    )
  })

  it('gives the same bytes for the same rows, with unix line ends and no clock', () => {
    expect(page('words')).toBe(page('words'))
    expect(page('words')).not.toContain('\r')
    expect(page('words')).not.toContain(String(new Date().getFullYear()))
  })

  it('allows its own style and nothing else', () => {
    const text = page('words')
    const hash = createHash('sha256').update(briefStyle).digest('base64')
    expect(text).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    )
    expect(text).toContain(`<style>${briefStyle}</style>`)
    expect(text).not.toMatch(/\sstyle="/)
    expect(briefStyle).not.toMatch(/<\/style|@import|url\(/i)
    expect(briefStyle).toContain('@media screen and (prefers-color-scheme: dark)')
    expect(briefStyle).not.toContain('data-theme')
  })

  it('links every note from its figures and back, each place by a name of its own', () => {
    const text = page('words')
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
    expect(new Set(ids).size).toBe(ids.length)
    const links = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!)
    expect(links.length).toBeGreaterThan(6)
    for (const id of links) expect(ids).toContain(id)
    const references = ids.filter((id) => id.startsWith('ref-'))
    for (const id of references) expect(links).toContain(id)
    for (const id of ids.filter((name) => /^note-\d+$/.test(name))) expect(links).toContain(id)
  })

  it('links an article to the web only', () => {
    const linked = (url: string) => page('words', url)
    expect(linked('https://wire.example/1')).toContain('<a href="https://wire.example/1"')
    expect(linked('javascript:alert(1)')).not.toContain('href="javascript')
    expect(linked('file:///etc/passwd')).not.toContain('href="file')
  })

  it('shows charts as pictures with a name, and their facts as tables', () => {
    const text = page('words')
    expect(text.match(/<svg[^>]* role="img" aria-label="/g)!.length).toBe(text.match(/<svg/g)!.length)
    expect(text).toContain('<figcaption dir="auto">words: 2 claims</figcaption>')
  })
})

/** Tags and attribute names in their order: what a page is made of, whatever stands in it. */
function markupOf(text: string): string[] {
  const body = text.slice(text.indexOf('<main>'))
  return (
    [...body.matchAll(/<\/?([a-z]+[0-9]?)((?:\s[\w-]+="[^"]*")*)\s*>/gi)]
      .map(
        ([tag, name, attributes]) =>
          `${tag.startsWith('</') ? '/' : ''}${name}${(attributes ?? '').replace(/="[^"]*"/g, '')}`,
      )
      // What is drawn of a word depends on how wide it is.
      .filter((tag) => !/^\/?(?:text|tspan|path|line|circle|g|rect|svg|title) /.test(`${tag} `))
  )
}

function page(words: string, url = ''): string {
  const line = words.replaceAll(/\s+/g, ' ')
  const workspace = briefWorkspace()
  workspace.article('a1', `Before. ${words} After.`, { title: line, publisher: line, url })
  workspace.annotation('n1', 'a1', words)
  workspace.source('s1', line, { aliases: [line, 'MoD'] })
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
  workspace.claim('c2', {
    statement: words,
    topicId: 't1',
    sourceId: 's1',
    evidence: ['n1', 'gone'],
    qualifier: 'up to',
    high: 7,
    unit: line,
  })
  workspace.claim('c3', { statement: words, topicId: 't1', stance: 'denies' })
  workspace.contradiction('r1', 'c1', 'c2', words)
  const sections = [
    { kind: 'text' as const, heading: line, body: words },
    { kind: 'topic' as const, topicId: 't1', body: words },
    ...comparisonKinds.map((comparison) => ({
      kind: 'comparison' as const,
      comparison,
      topicId: 't1',
      body: words,
    })),
    { kind: 'contradictions' as const },
    { kind: 'sources' as const },
  ]
  const document = composeBrief(
    draft({ title: line, sections }),
    workspace.tables,
    workspace.head,
    workspace.textOf,
  )
  return [...briefHtml(document)].join('')
}

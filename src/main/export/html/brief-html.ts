import { createHash } from 'node:crypto'
import type { BriefDocument, BriefFootnote } from '../../../domain/brief/document.ts'
import { dateWords } from '../../../domain/plain-values/period-words.ts'
import { sectionHtml } from './brief-html-sections.ts'
import { briefStyle } from './brief-style.ts'
import { type Html, html } from './html-text.ts'
import type { Notes } from './notes.ts'

/**
 * A brief as one HTML file that needs nothing else: its style inside, no script, charts as SVG, every note linked from
 * its figures and back. Its policy lets that one style apply and nothing run or be fetched, so that even markup that
 * came to life could do nothing. The same document gives the same bytes: LF line ends, no clock, no locale.
 */
export function* briefHtml(document: BriefDocument): Generator<string> {
  const { title, sections, footnotes, head } = document
  const notes = referenced(footnotes)
  const policy = `default-src 'none'; style-src ${sourceHash(briefStyle)}; base-uri 'none'; form-action 'none'`
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
${html`<title>${title}</title>`.markup}
<style>${briefStyle}</style>
</head>
<body>
<main>
${html`<h1 dir="auto">${title}</h1>`.markup}
`
  for (const [place, section] of sections.entries()) yield `${sectionHtml(section, place, notes).markup}\n`
  if (footnotes.length > 0) {
    yield `<section aria-labelledby="notes">
<h2 id="notes">Notes</h2>
<ol class="notes">
`
    for (const footnote of footnotes) yield `${noteHtml(footnote, notes.countOf(footnote.number)).markup}\n`
    yield '</ol>\n</section>\n'
  }
  yield `${
    html`<footer class="head">
<p>Composed from event ${head.seq} of the workspace’s log, whose hash (SHA-256) is <code>${head.hash}</code>. Notes give places in the article’s text as start–end, end exclusive, first in UTF-16 code units, then in Unicode code points; and the first 12 digits of the text’s own SHA-256.</p>
</footer>`.markup
  }
</main>
</body>
</html>
`
}

function referenced(footnotes: readonly BriefFootnote[]): Notes & { countOf(number: number): number } {
  const byNumber = new Map(footnotes.map((footnote) => [footnote.number, footnote]))
  const counts = new Map<number, number>()
  return {
    get: (number) => byNumber.get(number),
    countOf: (number) => counts.get(number) ?? 0,
    reference(number) {
      const count = (counts.get(number) ?? 0) + 1
      counts.set(number, count)
      return html`<a id="ref-${number}-${count}" href="#note-${number}" role="doc-noteref" aria-label="Note ${number}">${number}</a>`
    },
  }
}

function noteHtml(footnote: BriefFootnote, references: number): Html {
  const { number } = footnote
  const back = Array.from({ length: references }, (_, index) => {
    const label =
      references === 1 ? 'Back to its figure' : `Back to its figure, ${index + 1} of ${references}`
    return html` <a class="back" href="#ref-${number}-${index + 1}" role="doc-backlink" aria-label="${label}">↩${references === 1 ? '' : index + 1}</a>`
  })
  if (footnote.kind === 'lost') {
    return html`<li id="note-${number}" value="${number}"><p class="where"><em>Evidence lost:</em> the annotation <code>${footnote.annotationId}</code> or its article is no longer in the workspace. The log still tells what it said.${back}</p></li>`
  }
  const { articleTitle, publisher, publishedDate, url, textHash } = footnote
  return html`<li id="note-${number}" value="${number}"><blockquote class="quote" dir="auto">${footnote.quote}</blockquote>
<p class="where"><cite><bdi>${articleTitle}</bdi></cite>${publisher && html`, <bdi>${publisher}</bdi>`}, ${publishedDate ? dateWords(publishedDate) : 'no date'}${url && html`, ${addressHtml(url)}`} · UTF-16 ${footnote.start}–${footnote.end} · code points ${footnote.startCodePoint}–${footnote.endCodePoint} · text <code>${textHash.slice(0, 12)}</code>${back}</p></li>`
}

/** A link only to the web: another scheme could do something on a click. */
function addressHtml(url: string): Html {
  return /^https?:\/\//i.test(url)
    ? html`<a href="${url}" rel="noopener noreferrer" dir="ltr">${url}</a>`
    : html`<bdi>${url}</bdi>`
}

function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`
}

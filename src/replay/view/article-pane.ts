import type { Stretch } from '../../domain/replay/choose.ts'
import type { RowOf } from '../../domain/rows.ts'
import type { Story } from '../story.ts'
import { foreign, make, set } from './dom.ts'
import { number } from './words.ts'

export interface ArticlePane {
  element: HTMLElement
  /** The workspace at a place. `look` says which article and stretches to turn to; null: stay. */
  show(place: number, look: Look | null): void
}

export interface Look {
  articleId: string
  /** What the event is about, emphasised; the first is brought into sight. */
  stretches: Stretch[]
}

interface Mark extends Stretch {
  id: string
  kind: 'annotation' | 'furniture' | 'look'
  tags: RowOf<'tags'>[]
}

/** One article's text with its spans as they were; paragraphs that did not change are left alone. */
export function articlePane(story: Story): ArticlePane {
  const choice = make('select', { 'aria-label': 'Article' })
  const byline = make('p', { class: 'dim byline' })
  const body = make('div', {
    class: 'text',
    tabindex: 0,
    role: 'region',
    'aria-label': 'Text of the article',
  })
  const element = make(
    'section',
    { class: 'pane article', 'aria-label': 'Article' },
    make('div', { class: 'pane-head' }, choice),
    byline,
    body,
  )
  const texts = new Map(story.data.texts.map((text) => [text.hash, text]))
  let shown: { hash: string; paragraphs: Paragraph[] } | null = null
  let articleId: string | null = null
  let place = 0
  let look: Look | null = null

  choice.addEventListener('change', () => {
    articleId = choice.value
    look = null
    update()
  })

  function update(): void {
    const articles = story.rows('articles', place)
    if (!articles.some(({ id }) => id === articleId)) articleId = articles[0]?.id ?? null
    fillChoice(choice, articles, articleId)
    const article = articles.find(({ id }) => id === articleId)
    if (!article) {
      shown = null
      byline.textContent = ''
      body.replaceChildren(make('p', { class: 'empty' }, 'No article yet at this moment.'))
      return
    }
    byline.replaceChildren(
      foreign([article.publisher, article.author, article.publishedDate].filter(Boolean).join(' · ')),
    )
    const text = texts.get(article.textHash)
    if (!text) {
      shown = null
      body.replaceChildren(make('p', { class: 'empty' }, 'The text of this article is not in this replay.'))
      return
    }
    if (shown?.hash !== article.textHash) {
      shown = { hash: article.textHash, paragraphs: paragraphsOf(text) }
      body.replaceChildren(...shown.paragraphs.map(({ element: p }) => p))
      if (shown.paragraphs.length === 0) {
        body.append(make('p', { class: 'empty' }, 'No part of this article’s text is in this replay.'))
      }
      body.scrollTop = 0
    }
    const marks = marksAt(story, article.id, place)
    for (const stretch of look?.articleId === article.id ? look.stretches : []) {
      marks.push({ ...stretch, id: `look ${stretch.start}`, kind: 'look', tags: [] })
    }
    drawMarks(shown.paragraphs, marks)
  }

  return {
    element,
    show(nextPlace, nextLook) {
      place = nextPlace
      look = nextLook
      if (look) articleId = look.articleId
      update()
      if (!look) return
      const first = body.querySelector<HTMLElement>('.look')
      if (first) centre(body, first)
    },
  }
}

interface Paragraph extends Stretch {
  element: HTMLElement
  draw(marks: readonly Mark[]): void
}

function paragraphsOf({
  length,
  pieces,
}: {
  length: number
  pieces: readonly { start: number; text: string }[]
}): Paragraph[] {
  const paragraphs: Paragraph[] = []
  const leftOut = (start: number, characters: number) => {
    if (characters <= 0) return
    const words = `${number(characters)} characters are not in this replay`
    paragraphs.push({
      element: make('p', { class: 'left-out' }, words),
      start,
      end: start + characters,
      draw: () => {},
    })
  }
  let at = 0
  for (const { start, text } of pieces) {
    leftOut(at, start - at)
    let from = start
    for (const line of text.split('\n')) {
      if (line !== '') paragraphs.push(paragraph(line, from))
      from += line.length + 1
    }
    at = start + text.length
  }
  if (pieces.length > 0) leftOut(at, length - at)
  return paragraphs
}

function paragraph(text: string, start: number): Paragraph {
  const element = make('p', { dir: 'auto' }, text)
  let drawn = ''
  return {
    element,
    start,
    end: start + text.length,
    draw(marks) {
      const here = marks.map((mark) => ({
        ...mark,
        start: Math.max(0, mark.start - start),
        end: Math.min(text.length, mark.end - start),
      }))
      const key = here
        .map(
          ({ id, kind, start: from, end, tags }) =>
            `${kind} ${id} ${from} ${end} ${tags.map((tag) => `${tag.name} ${tag.colour} ${tag.line}`)}`,
        )
        .join('\n')
      if (key === drawn) return
      drawn = key
      element.replaceChildren(...segments(text, here))
    },
  }
}

/** The paragraph cut where marks begin and end; text stays text. */
function segments(text: string, marks: readonly Mark[]): (Node | string)[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  const nodes: (Node | string)[] = []
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const [from, to] = [cuts[index]!, cuts[index + 1]!]
    const words = text.slice(from, to)
    const over = marks.filter(({ start, end }) => start <= from && end >= to)
    if (over.length === 0) {
      nodes.push(words)
      continue
    }
    const annotations = over.filter(({ kind }) => kind === 'annotation')
    const tags = annotations.flatMap((mark) => mark.tags)
    const names = [...new Set(tags.map(({ name }) => name))].join(', ')
    const classes = [
      annotations.length > 0 ? 'span' : '',
      over.some(({ kind }) => kind === 'furniture') ? 'furniture' : '',
      over.some(({ kind }) => kind === 'look') ? 'look' : '',
    ]
    const mark = make(annotations.length > 0 ? 'mark' : 'span', {
      class: classes.filter(Boolean).join(' '),
      title: names || null,
      'data-colour': tags[0]?.colour ?? null,
      'data-line': tags[0]?.line ?? null,
    })
    mark.append(words)
    nodes.push(mark)
  }
  return nodes
}

function marksAt(story: Story, articleId: string, place: number): Mark[] {
  const marks: Mark[] = story
    .on('furniture', articleId, place)
    .map(({ id, start, end }) => ({ id, start, end, kind: 'furniture', tags: [] }))
  for (const { id, start, end, tagIds } of story.on('annotations', articleId, place)) {
    const tags = tagIds.flatMap((tag) => story.row('tags', tag, place) ?? [])
    marks.push({ id, start, end, kind: 'annotation', tags })
  }
  return marks
}

/** Draws each paragraph with the marks that touch it. */
function drawMarks(paragraphs: readonly Paragraph[], marks: readonly Mark[]): void {
  const touching = new Map<Paragraph, Mark[]>()
  for (const mark of marks) {
    for (let index = firstAfter(paragraphs, mark.start); index < paragraphs.length; index += 1) {
      const paragraph = paragraphs[index]!
      if (paragraph.start >= mark.end) break
      const list = touching.get(paragraph)
      if (list) list.push(mark)
      else touching.set(paragraph, [mark])
    }
  }
  for (const paragraph of paragraphs) paragraph.draw(touching.get(paragraph) ?? [])
}

/** The first paragraph that ends after an offset. */
function firstAfter(paragraphs: readonly Paragraph[], offset: number): number {
  let low = 0
  let high = paragraphs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (paragraphs[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function fillChoice(
  choice: HTMLSelectElement,
  articles: readonly RowOf<'articles'>[],
  chosen: string | null,
): void {
  const key = articles.map(({ id, title }) => `${id} ${title}`).join('\n')
  if (choice.dataset.key !== key) {
    choice.dataset.key = key
    choice.replaceChildren(
      ...articles.map(({ id, title }) => make('option', { value: id, dir: 'auto' }, title)),
    )
    set(choice, { disabled: articles.length === 0 })
  }
  choice.value = chosen ?? ''
}

function centre(pane: HTMLElement, element: HTMLElement): void {
  const box = pane.getBoundingClientRect()
  const inside = element.getBoundingClientRect()
  if (inside.top >= box.top && inside.bottom <= box.bottom) return
  pane.scrollTop += inside.top - box.top - box.height / 2
}

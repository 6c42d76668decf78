import { describe, expect, it } from 'vitest'
import type { ArticleProposal } from './proposal.ts'
import { proposeArticles } from './propose-articles.ts'

const body = [
  'The ministry said on Thursday that up to 8,000 soldiers had been moved to the border, and that it expected more of them to follow within a week.',
  'A spokeswoman for the alliance could not confirm the figure. “We have seen the reports,” she said, “and we are looking into them with our partners.”',
  'Two diplomats said the estimate rested on satellite pictures taken in October, which show trains at a station that had long been out of use.',
]

function propose(lines: string[], markup: 'plain' | 'markdown' = 'plain') {
  const text = lines.join('\n')
  return { text, ...proposeArticles(text, { markup }) }
}

function only(lines: string[], markup?: 'plain' | 'markdown') {
  const { text, articles } = propose(lines, markup)
  expect(articles).toHaveLength(1)
  return { text, ...articles[0]! }
}

function furnitureLines(text: string, { furniture }: Pick<ArticleProposal, 'furniture'>): string[] {
  return furniture.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end).replaceAll('\n', ' / ')}`)
}

const values = (article: ArticleProposal) => ({
  title: article.title.value,
  subtitle: article.subtitle?.value,
  dateline: article.dateline?.value,
  publisher: article.publisher?.value,
  author: article.author?.value,
  date: article.publishedDate?.value,
  url: article.url?.value,
})

describe('one article', () => {
  it('with its headline three times, a category row, a reading time and boxes below', () => {
    const page = only([
      'Seoul counts eight thousand at the border',
      '',
      'Seoul counts eight thousand at the border',
      '',
      'Asia, News   No Comments on Seoul counts eight thousand at the border',
      '',
      '6 minute read',
      '',
      body[0]!,
      '',
      'Soldiers at a rail station',
      'Soldiers wait at a rail station in the far east in October. (Image Credit: Tidewater Press)',
      '',
      body[1]!,
      '',
      'Related Articles',
      '',
      'A river crossing, hour by hour',
      '',
      'Leave a comment',
      '',
      'Copyright © 2024 Tidewater Press',
      '',
      'Tidewater Press looks into questions of peace and war for readers in forty countries. Contact us at desk@tidewater.example',
      '',
      'Subscribe to Tidewater News',
      'Enter your email address:',
      '',
      'Back to Top',
    ])
    expect(values(page)).toMatchObject({
      title: 'Seoul counts eight thousand at the border',
      publisher: 'Tidewater Press',
      date: undefined,
    })
    expect(page.title.reason).toBe('printed 3 times')
    expect(furnitureLines(page.text, page)).toEqual([
      'repeated headline: Seoul counts eight thousand at the border /  / Asia, News   No Comments on Seoul counts eight thousand at the border',
      'read time: 6 minute read',
      'caption: Soldiers at a rail station / Soldiers wait at a rail station in the far east in October. (Image Credit: Tidewater Press)',
      'related: Related Articles /  / A river crossing, hour by hour',
      'comments: Leave a comment',
      'copyright: Copyright © 2024 Tidewater Press',
      'other: Tidewater Press looks into questions of peace and war for readers in forty countries. Contact us at desk@tidewater.example',
      'newsletter: Subscribe to Tidewater News / Enter your email address:',
      'menu: Back to Top',
    ])
  })

  it('with a section word above and a picture’s words below the headline', () => {
    const page = only([
      'World',
      '',
      'Allies to Send 500 Rail Wagons North',
      '',
      'Allies Rail Wagons',
      '',
      ...body,
      '',
      'Most Popular',
      '',
      'To Top',
    ])
    expect(page.title).toEqual({
      value: 'Allies to Send 500 Rail Wagons North',
      reason: 'first line of some length',
    })
    expect(furnitureLines(page.text, page)).toEqual([
      'menu: World',
      'caption: Allies Rail Wagons',
      'most popular: Most Popular',
      'menu: To Top',
    ])
  })

  it('without a headline, with a dateline', () => {
    const page = only([`RIGA, Oct. 31, 2024 (Tidewater) — ${body[0]}`, body[1]!])
    expect(values(page)).toMatchObject({ dateline: 'RIGA', publisher: 'Tidewater', date: '2024-10-31' })
    expect(page.title).toEqual({
      value: 'The ministry said on Thursday that up to 8,000 soldiers had been moved to the border, and…',
      reason: 'no headline found: the first words',
    })
    expect(page.furniture).toEqual([])
  })

  it('with masthead, subtitle, byline and date', () => {
    const page = only([
      'TIDEWATER HERALD',
      'World',
      '',
      'What the trains carried to the coast',
      'Three counts, two ministries and one satellite',
      'By Jane Roe and Noé van der Poel | Updated: Fri, 1 Nov 2024 14:05 GMT',
      'https://tidewater.example/world/trains',
      ...body,
      'Copyright 2024 Tidewater Herald. All rights reserved.',
    ])
    expect(values(page)).toEqual({
      title: 'What the trains carried to the coast',
      subtitle: 'Three counts, two ministries and one satellite',
      dateline: undefined,
      publisher: 'Tidewater Herald',
      author: 'Jane Roe and Noé van der Poel',
      date: '2024-11-01',
      url: 'https://tidewater.example/world/trains',
    })
    expect(page.publishedDate?.reason).toBe('date of the last change')
  })

  it('below the name of the page and a motto in one block', () => {
    const page = only([
      'Tidewater',
      'News from all the wires',
      '',
      'Ten thousand sent east, ministry says',
      '',
      ...body,
      '© Tidewater 2024',
    ])
    expect(values(page)).toMatchObject({
      title: 'Ten thousand sent east, ministry says',
      publisher: 'Tidewater',
    })
  })

  it('does not take a copyright year, a sentence’s date or an unfinished date for the date printed on it', () => {
    const page = only([
      'Trains seen at the coast',
      'KYIV, Nov. 1 (AP) —',
      ...body,
      'It began on 31 October 2024, he said.',
      '© 2024 Tidewater',
    ])
    expect(page.publishedDate).toBeNull()
    expect(page.author).toBeNull()
  })

  it('finds the day in the address when nothing else says it', () => {
    const page = only([
      'Trains seen at the coast',
      'Source: https://tidewater.example/2024/11/01/trains',
      ...body,
    ])
    expect(page.publishedDate).toEqual({ value: '2024-11-01', reason: 'in the address' })
  })

  it('leaves every line of an article that has no furniture', () => {
    const page = only(['What is known of the trains', ...body, 'A closer look', ...body.toReversed()])
    expect(page.furniture).toEqual([])
  })

  it('in Markdown, from its front matter and headings, with offsets in the raw text', () => {
    const page = only(
      [
        '---',
        'title: "What the trains carried"',
        'authors:',
        '  - Jane Roe',
        '  - Noé Poel',
        'date: 2024-11-01T09:00:00Z',
        'site: Tidewater',
        'url: https://tidewater.example/trains',
        'lang: en_GB',
        '---',
        '',
        '# What the trains carried',
        '',
        ...body,
        '',
        '## Related articles',
        '- [A river crossing](https://tidewater.example/river)',
        '',
        '[Corrections](#) · [Imprint](#)',
      ],
      'markdown',
    )
    expect(values(page)).toMatchObject({
      title: 'What the trains carried',
      author: 'Jane Roe, Noé Poel',
      date: '2024-11-01',
      publisher: 'Tidewater',
      url: 'https://tidewater.example/trains',
    })
    expect(page.language?.value).toBe('en-GB')
    const lines = furnitureLines(page.text, page)
    expect(lines[0]).toMatch(/^other: --- \/ title/)
    expect(lines.slice(1)).toEqual([
      'related: ## Related articles / - [A river crossing](https://tidewater.example/river)',
      'menu: [Corrections](#) · [Imprint](#)',
    ])
  })

  it('in Markdown without front matter, from the first heading', () => {
    expect(only(['# **Trains** at the [coast](#)', '', ...body], 'markdown').title.value).toBe(
      'Trains at the coast',
    )
  })

  it('of so many lines that it must be a table or a log is left as it is', () => {
    const page = only([...new Array(100_001).fill('Most Popular'), ...body])
    expect(page.furniture).toEqual([])
  })

  it('of which hardly anything is known', () => {
    const page = only(['Hello'])
    expect(page.title.value).toBe('Hello')
    expect(page.furniture).toEqual([])
  })
})

describe('several articles in one file', () => {
  const sidebar = [
    '-',
    'Long reads2 months ago',
    'The last tram conductor',
    '-',
    'Sea1 month ago',
    'What a container tells',
  ]
  const page = [
    'War in the East',
    'Three counts of one train',
    'A quarrel about wagons',
    ...body,
    'War in the East',
    'Europe does its sums again',
    ...body,
    'War in the East',
    'A treaty that nobody reads',
    ...body,
    ...sidebar,
  ]

  it('are found by the category line before each headline', () => {
    const { text, articles, split } = propose(page)
    expect(split).toEqual({
      value: '3 articles',
      reason: '“War in the East” stands before each of 3 headlines',
    })
    expect(articles.map(({ title }) => title.value)).toEqual([
      'Three counts of one train',
      'Europe does its sums again',
      'A treaty that nobody reads',
    ])
    expect(articles[0]!.subtitle?.value).toBe('A quarrel about wagons')
    expect(articles.flatMap((article) => furnitureLines(text, article))).toEqual([
      'menu: War in the East',
      'menu: War in the East',
      'menu: War in the East',
      `related: ${sidebar.join(' / ')}`,
    ])
  })

  it('cover the whole text without gap or overlap, whatever stands before the first', () => {
    for (const above of [
      [],
      ['The Meridian', 'Sections   Search   Sign in'],
      ['Letters to the editor', ...body],
    ]) {
      const { text, articles } = propose([...above, '', ...page])
      expect(articles).toHaveLength(above.length > 2 ? 4 : 3)
      expect(articles.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
    }
  })

  it('share the publisher that the page names once', () => {
    const { articles } = propose([...page, '© 2024 Tidewater · Imprint'])
    expect(articles.map(({ publisher }) => publisher?.value)).toEqual(['Tidewater', 'Tidewater', 'Tidewater'])
    expect(articles[0]!.publisher?.reason).toBe('named elsewhere in the file')
  })

  it.each([
    [
      'numbered markers',
      ['Document 1 of 2', 'Trains at the coast', ...body, 'Document 2 of 2', 'Ships at sea', ...body],
      'plain' as const,
    ],
    [
      'headings of the first level',
      ['# Trains at the coast', ...body, '# Ships at sea', ...body],
      'markdown' as const,
    ],
    [
      'ruled lines with bylines below',
      ['Trains at the coast', 'By Jane Roe', ...body, '-----', 'Ships at the sea', 'By Noé Poel', ...body],
      'plain' as const,
    ],
  ])('are found by %s', (_, lines, markup) => {
    const { text, articles } = propose(lines, markup)
    expect(articles.map(({ title }) => title.value)).toEqual([
      'Trains at the coast',
      expect.stringMatching(/^Ships at (?:the )?sea$/),
    ])
    expect(articles.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
  })

  it.each([
    [
      'an interview',
      [
        'Moderator',
        'Why were the trains sent so late?',
        ...body,
        'Moderator',
        'And who paid for all of it?',
        ...body,
        'Moderator',
        'What would you do now, then?',
        ...body,
      ],
    ],
    [
      'links between paragraphs',
      [
        'Read also',
        'A river crossing by night',
        ...body,
        'Read also',
        'Ferries do not sail today',
        ...body,
        'Read also',
        'Ten ways to keep dry',
        ...body,
      ],
    ],
    ['section breaks', ['Trains at the coast', ...body, '* * *', ...body, '* * *', ...body]],
    ['a word that comes back between paragraphs', ['Trains', ...body, 'Trains', ...body, 'Trains', ...body]],
    [
      'headings of the second level',
      ['# Trains at the coast', ...body, '## First the wagons', ...body, '## Then the ships', ...body],
    ],
    [
      'captions that come back',
      [
        'Trains at the coast',
        ...body,
        'File photo',
        'Soldiers at the old station',
        ...body,
        'File photo',
        'Soldiers at the old station',
        ...body,
        'File photo',
        'Soldiers at the old station',
        ...body,
      ],
    ],
  ])('are not made of %s', (_, lines) => {
    const { articles, split } = propose(lines, 'markdown')
    expect(split).toBeNull()
    expect(articles).toHaveLength(1)
  })
})

describe('a paragraph of an article', () => {
  it.each([
    'Comments by the minister on Friday did nothing to calm the capital, where people queued for fuel.',
    'Related companies were put on the list on Monday; more are to follow, the ministry said.',
    'Share prices fell after the report and did not recover before the exchange closed.',
    'Sign up rates at recruiting offices rose by a third, according to figures seen by this newspaper.',
    'Subscribe to that view and you will find the treaty harmless, one of the diplomats said.',
    'Copyright law was the last thing on their minds when they copied the map from the bulletin.',
    'The most read of the documents, a page and a half long, lists no figure at all.',
    'In the photo: a column of trucks, which analysts place near Kursk on 18 October, and a man who waves.',
    'Most popular among the recruits is the short contract, which ends after six months.',
    '“Back to the top of the hill,” the commander is heard to say in the recording, which lasts 4 minutes.',
    'He was, she said, the best minister (by far) that the country had seen (and it had seen many).',
    'Advertisement is a big word for it: two posters, one radio spot and a van with a loudspeaker.',
    'By Friday evening none of the three ministries had answered the questions put to them.',
    'By Monday 28 October 2024, the count stood at 10,000.',
    'Read more closely, the statement of the ministry says something else: nobody has counted.',
    'Related: the ministry said that nobody had counted the wagons, which it had promised to do in May, and that it had not the staff for it; more was to follow in the coming week, when parliament meets again to hear the minister on the affair.',
    'Home to 40,000 people before the war, the town now has a few hundred.',
    'Menu prices in the capital have doubled since the spring.',
    'No comments were made to the press after the meeting, which ended at midnight.',
    'The video has 3,000 comments and was posted 2 months ago.',
    'Pentagon officials say 11,000 to 12,000 soldiers may be there.',
    'Follow the money, an old hand in the ministry advised, and the money leads to two banks.',
    'They have not all rights reserved to citizens, a lawyer said, and may be sent home at any time without a hearing.',
    'Search teams found a serial plate and two bolts.',
    '© is the sign that none of the leaflets carried, which is how the printers were found out in the end, although nobody had looked for that.'.slice(
      1,
    ),
    'Что произошло дальше, министерство не сообщило, и комментарии оно не дало.',
  ])('is never furniture: %s', (paragraph) => {
    for (const lines of [
      ['What is known of the trains', body[0]!, paragraph, body[1]!],
      ['What is known of the trains', body[0]!, '', paragraph],
      ['What is known of the trains', '', body[0]!, '', 'Most Popular', '', paragraph, '', body[2]!],
    ]) {
      const { text, articles } = propose(lines)
      const at = text.indexOf(paragraph)
      const taken = articles
        .flatMap(({ furniture }) => furniture)
        .filter(({ start, end }) => start < at + paragraph.length && end > at)
      expect(taken).toEqual([])
    }
  })
})

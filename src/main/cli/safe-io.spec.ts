import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { by, joining, line, terminal } from './cli.fixture.ts'

/** Turns the rest of the line round, as a title may: titles and labels with control characters are refused. */
const turned = 'count\u202egnp.exe'
/** Retitles the terminal, and clears it by a C1 control. */
const hostile = `\u001b]0;owned\u0007\u009b2J ${turned}`
const steers = /[\p{Cc}\p{Bidi_Control}]/u
const withoutLines = (text: string) => text.replace(/[\n\t]/g, '')

const pipe = terminal()
const screen = terminal({ printsToTerminal: true })
const workspace = pipe.path('w.claimtrail')

beforeAll(async () => {
  await pipe.run(['new', workspace])
  const text = `Words ${hostile} of a text.`
  const spans = [{ id: 'n1', articleId: 'a1', start: 0, end: text.length }]
  const lines =
    joining +
    line('c2', 'article.import', { articles: [{ id: 'a1', title: `Report ${turned}`, text }] }) +
    line('c3', 'claim.make', { id: 'k1', statement: `A claim of ${turned}`, spans })
  const { exit, out } = await pipe.run(['apply', workspace], lines)
  expect(exit, out).toBe(0)
})

afterAll(() => {
  pipe.remove()
  screen.remove()
})

describe('what a person reads at a terminal', () => {
  it.each([
    ['log', ['log', workspace]],
    ['search', ['search', workspace, 'report']],
  ])('is shown, not obeyed: %s, also where another program pages it', async (_name, argv) => {
    for (const place of [pipe, screen]) {
      const { out } = await place.run(argv)
      expect(withoutLines(out)).not.toMatch(steers)
      expect(out).toContain('count\\u{202E}gnp.exe')
    }
  })

  it.each([
    ['a file that is not there', ['verify', `/nowhere/${hostile}`]],
    ['a command that is not there', [hostile]],
    ['an option that is not there', ['log', workspace, `--${hostile}`]],
    ['a word too many', ['log', workspace, hostile]],
    ['a file to import', ['import', workspace, `/nowhere/${hostile}\nWrote everything.`, '--by', by]],
  ])('is told on lines of the program’s own: %s', async (_case, argv) => {
    const { told, exit } = await pipe.run(argv)
    expect(exit).not.toBe(0)
    expect(withoutLines(told)).not.toMatch(steers)
    expect(told.trimEnd().split('\n')).toHaveLength(1)
  })

  it('is made safe in exports and JSON too, which keep every byte on their way to a file or a program', async () => {
    for (const argv of [
      ['export', workspace, '--table', 'annotations'],
      ['log', workspace, '--json'],
      ['changes', workspace, '--from', '0'],
    ]) {
      const [exact, shown] = [await pipe.run(argv), await screen.run(argv)]
      expect(shown.exit, argv[0]).toBe(0)
      expect(withoutLines(shown.out), argv[0]).not.toMatch(steers)
      expect(shown.out.length, argv[0]).toBeGreaterThanOrEqual(exact.out.replaceAll('\r\n', '\n').length)
    }
    expect((await pipe.run(['log', workspace, '--json'])).out).toContain('\u202e')
  })
})

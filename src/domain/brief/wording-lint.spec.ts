import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { lintWording } from './wording-lint.ts'

/** The words that are found, each with its kind. */
function found(text: string, elsewhere?: string[]): [string, string][] {
  return lintWording(text, elsewhere).map(({ kind, start, end }) => [text.slice(start, end), kind])
}

describe('confidence and likelihood in one sentence', () => {
  it.each([
    'We have high confidence that an attack is likely.',
    'It is very unlikely, with low confidence, that the convoy turns back.',
    'Reinforcements will almost certainly arrive; our confidence is moderate.',
    'The analysts are highly confident that a second wave is probable.',
    'A landing is unlikely (confidence: low).',
    'We remain confident that the bridge will very likely hold.',
    'A low-confidence estimate has it that a landing is likely.',
    'We have high confidence that a second wave is highly likely.',
    'With moderate confidence, a truce is more likely than not.',
    'There is growing confidence that a truce is likely.',
  ])('is found as that sentence: %s', (sentence) => {
    const text = `The harbour is open. ${sentence} Nothing else is known.`
    expect(found(text)).toContainEqual([sentence, 'confidence with likelihood'])
  })

  it('names both', () => {
    const [finding] = lintWording('We have high confidence that an attack is likely.')
    expect(finding?.reason).toContain('“high confidence” and “likely” stand in one sentence')
  })

  it.each([
    'An attack is likely. We have high confidence in this judgement.',
    'An attack is likely.\nConfidence: high',
    'Public confidence is shaken; a change of government is likely.',
    'The vote of no confidence is likely to fail.',
    'The ministry said: “We have high confidence that an attack is likely.”',
    'He spoke with confidence. Rain is unlikely.',
    'We have high confidence that they may well return.',
    'The talks gave investors some confidence; rain is likely.',
  ])('is not seen where there is none: %s', (text) => {
    expect(found(text).filter(([, kind]) => kind === 'confidence with likelihood')).toEqual([])
  })

  it('is found once in a sentence that says it twice', () => {
    const text = 'With high confidence it is likely, and with low confidence it is very likely.'
    expect(found(text)).toEqual([[text, 'confidence with likelihood']])
  })
})

describe('terms of both sets', () => {
  it.each<[string, string, string]>([
    ['An attack is likely and a landing is likely; a siege is probable.', 'probable', '“likely”'],
    ['It is probable that they stay, probably for weeks. A retreat is unlikely.', 'unlikely', '“improbable”'],
    ['A truce is very unlikely. The chance of talks is remote.', 'remote', '“almost no chance”'],
    ['A truce is very likely. There is a remote possibility of talks.', 'remote', '“almost no chance”'],
    ['It is almost certain. Snow is nearly certain.', 'nearly certain', '“almost certain”'],
    [
      'There is a roughly even chance of rain, and roughly even odds of snow.',
      'roughly even odds',
      '“roughly even chance”',
    ],
    [
      'Highly probable are delays, highly probable are losses; a strike is very likely.',
      'very likely',
      '“highly probable”',
    ],
  ])('are mixed: %s', (text, words, instead) => {
    const findings = lintWording(text)
    expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual([words])
    expect(findings[0]).toMatchObject({ kind: 'mixed wordings', reason: expect.stringContaining(instead) })
  })

  it('are looked for in all texts of the product', () => {
    const text = 'A landing is probable.'
    expect(found(text)).toEqual([])
    expect(found(text, ['An attack is likely.', 'Nothing.'])).toEqual([['probable', 'mixed wordings']])
    expect(found('An attack is likely.', [text])).toEqual([])
  })

  it.each([
    'An attack is likely, a landing unlikely, a truce very unlikely.',
    'It is probable that they stay; a retreat is improbable.',
    'The remote village was shelled, and more shelling is likely.',
    'A remotely piloted aircraft was likely used.',
    'There was probable cause for the arrest, and a trial is likely.',
    'The report is graded 2, probably true. An attack is likely.',
    'An attack is likely. The spokesman called it “highly probable”.',
  ])('are not mixed: %s', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('a likelihood in other words', () => {
  it.each<[string, string, string]>([
    ['They may well return.', 'may well', 'names no range'],
    ['It is possible that they return.', 'It is possible that', 'names no range'],
    ['We cannot rule out a landing.', 'cannot rule out', 'names no range'],
    ['Perhaps they return.', 'Perhaps', 'names no range'],
    ['A landing is more likely than not.', 'more likely than not', '“likely”'],
    ['A landing is highly likely.', 'highly likely', '“very likely”'],
    ['A landing is most unlikely.', 'most unlikely', '“very unlikely”'],
    ['A landing is not likely.', 'not likely', '“unlikely”'],
    ['There is a good chance of rain.', 'good chance', '“likely”'],
    ['There is little chance of rain.', 'little chance', '“very unlikely”'],
    ['There is no chance of rain.', 'no chance', '“almost no chance”'],
    ['It is fifty-fifty.', 'fifty-fifty', '“roughly even chance”'],
    ['They are virtually certain to return.', 'virtually certain', '“almost certain”'],
    ['We have medium confidence in it.', 'medium confidence', 'low, moderate and high'],
  ])('gets a hint: %s', (text, words, instead) => {
    const findings = lintWording(text)
    expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual([words])
    expect(findings[0]).toMatchObject({ kind: 'no term', reason: expect.stringContaining(instead) })
  })

  it.each([
    'In May they may return.',
    'They might have 8,000 soldiers.',
    'Perhaps 8,000 soldiers are there.',
    'Which route is more likely? The northern one is less likely.',
    'The most likely route is the northern one.',
    'The likelihood of rain was not discussed.',
    'There is almost no chance of rain.',
    'Unlike before, they come by chance.',
    'The unlikeliest of allies met.',
    'They were asked how likely rain is.',
    'It was impossible to verify the footage.',
    'Das ist wahrscheinlich; ils peuvent bien venir.',
    '',
  ])('is not seen where there is none: %s', (text) => {
    expect(found(text)).toEqual([])
  })
})

test('words over a line break and in capitals are found where they stand', () => {
  const text = '🪖 ALMOST\nCERTAIN. Snow is nearly certain, nearly certain.'
  expect(found(text)).toEqual([['ALMOST\nCERTAIN', 'mixed wordings']])
})

test('for any text the ranges lie in it, in order, and the same text gives the same findings', () => {
  const words = fc.constantFrom(
    'likely',
    'probable',
    'high confidence',
    'may well',
    '“',
    '”',
    '.',
    '\n',
    '🪖',
    'not',
    'A',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 40 }), (parts) => {
      const text = parts.join(' ')
      const findings = lintWording(text)
      for (const { start, end } of findings) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
      }
      expect(findings.map(({ start }) => start)).toEqual(
        findings.map(({ start }) => start).sort((a, b) => a - b),
      )
      expect(lintWording(text)).toEqual(findings)
    }),
  )
})

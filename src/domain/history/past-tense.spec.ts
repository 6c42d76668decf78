import { describe, expect, it } from 'vitest'
import { pastTense } from './past-tense.ts'

describe('a label in the past tense', () => {
  it.each([
    ['tag 14 spans as force size', 'Tagged 14 spans as force size'],
    ['take force size off 2 spans', 'Took force size off 2 spans'],
    ['import “Seoul doubles its estimate”', 'Imported “Seoul doubles its estimate”'],
    ['claim “Up to 8,000 of them”', 'Claimed “Up to 8,000 of them”'],
    ['change the note on “3,000”', 'Changed the note on “3,000”'],
    ['retire the tag “speaker”', 'Retired the tag “speaker”'],
    ['mark 6 stretches of “A” as furniture', 'Marked 6 stretches of “A” as furniture'],
    ['unmark 1 stretch of furniture', 'Unmarked 1 stretch of furniture'],
  ])('“%s” reads “%s”', (label, past) => {
    expect(pastTense(label)).toBe(past)
  })
})

import { expect, it } from 'vitest'
import { namedSource } from './named-source.ts'

it.each([
  ['Mara Lindqvist', 'person'],
  ['Ana María de la Torre', 'person'],
  ['Harbour Ministry', 'organisation'],
  ['Ministry of Defence', 'organisation'],
  ['Pentagon', 'organisation'],
  ['United States', 'organisation'],
  ['South Korea', 'organisation'],
  ['NATO', 'organisation'],
  ['UN Security Council', 'organisation'],
  ['military intelligence', 'organisation'],
  ['The Harbour Times', 'publication'],
  ['Lindqvist', 'organisation'],
])('the name “%s” is a new source: a %s', (name, kind) => {
  expect(namedSource(name)).toEqual({ name, kind })
})

it.each([
  '',
  'two officials',
  'US officials',
  'a spokesman',
  'Pentagon spokeswoman',
  'he',
  'eyewitnesses',
  'reports',
  'local news',
  'the envoy',
  'researcher at a harbour institute',
  'deputy press secretary at the Pentagon',
  "Northland's foreign minister",
])('“%s” names nobody who could be a source', (words) => {
  expect(namedSource(words)).toBeNull()
})

import { readdirSync, readFileSync } from 'node:fs'
import { inProject } from '../lib/paths.mjs'

/** Licences under which code may be handed on inside a program under MIT. They ask for their texts, which go along. */
const forShipping = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
])

/** Further ones, of tools that build and check and are not handed on. */
const forTools = new Set([...forShipping, 'CC-BY-4.0', 'MPL-2.0', 'Python-2.0'])

/**
 * @param {string | undefined} expression an SPDX expression of names, AND, OR and brackets
 * @param {boolean} shipped whether the code is handed on
 */
export function isAllowed(expression, shipped) {
  const allowed = shipped ? forShipping : forTools
  const plain = (expression ?? '').replace(/[()]/g, ' ').trim()
  // Brackets matter only where AND and OR are mixed: what is mixed has to be looked at by a person.
  if (plain === '' || (/ AND /.test(plain) && / OR /.test(plain))) return false
  const parts = plain.split(/ (?:AND|OR) /).map((name) => name.trim())
  return / OR /.test(plain)
    ? parts.some((name) => allowed.has(name))
    : parts.every((name) => allowed.has(name))
}

/** The texts of licence and notice that lie in an installed package. @param {string} path in the lock file */
export function licenceTexts(path) {
  return readdirSync(inProject(path))
    .filter((name) => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(name))
    .sort()
    .map((name) => readFileSync(inProject(path, name), 'utf8').replace(/\r\n?/g, '\n').trim())
}

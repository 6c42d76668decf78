import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isFit } from '../lib/fit-node.mjs'
import { lockOf, pins } from '../lib/fit-node-pins.mjs'
import { inProject } from '../lib/paths.mjs'
import { billOfMaterials } from './bill.mjs'
import { isAllowed } from './licences.mjs'
import { closure, lockFaults, readLock } from './lock.mjs'
import { thirdPartyNotices } from './notices.mjs'
import { shippedNames, shippedPackages } from './shipped.mjs'

const integrity = `sha512-${'A'.repeat(86)}==`
const program = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
const lock = readLock()
const shipped = shippedPackages(lock)
const bill = () => billOfMaterials(lock, shipped, program, shippedNames(lock))

describe('the lock file', () => {
  it('has the integrity of every package, and names no host', () => {
    expect(lockFaults(lock)).toEqual([])
  })

  it.each([
    ['none', { version: '1.0.0' }],
    ['a weak one', { version: '1.0.0', integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }],
    ['a broken one', { version: '1.0.0', integrity: 'sha512-abc' }],
    ['a place', { version: '1.0.0', integrity, resolved: 'https://registry.example/a.tgz' }],
  ])('is at fault where a package has %s', (_what, entry) => {
    expect(lockFaults({ '': { version: '' }, 'node_modules/a': entry })).toHaveLength(1)
  })
})

describe('what a package needs', () => {
  it('is found where npm finds it: in the nearest folder', () => {
    const entry = (dependencies = {}) => ({ version: '1.0.0', integrity, dependencies })
    const found = closure(
      {
        'node_modules/a': entry({ b: '2', c: '1' }),
        'node_modules/a/node_modules/b': entry({ c: '1' }),
        'node_modules/b': entry(),
        'node_modules/c': entry(),
        'node_modules/d': entry(),
      },
      ['a'],
    )
    expect([...found]).toEqual([
      ['node_modules/a', ['node_modules/a/node_modules/b', 'node_modules/c']],
      ['node_modules/a/node_modules/b', ['node_modules/c']],
      ['node_modules/c', []],
    ])
  })

  it('is handed on with what is bundled into windows and pages, and without tools', () => {
    for (const name of [
      'better-sqlite3',
      'react',
      'react-aria-components',
      '@noble/hashes',
      'electron',
      'scheduler',
    ])
      expect([...shipped.keys()], name).toContain(`node_modules/${name}`)
    for (const name of ['vitest', 'typescript', 'playwright', '@axe-core/playwright', '@electron/get'])
      expect([...shipped.keys()], name).not.toContain(`node_modules/${name}`)
  })
})

describe('a licence', () => {
  it.each(['MIT', 'ISC', 'BSD-3-Clause', '(MIT OR GPL-2.0)', 'MIT AND ISC', 'Apache-2.0'])(
    'goes with a program under MIT: %s',
    (licence) => expect(isAllowed(licence, true)).toBe(true),
  )

  it.each([
    'AGPL-3.0',
    'GPL-3.0-or-later',
    'CPAL-1.0',
    'MPL-2.0',
    'MIT AND GPL-3.0',
    'SEE LICENSE IN x',
    '',
    undefined,
  ])('does not, or has to be looked at: %s', (licence) => expect(isAllowed(licence, true)).toBe(false))

  it.each(['AGPL-3.0', 'GPL-3.0', 'CPAL-1.0', 'UNLICENSED', undefined])(
    'is not that of a tool either: %s',
    (licence) => expect(isAllowed(licence, false)).toBe(false),
  )
})

/** What CycloneDX 1.6 demands, and what this program says beyond it. */
const billSchema = z.strictObject({
  $schema: z.literal('http://cyclonedx.org/schema/bom-1.6.schema.json'),
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.6'),
  version: z.literal(1),
  metadata: z.looseObject({
    component: z.looseObject({ type: z.literal('application'), name: z.string(), version: z.string() }),
  }),
  components: z.array(
    z.strictObject({
      type: z.enum(['library', 'framework']),
      'bom-ref': z.string().startsWith('pkg:npm/'),
      group: z.string().optional(),
      name: z.string().min(1),
      version: z.string().min(1),
      scope: z.literal('required'),
      hashes: z.tuple([
        z.strictObject({ alg: z.literal('SHA-512'), content: z.string().regex(/^[0-9a-f]{128}$/) }),
      ]),
      licenses: z.tuple([
        z.union([
          z.strictObject({ license: z.strictObject({ id: z.string().min(1) }) }),
          z.strictObject({ expression: z.string().min(1) }),
        ]),
      ]),
      purl: z.string().regex(/^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d[\w.+-]*$/),
    }),
  ),
  dependencies: z.array(z.strictObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
})

describe('the bill of materials', () => {
  it('is one of CycloneDX, each component once, and every name in it is known', () => {
    const made = billSchema.parse(bill())
    const refs = made.components.map((component) => component['bom-ref'])
    expect(new Set(refs).size).toBe(refs.length)
    const known = new Set([...refs, `pkg:npm/${program.name}@${program.version}`])
    for (const { ref, dependsOn } of made.dependencies)
      expect([ref, ...dependsOn].filter((one) => !known.has(one))).toEqual([])
  })

  it('is the same each time: no clock, no serial number', () => {
    expect(JSON.stringify(bill())).toBe(JSON.stringify(bill()))
    expect(JSON.stringify(bill())).not.toMatch(/timestamp|serialNumber/)
  })
})

describe('the notices', () => {
  it('name every package that is handed on, with the words of its licence', () => {
    const text = thirdPartyNotices(lock, shipped.keys())
    for (const name of ['react 19', 'zod 4', 'electron 45', 'lucide-react 1'])
      expect(text).toContain(`- ${name}`)
    expect(text).toContain('Permission is hereby granted')
    expect(text.match(/^- /gm)!.length).toBeGreaterThanOrEqual(bill().components.length)
  })

  it('are beside every package that electron-builder makes', () => {
    const settings = readFileSync(inProject('electron-builder.yml'), 'utf8')
    const [, listed = ''] = /^extraResources:\n((?: {2}- .+\n)+)/m.exec(settings) ?? []
    const files = [...listed.matchAll(/- (.+)/g)].map(([, file]) => String(file))
    expect(files).toEqual(['LICENSE', 'THIRD-PARTY-NOTICES.md', 'SECURITY.md', 'bom.cdx.json'])
    for (const file of files) expect(existsSync(inProject(file)), file).toBe(true)
    expect(settings).toMatch(/^publish: null$/m)
  })
})

describe('the Node that set-up fetches', () => {
  it.each(Object.entries(pins))(
    'is pinned for %s by version and hash, and runs the database',
    (_system, pin) => {
      expect(pin!.version).toMatch(/^\d+\.\d+\.\d+$/)
      expect(isFit(`v${pin!.version}`)).toBe(true)
      const { manifest, lock: only } = lockOf(pin!)
      expect(manifest.dependencies).toEqual({ node: `npm:${pin!.name}@${pin!.version}` })
      const { '': _project, ...packages } = only.packages
      expect(Object.keys(packages)).toEqual(['node_modules/node'])
      expect(lockFaults(packages)).toEqual([])
    },
  )
})

import { nameOf } from './lock.mjs'

/**
 * A CycloneDX 1.6 bill of materials of what is handed on, in JSON. It is made of the lock file alone and holds no clock
 * and no random number, so the same lock file gives the same bytes.
 * @param {import('./lock.mjs').Lock} lock @param {Map<string, string[]>} shipped
 * @param {{ name: string, version: string, license: string, description: string }} program
 */
export function billOfMaterials(lock, shipped, program, /** @type {readonly string[]} */ direct) {
  const entry = (/** @type {string} */ path) => /** @type {import('./lock.mjs').LockEntry} */ (lock[path])
  const ref = (/** @type {string} */ path) => purl(nameOf(path, entry(path)), entry(path).version)
  const own = purl(program.name, program.version)
  const components = [...shipped.keys()].map((path) => componentOf(nameOf(path, entry(path)), entry(path)))
  const dependencies = [...shipped].map(([path, needed]) => ({ ref: ref(path), dependsOn: needed.map(ref) }))
  const top = direct.map((name) => ref(`node_modules/${name}`))
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'pre-build' }],
      component: {
        type: 'application',
        'bom-ref': own,
        name: program.name,
        version: program.version,
        description: program.description,
        licenses: [{ license: { id: program.license } }],
        purl: own,
      },
    },
    components: byRef(components, (component) => component['bom-ref']),
    dependencies: byRef([{ ref: own, dependsOn: top }, ...dependencies], (one) => one.ref),
  }
}

/** @param {string} name @param {import('./lock.mjs').LockEntry} entry */
function componentOf(name, { version, integrity = '', license = '' }) {
  const [scope, bare] = name.startsWith('@') ? name.split('/') : [undefined, name]
  return {
    type: name === 'electron' ? 'framework' : 'library',
    'bom-ref': purl(name, version),
    ...(scope && { group: scope }),
    name: String(bare),
    version,
    scope: 'required',
    // Of the package as it comes from the registry.
    hashes: [
      { alg: 'SHA-512', content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex') },
    ],
    licenses: [/ (?:AND|OR) /.test(license) ? { expression: license } : { license: { id: license } }],
    purl: purl(name, version),
  }
}

/** @param {string} name @param {string} version */
function purl(name, version) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`
}

/** Sorted, each once: a package that lies in two places is one component. @template T @param {T[]} list @param {(one: T) => string} ref */
function byRef(list, ref) {
  const once = new Map(list.map((one) => [ref(one), one]))
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

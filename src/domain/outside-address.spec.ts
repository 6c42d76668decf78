import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outsideAddress, outsideQuestion } from './outside-address.ts'

describe('a web address that a person is asked about', () => {
  it('is shown whole, with its host', () => {
    const address = outsideAddress('HTTPS://Example.com:8443/a b?c=d#e')!
    expect(address).toEqual({
      href: 'https://example.com:8443/a%20b?c=d#e',
      host: 'example.com:8443',
      warnings: [],
    })
    expect(outsideQuestion(address)).toBe('Open a page of example.com:8443 in your browser?')
  })

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://host/share',
    'ms-msdt:/id',
    'ftp://example.com/',
    '//example.com',
    'example.com',
    'nonsense',
    '',
  ])('is of the web, or there is no question: %j', (text) => {
    expect(outsideAddress(text)).toBeNull()
  })

  it('tells of a host in letters of another alphabet, and of a name before it', () => {
    // The first letter is Cyrillic.
    const lookalike = outsideAddress('https://аpple.com/')!
    expect(lookalike.host).toBe('xn--pple-43d.com')
    expect(lookalike.warnings).toEqual([expect.stringContaining('another alphabet')])
    const named = outsideAddress('https://bank.example@evil.example/')!
    expect(named.host).toBe('evil.example')
    expect(named.warnings).toEqual([expect.stringContaining('one of evil.example')])
  })

  it('holds nothing that hides or turns round, whatever it was made of', () => {
    const tail = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(tail, tail, (path, fragment) => {
        const shown = outsideAddress(`https://example.com/${path}#${fragment}`)
        if (shown) expect(shown.href + shown.host).toMatch(/^[\x21-\x7e]+$/)
      }),
    )
  })
})

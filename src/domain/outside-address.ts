/** A web address as a person is asked about it before a browser opens it. */
export interface OutsideAddress {
  /**
   * The whole address, in ASCII: letters of other alphabets stand as xn--… in the host and as %… after it, so that
   * nothing in it looks like something else, hides, or turns its order round.
   */
  href: string
  /** Where it leads, with the port. */
  host: string
  /** What could deceive about that, in a sentence each. */
  warnings: string[]
}

/** Null for what is no web address: other schemes start programs or read files. */
export function outsideAddress(text: string): OutsideAddress | null {
  if (!URL.canParse(text)) return null
  const { protocol, href, host, username, password } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') return null
  const warnings: string[] = []
  if (/(?:^|\.)xn--/.test(host)) {
    warnings.push('The host is written in letters of another alphabet, which may look like a name you know.')
  }
  if (username !== '' || password !== '') {
    warnings.push(`What stands before the @ is a user’s name. The page is one of ${host}.`)
  }
  return { href, host, warnings }
}

/** The question itself, the same in a dialog of the system and in the window's own. */
export function outsideQuestion({ host }: OutsideAddress): string {
  return `Open a page of ${host} in your browser?`
}

/** Said where an address leads to no page of the web. */
export const notOfTheWeb = 'Only web addresses, with http or https, are opened outside the program.'

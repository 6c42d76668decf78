/** How a start address carries its token: in the fragment, which browsers send to no server. */
export const startFragment = /^#start=([\w-]+)$/

/** Said to a page of the browser shell that shows no key, or none that is known. */
export const howToComeIn =
  'This address was used before, or this browser does not know the program yet. Start Claimtrail again: it opens ' +
  'a window, or prints an address, that works once.'

/**
 * Colours that people with any common colour blindness can tell apart: Okabe and Ito's set
 * (jfly.uni-koeln.de/color), with their black and yellow exchanged for grey and gold that stay readable as an
 * underline on both paper and dark ground. The screen maps each name to a light and a dark value.
 */
export const tagColours = ['blue', 'vermilion', 'green', 'pink', 'sky', 'orange', 'gold', 'grey'] as const
export type TagColour = (typeof tagColours)[number]

/** The second sign beside colour, for print and for people who see no colour: CSS text-decoration styles. */
export const tagLines = ['solid', 'dashed', 'dotted', 'double', 'wavy'] as const
export type TagLine = (typeof tagLines)[number]

/** A measure whose size is fixed by definition, so that figures in it can be given in another one exactly. */
export interface Measure {
  name: string
  /** What it measures. Only figures of one dimension are ever brought together. */
  dimension: string
  /** How many of the dimension's base it is. */
  size: number
}

/**
 * The measure that a unit's words name; undefined for all other words. Words are in lower case and in the singular.
 *
 * Sizes: the SI, and the international yard and pound of 1959 (foot 0.3048 m, pound 0.45359237 kg). Words that mean several
 * measures are left out on purpose: “ton” (short, long, metric), “pound” (weight or money), “gallon”, “ounce”, “month”,
 * “year”. Currencies are never converted.
 */
export function measureNamed(words: string): Measure | undefined {
  return measures.get(words)
}

type Line = readonly [name: string, size: number, ...otherWords: string[]]

const dimensions: Record<string, readonly Line[]> = {
  // Base: metre
  length: [
    ['mm', 0.001, 'millimetre', 'millimeter'],
    ['cm', 0.01, 'centimetre', 'centimeter'],
    ['m', 1, 'metre', 'meter'],
    ['km', 1000, 'kilometre', 'kilometer', 'kms'],
    ['inch', 0.0254],
    ['foot', 0.3048, 'ft'],
    ['yard', 0.9144, 'yd'],
    ['mile', 1609.344, 'mi'],
    ['nautical mile', 1852, 'nmi'],
  ],
  // Base: square metre
  area: [
    ['square foot', 0.09290304, 'sq ft', 'ft2'],
    ['m²', 1, 'm2', 'square metre', 'square meter', 'sq m', 'sqm'],
    ['acre', 4046.8564224],
    ['hectare', 10_000, 'ha'],
    ['km²', 1_000_000, 'km2', 'square kilometre', 'square kilometer', 'sq km', 'sqkm', 'square km'],
    ['square mile', 2_589_988.110336, 'sq mi', 'sq mile'],
  ],
  // Base: litre
  volume: [
    ['ml', 0.001, 'millilitre', 'milliliter'],
    ['litre', 1, 'liter', 'l'],
    ['m³', 1000, 'm3', 'cubic metre', 'cubic meter', 'cu m'],
  ],
  // Base: kilogram
  mass: [
    ['g', 0.001, 'gram', 'gramme'],
    ['lb', 0.45359237, 'lbs'],
    ['kg', 1, 'kilogram', 'kilogramme', 'kilo'],
    ['tonne', 1000, 'metric ton', 'metric tonne'],
    ['kilotonne', 1_000_000, 'kt'],
  ],
  // Base: second
  duration: [
    ['second', 1, 'sec'],
    ['minute', 60, 'min'],
    ['hour', 3600, 'hr'],
    ['day', 86_400],
    ['week', 604_800],
  ],
  // Base: kilometre an hour
  speed: [
    [
      'km/h',
      1,
      'kmh',
      'kph',
      'km per hour',
      'kilometre per hour',
      'kilometer per hour',
      'kilometre an hour',
      'kilometer an hour',
    ],
    ['mph', 1.609344, 'mile per hour', 'mile an hour'],
    ['knot', 1.852],
    ['m/s', 3.6, 'metre per second', 'meter per second', 'metre a second', 'meter a second'],
  ],
  // One measure, written in several ways
  percentage: [['%', 1, 'percent', 'per cent', 'pct']],
}

const measures: ReadonlyMap<string, Measure> = new Map(
  Object.entries(dimensions).flatMap(([dimension, lines]) =>
    lines.flatMap(([name, size, ...others]) => {
      const measure = { name, dimension, size }
      return [name, ...others].map((words) => [words, measure] as const)
    }),
  ),
)

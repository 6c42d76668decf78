/** Words that measure instead of counting. */
export const measureNoun =
  /^(?:tonnes?|tons?|t|kt|litres?|liters?|barrels?|doses?|hectares?|ha|acres?|km|kms|kg|mm|cm|m|kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|miles?|kilograms?|kilos?|grams?|degrees?|gallons?|pounds?|bushels?|megawatts?|gigawatts?|kilowatts?|knots?|feet|foot|inch|inches|dollars?|euros?|crowns?|francs?|percent|points?|kph|mph|°c|°)$/

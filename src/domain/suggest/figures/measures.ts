/** Words that measure instead of counting. */
export const measureNoun =
  /^(?:tonnes?|tons?|t|kt|litres?|liters?|barrels?|doses?|hectares?|ha|acres?|km|kms|kg|mm|cm|m|kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|miles?|kilograms?|kilos?|grams?|degrees?|gallons?|pounds?|bushels?|megawatts?|gigawatts?|kilowatts?|knots?|feet|foot|inch|inches|dollars?|euros?|eur|usd|gbp|crowns?|francs?|kron(?:er|or|e|a|ur)|dinars?|liras?|yuan|yen|won|rand|ro?ubles?|hryvnias?|rupees?|shekels?|pesos?|zlotys?|forints?|riyals?|rials?|percent|points?|kph|mph|°c|°)$/

import { z } from 'zod'
import { commands } from '../../../domain/catalogue.ts'
import { commandEnvelopeSchema } from '../../../domain/command.ts'
import { type CliCommand, WrongUse } from '../command.ts'

export const commandSchemas: CliCommand = {
  name: 'commands',
  usage: '[TYPE]',
  summary: 'Prints the JSON Schema of every command that “apply” takes.',
  help: `
Without TYPE: one schema (draft 2020-12) that a line for “claimtrail apply” must fit, with each command as an
alternative. With TYPE (for example claim.make): the schema of that command alone.`,
  options: {},
  words: { least: 0, most: 1 },
  async run({ words: [type], io }) {
    if (type !== undefined && !commands.has(type)) throw new WrongUse(`There is no command “${type}”.`)
    const schema = type === undefined ? everyCommand() : schemaOf(type)
    await io.print(
      `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema }, null, 2)}\n`,
    )
    return 0
  },
}

type Schema = Record<string, unknown>

function everyCommand(): Schema {
  return {
    title: 'A command for a Claimtrail workspace',
    description:
      'One line of “claimtrail apply”. Ids are chosen by whoever gives the command; with ids and times given, the same lines give the same workspace, hash for hash, on every machine.',
    oneOf: [...commands.keys()].map(schemaOf),
  }
}

function schemaOf(type: string): Schema {
  const { summary, args } = commands.get(type)!
  const envelope = jsonSchema(commandEnvelopeSchema) as { properties: Schema; required: string[] }
  return {
    title: type,
    description: summary,
    ...envelope,
    properties: { ...envelope.properties, type: { const: type }, args: jsonSchema(args) },
    required: [...new Set([...envelope.required, 'args'])],
  }
}

/** What goes in: fields with a default may be left out. */
function jsonSchema(schema: z.ZodType): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}

import type { CommandContext } from '../../central/commands/command.ts';

const notAsked = (): Promise<never> => Promise.reject(new Error('not asked for'));

/** What a command of the centre has, with `given` as what the test lets it read or write. */
export function commandContext(
  centre: CommandContext['centre'],
  given: Partial<CommandContext> = {},
): CommandContext {
  return {
    centre,
    readSecret: notAsked,
    readFile: notAsked,
    readBytes: notAsked,
    saveBytes: notAsked,
    ...given,
  };
}

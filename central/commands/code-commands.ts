import { z } from 'zod';

import { REASON_FAMILIES } from '#shared/domain/codes/code.ts';
import { LIMITS } from '#shared/protocol/limits.ts';

import { givenCodeSchema, listCodes, setCodes } from '../administration/codes.ts';
import { type Commands, read, readJson, whoIn } from './command.ts';

const givenSchema = z.array(givenCodeSchema).min(1).max(LIMITS.directoryRows);

export const CODE_COMMANDS: Commands = {
  'codes list': {
    usage: 'codes list ZONE',
    does: 'Lists the codes that officers choose from; of those that every desk begins with, what was reworded',
    run: ({ centre }, [zone]) => listCodes(centre, whoIn(zone)),
  },
  'codes set': {
    usage: 'codes set ZONE FILE',
    does:
      'Adds codes to the lists, or words, places and ends them: a JSON list of { list, code } with what is ' +
      'to change of nameNl, nameFr, nameEn, family, position, validFrom, validTo; a new reason for a contact (contact-reason) needs a family: ' +
      REASON_FAMILIES.join(', '),
    async run(context, [zone, file]) {
      return setCodes(
        context.centre,
        whoIn(zone),
        read(givenSchema, 'FILE', await readJson(context, file)),
      );
    },
  },
};

const REASONS: Readonly<Record<string, string>> = {
  missing: 'is missing',
  'closed-list': 'the application rests on this list; its codes are worded and nothing else',
  'ends-before-it-begins': 'is not after the day the code begins',
  'not-for-this-list': 'only reasons for a contact (contact-reason) have one',
};

/** Why a code is not taken, by its entry in the file and its field; undefined when it is of something else. */
export function explainCode(field: string, reason: string): string | undefined {
  const [, index, name] = /^codes\.(\d+)\.(.+)$/.exec(field) ?? [];
  if (index === undefined || name === undefined) return undefined;
  const hint =
    name === 'family' && reason === 'missing' ? `; one of ${REASON_FAMILIES.join(', ')}` : '';
  return `FILE, entry ${Number(index) + 1}, ${name}: ${REASONS[reason] ?? reason}${hint}`;
}

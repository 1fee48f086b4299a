import { z } from 'zod';

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
      'to change of nameNl, nameFr, nameEn, family, position, validFrom, validTo',
    async run(context, [zone, file]) {
      return setCodes(
        context.centre,
        whoIn(zone),
        read(givenSchema, 'FILE', await readJson(context, file)),
      );
    },
  },
};

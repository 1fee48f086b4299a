import { createHash } from 'node:crypto';

import { z } from 'zod';

import { LIMITS } from '#shared/protocol/limits.ts';

import { listVersions, partsOf, publishTerritory, putTerritory } from '../territory/versions.ts';
import { CommandError, type Commands, read, whoIn } from './command.ts';

const pathSchema = z.string().min(1);

export const TERRITORY_COMMANDS: Commands = {
  'territory list': {
    usage: 'territory list ZONE',
    does: 'Lists the versions of the territory, the newest first, and the desks that work with each',
    run: async ({ centre }, [zone]) => (await listVersions(centre, whoIn(zone))).versions,
  },
  'territory publish': {
    usage: 'territory publish ZONE FILE',
    does: 'Makes a package that a desk or another centre saved the territory of the zone',
    async run({ centre, readBytes }, [zone, file]) {
      const who = whoIn(zone);
      const bytes = await readBytes(read(pathSchema, 'FILE', file));
      const hash = createHash('sha256').update(bytes).digest('hex');
      const [newest] = await centre.store.directory.territoryVersions(who.zoneId);
      for (let offset = 0; offset < bytes.length;) {
        const part = Buffer.from(bytes.subarray(offset, offset + LIMITS.blobChunkBytes));
        const given = { hash, offset, bytes: part.toString('base64') };
        const { received } = await putTerritory(centre, who, given);
        // A version that was published before has all of it.
        if (received >= bytes.length) break;
        offset = received;
      }
      return publishTerritory(centre, who, { hash, follows: newest?.number ?? 0 });
    },
  },
  'territory save': {
    usage: 'territory save ZONE NUMBER FILE',
    does: 'Writes the package of a version to a file that does not exist yet',
    async run({ centre, saveBytes }, [zone, given, file]) {
      const { zoneId } = whoIn(zone);
      const number = read(z.coerce.number().int().min(1), 'NUMBER', given);
      const path = read(pathSchema, 'FILE', file);
      const versions = await centre.store.directory.territoryVersions(zoneId);
      const version = versions.find((one) => one.number === number);
      if (version === undefined) throw new CommandError('There is no such version.');
      await saveBytes(path, partsOf(centre, zoneId, version.hash, version.size));
      return version;
    },
  },
};
